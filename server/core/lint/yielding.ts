import type { Finding } from './rule.ts';

/** Removes findings of yielding rules where the first fix of another finding changes the same place. */
export function withoutYielding(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ rule }) => rule.yields)) return findings;
  const edits = findings
    .flatMap(({ rule, fixes }) => (rule.yields ? [] : (fixes[0]?.edits ?? [])))
    .sort((a, b) => a.from - b.from);
  // How far the edits that start before a place reach.
  const reach: number[] = [];
  for (const { to } of edits) reach.push(Math.max(to, reach.at(-1) ?? 0));
  return findings.filter(({ rule, from, to }) => {
    if (!rule.yields) return true;
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edits[middle]!.from <= to) low = middle + 1;
      else high = middle;
    }
    return (reach[low - 1] ?? -1) < from;
  });
}
