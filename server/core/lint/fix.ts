import { type Markdown, parseMarkdown } from '../markdown/parse.ts';
import { type Bone, skeletonOf } from '../markdown/skeleton.ts';
import { applyEdits, type Edit, editsCollide, sortedEdits } from '../text/span.ts';
import type { Finding, LintResult } from './rule.ts';

/** The result of fixing a text: never damaged, and fixing it again changes nothing. */
export interface Fixed {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
}

/**
 * Makes the safe fixes of a page until none is left. `wanted` narrows the findings to be fixed.
 * A fix that would change anything but prose is not made (invariant 4).
 */
export function fixAll(
  markdown: Markdown,
  lint: (markdown: Markdown) => LintResult,
  wanted: (finding: Finding) => boolean = () => true,
): Fixed {
  let current = markdown;
  let count = 0;
  // Rules that undid each other would go on for ever; a text seen before ends it.
  const seen = new Set([current.text]);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixes = lint(current)
      .findings.filter(isSafe)
      .filter(wanted)
      .map((finding) => finding.fixes[0]!.edits);
    const made = harmless(current, compatible(current.text, fixes));
    if (made.length === 0) break;
    const next = applyEdits(current.text, made.flat());
    if (seen.has(next)) break;
    seen.add(next);
    count += made.length;
    current = parseMarkdown(next, current);
  }
  return { text: current.text, count };
}

const MAX_PASSES = 12;

export function isSafe(finding: Finding): boolean {
  return finding.rule.fix === 'safe' && finding.fixes.length > 0 && !finding.fixes[0]!.changesMarkup;
}

/** Whether making these edits leaves all but prose as it was. */
export function isHarmless(markdown: Markdown, edits: readonly Edit[], ignoreComments = false): boolean {
  const after = parseMarkdown(applyEdits(markdown.text, edits), markdown);
  return sameBones(skeletonOf(markdown, ignoreComments), skeletonOf(after, ignoreComments));
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

// What stands at the start of a line can be markup to one parser and text to another.
function bringsToLineStart(text: string, { from, insert }: Edit): boolean {
  return insert === '' && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 40), from));
}

function first(edits: Edits): number {
  return edits.reduce((least, edit) => Math.min(least, edit.from), Number.POSITIVE_INFINITY);
}

function collides(taken: readonly Edit[], edit: Edit): boolean {
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

/** Drops the fixes that change the skeleton: first whole blocks are suspected, then each fix in them is tried alone. */
function harmless(markdown: Markdown, fixes: Edits[]): Edits[] {
  const before = skeletonOf(markdown);
  let left = fixes;
  while (left.length > 0) {
    const offending = differingBones(before, markdown, left);
    if (offending.length === 0) return left;
    const suspects = left.filter((fix) => fix.some((edit) => offending.some((bone) => touches(bone, edit))));
    // Nothing to blame: every fix has to prove itself.
    const tried = suspects.length > 0 ? suspects : left;
    const rest = left.filter((fix) => !tried.includes(fix));
    const good = tried.length > 1 ? provenOneByOne(before, markdown, tried) : [];
    left = [...rest, ...good];
    if (good.length > 0 && differingBones(before, markdown, left).length > 0) left = rest;
  }
  return left;
}

function provenOneByOne(before: readonly Bone[], markdown: Markdown, fixes: readonly Edits[]): Edits[] {
  const good: Edits[] = [];
  for (const fix of fixes) if (differingBones(before, markdown, [...good, fix]).length === 0) good.push(fix);
  return good;
}

function touches(bone: Bone, edit: Edit): boolean {
  return edit.from <= bone.to && bone.from <= edit.to;
}

/** The bones of the page before that are not the same after these fixes. */
function differingBones(before: readonly Bone[], markdown: Markdown, fixes: readonly Edits[]): Bone[] {
  const after = skeletonOf(parseMarkdown(applyEdits(markdown.text, fixes.flat()), markdown));
  if (before.length === after.length) return before.filter((bone, i) => bone.key !== after[i]!.key);
  const at = before.findIndex((bone, i) => bone.key !== after[i]?.key);
  return before.slice(Math.max(0, at - 1), at < 0 ? undefined : at + 2);
}

function sameBones(a: readonly Bone[], b: readonly Bone[]): boolean {
  return a.length === b.length && a.every((bone, i) => bone.key === b[i]!.key);
}
