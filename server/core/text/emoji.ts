import type { Span } from './span.ts';

/**
 * The emoji of a text, each with its modifiers as one, but for those at the start of a line: they are a bullet or an icon
 * of what follows. Marks that are only pictures when asked to be (©, →) are none.
 */
export function* emojisInLine(text: string): Generator<Span> {
  let bulletEnd = -1;
  for (const { index: from, 0: emoji } of text.matchAll(EMOJI)) {
    const to = from + emoji.length;
    if (from === bulletEnd || /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 4), from))) bulletEnd = to;
    else yield { from, to };
  }
}

/** One emoji with its modifiers. */
export const EMOJI =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*/gu;
