import { createPageChecks, type NotChecked, type PageChecks, type ReadPage } from '../workspace/checking.ts';
import type { Files } from '../workspace/files/files.ts';
import { relativePath } from '../workspace/files/paths.ts';
import { isTagged, pageAt } from '../workspace/source/names.ts';
import type { Analysis } from './analysis.ts';
import { type Call, pausingFiles } from './requests.ts';
import type { Session } from './session.ts';

/** The pages below folders that are looked at, and how many more there are. */
export interface PagesBelow {
  readonly uris: readonly string[];
  readonly beyond: number;
}

/** Those that are Chinese by their names come first: of very many pages the others are left out. */
export async function pagesBelow(files: Files, folders: readonly string[], most = MOST_PAGES): Promise<PagesBelow> {
  const chinese = new Set<string>();
  const others = new Set<string>();
  for (const folder of folders) {
    for (const uri of await files.markdown(folder)) {
      const page = pageAt(relativePath(folder, uri));
      (page && isTagged(page) ? chinese : others).add(uri);
    }
  }
  const all = [...new Set([...chinese, ...others])];
  return { uris: all.slice(0, most), beyond: Math.max(0, all.length - most) };
}

/** More take an editor minutes, and are for the command line. */
export const MOST_PAGES = 10_000;

/** Checks that let others have their turn, and know of projects what open pages know. */
export function pageChecksOf(session: Session, analysis: Analysis, call: Call): PageChecks {
  const { settled, loadSegmenter } = analysis;
  return createPageChecks(pausingFiles(session.files, call), { settled, loadSegmenter }, session.sourceOptions);
}

export interface Read {
  readonly uri: string;
  /** Undefined where it was not wanted, or could not be asked for. */
  readonly page: ReadPage | NotChecked | undefined;
}

/** Reads pages some at a time, since each may be far away, and gives them one by one. */
export async function* readInTurn(
  uris: readonly string[],
  read: (uri: string) => Promise<Read['page']>,
  { pause }: Call,
  report: (error: unknown) => void,
): AsyncGenerator<Read> {
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const reading = uris.slice(at, at + AT_ONCE).map(async (uri): Promise<Read> => {
      try {
        return { uri, page: await read(uri) };
      } catch (error) {
        // One page that cannot be had does not end a look at all; that it was called off does.
        await pause();
        report(error);
        return { uri, page: undefined };
      }
    });
    for (const one of await Promise.all(reading)) {
      await pause();
      yield one;
    }
  }
}

const AT_ONCE = 8;
