import { alignSentences } from '../core/bilingual/align/sentences.ts';
import { type BlockPair, compare } from '../core/bilingual/state/compare.ts';
import type { Passage } from '../core/glossary/extract/extract.ts';
import { EDGE } from '../core/glossary/extract/phrases.ts';
import { type Block, blocksOf } from '../core/markdown/blocks.ts';
import type { Markdown } from '../core/markdown/parse.ts';
import type { Prose } from '../core/markdown/prose.ts';
import type { Span } from '../core/text/span.ts';

/** The text of a Chinese page, sentence by sentence, with the English if the source is known. */
export function passagesOf(chinese: Markdown, english?: Markdown): Passage[] {
  if (!english) return blocksOf(chinese).map((block) => ({ chinese: textOf([block], block) }));
  const { pairs, scale } = compare(chinese, english);
  return pairs.flatMap((pair) => passagesOfPair(pair, scale));
}

function passagesOfPair({ blocks, state, chinese, english }: BlockPair, scale: number): Passage[] {
  if (!chinese || state === 'untranslated') return [];
  if (state !== 'aligned' || !english) return [{ chinese: textOf(blocks.chinese, chinese) }];
  const sentences = alignSentences(blocks, scale).filter((bead) => bead.chinese.length > 0);
  return sentences.map((bead) => ({
    chinese: bead.chinese.map((span) => textOf(blocks.chinese, span)).join('\n'),
    ...(bead.english.length > 0 && { english: bead.english.map((span) => textOf(blocks.english, span)).join('\n') }),
  }));
}

/** What a reader sees of a span of the source. */
function textOf(blocks: readonly Block[], { from, to }: Span): string {
  const pieces = blocks.flatMap((block) =>
    block.leaf.prose.map((prose) => {
      const first = placeFrom(prose, from - block.from);
      const last = placeFrom(prose, to - block.from);
      return withEdges(prose, first, last);
    }),
  );
  return pieces.filter(Boolean).join('\n');
}

function withEdges({ text, marks }: Prose, from: number, to: number): string {
  const edges = new Set(marks.flatMap(({ content }) => [content.from, content.to]));
  let result = '';
  let at = from;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge < from || edge > to) continue;
    result += text.slice(at, edge) + EDGE;
    at = edge;
  }
  return result + text.slice(at, to);
}

/** The first place that starts at or after a source offset. */
function placeFrom(prose: Prose, offset: number): number {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prose.start(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
