import { disputedIn } from '../markdown/disputed.ts';
import { type Markdown, parseMarkdown } from '../markdown/parse.ts';
import { plainReading } from '../markdown/plain.ts';
import { type Bone, skeletonOf } from '../markdown/skeleton.ts';
import { applyEdits, composedEdits, type Edit, editsCollide, type Span, sortedEdits } from '../text/span.ts';
import type { Finding, Fix, LintResult } from './rule.ts';
import { visiblyDiffering } from './visible.ts';

/** A fixed page. Its markup is unchanged, and fixing it again changes nothing. */
export interface Fixed {
  readonly text: string;
  /** The page with that text, which has most of its blocks from the page before. */
  readonly after: Markdown;
  /** What leads from the page to that text, in small edits. */
  readonly edits: readonly Edit[];
  /** The number of fixed findings. */
  readonly count: number;
}

/**
 * Makes the safe fixes of a page until none is left. `wanted` narrows the findings to be fixed, `within` the text in which
 * their fixes may change anything.
 * A fix that would change anything but prose is not made (invariant 4).
 */
export function fixAll(...given: Parameters<typeof fixing>): Fixed {
  const steps = fixing(...given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same as a generator, so that callers can do other work between passes. */
export function* fixing(
  markdown: Markdown,
  lint: (markdown: Markdown) => LintResult,
  wanted: (finding: Finding) => boolean = () => true,
  within: Span = { from: 0, to: markdown.text.length },
): Generator<void, Fixed> {
  let current = markdown;
  let edits: readonly Edit[] = [];
  let count = 0;
  let { to } = within;
  const isWithin = ({ fixes }: Finding) => fixes[0]!.edits.every((edit) => edit.from >= within.from && edit.to <= to);
  // Rules that undid each other would go on for ever; a text seen before ends it.
  const seen = new Set([current.text]);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const safe = lint(current).findings.filter(safetyIn(current)).filter(isWithin).filter(wanted);
    const { made, after } = safeEdits(current, safe);
    if (made.length === 0 || seen.has(after.text)) break;
    seen.add(after.text);
    count += made.length;
    to += after.text.length - current.text.length;
    edits = composedEdits(markdown.text, edits, current.text, editsOf(made));
    current = after;
    yield;
  }
  return { text: current.text, after: current, edits, count };
}

const MAX_PASSES = 12;

/** Returns a test whether the first fix of a finding can be made without asking a person. */
export function safetyIn(markdown: Markdown): (finding: Finding) => boolean {
  return ({ rule, fixes: [fix] }) =>
    rule.fix === 'safe' &&
    fix !== undefined &&
    !fix.changesMarkup &&
    !fix.edits.some((edit) => collides(disputedIn(markdown), edit));
}

/**
 * Selects from safe findings those whose first fixes do not touch each other (`tried`), and of these the ones that
 * provably change only prose (`made`). `after` is the page with the latter.
 */
export function safeEdits(
  markdown: Markdown,
  findings: readonly Finding[],
): { readonly tried: readonly Finding[]; readonly made: readonly Finding[]; readonly after: Markdown } {
  const byEdits = new Map(findings.map((finding) => [finding.fixes[0]!.edits, finding]));
  const chosen = compatible(markdown.text, [...byEdits.keys()]);
  const { fixes, after } = harmless(markdown, chosen);
  const findingsOf = (some: readonly Edits[]) => some.map((edits) => byEdits.get(edits)!);
  return { tried: findingsOf(chosen), made: findingsOf(fixes), after };
}

function editsOf(findings: readonly Finding[]): Edit[] {
  return findings.flatMap(({ fixes }) => fixes[0]!.edits);
}

/** Whether edits leave everything but prose unchanged. */
export function isHarmless(markdown: Markdown, edits: readonly Edit[], ignoreComments = false): boolean {
  const after = edited(markdown, edits);
  if (!sameBones(skeletonOf(markdown, ignoreComments), skeletonOf(after, ignoreComments))) return false;
  return ignoreComments || visiblyDiffering(markdown, after, sortedEdits(edits)).length === 0;
}

/** Whether to offer a fix to a person: it changes only prose, or else markup or comments on purpose. */
export function isOffered(markdown: Markdown, fix: Fix): boolean {
  return fix.changesMarkup === true || isHarmless(markdown, fix.edits, fix.changesComments === true);
}

/** The edits that together leave everything but prose unchanged. The given ones are sorted and do not touch. */
export function harmlessOnes(markdown: Markdown, edits: readonly Edit[]): readonly Edit[] {
  return harmless(
    markdown,
    edits.map((edit) => [edit]),
  ).fixes.flat();
}

type Edits = readonly Edit[];

// Of fixes that touch, only the first is made. The next pass sees what remains.
function compatible(text: string, fixes: readonly Edits[]): Edits[] {
  const chosen: Edits[] = [];
  const taken: Edit[] = [];
  for (const fix of [...fixes].sort((a, b) => first(a) - first(b))) {
    const edits = sortedEdits(fix);
    if (edits.length === 0 || edits.some((edit) => collides(taken, edit) || bringsToLineStart(text, edit))) continue;
    chosen.push(fix);
    for (const edit of edits) insertSorted(taken, edit);
  }
  return chosen;
}

// Text that moves to the start of a line may be markup to one parser and plain text to another.
function bringsToLineStart(text: string, { from, to, insert }: Edit): boolean {
  if (to > from && isLineEnd(text[to - 1]) && (from === 0 || isLineEnd(text[from - 1]))) return false;
  return insert === '' && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 40), from));
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}

