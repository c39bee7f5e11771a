import { globFault, pathMatcher } from '../../core/text/glob.ts';
import type { Files } from '../files/files.ts';
import { joined, relativePath, within } from '../files/paths.ts';

/**
 * The glossary files for a path in the settings: a single file, or all files that match a glob such as
 * `glossary/*.yml`, by name. Undefined if the path leaves the root; empty if there is no such file.
 */
export async function glossaryFiles(files: Files, root: string, path: string): Promise<readonly string[] | undefined> {
  if (!isGlob(path)) {
    const uri = within(root, path);
    if (uri === undefined) return undefined;
    return (await files.kind(uri)) === 'file' ? [uri] : [];
  }
  if (globFault(path)) return undefined;
  const fits = pathMatcher([path]);
  const parts = path.replace(/^\.\//, '').split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  const base = fixed.length > 0 ? within(root, fixed.join('/')) : root;
  // Without `**` the pattern itself limits the depth.
  const depth = parts.length === 1 || path.includes('**') ? MAX_DEPTH : parts.length - fixed.length;
  const found: string[] = [];
  let folders = 0;
  const walk = async (folder: string, deep: number): Promise<void> => {
    if (++folders > MAX_FOLDERS) return;
    for (const { name, kind } of [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= MAX_GLOSSARIES) return;
      const uri = joined(folder, name);
      if (kind === 'file') {
        if (fits(relativePath(root, uri))) found.push(uri);
      } else if (deep > 1 && name !== 'node_modules' && !name.startsWith('.')) await walk(uri, deep - 1);
    }
  };
  if (base) await walk(base, depth);
  return found;
}

/** Whether a path is a glob. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

const MAX_DEPTH = 8;
const MAX_FOLDERS = 2000;
const MAX_GLOSSARIES = 500;
