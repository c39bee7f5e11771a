import type { InlineContext, MarkdownParser } from '@lezer/markdown';

/** Longer inline text (in UTF-16 units) is not read: it is a base64 image or a dump. */
export const MAX_INLINE = 16_384;

/**
 * Speeds up inline parsing. The parser's own loop calls every inline parser at every character; this one calls only
 * those that can start there. `begin` names the first characters of the dialects' constructs. Input is limited to
 * `MAX_INLINE`, because inline parsing takes quadratic time on hostile input.
 */
export function withFastInline(
  markdown: MarkdownParser,
  context: typeof InlineContext,
  begin: Readonly<Record<string, string>>,
): MarkdownParser {
  const Context = context as unknown as new (parser: MarkdownParser, text: string, offset: number) => Context;
  const { inlineParsers, inlineNames } = markdown as unknown as Internals;
  const parsersAt = (firsts: Readonly<Record<string, string>>) => {
    const byUnit: InlineParse[][] = Array.from({ length: 128 }, () => []);
    for (const [i, parse] of inlineParsers.entries()) {
      const first = firsts[inlineNames[i]!];
      if (first === undefined) throw new Error(`It is not known what ${inlineNames[i]} begins with`);
      if (parse) for (const character of first) byUnit[character.charCodeAt(0)]!.push(parse);
    }
    return { byUnit, isFirst: Uint8Array.from(byUnit, (parsers) => (parsers.length > 0 ? 1 : 0)) };
  };
  const usual = parsersAt({ ...standardBeginnings, ...begin, Autolink: '' });
  const linked = parsersAt({ ...standardBeginnings, ...begin });

  markdown.parseInline = (text, offset) => {
    const length = text.length;
    if (length > MAX_INLINE) return [];
    // Only an email or www address can start with any letter, and it contains one of these.
    const mayLink = text.includes('@') || text.includes('www.');
    const { byUnit, isFirst } = mayLink ? linked : usual;
    let cx: Context | undefined;
    next: for (let at = 0; at < length; ) {
      const unit = text.charCodeAt(at);
      if (unit > 127 || isFirst[unit] === 0 || !mayBegin(text, at, unit, mayLink)) {
        at++;
        continue;
      }
      cx ??= new Context(markdown, text, offset);
      for (const parse of byUnit[unit]!) {
        const end = parse(cx, unit, at + offset);
        if (end >= 0) {
          at = end - offset;
          continue next;
        }
      }
      at++;
    }
    return cx ? cx.resolveMarkers(0) : [];
  };
  return markdown;
}

// Spaces and letters are frequent and rarely start anything. The next character tells.
function mayBegin(text: string, at: number, unit: number, mayLink: boolean): boolean {
  if (unit === 32) return text.charCodeAt(at + 1) === 32;
  if (!isLetter(unit)) return true;
  const next = text.charCodeAt(at + 1) | 32;
  return next === 116 || next === 119 || (mayLink && !isLetter(text.charCodeAt(at - 1)));
}

function isLetter(unit: number): boolean {
  return (unit > 64 && unit < 91) || (unit > 96 && unit < 123);
}

/** The characters that start the constructs of CommonMark and GFM. */
const standardBeginnings: Readonly<Record<string, string>> = {
  Escape: '\\',
  Entity: '&',
  HTMLTag: '<',
  Emphasis: '*_',
  HardBreak: '\\ ',
  Link: '[',
  Image: '!',
  Autolink: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-',
  Strikethrough: '~',
};

type InlineParse = (cx: InlineContext, next: number, from: number) => number;

// Not in the type declarations of the parser.
interface Internals {
  readonly inlineParsers: readonly (InlineParse | undefined)[];
  readonly inlineNames: readonly string[];
}
interface Context extends InlineContext {
  resolveMarkers(from: number): ReturnType<MarkdownParser['parseInline']>;
}
