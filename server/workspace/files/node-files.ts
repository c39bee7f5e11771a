import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { URI } from 'vscode-uri';
import { type Files, MARKDOWN_NAME, MAX_FILES } from './files.ts';

/**
 * The Files port for a real disk; `file:` URIs only. Symbolic links are not listed, but files can be read through them.
 */
export const nodeFiles: Files = {
  async read(uri) {
    return readFile(pathOf(uri)).catch(() => undefined);
  },
  async kind(uri) {
    const found = await stat(pathOf(uri)).catch(() => undefined);
    return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
  },
  async list(uri) {
    const entries = await readdir(pathOf(uri), { withFileTypes: true }).catch(() => []);
    return entries.flatMap((entry) => {
      const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : undefined;
      return kind ? [{ name: entry.name, kind } as const] : [];
    });
  },
  async markdown(root, onUnreadable = () => {}) {
    const found: string[] = [];
    await walk(pathOf(root), '', [], found, onUnreadable);
    return found;
  },
  async real(uri) {
    if (!uri.startsWith('file:')) return uri;
    return realpath(pathOf(uri)).then(uriOf, () => undefined);
  },
};

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

// A .gitignore applies to the paths below its folder.
async function walk(
  root: string,
  folder: string,
  above: readonly Ignored[],
  found: string[],
  onUnreadable: (folder: string) => void,
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => {
    onUnreadable(uriOf(join(root, folder)));
    return [];
  });
  const rules = entries.some((entry) => entry.name === '.gitignore')
    ? await readFile(join(root, folder, '.gitignore'), 'utf8').catch(() => '')
    : '';
  const ignored = rules ? [...above, { prefix: folder ? `${folder}/` : '', rules: ignore().add(rules) }] : above;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length >= MAX_FILES) return;
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === '.git' || isIgnored(ignored, `${path}/`)) continue;
      await walk(root, path, ignored, found, onUnreadable);
    } else if (entry.isFile() && MARKDOWN_NAME.test(entry.name) && !isIgnored(ignored, path)) {
      found.push(uriOf(join(root, path)));
    }
  }
}

interface Ignored {
  readonly prefix: string;
  readonly rules: Ignore;
}

function isIgnored(all: readonly Ignored[], path: string): boolean {
  return all.some(({ prefix, rules }) => path.length > prefix.length && rules.ignores(path.slice(prefix.length)));
}
