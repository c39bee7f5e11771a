import { blocksOf } from '../../markdown/blocks.ts';
import type { Markdown } from '../../markdown/parse.ts';
import { countHan } from '../../text/han.ts';

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

const FEWEST = 3;

/** Comments for tools: linters (including this one), licences. */
const INSTRUCTION = /^\s*(?:yijiao-|markdownlint|prettier|eslint|vale |toc\b|more\b|SPDX|Copyright)/i;
