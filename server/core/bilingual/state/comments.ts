import { blocksOf } from '../../markdown/blocks.ts';
import type { Markdown } from '../../markdown/parse.ts';
import { countHan } from '../../text/han.ts';
import type { BlockPair } from './compare.ts';

/**
 * The English source that a Chinese page keeps in comments above its paragraphs, as the Kubernetes documentation does.
 * Undefined if the comments are not a source: fewer than three, or with Chinese in them.
 */
export function sourceInComments(markdown: Markdown): string | undefined {
  if (!markdown.text.includes('<!--')) return undefined;
  const texts: string[] = [];
  for (const { leaf } of blocksOf(markdown)) {
    if (leaf.kind !== 'comment') continue;
    const text = leaf.source.replace(/^<!--[^\S\n]*\n?/, '').replace(/\s*-->\s*$/, '');
    if (/[A-Za-z]{2,}[\s\S]*[A-Za-z]{2,}/.test(text) && countHan(text) === 0 && !INSTRUCTION.test(text))
      texts.push(text);
  }
  return texts.length >= FEWEST ? `${texts.join('\n\n')}\n` : undefined;
}

/** Whether the comments of a page hold most of the blocks that it lacks: it is being translated, below its English. */
export function isBegunInComments(chinese: Markdown, pairs: readonly BlockPair[]): boolean {
  if (!/<!--|\{\/\*/.test(chinese.text)) return false;
  const comments = blocksOf(chinese).filter(({ leaf }) => leaf.kind === 'comment');
  const held = plain(comments.map(({ leaf }) => leaf.source).join('\n'));
  const missing = pairs.filter(({ state }) => state === 'missing').flatMap(({ blocks }) => blocks.english);
  const found = missing.filter(({ leaf }) => held.includes(plain(leaf.source)));
  return missing.length > 0 && found.length * 2 >= missing.length;
}

/** The letters and digits of a text, to be looked up in another. */
export function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

const FEWEST = 3;

/** Comments for tools: linters (including this one), licences. */
const INSTRUCTION = /^\s*(?:yijiao-|markdownlint|prettier|eslint|vale |toc\b|more\b|SPDX|Copyright)/i;
