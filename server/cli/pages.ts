import type { Bilingual } from '../core/text/bilingual.ts';
import { visible } from '../core/text/visible.ts';
import { noSuchFile, unreadable } from '../workspace/files/file-faults.ts';
import { MARKDOWN_NAME } from '../workspace/files/files.ts';
import { parentOf } from '../workspace/files/paths.ts';
import type { Terminal } from './terminal.ts';

export interface NamedPages {
  /** Each page (URI) with the folder that was named for it. */
  readonly pages: ReadonlyMap<string, string>;
  /** Folders (URI) that cannot be read. */
  readonly unread: ReadonlyMap<string, Bilingual>;
  /** A name that does not exist. This has been reported. */
  readonly isIncomplete: boolean;
}

/**
 * The pages that arguments name. In folders, these are the files that git does not ignore. Hooks name every file of a
 * commit, so other files are skipped with a note.
 */
export async function namedPages(paths: readonly string[], terminal: Terminal): Promise<NamedPages> {
  const { files, uri, language, error } = terminal;
  const pages = new Map<string, string>();
  const closed = new Set<string>();
  const others: string[] = [];
  let isIncomplete = false;
  const add = (page: string, folder: string) => {
    if (!pages.has(page)) pages.set(page, folder);
  };
  for (const path of paths) {
    const target = uri(path);
    const kind = await files.kind(target);
    if (kind === 'folder') {
      for (const page of await files.markdown(target, (folder) => closed.add(folder))) add(page, target);
    } else if (kind && MARKDOWN_NAME.test(target)) add(target, parentOf(target));
    else if (kind) others.push(path);
    else {
      isIncomplete = true;
      const reason = await terminal.whyUnreadable(target);
      error(reason ? `${visible(path)}: ${reason[language]}\n` : `${noSuchFile(visible(path))[language]}\n`);
    }
  }
  if (others.length > 0) {
    const some = others.slice(0, MOST_NAMES).map(visible);
    error(`${texts.passedOver(some, others.length)[language]}\n`);
    if (pages.size === 0 && !isIncomplete) error(`${texts.nothing[language]}\n`);
  }
  const unread = new Map<string, Bilingual>();
  for (const folder of closed) unread.set(folder, (await terminal.whyUnreadable(folder)) ?? unreadable);
  return { pages, unread, isIncomplete };
}

/** Why a page that was found before cannot be read. */
export async function whyUnreadable(uri: string, terminal: Terminal): Promise<Bilingual> {
  return (await terminal.whyUnreadable(uri)) ?? unreadable;
}

const texts = {
  passedOver: (names: readonly string[], all: number) => ({
    en: `Skipped, not Markdown: ${names.join(', ')}${all > names.length ? ` and ${all - names.length} more` : ''}`,
    zh: `不是 Markdown 文件，已跳过：${names.join('、')}${all > names.length ? ` 等 ${all} 个` : ''}`,
  }),
  nothing: {
    en: 'No Markdown file was named, so nothing was looked at.',
    zh: '没有指定 Markdown 文件，未查看任何页面。',
  },
};

const MOST_NAMES = 5;
