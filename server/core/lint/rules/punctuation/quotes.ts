import { classBefore, DIGIT } from '../../../text/han.ts';

/** A mark of quotation at its place: “ and ” of one kind, 「 and 」 of another. */
export interface QuoteMark {
  readonly at: number;
  readonly opens: boolean;
}

/** The marks of one kind in a text, without those that stand for inches and arc seconds. */
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

/** Quotations whose marks open and close as they should, inner ones before outer ones; undefined when they do not. */
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
  /** 0 for a quotation that stands in no other. */
  readonly depth: number;
}
