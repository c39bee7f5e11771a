import { isAbsolute, join, relative, sep } from 'node:path';
import { pathOf, uriOf } from '../files/node-files.ts';
import { type Checkout, type History, HistoryFault, REVISION_NAME, type Version } from './history.ts';
import { type FileChange, gitLog, type Log } from './node-git-log.ts';
import { type GitObject, gitObject } from './node-git-objects.ts';
import { checkoutOf, runGit } from './node-git-process.ts';

/** The History port over the machine's `git`; `file:` URIs only. Use it in trusted workspaces only. */
export const nodeGit: History = historyOf(logOfFile, aboutCheckout);

/** `logOf` returns the changes of at least one file, `about` the properties of a checkout. */
function historyOf(
  logOf: (place: CheckoutFile) => Promise<KnownLog>,
  about: (root: string) => Promise<Checkout>,
): History {
  return {
    async read(uri, revision) {
      if (!REVISION_NAME.test(revision)) return undefined;
      const { root, path } = placeOf(uri);
      return blobOf(await gitObject(root, `${revision}:${path}`))?.bytes;
    },
    async content(uri, id) {
      return /^[0-9a-f]{40,64}$/.test(id) ? blobOf(await gitObject(placeOf(uri).root, id))?.bytes : undefined;
    },
    async last(uri) {
      const { root, path } = placeOf(uri);
      const format = ['--format=%H%x09%ct%x09%D', '--decorate=short'];
      const output = await runGit(root, ['log', '-1', ...format, 'HEAD', '--', `:(top,literal)${path}`]);
      const [id, time, names] = output?.split('\t') ?? [];
      // At the start of a shallow history, every file seems to be new.
      return id && !names?.split(', ').includes('grafted') ? { id, time: Number(time) } : undefined;
    },
    async versions(uri) {
      const place = placeOf(uri);
      const head = blobOf(await gitObject(place.root, `HEAD:${place.path}`));
      return head && versionsFrom(place, head.id, await logOf(place));
    },
    async resolve(uri, name) {
      if (!REVISION_NAME.test(name)) return undefined;
      return (await gitObject(placeOf(uri).root, `${name}^{commit}`))?.id;
    },
    async mergeBase(uri, a, b) {
      if (!REVISION_NAME.test(a) || !REVISION_NAME.test(b)) return undefined;
      return (await runGit(placeOf(uri).root, ['merge-base', a, b])) || undefined;
    },
    checkout: async (uri) => about(placeOf(uri).root),
    below(folder) {
      const inside = pathOf(folder);
      const isBelow = (file: string) => file === inside || isUnder(inside, file);
      const logs = kept(async (root): Promise<KnownLog> => {
        const log = await gitLog(
          root,
          isUnder(root, inside) ? slashed(relative(root, inside)) : '',
          'HEAD',
          WALK_TIMEOUT,
        );
        return { log, covers: (path) => isBelow(join(root, path)) };
      });
      return historyOf(
        (place) => (isBelow(join(place.root, place.path)) ? logs(place.root) : logOf(place)),
        kept(about),
      );
    },
  };
}

/** Changes of files. It is complete for the files it covers. */
interface KnownLog {
  readonly log: Log;
  covers(path: string): boolean;
}

async function logOfFile({ root, path }: CheckoutFile): Promise<KnownLog> {
  return { log: await gitLog(root, path, 'HEAD'), covers: () => false };
}

/** Milliseconds that reading all files of a folder may take. */
const WALK_TIMEOUT = 120_000;

/** A file in a checkout: the folder of the checkout, and the path inside it with `/`. */
interface CheckoutFile {
  readonly root: string;
  readonly path: string;
}

function placeOf(uri: string): CheckoutFile {
  const file = uri.startsWith('file:') ? pathOf(uri) : undefined;
  const root = file && checkoutOf(file);
  if (!file || !root) throw new HistoryFault('noHistory');
  return { root, path: slashed(relative(root, file)) };
}

function isUnder(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function blobOf(object: GitObject | undefined): GitObject | undefined {
  return object?.type === 'blob' ? object : undefined;
}

async function aboutCheckout(root: string): Promise<Checkout> {
  const shallow = await runGit(root, ['rev-parse', '--is-shallow-repository']);
  const partial = await runGit(root, [
    'config',
    '--get-regexp',
    '^(extensions\\.partialclone|remote\\..*\\.promisor)$',
  ]);
  return { root: uriOf(root), isShallow: shallow === 'true', isPartial: partial !== undefined };
}

/** Follows a content back to where it was made, then the contents it was made from, and so on. */
async function versionsFrom({ root, path }: CheckoutFile, content: string, known: KnownLog): Promise<Version[]> {
  const found = new Map<FileChange, { readonly age: number; readonly version: Version }>();
  // Changes under another name have an order of their own, and are older.
  const lines = [{ path, content, known, after: -1, age: 0 }];
  for (let line = lines.pop(); line; line = lines.pop()) {
    const changes = line.known.log.get(line.path) ?? [];
    const { content, after, age } = line;
    const made = changes.find((change) => change.order > after && change.content === content);
    if (!made || found.has(made)) continue;
    // If a file comes back, it existed before it was removed.
    const isNew = made.before.length === 0 && !made.isCut;
    const removed = isNew
      ? changes.find(({ order, content }) => order > made.order && content === undefined)
      : undefined;
    const { before, order } = removed ?? made;
    const { revision, isCut, from, likeness } = made;
    found.set(made, {
      age,
      version: { revision, uri: uriOf(`${root}/${line.path}`), likeness, content, before, isCut },
    });
    const isKnown = from === line.path || line.known.covers(from);
    const next = isKnown ? line.known : { log: await gitLog(root, from, revision), covers: () => false };
    for (const one of before)
      lines.push({ path: from, content: one, known: next, after: isKnown ? order : -1, age: isKnown ? age : age + 1 });
  }
  const newestFirst = [...found].sort(([a, one], [b, other]) => one.age - other.age || a.order - b.order);
  return newestFirst.map(([, { version }]) => version);
}

function kept<Result>(ask: (key: string) => Promise<Result>): (key: string) => Promise<Result> {
  const answers = new Map<string, Promise<Result>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
