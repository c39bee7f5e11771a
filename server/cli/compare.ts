import { type ComparedPages, comparePage, type LineRange, linePairs } from '../workspace/comparing.ts';
import { parentOf } from '../workspace/paths.ts';
import { findRoot, openProject } from '../workspace/project.ts';
import { CLEAN, FAILED, FINDINGS, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/** `yijiao compare <zh> [<en>]`: the aligned pairs, lines 1-based and inclusive. Status 1 when a block is missing or extra. */
export async function compareCommand(
  paths: readonly string[],
  format: 'pretty' | 'json',
  terminal: Terminal,
): Promise<number> {
  const { files, language } = terminal;
  const [chinese, english, ...more] = paths;
  if (!chinese || more.length > 0) throw new UsageError('compare <zh> [<en>]');
  const uri = terminal.uri(chinese);
  const root = await findRoot(files, uri, parentOf(uri));
  const { config } = await openProject(files, root);
  const other = english === undefined ? undefined : terminal.uri(english);
  const result = await comparePage(files, uri, { root, sources: config.sources }, other);
  if (!('comparison' in result)) {
    terminal.error(`${notCompared(result, terminal)}\n`);
    return FAILED;
  }
  const rows = rowsOf(result);
  if (format === 'json') {
    const pages = { chinese: terminal.path(result.chinese.uri), english: terminal.path(result.english.uri) };
    terminal.out(`${JSON.stringify({ version: 1, ...pages, pairs: rows }, null, 2)}\n`);
  } else terminal.out(table(rows, result, terminal));
  return rows.some((row) => row.state === 'missing' || row.state === 'extra') ? FINDINGS : CLEAN;

  function notCompared(found: Exclude<typeof result, ComparedPages>, { path }: Terminal): string {
    const zh = language === 'zh';
    if (found.unreadable) return `${zh ? '无法读取' : 'Cannot read'} ${path(found.unreadable)}`;
    if (found.candidates.length > 0) {
      const list = found.candidates.map((one) => `  ${path(one)}`).join('\n');
      return `${zh ? '可能的原文不止一个，请在命令中指明：' : 'Several pages could be the source; name one of them:'}\n${list}`;
    }
    const list = found.tried.map((one) => `  ${one}`).join('\n');
    return `${zh ? `找不到 ${path(uri)} 的原文，请在命令中指明。找过：` : `No source of ${path(uri)} was found; name it as the second argument. Tried:`}\n${list}`;
  }
}

interface Row {
  readonly chinese?: readonly [from: number, to: number];
  readonly english?: readonly [from: number, to: number];
  readonly state: string;
}

function rowsOf(result: ComparedPages): Row[] {
  const row = ({ from, to }: LineRange) => [from + 1, to + 1] as const;
  return linePairs(result).map(({ chinese, english, state }) => ({
    ...(chinese ? { chinese: row(chinese) } : {}),
    ...(english ? { english: row(english) } : {}),
    state,
  }));
}

function table(rows: readonly Row[], { chinese, english }: ComparedPages, { path }: Terminal): string {
  const show = (lines: Row['chinese']) =>
    lines ? (lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}–${lines[1]}`) : '';
  const body = rows.map((row) => `${show(row.chinese).padStart(11)}  ${show(row.english).padStart(11)}  ${row.state}`);
  return `${path(chinese.uri)} ↔ ${path(english.uri)}\n${body.join('\n')}\n`;
}
