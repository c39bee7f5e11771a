import type { Bilingual } from '../text/bilingual.ts';
import { lineIn } from '../text/shared-texts.ts';
import { isApproved, type Origin, type Term } from './term.ts';

/** Two rows that cannot both hold, or that repeat each other. It is reported at the later one. */
export interface Contradiction {
  readonly origin: Origin;
  /** The earlier row. */
  readonly other: Origin;
  readonly level: 'warning' | 'info';
  readonly message: Bilingual;
}

/**
 * Finds rows about the same English name that contradict or repeat each other. Rows that differ in part of speech,
 * subject, note or condition are different senses, and may differ in everything else.
 */
export function contradictionsIn(terms: readonly Term[]): Contradiction[] {
  const found: Contradiction[] = [];
  const byName = new Map<string, Term[]>();
  for (const term of terms) {
    // Report a term once, however many of its names are known.
    let isReported = false;
    for (const name of new Set(term.source.map((source) => source.toLowerCase()))) {
      const before = byName.get(name);
      if (!before) {
        byName.set(name, [term]);
        continue;
      }
      for (const other of isReported ? [] : before.slice(0, mostSenses)) {
        const what = isSameSense(term, other) && contradiction(term, other);
        if (!what) continue;
        // A file overrules the files after it, so a difference between files may be intended.
        const level = term.origin.file === other.origin.file ? what.level : 'info';
        found.push({ origin: term.origin, other: other.origin, ...what, level });
        isReported = true;
        break;
      }
      before.push(term);
    }
  }
  return found;
}

/** More rows per name are not compared, because comparing takes quadratic time. A real name has fewer. */
const mostSenses = 20;

function isSameSense(a: Term, b: Term): boolean {
  if (a.region && b.region && a.region !== b.region) return false;
  return (
    a.pos === b.pos &&
    a.domain === b.domain &&
    a.note === b.note &&
    a.keptWhere === b.keptWhere &&
    JSON.stringify(a.when) === JSON.stringify(b.when) &&
    // With case, `Pod` and `pod` may be two things.
    (a.case !== 'yes' || b.case !== 'yes' || a.source.some((name) => b.source.includes(name)))
  );
}

function contradiction(term: Term, other: Term): Pick<Contradiction, 'level' | 'message'> | undefined {
  const name = term.source[0]!;
  const where = placeOf(other.origin, term.origin);
  const rejected = rejectedByOne(term, other) ?? rejectedByOne(other, term);
  if (rejected !== undefined) {
    return warning(
      `One row approves “${rejected}” for “${name}”, another (${where.en}) rejects it. Remove it from one of them.`,
      `“${name}”的译法“${rejected}”在一行中可用，在另一行（${where.zh}）中不可用。请从其中一行删除。`,
    );
  }
  if (term.doNotTranslate !== other.doNotTranslate && translates(term) + translates(other) > 0) {
    return warning(
      `“${name}” stays in English in one row and is translated in another (${where.en}). Tell them apart by a note or a condition.`,
      `“${name}”在一行中不翻译，在另一行（${where.zh}）中有译法。请用备注或条件区分。`,
    );
  }
  const [a, b] = [preferredOf(term), preferredOf(other)];
  if (a !== undefined && b !== undefined && a !== b) {
    return warning(
      `“${name}” is “${a}” here and “${b}” in another row (${where.en}). Tell the senses apart by a part of speech, a note or a condition.`,
      `“${name}”在此译为“${a}”，在另一行（${where.zh}）译为“${b}”，义项无从区分。请补充词性、备注或条件。`,
    );
  }
  if (a !== b) return undefined;
  return {
    level: 'info',
    message: {
      en: `“${name}” has a row already (${where.en}). Merge the two.`,
      zh: `“${name}”已有词条（${where.zh}）。请合并。`,
    },
  };
}

function warning(en: string, zh: string): Pick<Contradiction, 'level' | 'message'> {
  return { level: 'warning', message: { en, zh } };
}

function rejectedByOne(approving: Term, rejecting: Term): string | undefined {
  const rejected = new Set(rejecting.renderings.filter((one) => !isApproved(one)).map(({ text }) => text));
  return approving.renderings.find((one) => isApproved(one) && rejected.has(one.text))?.text;
}

function translates(term: Term): number {
  return term.renderings.filter(isApproved).length;
}

function preferredOf({ renderings }: Term): string | undefined {
  return renderings.find(({ status }) => status === 'preferred')?.text;
}

function placeOf(other: Origin, here: Origin): Bilingual {
  const line = other.line + 1;
  if (other.file === here.file) return { en: `line ${line}`, zh: `第 ${line} 行` };
  return lineIn(decodeURIComponent(other.file.slice(other.file.lastIndexOf('/') + 1)), other.line);
}
