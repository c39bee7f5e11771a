import type { Bilingual } from '../core/text/bilingual.ts';
import { visible } from '../core/text/visible.ts';
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
  const unreadable = new Set<string>();
  const others: string[] = [];
  let isIncomplete = false;
  const add = (page: string, folder: string) => {
    if (!pages.has(page)) pages.set(page, folder);
  };
  for (const path of paths) {
    const target = uri(path);
    const kind = await files.kind(target);
    if (kind === 'folder') {
      for (const page of await files.markdown(target, (folder) => unreadable.add(folder))) add(page, target);
    } else if (kind && MARKDOWN_NAME.test(target)) add(target, parentOf(target));
    else if (kind) others.push(path);
    else {
      isIncomplete = true;
      const reason = await terminal.whyUnreadable(target);
      const nothing = language === 'zh' ? '没有这个文件或文件夹：' : 'No such file or folder: ';
      error(reason ? `${visible(path)}: ${reason[language]}\n` : `${nothing}${visible(path)}\n`);
    }
  }
  if (others.length > 0) error(passedOver(others, pages.size === 0 && !isIncomplete, language));
  const unread = new Map<string, Bilingual>();
  for (const folder of unreadable) unread.set(folder, (await terminal.whyUnreadable(folder)) ?? cannotBeRead);
  return { pages, unread, isIncomplete };
}

/** Why a page that was found before cannot be read. */
export async function whyUnreadable(uri: string, terminal: Terminal): Promise<Bilingual> {
  return (await terminal.whyUnreadable(uri)) ?? cannotBeRead;
}

const cannotBeRead: Bilingual = { en: 'This cannot be read.', zh: '无法读取。' };

function passedOver(paths: readonly string[], isAll: boolean, language: 'en' | 'zh'): string {
  const zh = language === 'zh';
  const names = paths
    .slice(0, MOST_NAMES)
    .map(visible)
    .join(zh ? '、' : ', ');
  const more = paths.length - MOST_NAMES;
  const rest = more > 0 ? (zh ? ` 等 ${paths.length} 个` : ` and ${more} more`) : '';
  const nothing = isAll ? (zh ? '没有可以检查的文件。\n' : 'Nothing is left to look at.\n') : '';
  return `${zh ? '不是 Markdown 文件，已略过：' : 'Passed over, not Markdown: '}${names}${rest}\n${nothing}`;
}

const MOST_NAMES = 5;
