import { fixAll } from '../core/lint/fix.ts';
import { fixabilityOf } from '../core/lint/fixability.ts';
import { type Finding, messageOf } from '../core/lint/rule.ts';
import type { Markdown } from '../core/markdown/parse.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import {
  createPageChecks,
  hasUnreadSettings,
  type NotChecked,
  type PageChecks,
  type ReadPage,
} from '../workspace/checking.ts';
import { parentOf } from '../workspace/files/paths.ts';
import { encodeText } from '../workspace/files/text-file.ts';
import type { Project } from '../workspace/project/project.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import { namedPages, whyUnreadable } from './pages.ts';
import { openProjects, sourceOptions } from './project.ts';
import type { FileReport, Problem, Report } from './report/report.ts';
import { CLEAN, FAILED, FINDINGS } from './status.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  readonly fix: boolean;
  readonly report: Report;
}

/** `yijiao check`: checks files and folders; with `fix` it makes all safe fixes. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { pages, unread, isIncomplete } = await namedPages(paths.length > 0 ? paths : ['.'], terminal);
  const uris = [...pages.keys()];
  if (options.fix) for (const folder of new Set(uris.map(parentOf))) await terminal.tidy(folder);
  const projects = openProjects(terminal, (uri) => pages.get(uri) ?? parentOf(uri));
  const checks = createPageChecks(withVirtualPages(terminal.files, terminal.history), projects, (project) =>
    sourceOptions(project, terminal),
  );
  const checked = new Map<string, FileReport>();
  // One page of each root.
  const roots = new Map<string, string>();
  let pending: readonly string[] = uris;
  for (let round = 0; pending.length > 0 && round < MAX_ROUNDS; round++) {
    for (const [i, uri] of pending.entries()) {
      if (i % 20 === 0) terminal.progress(`${i + 1}/${pending.length} ${terminal.path(uri)}`);
      const page = await checks.read(uri);
      roots.set(page.project.root, uri);
      if ('not' in page && page.not !== 'unread') continue;
      const report = await checkPage(page, uri, options.fix, checks, terminal);
      checked.set(uri, { ...report, fixed: report.fixed + (checked.get(uri)?.fixed ?? 0) });
    }
    // Fixed pages may settle points of style that were open. Fixing again must find nothing.
    const changed = options.fix ? await projects.relearn() : [];
    pending =
      changed.length === 0 ? [] : await filtered(uris, async (uri) => changed.includes((await projects.of(uri)).root));
  }
  terminal.progress('');
  const reports = [...checked.values()];
  for (const [folder, reason] of unread) reports.push(failedToRead(folder, reason, terminal));
  for (const page of roots.values()) {
    const project = await projects.settled(page);
    reports.push(...faultReports(project, terminal));
    const { uri } = project.settingsFile;
    if (await hasUnreadSettings(terminal.files, project))
      reports.push(failedToRead(uri, await whyUnreadable(uri, terminal), terminal));
  }
  // Of names that stand for nothing enough has been said.
  const isSaid = uris.length + reports.length === 0 && isIncomplete && options.report.isForPeople;
  if (!isSaid) terminal.out(options.report.print(reports, terminal));
  if (isIncomplete || reports.some(({ failed }) => failed)) return FAILED;
  const counts = reports.some(({ problems }) => problems.some((problem) => problem.level !== 'hint'));
  return counts ? FINDINGS : CLEAN;
}

function failedToRead(uri: string, reason: Bilingual, terminal: Terminal): FileReport {
  return { path: terminal.path(uri), fixed: 0, failed: 'read', problems: [problemAt('', START, reason)] };
}

/** How many times to fix pages again because the fixes settled more of the project's style. */
const MAX_ROUNDS = 4;

async function filtered<T>(list: readonly T[], test: (one: T) => Promise<boolean>): Promise<T[]> {
  const answers = await Promise.all(list.map(test));
  return list.filter((_, i) => answers[i]);
}

async function checkPage(
  page: ReadPage | NotChecked,
  uri: string,
  fix: boolean,
  checks: PageChecks,
  terminal: Terminal,
): Promise<FileReport> {
  const path = terminal.path(uri);
  if ('not' in page) {
    const fault = page.not === 'unread' ? page.fault : undefined;
    if (fault) return { path, fixed: 0, problems: [problemAt('', START, fault)] };
    return failedToRead(uri, await whyUnreadable(uri, terminal), terminal);
  }
  const { file, markdown, lint, result, project } = await checks.check(page);
  if (!fix) return { path, fixed: 0, problems: problemsIn(markdown, result.findings) };
  const fixed = fixAll(markdown, lint);
  if (fixed.text !== file.text) {
    const reason = await terminal.save(uri, encodeText({ ...file, text: fixed.text }), project.root);
    const problems = reason && [problemAt('', START, reason), ...problemsIn(markdown, result.findings)];
    if (problems) return { path, fixed: 0, failed: 'write', problems };
  }
  return { path, fixed: fixed.count, problems: problemsIn(fixed.after, lint(fixed.after).findings) };
}

function problemsIn(markdown: Markdown, findings: readonly Finding[]): Problem[] {
  const lines = lineIndex(markdown.text);
  const fixability = fixabilityOf(markdown, findings);
  return findings.map((finding) => {
    const kind = fixability(finding);
    return {
      rule: finding.rule.id,
      level: finding.level,
      message: messageOf(finding),
      ...place(lines, finding),
      fixable: kind === 'fixable',
      ...(kind === 'disputed' || kind === 'markup' ? { unfixed: kind } : {}),
    };
  });
}

/** Faults of settings and glossary files. `glossary check` reports rows that the pages contradict. */
function faultReports(project: Project, terminal: Terminal): FileReport[] {
  return [...project.faults].flatMap(([uri, { text, faults }]) => {
    const inOrder = faults.filter(({ level }) => !level).sort((a, b) => a.from - b.from);
    const problems = inOrder.map((fault) => problemAt(text, fault, fault.message));
    return problems.length > 0 ? [{ path: terminal.path(uri), fixed: 0, problems }] : [];
  });
}

function problemAt(text: string, span: Span, message: Bilingual): Problem {
  return { level: 'error', message, ...place(lineIndex(text), span), fixable: false };
}

function place(lines: ReturnType<typeof lineIndex>, { from, to }: Span) {
  const start = lines.position(from);
  const end = lines.position(to);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

const START: Span = { from: 0, to: 0 };
