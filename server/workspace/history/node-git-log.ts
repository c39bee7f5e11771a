import { MARKDOWN_NAME } from '../files/files.ts';
import { HistoryFault } from './history.ts';
import { readGit } from './node-git-process.ts';

/** What a commit did to a file. Paths are relative to the checkout. */
export interface FileChange {
  /** The position of the commit in the log. Newer commits come first, and every commit before its parents. */
  readonly order: number;
  readonly revision: string;
  readonly path: string;
  /** The previous name of the file. */
  readonly from: string;
  /** For a renamed file: how much is the same, 0–100. */
  readonly likeness: number;
  /** The content id; undefined if the file was removed. */
  readonly content: string | undefined;
  /** The previous content ids: none for a new file, one for each parent of a merge. */
  readonly before: readonly string[];
  /** The local history starts with this commit. */
  readonly isCut: boolean;
}

/** The changes of Markdown files by path, newest first. */
export type Log = ReadonlyMap<string, readonly FileChange[]>;

/**
 * Reads what commits did to Markdown files, including renames, from a revision backwards. Only commits that touch
 * `path` count: a file, a folder, or '' for everything. A merge counts if its result differs from all parents.
 *
 * @throws HistoryFault
 */
export async function gitLog(checkout: string, path: string, revision: string, timeout?: number): Promise<Log> {
  const log = new Map<string, FileChange[]>();
  const parser = createLogParser((change) => {
    const list = log.get(change.path);
    if (list) list.push(change);
    else log.set(change.path, [change]);
  });
  const isDone = await readGit(
    checkout,
    [...LOG, revision, '--', ...(path ? [`:(top,literal)${path}`] : [])],
    parser,
    timeout,
  );
  if (!isDone) throw new HistoryFault('failed');
  return log;
}

const LOG = [
  'log',
  '-z',
  '--raw',
  '--no-abbrev',
  '--full-diff',
  // Fixes of a moved page may touch every line of it.
  '-M30%',
  '-c',
  '--topo-order',
  '--no-follow',
  '--no-relative',
  '--no-color',
  '--no-notes',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
  '--decorate=short',
  '--format=%x01%H%x02%D',
];

/** Parses the output of `git log -z --raw -c`, in chunks of any size. */
export function createLogParser(give: (change: FileChange) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let order = -1;
  let revision = '';
  let isCut = false;
  let meta: { ids: readonly string[]; likeness: number | undefined } | undefined;
  let from: string | undefined;
  const token = (text: string) => {
    if (meta) {
      if (meta.likeness !== undefined && from === undefined) {
        from = text;
        return;
      }
      const ids = meta.ids.map((id) => (/^0+$/.test(id) ? undefined : id));
      if (MARKDOWN_NAME.test(text)) {
        const before = ids.slice(0, -1).filter((id) => id !== undefined);
        give({
          order,
          revision,
          path: text,
          from: from ?? text,
          likeness: meta.likeness ?? 100,
          content: ids.at(-1),
          before,
          isCut,
        });
      }
      meta = undefined;
      from = undefined;
      return;
    }
    const line = text.replace(/^\n/, '');
    if (line.startsWith('\u0001')) {
      const [id = '', names = ''] = line.slice(1).split('\u0002');
      order++;
      revision = id;
      isCut = names.split(', ').includes('grafted');
    } else if (line.startsWith(':')) {
      // One `:` per parent; a mode for each parent and the result; an id for each parent
      // and the result; and the status.
      const parents = /^:+/.exec(line)![0].length;
      const fields = line.slice(parents).split(' ');
      const ids = fields.slice(parents + 1, 2 * parents + 2);
      const [, likeness] = (parents === 1 && /^[RC](\d+)$/.exec(fields.at(-1) ?? '')) || [];
      meta = { ids, likeness: likeness === undefined ? undefined : Number(likeness) };
    }
  };
  return (piece) => {
    let at = 0;
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, at)) {
      const part = piece.subarray(at, end);
      token((rest.length > 0 ? Buffer.concat([rest, part]) : part).toString('utf8'));
      rest = Buffer.alloc(0);
      at = end + 1;
    }
    const left = piece.subarray(at);
    rest = rest.length > 0 ? Buffer.concat([rest, left]) : Buffer.from(left);
  };
}
