import type { Markdown } from '../markdown/parse.ts';
import { safeEdits, safetyIn } from './fix.ts';
import type { Finding } from './rule.ts';

/**
 * What fix-all does with a finding. `fixable`: it fixes it. `none`: there is no fix to make without a person.
 * `disputed`: other readers see code or a formula there. `markup`: the fix would change the markup.
 */
export type Fixability = 'fixable' | 'none' | 'disputed' | 'markup';

/** Returns the fixability of each finding of a page. A fix that has to wait for a later pass counts as fixable. */
export function fixabilityOf(markdown: Markdown, findings: readonly Finding[]): (finding: Finding) => Fixability {
  const isSafe = safetyIn(markdown);
  const mended = new Set<Finding>();
  let left = findings.filter(isSafe);
  // Each round tests fixes that do not touch each other.
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
