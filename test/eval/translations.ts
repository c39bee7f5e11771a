import { readFileSync } from 'node:fs';
import { createLinter } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { type Block, blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { defaults } from '../helpers/settings.ts';
import { pairsInStep } from './corpus.ts';

export interface FlagRate {
  readonly level: string;
  readonly flags: number;
  readonly of: string;
  readonly 'rate %': number;
  /** What a prototype of the same check flagged in 13,100 blocks of other pages; '–' where there was none. */
  readonly 'at most %': number | '–';
}

/** Lints with the rules on translations alone. */
export const lintTranslation = createLinter({
  ...defaults,
  rules: new Map(
    rules.filter((rule) => !rule.pair && !rule.translation).map(({ id, options }) => [id, { level: 'off', options }]),
  ),
});

/**
 * What the rules on translations flag in pages that have the blocks of their source: an upper bound of their false
 * alarms, as the English of some has been reworded since.
 */
export function scoreTranslations(corpus: string): Record<string, FlagRate> {
  const flags: Record<string, number> = {};
  const counts: Record<keyof typeof kinds, number> = { texts: 0, 'code blocks': 0, ids: 0, headings: 0 };
  for (const { zh, en } of pairsInStep(corpus)) {
    const chinese = parseMarkdown(readFileSync(zh, 'utf8'));
    for (const block of blocksOf(chinese))
      for (const [kind, test] of Object.entries(kinds)) if (test(block)) counts[kind as keyof typeof kinds]++;
    for (const { rule } of lintTranslation(chinese, parseMarkdown(readFileSync(en, 'utf8'))).findings)
      flags[rule.id] = (flags[rule.id] ?? 0) + 1;
  }
  const rows = rules
    .filter((rule) => rule.group === 'source')
    .map((rule): [string, FlagRate] => {
      const of = countedIn[rule.id] ?? 'texts';
      const found = flags[rule.id] ?? 0;
      const rate = Math.round((10_000 * found) / Math.max(1, counts[of])) / 100;
      return [
        rule.id,
        {
          level: rule.level,
          flags: found,
          of: `${counts[of]} ${of}`,
          'rate %': rate,
          'at most %': atMost[rule.id] ?? '–',
        },
      ];
    });
  return Object.fromEntries(rows.sort((a, b) => b[1].flags - a[1].flags));
}

const kinds = {
  texts: ({ leaf }: Block) => leaf.prose.length > 0,
  'code blocks': ({ leaf }: Block) => leaf.kind === 'code',
  ids: ({ leaf }: Block) => leaf.kind === 'heading' && /\{(?:#|\/\*)/.test(leaf.source),
  headings: ({ leaf }: Block) => leaf.kind === 'heading',
};

const countedIn: Readonly<Record<string, keyof typeof kinds>> = {
  'code-block-differs': 'code blocks',
  'heading-id-differs': 'ids',
  'heading-level-differs': 'headings',
};

const atMost: Readonly<Record<string, number>> = {
  'number-differs': 0.07,
  'code-span-missing': 0.51,
  'code-span-differs': 0.36,
  'link-differs': 0.37,
  'heading-id-differs': 0.19,
  'heading-level-differs': 0.04,
  'code-block-differs': 2.4,
  'untranslated-text': 1.38,
  'latin-word-differs': 0.1,
};
