import stringWidth from 'fast-string-width';
import { createExtractor, type Proposal } from '../core/glossary/extract/extract.ts';
import { sensesOf } from '../core/glossary/glossary.ts';
import { parsePage } from '../core/markdown/parse.ts';
import { isChinesePage } from '../core/text/sentence.ts';
import { jsonText, visible } from '../core/text/visible.ts';
import { MAX_PAGE, textOf } from '../workspace/files/text-file.ts';
import { passagesOf } from '../workspace/passages.ts';
import { createSourcePages } from '../workspace/source/source-pages.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import { namedPages, whyUnreadable } from './pages.ts';
import { openHere } from './project.ts';
import { saveNamed } from './save.ts';
import { CLEAN, FAILED } from './status.ts';
import type { Terminal } from './terminal.ts';

export type ExtractFormat = 'pretty' | 'json' | 'csv';

/** Proposes terms that the pages agree on and the project's glossary lacks. */
export async function extractTerms(
  paths: readonly string[],
  { format, out }: { readonly format: ExtractFormat; readonly out?: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const files = withVirtualPages(terminal.files, terminal.history);
  const project = await openHere(terminal);
  const makeSegmenter = await terminal.loadSegmenter();
  const extractor = createExtractor(makeSegmenter([]));
  const { root, config } = project;
  const sources = createSourcePages(files, { root, sources: config.sources, history: terminal.history });
  const glossaries = new Set(config.glossary);
  const named = await namedPages(paths.length > 0 ? paths : ['.'], terminal);
  if (named.isIncomplete && named.pages.size + named.unread.size === 0) return FAILED;
  const pages = [...named.pages.keys()].filter((uri) => !glossaries.has(uri));
  const unread = new Map(named.unread);
  let read = 0;
  let compared = 0;
  for (const [done, uri] of pages.entries()) {
    if (done % 10 === 0) terminal.progress(`${done + 1}/${pages.length} ${terminal.path(uri)}`);
    const bytes = await files.read(uri);
    if (!bytes) unread.set(uri, await whyUnreadable(uri, terminal));
    const text = textOf(bytes);
    if (text === undefined || text.length > MAX_PAGE || !isChinesePage(text)) continue;
    const source = await sources.of(uri);
    read++;
    if (source) compared++;
    for (const passage of passagesOf(parsePage(text, uri), source?.markdown)) extractor.add(passage);
  }
  terminal.progress('');
  const { glossary } = project.settingsOf(`${root}/.`);
  const proposals = extractor.propose().filter(({ source }) => sensesOf(glossary, source).length === 0);
  const text = writers[format](proposals, terminal);
  const isWritten = out ? await saveNamed(out, text, terminal) : true;
  if (!out) terminal.out(text, format === 'csv' ? 'data' : 'text');
  for (const [uri, reason] of unread) terminal.error(`${visible(terminal.path(uri))}: ${reason[terminal.language]}\n`);
  if (isWritten) terminal.error(`${texts.sum(proposals.length, read, compared)[terminal.language]}\n`);
  return named.isIncomplete || unread.size > 0 || !isWritten ? FAILED : CLEAN;
}

const writers: Record<ExtractFormat, (proposals: readonly Proposal[], terminal: Terminal) => string> = {
  pretty,
  json: (proposals) => jsonText({ version: 1, proposals }),
  // A valid glossary. Its reader ignores the columns that are for people.
  csv: (proposals) => {
    const rows = proposals.map((one) => [one.source, one.target, one.annotated, one.together, one.passages]);
    return [['en', 'zh', 'annotated', 'together', 'passages'], ...rows].map((row) => `${row.join(',')}\n`).join('');
  },
};

function pretty(proposals: readonly Proposal[], { language }: Terminal): string {
  const shown = proposals.map((one) => ({ ...one, source: visible(one.source), target: visible(one.target) }));
  const width = Math.max(0, ...shown.map(({ source }) => source.length));
  const wide = Math.max(0, ...shown.map(({ target }) => stringWidth(target)));
  return shown
    .map(({ source, target, annotated, together, passages }) => {
      const counts = [
        ...(annotated > 0 ? [texts.annotated(annotated)] : []),
        ...(passages > 0 ? [texts.together(together, passages)] : []),
      ];
      const gap = ' '.repeat(wide - stringWidth(target));
      return `${source.padEnd(width)}  ${target}${gap}  ${counts.map((one) => one[language]).join(' · ')}\n`;
    })
    .join('');
}

const texts = {
  annotated: (count: number) => ({ en: `annotated ${count}×`, zh: `标注 ${count} 次` }),
  together: (count: number, passages: number) => ({
    en: `${count} of ${passages} passages`,
    zh: `${passages} 处原文中 ${count} 处`,
  }),
  sum: (count: number, pages: number, compared: number) => ({
    en: `${count} ${count === 1 ? 'pair' : 'pairs'} from ${pages} Chinese ${pages === 1 ? 'page' : 'pages'}, ${compared} of them beside their source.`,
    zh: `从 ${pages} 个中文页面（${compared} 个有原文）中找到 ${count} 对术语。`,
  }),
};
