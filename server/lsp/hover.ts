import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Rendering, Term } from '../core/glossary/term.ts';
import type { Language } from '../core/text/bilingual.ts';
import { lineIn } from '../core/text/shared-texts.ts';
import { relativePath } from '../workspace/files/paths.ts';
import { rangeOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { commands } from './protocol.ts';
import { numbers, texts } from './term-texts.ts';
import { termsOf, useAt } from './terms.ts';

/** What the glossary says about the term at a position, in a Chinese or an English page. */
export function hover(
  page: AnalysedPage,
  position: Position,
  language: Language,
  known: readonly string[],
): Hover | undefined {
  const use = useAt(page, position, true);
  if (!use) return undefined;
  const say = { language, root: page.project.root, known };
  const entries = sensesTogether(termsOf(use)).map((terms) => entry(terms, say));
  const uses = commandLink(texts.uses[language], 'references', commands.findUses, [page.uri, position], known);
  const value = [...entries, ...(uses ? [uses] : [])].join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(page.lines, use) };
}

interface Say {
  readonly language: Language;
  readonly root: string;
  /** The commands that the client supports. */
  readonly known: readonly string[];
}

/** Groups terms with the same name. They are its senses and share a title. */
function sensesTogether(terms: readonly Term[]): Term[][] {
  const byName = new Map<string, Term[]>();
  for (const term of terms) {
    const name = titleOf(term);
    byName.set(name, [...(byName.get(name) ?? []), term]);
  }
  return [...byName.values()];
}

function titleOf({ source, renderings }: Term): string {
  const names = source.length > 0 ? source : renderings.slice(0, 1).map(({ text }) => text);
  return `**${plain(names.join(' / '))}**`;
}

function partOfSpeech({ pos }: Term): string {
  return pos ? ` _(${plain(pos)})_` : '';
}

function entry(terms: readonly Term[], say: Say): string {
  const [first] = terms;
  if (terms.length === 1) return [titleOf(first!) + partOfSpeech(first!), ...linesOf(first!, say)].join('\n\n');
  const senses = terms.flatMap((term, index) => [
    `_${texts.sense[say.language]} ${index + 1}_${partOfSpeech(term)}`,
    ...linesOf(term, say),
  ]);
  return [titleOf(first!), ...senses].join('\n\n');
}

function linesOf(term: Term, say: Say): string[] {
  const { language } = say;
  const lines: string[] = [];
  if (term.doNotTranslate) lines.push(texts.keep[language]);
  if (term.keptWhere) lines.push(texts[term.keptWhere][language]);
  if (term.renderings.length > 0) lines.push(term.renderings.map((one) => rendering(one, language)).join('\n'));
  if (term.note) lines.push(`_${plain(term.note)}_`);
  const facts: [label: keyof typeof texts, text: string | undefined][] = [
    ['domain', term.domain],
    ['region', term.region],
    ['firstUse', firstUse(term)],
    ['number', term.plural && numbers[term.plural][language]],
    ['context', term.when?.context?.join(' / ')],
    ['heading', term.when?.heading?.join(' / ')],
    ['files', term.when?.files?.join(' ')],
    ['refs', term.refs?.join(' ')],
  ];
  const said = facts.flatMap(([label, text]) => (text ? [`${texts[label][language]}: ${plain(text)}`] : []));
  if (said.length > 0) lines.push(said.join(' · '));
  lines.push(origin(term, say));
  return lines;
}

function rendering({ text, status, suggest }: Rendering, language: Language): string {
  const shown = status === 'forbidden' ? `~~${plain(text)}~~` : plain(text);
  return `- ${shown} · ${texts[status][language]}${suggest ? ` → ${plain(suggest)}` : ''}`;
}

function firstUse({ firstUse: how, source, renderings }: Term): string | undefined {
  if (!how || how === 'none') return undefined;
  const [zh, en] = [renderings[0]?.text ?? '', source[0] ?? ''];
  return how === 'zh（en）' ? `${zh}（${en}）` : `${en}（${zh}）`;
}

function origin({ origin: { file, line } }: Term, { language, root, known }: Say): string {
  const where = lineIn(relativePath(root, file), line)[language];
  const links = [
    commandLink(texts.open[language], 'book', commands.openEntry, [file, line], known),
    commandLink(texts.edit[language], 'edit', commands.editEntry, [file, line], known),
  ];
  return [...links.filter((one) => one !== undefined), plain(where)].join(' · ');
}

/** A link that runs a command of the client, where it has that. */
export function commandLink(
  label: string,
  icon: string,
  command: string,
  args: unknown[],
  known: readonly string[],
): string | undefined {
  if (!known.includes(command)) return undefined;
  // A parenthesis would end the link.
  const encoded = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `[$(${icon}) ${label}](command:${command}?${encoded})`;
}

// Anybody may have written the glossary, so nothing in it may become markup, least of all a link.
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&:@]/g, '\\$&').replace(/\s+/g, ' ');
}
