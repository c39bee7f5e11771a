import { classBefore, DIGIT } from '../../../text/han.ts';

/** A quotation mark at its place. “ and ” are one kind, 「 and 」 another. */
export interface QuoteMark {
  readonly at: number;
  readonly opens: boolean;
}

/** The marks of one kind in a text, without those for inches and arc seconds. */
export function quoteMarks(text: string, kind: '“”' | '「」'): QuoteMark[] {
  const marks: QuoteMark[] = [];
  const form = kind === '“”' ? /[“”]/g : /[「」]/g;
  let depth = 0;
  for (const { index: at, 0: mark } of text.matchAll(form)) {
    const opens = mark === kind[0];
    if (!opens && depth === 0 && classBefore(text, at) & DIGIT) continue;
    depth = Math.max(0, depth + (opens ? 1 : -1));
    marks.push({ at, opens });
  }
  return marks;
}

/** The quotations of correctly nested marks, inner ones before outer ones; undefined if the nesting is wrong. */
export function quotations(marks: readonly QuoteMark[]): Quotation[] | undefined {
  const found: Quotation[] = [];
  const open: number[] = [];
  for (const { at, opens } of marks) {
    if (opens) open.push(at);
    else {
      const from = open.pop();
      if (from === undefined) return undefined;
      found.push({ from, to: at, depth: open.length });
    }
  }
  return open.length === 0 ? found : undefined;
}

export interface Quotation {
  /** Places of the two marks. */
  readonly from: number;
  readonly to: number;
  /** 0 for a quotation that is not inside another. */
  readonly depth: number;
}
