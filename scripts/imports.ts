import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The imports of each file of the product: files as paths from the root of the repository, packages by name. */
export function importsOfProduct(): ReadonlyMap<string, readonly string[]> {
  const files = globSync('{client,server}/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(files.filter((file) => !file.endsWith('.d.ts')).map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/g)];
  return found.map((match) => {
    const name = match[1] ?? match[2]!;
    return name.startsWith('.') ? relative('.', join(dirname(file), name)).replaceAll('\\', '/') : name;
  });
}
