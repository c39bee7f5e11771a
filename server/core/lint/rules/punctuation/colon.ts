import { EMOTICON } from './half-width.ts';

/** Whether the half-width colon at `at` can be one of prose: no key, role, address, smiley or definition. */
export function allowsColon(text: string, at: number): boolean {
  return (
    // `description: 说明` is a key of YAML.
    !/^[A-Za-z_][\w-]*$/.test(text.slice(0, at)) &&
    text[at + 1] !== ':' &&
    text[at - 1] !== ':' &&
    text[at + 1] !== '/' &&
    !EMOTICON.test(text.slice(at, at + 3)) &&
    // `[label]: …` at the start of a line is a definition to some parsers.
    !(text[at - 1] === ']' && /(?:^|\n)\[[^\]\n]*\]$/.test(text.slice(0, at)))
  );
}
