import type { Edit } from '../text/span.ts';
import type { Finding, Fix } from './rule.ts';

/**
 * Gives findings that can be fixed `everywhere` one more fix, which makes all fixes with the same rule and title. The
 * findings share that fix object, so it adds little.
 */
export function withFixesEverywhere(findings: readonly Finding[]): readonly Finding[] {
  const edits = new Map<string, Edit[]>();
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      if (!fix.everywhere) continue;
      const key = sameFixKey(finding, fix);
      const known = edits.get(key);
      // Findings are in order. A fix that touches the one before is left out.
      if (known) known.push(...(fix.edits.some((edit) => edit.from <= known.at(-1)!.to) ? [] : fix.edits));
      else edits.set(key, [...fix.edits]);
    }
  }
  if (edits.size === 0) return findings;
  const fixes = new Map<string, Fix>();
  return findings.map((finding) => {
    const added = finding.fixes.flatMap((fix) => {
      const key = sameFixKey(finding, fix);
      const all = fix.everywhere ? edits.get(key)! : [];
      if (all.length <= fix.edits.length) return [];
      const known = fixes.get(key) ?? { title: fix.everywhere!, edits: all };
      fixes.set(key, known);
      return [known];
    });
    return added.length > 0 ? { ...finding, fixes: [...finding.fixes, ...added] } : finding;
  });
}

function sameFixKey({ rule }: Finding, { everywhere }: Fix): string {
  return `${rule.id} ${everywhere?.en}`;
}
