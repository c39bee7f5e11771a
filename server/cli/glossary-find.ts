import { type Glossary, sensesOf } from '../core/glossary/glossary.ts';
import type { Term } from '../core/glossary/term.ts';
import type { Language } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import { jsonText, visible } from '../core/text/visible.ts';
import { termKey, usesBelow } from '../workspace/term-uses.ts';
import { openHere } from './project.ts';
import { CLEAN, FINDINGS, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/**
 * Prints what the glossary says about a term, in either language, and where the project's pages use
 * it. Status 1 if there is none.
 */
export async function findTerm(
  words: readonly string[],
  format: 'pretty' | 'json',
  terminal: Terminal,
): Promise<number> {
  const query = words.join(' ').trim();
  if (!query) throw new UsageError(texts.usage);
  const project = await openHere(terminal, 'segmenter');
  const { glossary } = project.settingsOf(`${project.root}/.`);
  const terms = entriesOf(glossary, query);
  const uses: Use[] = [];
  const walk = {
    onProgress: (done: number, all: number) => done % 50 === 0 && terminal.progress(`${done}/${all}`),
  };
  for await (const page of usesBelow(terminal.files, project, new Set(terms.map(termKey)), walk)) {
    const lines = lineIndex(page.markdown.text);
    for (const { from, to } of page.uses) {
      const { line, column } = lines.position(from);
      const text = page.markdown.text.slice(lines.start(line), lines.end(line)).trim();
      const found = page.markdown.text.slice(from, to);
      uses.push({ path: terminal.path(page.uri), line: line + 1, column: column + 1, found, text });
    }
  }
  terminal.progress('');
  const entries = terms.map((term) => entryOf(term, terminal));
  if (format === 'json') terminal.out(jsonText({ version: 1, entries, uses }));
  else terminal.out(pretty(entries, uses, terminal.language));
  return terms.length > 0 ? CLEAN : FINDINGS;
}

interface Use {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly text: string;
}

/** Terms with this name or wording; if there are none, those that contain it. */
function entriesOf(glossary: Glossary, query: string): Term[] {
  const named = sensesOf(glossary, query);
  const folded = query.toLowerCase();
  const worded = (fits: (text: string) => boolean) =>
    glossary.terms.filter(({ source, renderings }) => [...source, ...renderings.map(({ text }) => text)].some(fits));
  const exact = [...new Set([...named, ...worded((text) => text.toLowerCase() === folded)])];
  return exact.length > 0 ? exact : worded((text) => text.toLowerCase().includes(folded));
}

function entryOf({ source, renderings, doNotTranslate, note, domain, origin }: Term, { path }: Terminal) {
  return {
    path: path(origin.file),
    line: origin.line + 1,
    source,
    renderings: renderings.map(({ text, status }) => ({ text, status })),
    doNotTranslate,
    ...(domain ? { domain } : {}),
    ...(note ? { note } : {}),
  };
}

const marks = { preferred: '', admitted: '', deprecated: '?', forbidden: '✗' } as const;

function pretty(entries: readonly ReturnType<typeof entryOf>[], uses: readonly Use[], language: Language): string {
  if (entries.length === 0) return `${texts.none[language]}\n`;
  const lines = entries.map(({ path, line, source, renderings, doNotTranslate, note }) => {
    const said = renderings.map(({ text, status }) => marks[status] + text);
    const right = [...(doNotTranslate ? [texts.kept[language]] : []), ...said].join(' / ');
    return visible(`${path}:${line}: ${source.join(' / ')} → ${right}${note ? ` — ${note}` : ''}`);
  });
  const found = uses.map(({ path, line, column, text }) => visible(`${path}:${line}:${column}: ${clipped(text)}`));
  return `${[...lines, '', ...found, ...(found.length > 0 ? [''] : []), texts.uses(uses.length)[language]].join('\n')}\n`;
}

const texts = {
  usage: { en: 'glossary find <term>', zh: 'glossary find <术语>' },
  none: { en: 'The glossary has no such term.', zh: '术语表中没有这个术语。' },
  kept: { en: 'stays in English', zh: '不翻译' },
  uses: (count: number) => ({ en: `${count} ${count === 1 ? 'use' : 'uses'}`, zh: `${count} 处使用` }),
};

function clipped(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}

const MAX_TEXT = 120;
