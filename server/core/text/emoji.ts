import type { Span } from './span.ts';

/**
 * Finds the emoji of a text, each with its modifiers. Skips emoji at the start of a line, which serve as bullets or
 * icons, and symbols that are shown as pictures only on request (©, →).
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
