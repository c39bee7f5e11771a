import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { defaults } from '../helpers/settings.ts';

export interface FlagRate {
  readonly flags: number;
  readonly 'per 1,000 blocks': number;
}

/**
 * What the rules on translations flag in pages that have the blocks of their source (`structure` is `identical` in
 * `MANIFEST.tsv`): an upper bound of their false alarms, as the English of some has been reworded since.
 */
export function scoreTranslations(corpus: string): { blocks: number; rules: Record<string, FlagRate> } {
  const counts: Record<string, number> = {};
  let blocks = 0;
  const lint = createLinter({
    ...defaults,
    rules: new Map(
      rules.filter((rule) => !rule.pair && !rule.translation).map(({ id, options }) => [id, { level: 'off', options }]),
    ),
  });
  for (const { zh, en } of pairsInStep(corpus)) {
    const chinese = parseMarkdown(readFileSync(zh, 'utf8'));
    blocks += blocksOf(chinese).length;
    for (const { rule } of lint(chinese, parseMarkdown(readFileSync(en, 'utf8'))).findings) {
      counts[rule.id] = (counts[rule.id] ?? 0) + 1;
    }
  }
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return {
    blocks,
    rules: Object.fromEntries(
      rows.map(([id, flags]) => [id, { flags, 'per 1,000 blocks': Math.round((10_000 * flags) / blocks) / 10 }]),
    ),
  };
}

function pairsInStep(corpus: string): { zh: string; en: string }[] {
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
