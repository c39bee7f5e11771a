import { readFileSync } from 'node:fs';
import { fixAll, safetyIn } from '../../server/core/lint/fix.ts';
import { createLinter } from '../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { decideStyle, gatherEvidence } from '../../server/core/style/detect.ts';
import { mergeStyles } from '../../server/core/style/style.ts';
import { defaults } from '../helpers/settings.ts';

/** A line that a maintainer changed, with the classes of what changed. */
interface EditRow {
  readonly repo: string;
  readonly tier: string;
  readonly line_before: string;
  readonly line_after: string;
  readonly spans: readonly (readonly [number, number, number, number, string])[];
}

export interface ProjectScore {
  edits: number;
  'exact %': number;
  'alarms %': number;
}

export interface EditScores {
  readonly projects: Readonly<Record<string, ProjectScore>>;
  /** Alarms by rule on the maintainers' own lines. */
  readonly alarms: Readonly<Record<string, number>>;
  /** Edits of which every class is one that a rule covers, d2l-zh left out as in the total. */
  readonly covered: { edits: number; exact: number };
  /** By class of edit: how many, and how many are made exactly. */
  readonly classes: Readonly<Record<string, { edits: number; exact: number }>>;
}

/** Whether the fixes make the edits that maintainers made, and leave alone what they left, in each project's own style. */
export function scoreEdits(file: string, tier: string): EditScores {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EditRow);
  const projects: Record<string, ProjectScore> = {};
  const alarms: Record<string, number> = {};
  const classes: Record<string, { edits: number; exact: number }> = {};
  const covered = { edits: 0, exact: 0 };
  const wanted = rows.filter((row) => row.tier === tier);
  for (const repo of [...new Set(wanted.map((row) => row.repo))].sort()) {
    const own = wanted.filter((row) => row.repo === repo);
    const lint = createLinter({ ...defaults, style: styleOf(own) });
    const fixed = (line: string) => fixAll(parseMarkdown(`${line}\n`), lint).text.trimEnd();
    let exact = 0;
    let alarmed = 0;
    for (const { line_before, line_after, spans } of own) {
      const isExact = fixed(line_before) === line_after.trimEnd();
      exact += Number(isExact);
      const kind = [...new Set(spans.map((span) => span[4]))].sort().join(' + ');
      classes[kind] ??= { edits: 0, exact: 0 };
      classes[kind].edits++;
      classes[kind].exact += Number(isExact);
      if (!repo.includes('d2l') && spans.every((span) => COVERED.has(span[4]))) {
        covered.edits++;
        covered.exact += Number(isExact);
      }
      if (fixed(line_after) === line_after.trimEnd()) continue;
      alarmed++;
      const page = parseMarkdown(`${line_after}\n`);
      for (const finding of lint(page).findings.filter(safetyIn(page))) {
        alarms[finding.rule.id] = (alarms[finding.rule.id] ?? 0) + 1;
      }
    }
    projects[repo] = {
      edits: own.length,
      'exact %': percent(exact, own.length),
      'alarms %': percent(alarmed, own.length),
    };
  }
  return { projects, alarms, covered, classes };
}

// Left out: words and letter case, marks put in or left out as a matter of wording, and the layout of tables and lists.
const COVERED = new Set([
  'half2full',
  'full2half',
  'quotes',
  'ellipsis',
  'space-insert',
  'space-insert-at-fullpunct',
  'space-insert-code',
  'space-insert-link',
  'space-insert-markup',
  'space-insert-math',
  'space-insert-other',
  'space-other',
  'space-remove-at-fullpunct',
  'space-remove-cjk-latin',
  'space-remove-code',
  'space-remove-double',
  'space-remove-markup',
  'space-remove-math',
  'space-remove-trailing',
]);

// As a project would show it: the lines that its maintainers left, beside the longest of the pages to be mended.
function styleOf(rows: readonly EditRow[]) {
  const sample = rows.map((row) => row.line_after).join('\n\n');
  const pages = rows.flatMap((row) => [row.line_before, row.line_after]).sort((a, b) => b.length - a.length);
  const texts = [sample, ...pages.slice(0, OTHER_PAGES)];
  return mergeStyles(decideStyle(gatherEvidence(texts.map((text) => parseMarkdown(`${text}\n`)))));
}

const OTHER_PAGES = 59;

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}
