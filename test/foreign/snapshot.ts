/** What is found in one checkout. */
export interface Figures {
  readonly commit: string;
  /** How many pages were checked. */
  readonly pages: number;
  /** Findings by rule. */
  readonly rules: Readonly<Record<string, number>>;
  /** Findings by page, for pages that have some. */
  readonly findings: Readonly<Record<string, number>>;
}

export type Snapshot = Readonly<Record<string, Figures>>;

/** What `yijiao check --format json` prints, as far as it is counted. */
interface Report {
  readonly files: readonly { readonly path: string; readonly problems: readonly { readonly rule?: string }[] }[];
  readonly summary: { readonly files: number };
}

export function figuresOf(commit: string, { files, summary }: Report): Figures {
  const rules: Record<string, number> = {};
  const findings: Record<string, number> = {};
  for (const { path, problems } of files) {
    if (problems.length > 0) findings[path.replaceAll('\\', '/')] = problems.length;
    // Faults of a settings or glossary file belong to no rule.
    for (const { rule = 'settings' } of problems) rules[rule] = (rules[rule] ?? 0) + 1;
  }
  return { commit, pages: summary.files, rules: sorted(rules), findings: sorted(findings) };
}

/** One line for each figure that is another than before, `<project> <what>: <before> → <now>`; pages after rules. */
export function differences(before: Snapshot, now: Snapshot): string[] {
  return Object.entries(now).flatMap(([name, figures]) => {
    const old = before[name];
    if (!old) return [`${name}: is not in the snapshot`];
    const flat = ({ commit, pages, rules, findings }: Figures) => ({ commit, pages, ...rules, ...findings });
    const [was, is]: Record<string, number | string>[] = [flat(old), flat(figures)];
    const keys = [...new Set([...Object.keys(is!), ...Object.keys(was!)])];
    return keys
      .filter((key) => was![key] !== is![key])
      .map((key) => `${name} ${key}: ${was![key] ?? 0} → ${is![key] ?? 0}`);
  });
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
