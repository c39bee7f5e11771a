/** A cell without its remarks in parentheses, and the remarks in order. */
export interface Asides {
  readonly body: string;
  readonly asides: readonly string[];
}

/** The text of a cell without emphasis or quotation marks around it. */
export function bare(cell: string): string {
  let text = cell.trim();
  for (;;) {
    const inner = /^(\*{1,3}|_{1,3}|`)([^*_`]+)\1$/.exec(text)?.[2] ?? /^["“”]([^"“”]*)["“”]$/.exec(text)?.[1];
    if (inner === undefined) return text;
    text = inner.trim();
  }
}

/** Whether a cell is empty, or a dash that stands for “none”. */
export function isBlank(cell: string): boolean {
  return /^[\s\-–—/_*]*$/.test(cell);
}

/** Takes out top-level parentheses, half or full width. `f(x)`, `call()` and unbalanced ones stay in the body. */
export function takeAsides(text: string): Asides {
  if (!/[(（]/.test(text)) return { body: text, asides: [] };
  const asides: string[] = [];
  let body = '';
  let open = -1;
  let depth = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '（') {
      if (depth++ === 0) open = at;
    } else if ((unit === ')' || unit === '）') && depth > 0 && --depth === 0) {
      const inside = text.slice(open + 1, at).trim();
      if (isPartOfName(text, open, inside)) continue;
      body += `${text.slice(kept, open)} `;
      if (inside) asides.push(inside);
      kept = at + 1;
    }
  }
  return { body: (body + text.slice(kept)).replace(/\s+/g, ' ').trim(), asides };
}

function isPartOfName(text: string, open: number, inside: string): boolean {
  return inside === '' || (text[open] === '(' && /[A-Za-z0-9_]/.test(text[open - 1] ?? '') && !/^e?s$/.test(inside));
}

/** Splits at a separator, and drops quotation marks, whitespace and empty parts. */
export function splitAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  for (const part of text.split(separator)) {
    const word = unquoted(part);
    if (word && !parts.includes(word)) parts.push(word);
  }
  return parts;
}

/** Removes quotation marks around a wording, and stray ones at either end. */
export function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^[“”"「『]+|[“”"」』]+$/g, '')
    .trim();
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

export function hasLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
