import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { align } from '../../server/core/bilingual/align/align.ts';
import type { Bead } from '../../server/core/bilingual/align/bead.ts';
import { isContent } from '../../server/core/bilingual/facts/content.ts';
import { type Block, blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { counter, type Score, scoreOf } from './counter.ts';
import { type Damage, type Damaged, damaged, moved, random } from './damage.ts';
import { goldPages } from './gold.ts';

/** A page and its source, as blocks. */
export interface BlockPair {
  readonly name: string;
  readonly chinese: readonly Block[];
  readonly english: readonly Block[];
}

/** The pages of `<corpus>/<project>/{en,zh}/*`. */
export function blockPairs(corpus: string): BlockPair[] {
  const blocks = (path: string) => blocksOf(parseMarkdown(readFileSync(path, 'utf8')));
  return globSync(join(corpus, '*/zh/*'))
    .sort()
    .map((path) => ({
      name: basename(path),
      chinese: blocks(path),
      english: blocks(path.replace(/([\\/])zh\1(?=[^\\/]*$)/, '$1en$1')),
    }));
}

/** Pairs whose blocks are of the same kinds in the same order: block n translates block n. */
export function identicalPairs(pairs: readonly BlockPair[]): BlockPair[] {
  return pairs.filter(({ chinese, english }) => shape(chinese) === shape(english));
}

const damages: Readonly<Record<string, Damage>> = {
  'as they are': { delete: 0, insert: 0, split: 0, merge: 0 },
  'damage 5/3/3/3 %': { delete: 0.05, insert: 0.03, split: 0.03, merge: 0.03 },
  'damage 15/5/5/5 %': { delete: 0.15, insert: 0.05, split: 0.05, merge: 0.05 },
};

/** Links found between identical pages, to whose Chinese side something was done. */
export function scoreDamage(pairs: readonly BlockPair[]): Record<string, Score> {
  return Object.fromEntries(
    Object.entries(damages).map(([name, damage]) => [
      name,
      scoreAll(pairs, damage.delete > 0 ? SEEDS : 1, (pair, other, next) =>
        damaged(pair.chinese, other.chinese, damage, next),
      ),
    ]),
  );
}

const SEEDS = 12;

/** Links found where a section of the Chinese page was moved to another place. */
export function scoreMoves(pairs: readonly BlockPair[]): Score {
  return scoreAll(pairs, SEEDS, (pair, _, next) => moved(pair.chinese, next));
}

function scoreAll(
  pairs: readonly BlockPair[],
  seeds: number,
  change: (pair: BlockPair, other: BlockPair, next: () => number) => Damaged | undefined,
): Score {
  const links = counter();
  const missing = counter();
  pairs.forEach((pair, index) => {
    for (let seed = 1; seed <= seeds; seed++) {
      const changed = change(pair, pairs[(index + seed) % pairs.length]!, random(index * 100 + seed));
      if (!changed) continue;
      const beads = align(changed.blocks, pair.english);
      links.add(new Set(changed.origins.flatMap((from, at) => from.map((one) => `${at} ${one}`))), linksOf(beads));
      const kept = new Set(changed.origins.flat());
      missing.add(
        contentIn(pair.english, (at) => !kept.has(at)),
        missingIn(beads, pair.english),
      );
    }
  });
  return scoreOf(links, missing);
}

/** Links found in the pages that were aligned by hand. */
export function scoreGold(): Record<string, Score> {
  const all = { links: counter(), missing: counter() };
  const rows: Record<string, Score> = {};
  for (const { name, chinese, english, links: wanted, open } of goldPages()) {
    const links = counter();
    const missing = counter();
    const beads = align(chinese, english);
    const translated = new Set([...wanted].map((link) => Number(link.split(' ')[1])));
    const unclear = new Set([...open].map((link) => Number(link.split(' ')[1])));
    const lost = contentIn(english, (at) => !translated.has(at) && !unclear.has(at));
    const found = [...linksOf(beads)].filter((link) => !open.has(link));
    for (const count of [links, all.links]) count.add(wanted, new Set(found));
    const claimed = new Set([...missingIn(beads, english)].filter((at) => !unclear.has(at)));
    for (const count of [missing, all.missing]) count.add(lost, claimed);
    rows[name] = scoreOf(links, missing);
  }
  return { ...rows, all: scoreOf(all.links, all.missing) };
}

function linksOf(beads: readonly Bead[]): Set<string> {
  return new Set(
    beads.flatMap(({ chinese, english, moved = [] }) =>
      chinese.flatMap((at) => [...english, ...moved].map((other) => `${at} ${other}`)),
    ),
  );
}

function missingIn(beads: readonly Bead[], english: readonly Block[]): Set<number> {
  const lonely = new Set(beads.flatMap((bead) => (bead.chinese.length === 0 && !bead.moved ? bead.english : [])));
  return contentIn(english, (at) => lonely.has(at));
}

function contentIn(blocks: readonly Block[], isWanted: (at: number) => boolean): Set<number> {
  return new Set([...blocks.keys()].filter((at) => isWanted(at) && isContent(blocks[at]!)));
}

function shape(blocks: readonly Block[]): string {
  return blocks
    .map(({ leaf, listDepth, quoteDepth }) => `${leaf.kind}${leaf.level}${listDepth}${quoteDepth}`)
    .join(' ');
}
