import type { Files } from './files.ts';
import { isWithin } from './paths.ts';

/**
 * Whether a file (URI) below a root is really inside it: no symbolic link on its path leads out of the root. The root
 * itself may be reached through a link. True if the file system has no links.
 */
export async function staysWithin(files: Files, root: string, uri: string): Promise<boolean> {
  if (!files.real) return true;
  const [base, target] = await Promise.all([files.real(root), files.real(uri)]);
  return base !== undefined && target !== undefined && (base === target || isWithin(base, target));
}

/** Leaves out pages that links bring in from outside, for editors that follow links when listing files. */
export function withoutPagesOutside(files: Files): Files {
  return {
    ...files,
    async markdown(root) {
      const found = await files.markdown(root);
      const stays = await Promise.all(found.map((uri) => staysWithin(files, root, uri)));
      return found.filter((_, i) => stays[i]);
    },
  };
}
