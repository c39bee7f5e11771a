import type { Edit } from '../text/span.ts';
import type { Finding, Fix } from './rule.ts';

/**
 * Adds to the findings whose fixes can be made `everywhere` the one that makes them all: those of the same rule and title.
 * The findings of a page share it, so that it costs no more than they do.
 */
export function withFixesEverywhere(findings: readonly Finding[]): readonly Finding[] {
  const edits = new Map<string, Edit[]>();
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      if (!fix.everywhere) continue;
      const key = keyOf(finding, fix);
      const known = edits.get(key);
      // Findings come in order; a fix that touches the one before has to wait.
      if (known) known.push(...(fix.edits.some((edit) => edit.from <= known.at(-1)!.to) ? [] : fix.edits));
      else edits.set(key, [...fix.edits]);
    }
  }
  if (edits.size === 0) return findings;
  const fixes = new Map<string, Fix>();
  return findings.map((finding) => {
    const added = finding.fixes.flatMap((fix) => {
      const key = keyOf(finding, fix);
      const all = fix.everywhere ? edits.get(key)! : [];
      if (all.length <= fix.edits.length) return [];
      const known = fixes.get(key) ?? { title: fix.everywhere!, edits: all };
      fixes.set(key, known);
      return [known];
    });
    return added.length > 0 ? { ...finding, fixes: [...finding.fixes, ...added] } : finding;
  });
}

function keyOf({ rule }: Finding, { everywhere }: Fix): string {
  return `${rule.id} ${everywhere?.en}`;
}
