import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The Chinese pages that the repository may carry, as texts. */
export function fixturePages(): string[] {
  return read(['test/fixtures/pages/*.{md,mdx}', 'test/fixtures/alignment/*.zh.{md,mdx}', 'test/fixtures/seed/*.md']);
}

/** The same and, where a corpus is at hand (YIJIAO_CORPUS, or beside the repository), its pages. */
export function allPages(): string[] {
  const corpus = process.env.YIJIAO_CORPUS ?? join(root, '../shared/corpus');
  return [...fixturePages(), ...(existsSync(corpus) ? read([`${corpus}/**/zh/**/*.{md,mdx}`]) : [])];
}

function read(patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: root })
    .filter((path) => !path.endsWith('LICENSES.md'))
    .sort()
    .map((path) => readFileSync(resolve(root, path), 'utf8'))
    .filter((text) => text.length < 100_000);
}
