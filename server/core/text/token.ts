import { createAttachedCache } from './attached-cache.ts';
import { ATOM, BLANK, classAt, DIGIT, FULL_WIDTH, GREEK, HAN, LATIN, LINE_END, lengthAt, QUOTE } from './han.ts';
import type { Span } from './span.ts';
import { type Recogniser, recognisers, type TokenKind } from './token-kinds.ts';

/**
 * A piece of prose that belongs together, such as a word, a number with its unit, a path or a mark. Offsets are those
 * of the text. Only dates, moments, times, mentions and fields contain Han characters.
 */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The gap between a number and its unit, empty when they touch. Present only when the unit is certain. */
  readonly gap?: Span;
  readonly unit?: string;
}

/**
 * The tokens of a text, in order and without overlaps. They cover every character except Han, whitespace, line ends,
 * full-width marks and curly quotes. They are read on first use, in linear time, and cached on `owner`.
 */
export function tokensOf(owner: { readonly text: string }): readonly Token[] {
  let tokens = cache.get(owner);
  if (!tokens) {
    tokens = read(owner.text);
    cache.set(owner, tokens);
  }
  return tokens;
}

const cache = createAttachedCache<{ readonly text: string }, readonly Token[]>();

/** The token that contains the character at an offset. */
export function tokenAt(owner: { readonly text: string }, place: number): Token | undefined {
  const tokens = tokensOf(owner);
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens[middle]!.from <= place) low = middle;
    else high = middle - 1;
  }
  const token = tokens[low];
  return token && token.from <= place && place < token.to ? token : undefined;
}

/** The token that starts at an offset. */
export function tokenFrom(owner: { readonly text: string }, place: number): Token | undefined {
  const token = tokenAt(owner, place);
  return token?.from === place ? token : undefined;
}

/** The token that ends at an offset. */
export function tokenTo(owner: { readonly text: string }, place: number): Token | undefined {
  const token = tokenAt(owner, place - 1);
  return token?.to === place ? token : undefined;
}

/** A number with its unit, and the gap between them. */
export type Measure = Token & Required<Pick<Token, 'gap' | 'unit'>>;

const units = { quantity: /\d ?[A-Zb-pµμ]/, temperature: /[°℃℉]/, percentage: /[%‰°]/ } as const;

/** The tokens of a kind with units. Does not tokenise a text that cannot hold any. */
export function* measuresOf(owner: { readonly text: string }, kind: keyof typeof units): Generator<Measure> {
  if (!units[kind].test(owner.text)) return;
  for (const token of tokensOf(owner)) if (token.kind === kind) yield token as Measure;
}

const BETWEEN = HAN | BLANK | LINE_END | FULL_WIDTH | QUOTE;

function read(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const classes = classAt(text, at);
    if (classes & BETWEEN) at += lengthAt(text, at);
    else {
      const token = tokenOf(text, at, classes);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

function tokenOf(text: string, from: number, classes: number): Token {
  const one = from + lengthAt(text, from);
  if (classes & ATOM) return { kind: 'atom', from, to: one };
  for (const { kind, pattern } of recognisersFor(text, from, classes)) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match || match[0] === '') continue;
    const to = pattern.lastIndex;
    const gap = match.indices?.groups?.gap;
    return gap ? { kind, from, to, gap: { from: gap[0], to: gap[1] }, unit: match.groups!.unit! } : { kind, from, to };
  }
  return { kind: 'mark', from, to: one };
}

const letters = recognisers.filter(({ first }) => first === 'letter');
const digits = recognisers.filter(({ first }) => first === 'digit');
const marks = new Map<string, readonly Recogniser[]>();

function recognisersFor(text: string, at: number, classes: number): readonly Recogniser[] {
  if (classes & DIGIT) return digits;
  if (classes & (LATIN | GREEK)) return letters;
  const first = text.slice(at, at + lengthAt(text, at));
  if (/[\p{L}\p{M}_]/u.test(first)) return letters;
  const known = marks.get(first);
  if (known) return known;
  const found = recognisers.filter((one) => one.first instanceof RegExp && one.first.test(first));
  // Limited, because a text can hold any number of different characters.
  if (marks.size < 200) marks.set(first, found);
  return found;
}
