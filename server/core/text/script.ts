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
  let traditional = 0;
  let simplified = 0;
  for (let at = 0; at < text.length; at++) {
    const script = scripts[text.charCodeAt(at)]!;
    traditional += script & 1;
    simplified += script >> 1;
  }
  return { traditional, simplified };
}

/** 1 for the units of traditional characters, 2 for those of simplified ones; all are in the BMP. */
const scripts = new Uint8Array(0x10000);
for (const character of toTraditional.keys()) scripts[character.charCodeAt(0)] = 2;
for (const character of toSimplified.keys()) scripts[character.charCodeAt(0)] = 1;

/** `traditional`, `simplified`, or undefined where a text does not tell. */
export function scriptOf(text: string): 'traditional' | 'simplified' | undefined {
  const count = countScripts(text);
  if (count.traditional === count.simplified) return undefined;
  return count.traditional > count.simplified ? 'traditional' : 'simplified';
}
