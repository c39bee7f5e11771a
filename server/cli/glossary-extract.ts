import stringWidth from 'fast-string-width';
import { createExtractor, type Proposal } from '../core/glossary/extract.ts';
import { sensesOf } from '../core/glossary/glossary.ts';
import { parsePage } from '../core/markdown/parse.ts';
import { isChinesePage } from '../core/text/sentence.ts';
import { MARKDOWN_NAME } from '../workspace/files.ts';
import { passagesOf } from '../workspace/passages.ts';
import { createSourcePages } from '../workspace/source-pages.ts';
import { decodeText } from '../workspace/text-file.ts';
import { withVirtualPages } from '../workspace/virtual-pages.ts';
import { openHere } from './project.ts';
import { CLEAN, InputError } from './status.ts';
import type { Terminal } from './terminal.ts';

export type ExtractFormat = 'pretty' | 'json' | 'csv';

/** Proposes terms that the pages agree on and the glossary of the project does not know yet. */
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
  const pages = (await pagesOf(paths.length > 0 ? paths : ['.'], terminal)).filter((uri) => !glossaries.has(uri));
  let read = 0;
  let compared = 0;
  for (const [done, uri] of pages.entries()) {
    if (done % 10 === 0) terminal.progress(`${done + 1}/${pages.length} ${terminal.path(uri)}`);
    const bytes = await files.read(uri);
    const decoded = bytes && decodeText(bytes);
    if (!decoded || !('text' in decoded) || !isChinesePage(decoded.text) || decoded.text.length > MAX_PAGE) continue;
    const source = await sources.of(uri);
    read++;
    if (source) compared++;
    for (const passage of passagesOf(parsePage(decoded.text, uri), source?.markdown)) extractor.add(passage);
  }
  terminal.progress('');
  const { glossary } = project.settingsOf(`${root}/.`);
  const proposals = extractor.propose().filter(({ source }) => sensesOf(glossary, source).length === 0);
  const text = writers[format](proposals, terminal);
  if (out) await terminal.save(terminal.uri(out), new TextEncoder().encode(text));
  else terminal.out(text);
  terminal.error(summary(proposals.length, read, compared, terminal.language === 'zh'));
  return CLEAN;
}

/** A longer page (UTF-16 units) is a dump or a book in one file. */
const MAX_PAGE = 4_000_000;

async function pagesOf(paths: readonly string[], { files, uri, language }: Terminal): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const kind = await files.kind(uri(path));
    if (!kind)
      throw new InputError(language === 'zh' ? `没有这个文件或文件夹：${path}` : `No such file or folder: ${path}`);
    if (kind === 'folder') for (const page of await files.markdown(uri(path))) found.add(page);
    else if (MARKDOWN_NAME.test(path)) found.add(uri(path));
    else throw new InputError(language === 'zh' ? `不是 Markdown 文件：${path}` : `Not a Markdown file: ${path}`);
  }
  return [...found];
}

const writers: Record<ExtractFormat, (proposals: readonly Proposal[], terminal: Terminal) => string> = {
  pretty,
  json: (proposals) => `${JSON.stringify({ version: 1, proposals }, null, 2)}\n`,
  // A glossary as it is: columns that its reader does not know are for people.
  csv: (proposals) => {
    const rows = proposals.map((one) => [one.source, one.target, one.annotated, one.together, one.passages]);
    return [['en', 'zh', 'annotated', 'together', 'passages'], ...rows].map((row) => `${row.join(',')}\n`).join('');
  },
};

function pretty(proposals: readonly Proposal[], { language }: Terminal): string {
  const zh = language === 'zh';
  const width = Math.max(0, ...proposals.map(({ source }) => source.length));
  const wide = Math.max(0, ...proposals.map(({ target }) => stringWidth(target)));
  return proposals
    .map(({ source, target, annotated, together, passages }) => {
      const counts = [
        ...(annotated > 0 ? [zh ? `标注 ${annotated} 次` : `annotated ${annotated}×`] : []),
        ...(passages > 0 ? [zh ? `${passages} 处原文中 ${together} 处` : `${together} of ${passages} passages`] : []),
      ];
      const gap = ' '.repeat(wide - stringWidth(target));
      return `${source.padEnd(width)}  ${target}${gap}  ${counts.join(zh ? '，' : ', ')}\n`;
    })
    .join('');
}

function summary(count: number, pages: number, compared: number, zh: boolean): string {
  return zh
    ? `从 ${pages} 个中文页面（${compared} 个有原文）中找到 ${count} 对术语。\n`
    : `${count} ${count === 1 ? 'pair' : 'pairs'} from ${pages} Chinese pages, ${compared} of them beside their source.\n`;
}
