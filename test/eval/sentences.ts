import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignSentences } from '../../server/core/bilingual/align/sentences.ts';
import { sentencesIn } from '../../server/core/bilingual/align/split.ts';
import { type BlockPair, compare } from '../../server/core/bilingual/state/compare.ts';
import { blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { HAN } from '../../server/core/text/han.ts';
import { percent } from './counter.ts';
import { random } from './damage.ts';

export interface SentenceScore {
  readonly pages: number;
  readonly pairs: number;
  readonly sentences: number;
  readonly 'said to be missing': number;
  readonly 'said to be extra': number;
  /** Chinese sentences that were taken away, one at a time. */
  readonly planted: number;
  readonly 'found %': string;
  readonly 'another said %': string;
}

/** The pages of a corpus whose English did not change after they were translated, and the others. */
export function scoreSentences(corpus: string): Record<string, SentenceScore> {
  const lines = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split('\t'));
  const isInSync = (row: readonly string[]) => row[7] === 'identical' && row[9] === '0';
  return {
    'in sync': score(corpus, rows.filter(isInSync)),
    'all others': score(
      corpus,
      rows.filter((row) => !isInSync(row)),
    ),
  };
}

function score(corpus: string, rows: readonly (readonly string[])[]): SentenceScore {
  const next = random(7);
  let [pairs, sentences, missing, extra, planted, found, others] = [0, 0, 0, 0, 0, 0, 0];
  for (const [, , english, chinese] of rows) {
    const [left, right] = [chinese!, english!].map((path) => parseMarkdown(readFileSync(join(corpus, path), 'utf8')));
    const comparison = compare(left!, right!);
    for (const pair of comparison.pairs.filter(isText)) {
      const beads = alignSentences(pair.blocks, comparison.scale);
      pairs++;
      for (const bead of beads) {
        sentences += bead.english.length;
        if (bead.chinese.length === 0) missing += bead.english.length;
        if (bead.english.length === 0) extra += bead.chinese.length;
      }
      if (beads.length < 2 || beads.some((bead) => bead.chinese.length !== 1 || bead.english.length !== 1)) continue;
      const at = Math.floor(next() * beads.length);
      const shorter = without(pair, at);
      if (!shorter) continue;
      const lost = beads[at]!.english[0]!.from;
      const claims = alignSentences(shorter, comparison.scale).filter((bead) => bead.chinese.length === 0);
      const claimed = claims.flatMap((bead) => bead.english.map(({ from }) => from));
      planted++;
      if (claimed.includes(lost)) found++;
      if (claimed.some((from) => from !== lost)) others++;
    }
  }
  return {
    pages: rows.length,
    pairs,
    sentences,
    'said to be missing': missing,
    'said to be extra': extra,
    planted,
    'found %': percent(found / planted),
    'another said %': percent(others / planted),
  };
}

function isText({ state, blocks: { chinese } }: BlockPair): boolean {
  return state === 'aligned' && chinese.some(({ leaf }) => leaf.prose.some(({ classes }) => classes & HAN));
}

// The pair without one sentence of its Chinese paragraph.
function without({ blocks: { chinese, english } }: BlockPair, at: number): BlockPair['blocks'] | undefined {
  const [block, more] = chinese;
  if (!block || more || block.leaf.kind !== 'paragraph') return undefined;
  const prose = block.leaf.prose[0]!;
  const sentences = sentencesIn(prose);
  const end = sentences[at + 1] ? prose.start(sentences[at + 1]!.from) : prose.source.length;
  const text = prose.source.slice(0, prose.start(sentences[at]!.from)) + prose.source.slice(end);
  const shorter = blocksOf(parseMarkdown(text));
  return shorter.length === 1 ? { chinese: shorter, english } : undefined;
}
