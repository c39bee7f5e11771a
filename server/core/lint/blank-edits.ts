import { flanking } from '../markdown/flanking.ts';
import type { Prose } from '../markdown/prose.ts';
import { type BoundaryKind, boundaryAt, gapAround } from '../style/boundary.ts';
import { createAttachedCache } from '../text/attached-cache.ts';
import { BLANK, classesIn } from '../text/han.ts';
import type { Edit, Span } from '../text/span.ts';
import { placedFix } from './places.ts';
import type { Fix, Rule } from './rule.ts';

/**
 * The fixes of a finding without the spaces that they add or remove at boundaries of another kind. Undefined if nothing
 * is left, or if a space there cannot change without changing markup. Edits are places of the prose.
 */
export function servedFixes(
  { boundary }: Pick<Rule, 'boundary'>,
  prose: Prose,
  fixes: readonly Fix[],
): readonly Fix[] | undefined {
  const [first] = fixes;
  if (!first) return fixes;
  const own = boundary ? ownEdits(prose, first.edits, boundary) : first.edits;
  if (own.length === 0 && first.edits.length > 0) return undefined;
  if (!first.changesMarkup && own.every((edit) => isOfBlanks(prose.text, edit))) {
    const placed = placedFix(prose, { edits: own });
    if (placed && !keepsMarkup(prose, placed.edits)) return undefined;
  }
  return own === first.edits ? fixes : [{ ...first, edits: own }, ...fixes.slice(1)];
}

/** Whether an edit only adds or removes whitespace. */
function isOfBlanks(text: string, { from, to, insert }: Edit): boolean {
  const changed = text.slice(from, to) + insert;
  for (const character of changed) if (!(classesIn(character) & BLANK)) return false;
  return true;
}

function ownEdits(prose: Prose, edits: readonly Edit[], kind: BoundaryKind): readonly Edit[] {
  const own = (edit: Edit) => !isOfBlanks(prose.text, edit) || boundaryAt(prose, gapAround(prose.text, edit)) === kind;
  return edits.every(own) ? edits : edits.filter(own);
}

/**
 * Whether edits of whitespace keep the markup next to them: emphasis opens and closes where it did (CommonMark
 * §6.2), stray asterisks do not become emphasis, and brackets do not become a link or an image. Edits are
 * offsets of the block's source.
 */
function keepsMarkup(prose: Prose, edits: readonly Edit[]): boolean {
  return edits.every((edit) => {
    const { source } = prose;
    const left = source[edit.from - 1];
    const right = source[edit.to];
    if (edit.insert === '' && joining.has(`${left}${right}`)) return false;
    return (
      (!delimiting.has(left) || keepsRun(prose, edit, { from: runStart(source, edit.from, left!), to: edit.from })) &&
      (!delimiting.has(right) || keepsRun(prose, edit, { from: edit.to, to: runEnd(source, edit.to, right!) }))
    );
  });
}

const joining = new Set(['][', '](', ']:', '![']);
const delimiting = new Set<string | undefined>(['*', '_', '~']);

// `run` is the delimiter run that touches the edit.
function keepsRun(prose: Prose, { from, to, insert }: Edit, run: Span): boolean {
  const { source } = prose;
  const mark = source[run.from]!;
  if (source[run.from - 1] === '\\') return true;
  let before = source[run.from - 1] ?? '';
  let after = source[run.to] ?? '';
  const was = flanking(mark, before, after);
  // Runs that meet become one.
  if (run.to === from) after = insert[0] ?? source[runEnd(source, to, mark)] ?? '';
  else before = insert.at(-1) ?? source[runStart(source, from, mark) - 1] ?? '';
  const is = flanking(mark, before, after);
  const { opens, closes } = delimitersOf(prose);
  let isMarkup = false;
  for (let at = run.from; at < run.to; at++) {
    if ((opens.has(at) && !is.opens) || (closes.has(at + 1) && !is.closes)) return false;
    isMarkup ||= opens.has(at) || closes.has(at + 1);
  }
  return isMarkup || ((was.opens || !is.opens) && (was.closes || !is.closes));
}

function runEnd(text: string, from: number, mark: string): number {
  let at = from;
  while (text[at] === mark) at++;
  return at;
}

function runStart(text: string, to: number, mark: string): number {
  let at = to;
  while (text[at - 1] === mark) at--;
  return at;
}

interface Delimiters {
  /** Where emphasis starts and ends, delimiters included: offsets of the source. */
  readonly opens: ReadonlySet<number>;
  readonly closes: ReadonlySet<number>;
}

function delimitersOf(prose: Prose): Delimiters {
  let known = delimiters.get(prose);
  if (!known) {
    const emphasis = prose.marks.filter(({ kind }) => kind !== 'link');
    known = { opens: new Set(emphasis.map(({ from }) => from)), closes: new Set(emphasis.map(({ to }) => to)) };
    delimiters.set(prose, known);
  }
  return known;
}

const delimiters = createAttachedCache<Prose, Delimiters>();
