import { pairs, traditionalOnly } from './han-variants.data.ts';

/** Each character that betrays its script, with its counterparts in the other one. */
export type Counterparts = ReadonlyMap<string, string>;

const simplified = new Map<string, string>();
const traditional = new Map<string, string>();
for (const pair of pairs.trim().split(/\s+/)) {
  const [from, to] = Array.from(pair) as [string, string];
  simplified.set(from, to);
  traditional.set(to, (traditional.get(to) ?? '') + from);
}
for (const pair of traditionalOnly.trim().split(/\s+/)) {
  const [from, to] = Array.from(pair) as [string, string];
  simplified.set(from, to);
}

/** From traditional characters to simplified ones. */
export const toSimplified: Counterparts = simplified;
/** From simplified characters to traditional ones. */
export const toTraditional: Counterparts = traditional;

/** How many characters of a text are traditional only, and how many are simplified only. */
export function countScripts(text: string): { readonly traditional: number; readonly simplified: number } {
  const count = { traditional: 0, simplified: 0 };
  for (const character of text) {
    if (toSimplified.has(character)) count.traditional++;
    else if (toTraditional.has(character)) count.simplified++;
  }
  return count;
}

/** `traditional`, `simplified`, or undefined where a text does not tell. */
export function scriptOf(text: string): 'traditional' | 'simplified' | undefined {
  const count = countScripts(text);
  if (count.traditional === count.simplified) return undefined;
  return count.traditional > count.simplified ? 'traditional' : 'simplified';
}
