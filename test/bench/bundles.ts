import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repository } from '../helpers/workspace.ts';

/** The sizes of what is shipped, as it is in dist/. */
export function bundleSizes(): Record<string, { 'size (KB)': number; 'gzip (KB)': number }> {
  const files = globSync(join(repository, 'dist/*.{cjs,js,vsix}')).sort();
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(file);
      return [basename(file), { 'size (KB)': kilobytes(bytes.length), 'gzip (KB)': kilobytes(gzipSync(bytes).length) }];
    }),
  );
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}
