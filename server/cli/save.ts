import { visible } from '../core/text/visible.ts';
import { parentOf } from '../workspace/files/paths.ts';
import { findRoot } from '../workspace/project/project.ts';
import type { Terminal } from './terminal.ts';

/** Writes the file that `--out` names. False if that failed, in which case the reason was reported. */
export async function saveNamed(path: string, text: string, terminal: Terminal): Promise<boolean> {
  const uri = terminal.uri(path);
  // A checkout may contain a link of any name. The written file must stay in the project.
  const root = await findRoot(terminal.files, uri, parentOf(uri));
  const reason = await terminal.save(uri, new TextEncoder().encode(text), root);
  if (reason) terminal.error(`${visible(path)}: ${reason[terminal.language]}\n`);
  return reason === undefined;
}
