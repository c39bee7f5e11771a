import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The section of CHANGELOG.md for the tag `v<version>`. Throws if the manifest has another version, or the changelog no
 * such section `## [<version>] - <date>` with content.
 */
export function releaseNotes(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag} and package.json says ${version}: tag v${version}.`);
  const section = changelog.split(/^## /m).find((one) => one.startsWith(`[${version}] - `));
  const [, notes = ''] = /^[^\n]*\n([\s\S]*)/.exec(section ?? '') ?? [];
  // Link definitions of versions may follow at the end of the file.
  const words = notes.replace(/^\[[^\]]+\]: .*$/gm, '').trim();
  if (!words) throw new Error(`CHANGELOG.md has no section “## [${version}] - <date>”: rename “Unreleased”.`);
  return `${words}\n`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  try {
    const notes = releaseNotes(process.argv[2] ?? '', JSON.parse(read('package.json')).version, read('CHANGELOG.md'));
    const path = join(root, '.test-out', 'release-notes.md');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, notes);
    console.log(notes);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
