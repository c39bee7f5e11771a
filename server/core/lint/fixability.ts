import type { Markdown } from '../markdown/parse.ts';
import { safeEdits, safetyIn } from './fix.ts';
import type { Finding } from './rule.ts';

/**
 * What fixing everything does with a finding: it is mended (`fixable`), it has no fix that a machine may make (`none`), or it
 * has one and keeps it: where other readers see code or a formula (`disputed`), or because the page would be read otherwise
 * (`markup`).
 */
export type Fixability = 'fixable' | 'none' | 'disputed' | 'markup';

/** The fixability of the findings of a page. A fix that has to wait for its neighbour counts as made. */
export function fixabilityOf(markdown: Markdown, findings: readonly Finding[]): (finding: Finding) => Fixability {
  const isSafe = safetyIn(markdown);
  const mended = new Set<Finding>();
  let left = findings.filter(isSafe);
  // Each round proves those that do not touch each other.
  while (left.length > 0) {
    const { tried, made } = safeEdits(markdown, left);
    for (const finding of made) mended.add(finding);
    if (tried.length === 0) break;
    const seen = new Set(tried);
    left = left.filter((finding) => !seen.has(finding));
  }
  return (finding) => {
    if (mended.has(finding)) return 'fixable';
    const [fix] = finding.fixes;
    if (finding.rule.fix !== 'safe' || !fix || fix.changesMarkup) return 'none';
    return isSafe(finding) ? 'markup' : 'disputed';
  };
}
