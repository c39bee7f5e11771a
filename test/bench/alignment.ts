import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../../server/core/bilingual/align/align.ts';
import { alignSentences } from '../../server/core/bilingual/align/sentences.ts';
import { compare } from '../../server/core/bilingual/state/compare.ts';
import { blocksOf } from '../../server/core/markdown/blocks.ts';
import { type Markdown, parseMarkdown } from '../../server/core/markdown/parse.ts';
import { goldPages } from '../eval/gold.ts';
import { repository } from '../helpers/workspace.ts';

export interface AlignmentTime {
  readonly lines: number;
  readonly blocks: string;
  /** Both pages new. */
  readonly 'align (ms)': number;
  /** After a keystroke in the middle of the Chinese page, with its parsing. */
  readonly 'keystroke (ms)': number;
  readonly 'sentences (ms)': number;
}

/** Alignment of real pages, and of long ones made of them: with every block of its own, and the same over and over. */
export function alignmentTimes(): Record<string, AlignmentTime> {
  const seed = (name: string) => readFileSync(join(repository, 'test/fixtures/seed', name), 'utf8');
  const [chinese, english] = [seed('before.md'), seed('en.md')];
  const rows: Record<string, AlignmentTime> = { 'seed page': timesOf(chinese, english) };
  for (const page of goldPages()) rows[page.name] = timesOf(page.text.chinese, page.text.english);
  for (const lines of [2000, 20_000]) {
    rows[`${lines} lines, all different`] = timesOf(different(lines, '参见', 100), different(lines, 'See also', lines));
    rows[`${lines} lines of the seed page`] = timesOf(repeated(chinese, lines), repeated(english, lines));
  }
  return rows;
}

function timesOf(chinese: string, english: string): AlignmentTime {
  const rounds = chinese.length > 200_000 ? 1 : ROUNDS;
  const [left, right] = [parseMarkdown(chinese), parseMarkdown(english)];
  const blocks = [left, right].map((page) => blocksOf(page).length);
  const cold: number[] = [];
  const typed: number[] = [];
  const sentences: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Keys are kept as long as a leaf, so new pages have to be parsed.
    const [here, there] = [blocksOf(parseMarkdown(chinese)), blocksOf(parseMarkdown(english))];
    cold.push(timed(() => align(here, there)));
    compare(left, right);
    typed.push(timed(() => compare(typedIn(left), right)));
    const { pairs, scale } = compare(left, right);
    sentences.push(timed(() => pairs.forEach((pair) => void alignSentences(pair.blocks, scale))));
  }
  return {
    lines: chinese.split('\n').length,
    blocks: blocks.join(' × '),
    'align (ms)': least(cold),
    'keystroke (ms)': least(typed),
    'sentences (ms)': least(sentences),
  };
}

const ROUNDS = 5;

function typedIn(page: Markdown): Markdown {
  const at = page.text.indexOf('\n\n', page.text.length / 2) + 2;
  return parseMarkdown(`${page.text.slice(0, at)}字${page.text.slice(at)}`, page);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// Of several rounds the one that nothing disturbed.
function least(times: readonly number[]): number {
  return Number(Math.min(...times).toFixed(2));
}

function different(lines: number, word: string, skip: number): string {
  return Array.from({ length: lines / 2 }, (_, index) => (index % skip === 1 ? '' : `${word} \`id${index}\`.`))
    .filter(Boolean)
    .join('\n\n');
}

function repeated(page: string, lines: number): string {
  return page.repeat(Math.ceil(lines / page.split('\n').length));
}
