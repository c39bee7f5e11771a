import stringWidth from 'fast-string-width';
import { CONFIG_NAME } from '../core/config/config.ts';
import { firstSettings } from '../core/config/first-settings.ts';
import type { Evidence } from '../core/style/detect.ts';
import { styleIds, stylePoints } from '../core/style/points.ts';
import type { Style } from '../core/style/style.ts';
import type { Language } from '../core/text/bilingual.ts';
import { visible } from '../core/text/visible.ts';
import { noSuchFolder } from '../workspace/files/file-faults.ts';
import { joined } from '../workspace/files/paths.ts';
import { learnStyle } from '../workspace/project/style.ts';
import { CLEAN, FAILED, InputError, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/** `yijiao init [folder]`: shows the style of a project's pages, with counts, and writes it to a new settings file. */
export async function init(paths: readonly string[], terminal: Terminal): Promise<number> {
  const { files, language, out, error } = terminal;
  const [path = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError(texts.usage);
  const root = terminal.uri(path);
  if ((await files.kind(root)) !== 'folder') throw new InputError(noSuchFolder(path));
  const { style, evidence, pages } = await learnStyle(files, root);
  out(`${texts.looked(pages.length)[language]}\n\n`);
  out(styleTable(evidence, style, language));
  const target = joined(root, CONFIG_NAME);
  const name = visible(terminal.path(target));
  if (await files.kind(target)) {
    error(`\n${texts.exists(name)[language]}\n`);
    return FAILED;
  }
  const reason = await terminal.save(target, new TextEncoder().encode(firstSettings(style)), root);
  if (reason) {
    error(`\n${name}: ${reason[language]}\n`);
    return FAILED;
  }
  out(`\n${texts.wrote(name)[language]}\n`);
  return CLEAN;
}

function styleTable(evidence: Evidence, style: Partial<Style>, language: Language): string {
  const rows = styleIds.map((id) => {
    const counts = stylePoints[id].values.map((value) => `${value} ${evidence[id][value] ?? 0}`).join(' · ');
    return [id, style[id] ?? texts.undecided[language], counts, stylePoints[id].title[language]];
  });
  const widths = rows[0]!.slice(0, -1).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column]!))));
  const padded = (cell: string, column: number) =>
    cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
  return rows.map((row) => `  ${row.map(padded).join('  ')}\n`).join('');
}

const texts = {
  usage: { en: 'init [<folder>]', zh: 'init [<文件夹>]' },
  looked: (pages: number) => ({
    en: `Looked at ${pages} Chinese ${pages === 1 ? 'page' : 'pages'}:`,
    zh: `看了 ${pages} 个中文页面：`,
  }),
  exists: (name: string) => ({
    en: `${name} is there already and was not changed. Edit it, or remove it and run this again.`,
    zh: `${name} 已存在，未改动。请直接编辑，或删除后重新运行。`,
  }),
  wrote: (name: string) => ({ en: `Wrote ${name}.`, zh: `已写入 ${name}。` }),
  undecided: { en: '(too few)', zh: '（依据不足）' },
};
