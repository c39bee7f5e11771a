import type { PairState } from '../core/bilingual/state/compare.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { jsonText, visible } from '../core/text/visible.ts';
import {
  type ComparedPages,
  comparePage,
  type LineRange,
  linePairs,
  type NotCompared,
} from '../workspace/comparing.ts';
import { coverageOf, type PageState } from '../workspace/coverage/coverage.ts';
import { htmlReport } from '../workspace/coverage/coverage-html.ts';
import { blockStates } from '../workspace/coverage/coverage-texts.ts';
import { noSuchFolder } from '../workspace/files/file-faults.ts';
import { isWithin, parentOf } from '../workspace/files/paths.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import { openProjects } from './project.ts';
import { jsonCoverage, prettyCoverage } from './report/coverage.ts';
import { CLEAN, FAILED, FINDINGS, UNKNOWN, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/** `yijiao compare <zh> [<en>]` or `yijiao compare <folder> [<folder of the sources>]`. */
export async function compareCommand(
  paths: readonly string[],
  format: CompareFormat,
  terminal: Terminal,
): Promise<number> {
  const [path] = paths;
  if (path === undefined) throw new UsageError(texts.usage);
  if ((await terminal.files.kind(terminal.uri(path))) !== 'folder') return comparePair(paths, format, terminal);
  if (paths.length > 2) throw new UsageError(texts.folderUsage);
  return compareFolder(paths, format, terminal);
}

export type CompareFormat = 'pretty' | 'json' | 'html';

/**
 * Reports the coverage of every translation below a folder. Status 1 if one is behind, incomplete or missing;
 * else 3 if that is unknown for one.
 */
async function compareFolder(paths: readonly string[], format: CompareFormat, terminal: Terminal): Promise<number> {
  const { files, history, language } = terminal;
  // A project may keep each language in a clone of its own.
  const [folder, ...others] = paths.map(terminal.uri) as [string, ...string[]];
  for (const other of others) {
    if ((await files.kind(other)) === 'folder') continue;
    throw new UsageError(noSuchFolder(terminal.path(other)));
  }
  const { root, config } = await openProjects(terminal, () => folder).of(`${folder}/.`);
  const html = htmlReport(terminal);
  const coverage = await coverageOf(withVirtualPages(files, history), folder, {
    root,
    sources: config.sources,
    folders: others,
    named: others[0] === undefined ? undefined : { translations: folder, sources: others[0] },
    history,
    onProgress: (done, all, uri) => done % 10 === 0 && terminal.progress(`${done + 1}/${all} ${terminal.path(uri)}`),
    ...(format === 'html' ? { onPage: html.add } : {}),
  });
  terminal.progress('');
  if (format === 'html') terminal.out(html.finish(coverage));
  else terminal.out(format === 'json' ? jsonCoverage(coverage, terminal) : prettyCoverage(coverage, terminal));
  const states = new Set(coverage.pages.map(({ state }) => state));
  if (states.size === 1 && states.has('noSource')) {
    terminal.error(`${texts.noSources[language]}\n`);
    return FAILED;
  }
  if (['behind', 'incomplete', 'untranslated'].some((state) => states.has(state as PageState))) return FINDINGS;
  return states.has('unknown') ? UNKNOWN : CLEAN;
}

/** Prints the aligned pairs; lines are 1-based and inclusive. Status 1 if a block is missing or extra. */
async function comparePair(paths: readonly string[], format: CompareFormat, terminal: Terminal): Promise<number> {
  const { language, history } = terminal;
  const files = withVirtualPages(terminal.files, history);
  const [chinese, english, ...more] = paths;
  if (!chinese || more.length > 0 || format === 'html') throw new UsageError(texts.pairUsage);
  const uri = terminal.uri(chinese);
  // Without settings and checkout, everything below the working folder is one project.
  const here = terminal.uri('.');
  const { root, config } = await openProjects(terminal, () => (isWithin(here, uri) ? here : parentOf(uri))).of(uri);
  const other = english === undefined ? undefined : terminal.uri(english);
  const result = await comparePage(files, uri, { root, sources: config.sources, history }, other);
  if (!('comparison' in result)) {
    terminal.error(`${notCompared(uri, result, terminal)[language]}\n`);
    return FAILED;
  }
  const rows = rowsOf(result);
  if (format === 'json') {
    const pages = { chinese: terminal.path(result.chinese.uri), english: terminal.path(result.english.uri) };
    terminal.out(jsonText({ version: 1, ...pages, pairs: rows }));
  } else terminal.out(table(rows, result, terminal));
  return rows.some(({ state }) => state === 'missing' || state === 'extra') ? FINDINGS : CLEAN;
}

function notCompared(uri: string, { unreadable, candidates, tried }: NotCompared, terminal: Terminal): Bilingual {
  const path = (one: string) => visible(terminal.path(one));
  const list = (names: readonly string[]) => names.map((one) => `  ${one}`).join('\n');
  if (unreadable) return texts.unreadable(path(unreadable));
  if (candidates.length > 0) return texts.several(list(candidates.map(path)));
  return texts.noSource(path(uri), list(tried.map(visible)));
}

const texts = {
  usage: {
    en: 'compare <zh> [<en>] | <folder> [<en folder>]',
    zh: 'compare <译文> [<原文>] | <文件夹> [<原文文件夹>]',
  },
  folderUsage: { en: 'compare <folder> [<en folder>]', zh: 'compare <文件夹> [<原文文件夹>]' },
  pairUsage: { en: 'compare <zh> [<en>]', zh: 'compare <译文> [<原文>]' },
  noSources: {
    en: 'No English source was found for any page. Name its folder: compare <folder> <en folder>, or set “sources” in .yijiao.jsonc.',
    zh: '所有页面都没有找到英文原文。请指明原文所在的文件夹：compare <文件夹> <原文文件夹>，或在 .yijiao.jsonc 中设置“sources”。',
  },
  unreadable: (path: string) => ({ en: `Cannot read ${path}`, zh: `无法读取 ${path}` }),
  several: (list: string) => ({
    en: `Several pages could be the source. Name one of them as the second argument:\n${list}`,
    zh: `可能的原文不止一个。请在命令中指明其一：\n${list}`,
  }),
  noSource: (path: string, list: string) => ({
    en: `No source of ${path} was found. Name it as the second argument. Looked for:\n${list}`,
    zh: `找不到 ${path} 的原文。请在命令中指明。找过：\n${list}`,
  }),
};

interface Row {
  readonly chinese?: readonly [from: number, to: number];
  readonly english?: readonly [from: number, to: number];
  /** For a moved block: the lines of its counterpart on the other page. */
  readonly counterpart?: readonly [from: number, to: number];
  readonly state: PairState;
}

function rowsOf(result: ComparedPages): Row[] {
  const row = ({ from, to }: LineRange) => [from + 1, to + 1] as const;
  return linePairs(result).map(({ chinese, english, counterpart, state }) => ({
    ...(chinese ? { chinese: row(chinese) } : {}),
    ...(english ? { english: row(english) } : {}),
    ...(counterpart ? { counterpart: row(counterpart) } : {}),
    state,
  }));
}

function table(rows: readonly Row[], { chinese, english }: ComparedPages, { path, language }: Terminal): string {
  const show = (lines: Row['chinese']) =>
    lines ? (lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}–${lines[1]}`) : '';
  const body = rows.map(
    (row) =>
      `${show(row.chinese).padStart(11)}  ${show(row.english).padStart(11)}  ${blockStates[row.state][language]}${row.counterpart ? ` ↔ ${show(row.counterpart)}` : ''}`,
  );
  return `${visible(path(chinese.uri))} ↔ ${visible(path(english.uri))}\n${body.join('\n')}\n`;
}
