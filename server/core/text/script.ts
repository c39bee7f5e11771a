import { pairs, traditionalOnly } from './han-variants.data.ts';

/** The characters that occur in one script only, each with its counterparts in the other. */
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

export const toSimplified: Counterparts = simplified;
export const toTraditional: Counterparts = traditional;

/** Counts the characters that are only traditional, and those that are only simplified. */
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

/** Indexed by UTF-16 unit: 1 for traditional characters, 2 for simplified ones. All of them are in the BMP. */
const scripts = new Uint8Array(0x10000);
for (const character of toTraditional.keys()) scripts[character.charCodeAt(0)] = 2;
for (const character of toSimplified.keys()) scripts[character.charCodeAt(0)] = 1;

/** The script of a text; undefined when its characters do not tell. */
export function scriptOf(text: string): 'traditional' | 'simplified' | undefined {
  const count = countScripts(text);
  if (count.traditional === count.simplified) return undefined;
  return count.traditional > count.simplified ? 'traditional' : 'simplified';
}
