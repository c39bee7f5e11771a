import { fixAll } from '../core/lint/fix.ts';
import { fixabilityOf } from '../core/lint/fixability.ts';
import { type Finding, messageOf } from '../core/lint/rule.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import { isChinesePage } from '../core/text/sentence.ts';
import type { Span } from '../core/text/span.ts';
import { parentOf } from '../workspace/files/paths.ts';
import { decodeText, encodeText } from '../workspace/files/text-file.ts';
import type { Project } from '../workspace/project/project.ts';
import type { Projects } from '../workspace/project/projects.ts';
import { createSourcePages, type SourcePages } from '../workspace/source/source-pages.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import { namedPages, whyUnreadable } from './pages.ts';
import { openProjects } from './project.ts';
import { jsonReport } from './report/json.ts';
import { prettyReport } from './report/pretty.ts';
import type { FileReport, Problem } from './report/report.ts';
import { CLEAN, FAILED, FINDINGS } from './status.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  readonly fix: boolean;
  readonly format: 'pretty' | 'json';
}

/** `yijiao check`: checks files and folders; with `fix` it makes all safe fixes. Returns the exit status. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const { pages, unread, isIncomplete } = await namedPages(paths.length > 0 ? paths : ['.'], terminal);
  const uris = [...pages.keys()];
  if (options.fix) for (const folder of new Set(uris.map(parentOf))) await terminal.tidy(folder);
  const projects = openProjects(terminal, (uri) => pages.get(uri) ?? parentOf(uri));
  const sourceOf = createSources(terminal);
  const checked = new Map<string, FileReport>();
  // One page of each root.
  const roots = new Map<string, string>();
  let pending: readonly string[] = uris;
  for (let round = 0; pending.length > 0 && round < MAX_ROUNDS; round++) {
    for (const [i, uri] of pending.entries()) {
      if (i % 20 === 0) terminal.progress(`${i + 1}/${pending.length} ${terminal.path(uri)}`);
      const project = await projects.settled(uri);
      roots.set(project.root, uri);
      // Even if it is named, because hooks name every file that changed.
      if (project.settingsOf(uri).isIgnored || (await isUnread(project, terminal))) continue;
      const report = await checkPage(uri, options.fix, project, projects, sourceOf, terminal);
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
    if (await isUnread(project, terminal))
      reports.push(failedToRead(uri, await whyUnreadable(uri, terminal), terminal));
  }
  // Names that do not exist were already reported.
  const isSaid = uris.length + reports.length === 0 && isIncomplete && options.format === 'pretty';
  if (!isSaid) terminal.out(options.format === 'json' ? jsonReport(reports) : prettyReport(reports, terminal));
  if (isIncomplete || reports.some(({ failed }) => failed)) return FAILED;
  const counts = reports.some(({ problems }) => problems.some((problem) => problem.level !== 'hint'));
  return counts ? FINDINGS : CLEAN;
}

/** Whether a project's settings file cannot be read. Its pages are left alone, because its rules are unknown. */
async function isUnread({ settingsFile: { uri, text } }: Project, { files }: Terminal): Promise<boolean> {
  return text === undefined && (await files.kind(uri)) === 'file';
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

/** Returns the English source of a Chinese page, if there is one. */
type SourceOf = (uri: string, text: string, project: Project) => Promise<Markdown | undefined>;

function createSources({ files: disk, history }: Terminal): SourceOf {
  const files = withVirtualPages(disk, history);
  const sources = new Map<string, SourcePages>();
  return async (uri, text, { root, config }) => {
    if (!isChinesePage(text)) return undefined;
    const known = sources.get(root) ?? createSourcePages(files, { root, sources: config.sources, history });
    sources.set(root, known);
    return (await known.of(uri))?.markdown;
  };
}

async function checkPage(
  uri: string,
  fix: boolean,
  known: Project,
  projects: Projects,
  sourceOf: SourceOf,
  terminal: Terminal,
): Promise<FileReport> {
  const path = terminal.path(uri);
  const bytes = await terminal.files.read(uri);
  if (!bytes) return failedToRead(uri, await whyUnreadable(uri, terminal), terminal);
  const file = decodeText(bytes);
  if ('fault' in file) return { path, fixed: 0, problems: [problemAt('', START, file.fault)] };
  let settings = known.settingsOf(uri);
  const markdown = parsePage(file.text, uri);
  const source = await sourceOf(uri, file.text, known);
  const lint = (page: Markdown) => settings.lint(page, source);
  let result = lint(markdown);
  if (result.wantsSegmenter) {
    await projects.loadSegmenter();
    settings = (await projects.settled(uri)).settingsOf(uri);
    result = lint(markdown);
  }
  if (!fix) return { path, fixed: 0, problems: problemsIn(markdown, result.findings) };
  const fixed = fixAll(markdown, lint);
  if (fixed.text !== file.text) {
    const reason = await terminal.save(uri, encodeText({ ...file, text: fixed.text }), known.root);
    const problems = reason && [problemAt('', START, reason), ...problemsIn(markdown, result.findings)];
    if (problems) return { path, fixed: 0, failed: 'write', problems };
  }
  const after = parsePage(fixed.text, uri);
  return { path, fixed: fixed.count, problems: problemsIn(after, lint(after).findings) };
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
