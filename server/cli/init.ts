import stringWidth from 'fast-string-width';
import { CONFIG_NAME } from '../core/config/config.ts';
import { firstSettings } from '../core/config/first-settings.ts';
import type { Evidence } from '../core/style/detect.ts';
import { styleIds, stylePoints } from '../core/style/points.ts';
import type { Style } from '../core/style/style.ts';
import { visible } from '../core/text/visible.ts';
import { joined } from '../workspace/files/paths.ts';
import { learnStyle } from '../workspace/project/style.ts';
import { CLEAN, FAILED, InputError, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/** `yijiao init [folder]`: shows the style of a project's pages, with counts, and writes it to a new settings file. */
export async function init(paths: readonly string[], terminal: Terminal): Promise<number> {
  const { files, language, out, error } = terminal;
  const zh = language === 'zh';
  const [path = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError('init [folder]');
  const root = terminal.uri(path);
  if ((await files.kind(root)) !== 'folder')
    throw new InputError(zh ? `没有这个文件夹：${path}` : `No such folder: ${path}`);
  const { style, evidence, pages } = await learnStyle(files, root);
  const count = pages.length;
  out(`${zh ? `看了 ${count} 个中文页面：` : `Looked at ${count} Chinese ${count === 1 ? 'page' : 'pages'}:`}\n\n`);
  out(styleTable(evidence, style, language));
  const target = joined(root, CONFIG_NAME);
  const name = visible(terminal.path(target));
  if (await files.kind(target)) {
    error(zh ? `\n${name} 已存在，未改动。\n` : `\n${name} exists and was left as it is.\n`);
    return FAILED;
  }
  const reason = await terminal.save(target, new TextEncoder().encode(firstSettings(style)), root);
  if (reason) {
    error(`\n${name}: ${reason[language]}\n`);
    return FAILED;
  }
  out(zh ? `\n已写入 ${name}。\n` : `\nWrote ${name}.\n`);
  return CLEAN;
}

function styleTable(evidence: Evidence, style: Partial<Style>, language: 'en' | 'zh'): string {
  const undecided = language === 'zh' ? '（依据不足）' : '(too few)';
  const rows = styleIds.map((id) => {
    const counts = stylePoints[id].values.map((value) => `${value} ${evidence[id][value] ?? 0}`).join(' · ');
    return [id, style[id] ?? undecided, counts, stylePoints[id].title[language]];
  });
  const widths = rows[0]!.slice(0, -1).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column]!))));
  const padded = (cell: string, column: number) =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
  return rows.map((row) => `  ${row.map(padded).join('  ')}\n`).join('');
}
