import { type Contradiction, contradictionsIn } from '../core/glossary/contradictions.ts';
import { formatNamed, formatOf } from '../core/glossary/format/index.ts';
import { formats } from '../core/glossary/format/list.ts';
import { lostIn } from '../core/glossary/format/lost.ts';
import { readGlossary } from '../core/glossary/format/read.ts';
import type { Fault, Term } from '../core/glossary/term.ts';
import { inEach, unworded } from '../core/text/bilingual.ts';
import { type LineIndex, lineIndex } from '../core/text/lines.ts';
import { visible } from '../core/text/visible.ts';
import { noSuchFile } from '../workspace/files/file-faults.ts';
import { decodeText } from '../workspace/files/text-file.ts';
import { extractTerms } from './glossary-extract.ts';
import { findTerm } from './glossary-find.ts';
import { openHere } from './project.ts';
import { reportNamed } from './report/index.ts';
import pretty from './report/pretty.ts';
import type { FileReport, Problem, Report } from './report/report.ts';
import { saveNamed } from './save.ts';
import { CLEAN, chosen, FAILED, FINDINGS, InputError, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

export interface GlossaryOptions {
  readonly format: string | undefined;
  /** The format to convert to; else the name of `out` tells it. */
  readonly to?: string | undefined;
  readonly out?: string | undefined;
}

/** `yijiao glossary <what> …`. Returns the exit status. */
export async function glossaryCommand(
  [what, ...paths]: readonly string[],
  options: GlossaryOptions,
  terminal: Terminal,
): Promise<number> {
  const { format } = options;
  switch (what) {
    case 'extract':
      return extractTerms(paths, { ...options, format: chosen(format, ['pretty', 'json', 'csv']) }, terminal);
    case 'check':
      return checkGlossaries(paths, reportNamed(format), terminal);
    case 'convert':
      return convert(paths, options, terminal);
    case 'find':
      return findTerm(paths, chosen(format, ['pretty', 'json']), terminal);
    default:
      throw new UsageError(unworded('glossary check | find | extract | convert'));
  }
}

/** Tells faults in glossary files, and rows that contradict or repeat one another; without paths, in those of the project. */
async function checkGlossaries(paths: readonly string[], report: Report, terminal: Terminal): Promise<number> {
  const reports = new Map<string, Gathered>();
  const project = await openHere(terminal, 'pages');
  const uris = paths.length > 0 ? paths.map((path) => terminal.uri(path)) : project.config.glossary;
  if (uris.length === 0) {
    throw new InputError(texts.none);
  }
  const linesOf = new Map<string, LineIndex>();
  const terms: Term[] = [];
  for (const uri of uris) {
    const { text, reading } = await readFile(uri, terminal);
    for (const term of reading.terms) terms.push(term);
    linesOf.set(uri, lineIndex(text));
    reports.set(uri, reportOf(uri, reading.faults, text, terminal));
  }
  for (const [uri, { faults }] of project.faults) {
    for (const fault of faults.filter(({ level }) => level === 'info')) {
      const lines = linesOf.get(uri);
      if (lines) reports.get(uri)!.problems.push(problem(fault, lines));
    }
  }
  for (const found of contradictionsIn(terms)) {
    reports.get(found.origin.file)!.problems.push(problem(found, linesOf.get(found.origin.file)!));
  }
  const all = [...reports.values()];
  for (const { problems } of all) problems.sort((a, b) => a.line - b.line || a.column - b.column);
  terminal.out(report.print(all, terminal));
  return all.some(({ problems }) => problems.some(({ level }) => level !== 'info')) ? FINDINGS : CLEAN;
}

/** Merges glossary files into one of another format, and reports the terms that it cannot hold. */
async function convert(paths: readonly string[], { to, out }: GlossaryOptions, terminal: Terminal): Promise<number> {
  const format = to === undefined ? formatOf(out ?? '') : formatNamed(to);
  if (paths.length === 0 || !format) {
    throw new UsageError(texts.convertUsage(formats.map(({ id }) => id).join(' | ')));
  }
  if (out && paths.some((path) => terminal.uri(path) === terminal.uri(out))) {
    throw new InputError(texts.intoItself);
  }
  const terms: Term[] = [];
  let faults = 0;
  for (const path of paths) {
    const uri = terminal.uri(path);
    const { text, reading } = await readFile(uri, terminal);
    for (const term of reading.terms) terms.push(term);
    faults += reading.faults.length;
    if (reading.faults.length > 0) {
      terminal.error(pretty.print([reportOf(uri, reading.faults, text, terminal)], terminal));
    }
  }
  const text = format.write(terms);
  const isWritten = out ? await saveNamed(out, text, terminal) : true;
  if (!isWritten) return FAILED;
  if (!out) terminal.out(text, 'data');
  const lost = lostIn(terms, readGlossary(text, `terms.${format.id}`).terms);
  if (lost.length > 0) {
    const some = lost.slice(0, 5).map((term) => visible(term.source[0] ?? term.renderings[0]?.text ?? ''));
    if (lost.length > some.length) some.push('…');
    terminal.error(`${texts.lost(format.id, lost.length, terms.length, some)[terminal.language]}\n`);
  }
  return faults > 0 ? FINDINGS : CLEAN;
}

const texts = {
  none: {
    en: 'This project has no glossary. Name one in “glossary” of .yijiao.jsonc, or after the command.',
    zh: '此项目没有设置术语表。请在 .yijiao.jsonc 的“glossary”中指定，或在命令后写出文件。',
  },
  convertUsage: (formats: string) => ({
    en: `glossary convert <files…> --to ${formats} [--out <file>]`,
    zh: `glossary convert <文件…> --to ${formats} [--out <文件>]`,
  }),
  intoItself: {
    en: '--out names a file that is to be converted. Choose another name.',
    zh: '--out 指定的是要转换的文件。请另选文件名。',
  },
  lost: (format: string, count: number, all: number, names: readonly string[]) => ({
    en: `${format} cannot hold everything in ${count} of ${all} entries: ${names.join(', ')}`,
    zh: `${all} 个词条中有 ${count} 个无法用 ${format} 完整表达：${names.join('、')}`,
  }),
};

async function readFile(uri: string, { files, path, whyUnreadable }: Terminal) {
  const bytes = await files.read(uri);
  if (!bytes) {
    const reason = await whyUnreadable(uri);
    const name = path(uri);
    throw new InputError(reason ? inEach((language) => `${name}: ${reason[language]}`) : noSuchFile(name));
  }
  const file = decodeText(bytes);
  if (!('fault' in file)) return { text: file.text, reading: readGlossary(file.text, uri) };
  return { text: '', reading: { terms: [], faults: [{ from: 0, to: 0, message: file.fault }] } };
}

interface Gathered extends FileReport {
  readonly problems: Problem[];
}

function reportOf(uri: string, faults: readonly Fault[], text: string, terminal: Terminal): Gathered {
  const lines = lineIndex(text);
  return { path: terminal.path(uri), fixed: 0, problems: faults.map((fault) => problem(fault, lines)) };
}

function problem(found: Fault | Contradiction, lines: LineIndex): Problem {
  const { from, to } = 'origin' in found ? found.origin : found;
  const start = lines.position(from);
  const end = lines.position(to);
  return {
    level: found.level ?? 'error',
    message: found.message,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    fixable: false,
  };
}