function first(edits: Edits): number {
  return edits.reduce((least, edit) => Math.min(least, edit.from), Number.POSITIVE_INFINITY);
}

function collides(taken: readonly Span[], edit: Edit): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.to < edit.from) low = middle + 1;
    else high = middle;
  }
  return low < taken.length && editsCollide(taken[low]!, edit);
}

function insertSorted(taken: Edit[], edit: Edit): void {
  let at = taken.length;
  while (at > 0 && taken[at - 1]!.from > edit.from) at--;
  taken.splice(at, 0, edit);
}

interface Trial {
  readonly fixes: readonly Edits[];
  readonly after: Markdown;
  /** Parts of the original page that these fixes change in a wrong way. */
  readonly offending: readonly Span[];
}

/**
 * Drops fixes that change the skeleton, as this parser or a plain one sees it, or that show a reader more than they
 * should. It narrows down to suspect blocks first, and then to single fixes.
 */
function harmless(markdown: Markdown, fixes: readonly Edits[]): Trial {
  const before = skeletonOf(markdown);
  const plain = plainReading(markdown);
  let tries = 0;
  const attempt = (some: readonly Edits[]): Trial => {
    tries++;
    const edits = sortedEdits(some.flat());
    const after = edited(markdown, edits);
    let offending: readonly Span[] = differingBones(before, skeletonOf(after));
    if (offending.length === 0) offending = visiblyDiffering(markdown, after, edits);
    if (offending.length === 0) {
      const read = plainReading(after, plain, edits);
      if (read !== after || plain !== markdown) offending = differingBones(skeletonOf(plain), skeletonOf(read));
    }
    return { fixes: some, after, offending };
  };
  // Bisects, so that few trials find a few bad fixes among many good ones.
  const proven = (good: readonly Edits[], list: readonly Edits[]): readonly Edits[] => {
    if (list.length === 0 || tries > MAX_TRIES) return good;
    if (attempt([...good, ...list]).offending.length === 0) return [...good, ...list];
    if (list.length === 1) return good;
    const half = list.length >> 1;
    return proven(proven(good, list.slice(0, half)), list.slice(half));
  };
  let left = fixes;
  for (;;) {
    const trial = attempt(left);
    if (trial.offending.length === 0) return trial;
    const suspects = new Set(left.filter((fix) => fix.some((edit) => touchesAny(trial.offending, edit))));
    // No block to blame: every fix has to prove itself.
    const tried = suspects.size > 0 ? left.filter((fix) => suspects.has(fix)) : left;
    const rest = suspects.size > 0 ? left.filter((fix) => !suspects.has(fix)) : [];
    const good = tried.length > 1 ? proven([], tried) : [];
    left = [...rest, ...good];
    if (good.length > 0 && attempt(left).offending.length > 0) left = rest;
  }
}

/** No real page fails this many trials. Fixes that are unproven by then are not made. */
const MAX_TRIES = 200;

function edited(markdown: Markdown, edits: Edits): Markdown {
  return edits.length === 0 ? markdown : parseMarkdown(applyEdits(markdown.text, edits), markdown, edits);
}

// Binary search; the spans are in order.
function touchesAny(bones: readonly Span[], edit: Edit): boolean {
  let low = 0;
  let high = bones.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bones[middle]!.to < edit.from) low = middle + 1;
    else high = middle;
  }
  return low < bones.length && bones[low]!.from <= edit.to;
}

function differingBones(before: readonly Bone[], after: readonly Bone[]): readonly Bone[] {
  if (before.length === after.length) return before.filter((bone, i) => bone.key !== after[i]!.key);
  const at = before.findIndex((bone, i) => bone.key !== after[i]?.key);
  return before.slice(Math.max(0, at - 1), at < 0 ? undefined : at + 2);
}

function sameBones(a: readonly Bone[], b: readonly Bone[]): boolean {
  return a.length === b.length && a.every((bone, i) => bone.key === b[i]!.key);
}
