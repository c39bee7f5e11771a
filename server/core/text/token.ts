import { createAttachedCache } from './attached-cache.ts';
import { ATOM, BLANK, classAt, DIGIT, FULL_WIDTH, GREEK, HAN, LATIN, LINE_END, lengthAt, QUOTE } from './han.ts';
import type { Span } from './span.ts';
import { type Recogniser, recognisers, type TokenKind } from './token-kinds.ts';

/**
 * What stands in prose between Han as one thing, from its first to behind its last character: UTF-16 places of the text.
 * Only dates, moments, times, mentions and fields hold Han of their own.
 */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The place between a number and its unit, empty where they touch; only where the unit is certain. */
  readonly gap?: Span;
  readonly unit?: string;
}

/**
 * The tokens of a text in order: they do not overlap, and hold each character that is no Han, blank, line end, full-width
 * mark or curly quote. Read when first asked for, in time linear in the text, and kept beside the object that has the text.
 */
export function tokensOf(owner: { readonly text: string }): readonly Token[] {
  let tokens = slot.get(owner);
  if (!tokens) {
    tokens = read(owner.text);
    slot.set(owner, tokens);
  }
  return tokens;
}

const slot = createAttachedCache<{ readonly text: string }, readonly Token[]>();

/** The token that holds the character at a place. */
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

/** The token that begins at a place. */
export function tokenFrom(owner: { readonly text: string }, place: number): Token | undefined {
  const token = tokenAt(owner, place);
  return token?.from === place ? token : undefined;
}

/** The token that ends at a place. */
export function tokenTo(owner: { readonly text: string }, place: number): Token | undefined {
  const token = tokenAt(owner, place - 1);
  return token?.to === place ? token : undefined;
}

/** A number with the unit that it is measured in, and the gap between the two. */
export type Measure = Token & Required<Pick<Token, 'gap' | 'unit'>>;

const units = { quantity: /\d ?[A-Zb-pµμ]/, temperature: /[°℃℉]/, percentage: /[%‰°]/ } as const;

/** The tokens of a kind that has units; a text in which none can be is not read. */
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
  // Bounded: a text can hold any character there is.
  if (marks.size < 200) marks.set(first, found);
  return found;
}
