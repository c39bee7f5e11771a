import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the corpus and its English source, as files. */
export interface PairFiles {
  readonly zh: string;
  readonly en: string;
}

/** The pairs that have the same blocks on both sides (`structure` is `identical` in `MANIFEST.tsv`). */
export function pairsInStep(corpus: string): PairFiles[] {
  return manifest(corpus)
    .filter((row) => row.structure === 'identical')
    .map((row) => ({ zh: join(corpus, row.zh!), en: join(corpus, row.en!) }));
}

/** The pages of the corpus, by the names of the columns of its table. */
export function manifest(corpus: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i]!, cell])));
}
