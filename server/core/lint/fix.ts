import { disputedIn } from '../markdown/disputed.ts';
import { type Markdown, parseMarkdown } from '../markdown/parse.ts';
import { plainReading } from '../markdown/plain.ts';
import { type Bone, skeletonOf } from '../markdown/skeleton.ts';
import { applyEdits, composedEdits, type Edit, editsCollide, type Span, sortedEdits } from '../text/span.ts';
import type { Finding, Fix, LintResult } from './rule.ts';
import { visiblyDiffering } from './visible.ts';

/** The result of fixing a text: never damaged, and fixing it again changes nothing. */
export interface Fixed {
  readonly text: string;
  /** What leads from the page to that text, in small edits. */
  readonly edits: readonly Edit[];
  /** How many findings were mended. */
  readonly count: number;
}

/**
 * Makes the safe fixes of a page until none is left. `wanted` narrows the findings to be fixed.
 * A fix that would change anything but prose is not made (invariant 4).
 */
export function fixAll(...given: Parameters<typeof fixing>): Fixed {
  const steps = fixing(...given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which others may have their turn. */
export function* fixing(
  markdown: Markdown,
  lint: (markdown: Markdown) => LintResult,
  wanted: (finding: Finding) => boolean = () => true,
): Generator<void, Fixed> {
  let current = markdown;
  let edits: readonly Edit[] = [];
  let count = 0;
  // Rules that undid each other would go on for ever; a text seen before ends it.
  const seen = new Set([current.text]);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const safe = lint(current).findings.filter(safetyIn(current)).filter(wanted);
    const { made, after } = safeEdits(current, safe);
    if (made.length === 0 || seen.has(after.text)) break;
    seen.add(after.text);
    count += made.length;
    edits = composedEdits(markdown.text, edits, current.text, editsOf(made));
    current = after;
    yield;
  }
  return { text: current.text, edits, count };
}

const MAX_PASSES = 12;

/** Tells of the findings of a page whether their first fix can be made without a person who looks at it. */
export function safetyIn(markdown: Markdown): (finding: Finding) => boolean {
  return ({ rule, fixes: [fix] }) =>
    rule.fix === 'safe' &&
    fix !== undefined &&
    !fix.changesMarkup &&
    !fix.edits.some((edit) => collides(disputedIn(markdown), edit));
}

/**
 * Of safe findings those whose first fixes do not touch each other (`tried`), and of these the ones that are proven to change
 * nothing but prose (`made`); the page with their fixes.
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

/** Whether making these edits leaves all but prose as it was. */
export function isHarmless(markdown: Markdown, edits: readonly Edit[], ignoreComments = false): boolean {
  const after = edited(markdown, edits);
  if (!sameBones(skeletonOf(markdown, ignoreComments), skeletonOf(after, ignoreComments))) return false;
  return ignoreComments || visiblyDiffering(markdown, after, sortedEdits(edits)).length === 0;
}

/** Whether a person may be offered a fix: it changes prose, or the markup or comments that it means to change. */
export function isOffered(markdown: Markdown, fix: Fix): boolean {
  return fix.changesMarkup === true || isHarmless(markdown, fix.edits, fix.changesComments === true);
}

/** Of edits that do not touch each other, in order, those that together leave all but prose as it was. */
export function harmlessOnes(markdown: Markdown, edits: readonly Edit[]): readonly Edit[] {
  return harmless(
    markdown,
    edits.map((edit) => [edit]),
  ).fixes.flat();
}

type Edits = readonly Edit[];

// Of fixes that touch the same place only the first is made now; the next pass sees what is left to do.
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

// What stands at the start of a line can be markup to one parser and text to another. Whole lines bring nothing there.
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
  /** Where the page before shows or holds something else after these fixes. */
  readonly offending: readonly Span[];
}

/**
 * Drops the fixes that change the skeleton, to this parser or to a plain one, or what is seen of it: first whole blocks are
 * suspected, then each fix in them is tried alone.
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
  // Halves first, so that a few bad ones among many good ones are found with few tries.
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
    // Nothing to blame: every fix has to prove itself.
    const tried = suspects.size > 0 ? left.filter((fix) => suspects.has(fix)) : left;
    const rest = suspects.size > 0 ? left.filter((fix) => !suspects.has(fix)) : [];
    const good = tried.length > 1 ? proven([], tried) : [];
    left = [...rest, ...good];
    if (good.length > 0 && attempt(left).offending.length > 0) left = rest;
  }
}

/** A page on which so many trials fail is no writing; what is not proven by then is not made. */
const MAX_TRIES = 200;

function edited(markdown: Markdown, edits: Edits): Markdown {
  return edits.length === 0 ? markdown : parseMarkdown(applyEdits(markdown.text, edits), markdown, edits);
}

// They come in order.
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
