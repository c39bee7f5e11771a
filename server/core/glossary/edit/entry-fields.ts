import { isApproved, type Rendering, type Term, wordingsOf } from '../term.ts';

/**
 * The fields of an entry that a person can edit. Wordings are separated by commas; the first approved one is preferred.
 */
export interface EntryFields {
  /** Empty if the English stays. */
  readonly approved: string;
  readonly rejected: string;
  readonly note: string;
}

export function fieldsOf(term: Term): EntryFields {
  const listed = (words: readonly string[]) => words.join('，');
  return {
    approved: listed(wordingsOf(term, 'approved')),
    rejected: listed(wordingsOf(term, 'forbidden')),
    note: term.note ?? '',
  };
}

/** The term with new fields. Whatever a field did not change is kept. */
export function termWith(term: Term, fields: EntryFields): Term {
  const was = fieldsOf(term);
  const approved = split(fields.approved);
  const rejected = split(fields.rejected).filter((word) => !approved.includes(word));
  const known = (text: string, fits: (one: Rendering) => boolean) =>
    term.renderings.find((one) => one.text === text && fits(one));
  const renderings = [
    ...(fields.approved === was.approved
      ? term.renderings.filter(isApproved)
      : approved.map(
          (text, index): Rendering => ({
            ...known(text, isApproved),
            text,
            status: index === 0 ? 'preferred' : 'admitted',
          }),
        )),
    ...term.renderings.filter((one) => one.status === 'deprecated' && !approved.includes(one.text)),
    ...(fields.rejected === was.rejected
      ? term.renderings.filter((one) => one.status === 'forbidden')
      : rejected.map(
          (text) => known(text, (one) => one.status === 'forbidden') ?? { text, status: 'forbidden' as const },
        )),
  ];
  const { note, ...rest } = term;
  const said = fields.note.replace(/\s+/g, ' ').trim();
  const keptBefore = term.doNotTranslate && was.approved !== '';
  const isKept = fields.approved === was.approved ? term.doNotTranslate : keptBefore || approved.length === 0;
  return {
    ...rest,
    renderings,
    doNotTranslate: isKept,
    ...(fields.note === was.note ? note !== undefined && { note } : said && { note: said }),
  };
}

function split(list: string): string[] {
  const words = list.split(/[，,、；;]/).map((word) => word.replace(/\s+/g, ' ').trim());
  return [...new Set(words.filter((word) => word !== ''))];
}
