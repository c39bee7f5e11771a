import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { uriOf } from '../../server/workspace/files/node-files.ts';

export const repository = join(import.meta.dirname, '../..');

/** Runs the bundles, which promise Node 20, while the tests need 24. YIJIAO_NODE names another Node. */
export const productNode = process.env.YIJIAO_NODE || process.execPath;

export interface TestFolder {
  readonly path: string;
  at(name: string): string;
  uri(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  remove(): void;
}

/** A folder of real files in the system's temporary folder. */
export function testFolder(files: Record<string, string | Uint8Array> = {}): TestFolder {
  // Its real path: on macOS the temporary folder is behind a link, and on Windows it may have a short name.
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'yijiao-test-')));
  // Makes it the root of a checkout, so that settings above it do not apply.
  mkdirSync(join(path, '.git'));
  const at = (name: string) => join(path, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    at,
    write,
    uri: (name) => uriOf(at(name)),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A copy of the sample project, free to change. */
export function sampleFolder(): TestFolder {
  const folder = testFolder();
  cpSync(join(repository, 'sample'), folder.path, { recursive: true });
  return folder;
}
