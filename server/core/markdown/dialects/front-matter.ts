import type { BlockContext, Line } from '@lezer/markdown';
import type { Dialect } from './dialect.ts';

/** YAML or TOML at the top of a page. */
export const frontMatter: Dialect = {
  nodes: [{ name: 'FrontMatter', block: true }],
  blocks: () => [{ name: 'FrontMatter', parse: frontMatterBlock, before: 'LinkReference' }],
  kinds: { FrontMatter: 'frontMatter' },
};

/** The offset where the front matter ends: after its closing fence, before the line break. 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(text);
  if (!fence) return 0;
  const close = new RegExp(`^${fence[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'gm');
  close.lastIndex = fence[0].length;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

// `frontMatterEnd` has already found the closing fence, since block parsers must not look ahead.
function frontMatterBlock(cx: BlockContext, line: Line): boolean {
  if (cx.lineStart !== 0 || !/^[ \uFEFF]?(---|\+\+\+)\s*$/.test(line.text)) return false;
  const end = (cx as unknown as { input: { frontMatterEnd?: number } }).input.frontMatterEnd ?? 0;
  if (end === 0) return false;
  while (cx.lineStart + line.text.length < end && cx.nextLine());
  cx.nextLine();
  cx.addElement(cx.elt('FrontMatter', 0, end));
  return true;
}
