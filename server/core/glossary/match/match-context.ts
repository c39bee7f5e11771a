import type { Term } from '../term.ts';
import { isWordUnit } from './fold.ts';

/** What is known about the surroundings of a text. */
export interface MatchContext {
  /** The English that it translates. */
  readonly english?: string;
  /** The headings above it, in either language. */
  readonly headings?: readonly string[];
}

/**
 * Whether the conditions of a term hold here; undefined if the context
 * does not tell. `glossaryFor` has already applied the globs.
 */
export function holds({ when }: Term, { english, headings }: MatchContext): boolean | undefined {
  if (!when?.context && !when?.heading) return true;
  const inContext =
    when.context && (english === undefined ? undefined : when.context.some((word) => has(english, word)));
  const inHeading =
    when.heading &&
    (headings === undefined ? undefined : when.heading.some((word) => headings.some((one) => has(one, word))));
  if (inContext === false || inHeading === false) return false;
  const isOpen = (when.context && inContext === undefined) || (when.heading && inHeading === undefined);
  return isOpen ? undefined : true;
}

/** Whether a literal occurs in a text, in any case, as whole words or their plurals. */
function has(text: string, literal: string): boolean {
  const wanted = literal.trim().toLowerCase();
  if (wanted === '') return false;
  const where = text.toLowerCase();
  for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const startsInWord = isWordUnit(where.charCodeAt(at)) && isWordUnit(where.charCodeAt(at - 1));
    const goesOn =
      isWordUnit(where.charCodeAt(end - 1)) && /^(?!e?s?(?![\p{L}\p{N}_]))/u.test(where.slice(end, end + 3));
    if (!startsInWord && !goesOn) return true;
  }
  return false;
}
