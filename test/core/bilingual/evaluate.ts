/**
 * How well `align` does on real pages: `node test/core/bilingual/evaluate.ts <folder>`. The folder holds
 * `<project>/{en,zh}/<page>`. Pages whose blocks are the same sequence of kinds are the gold: block n translates block n.
 * They are aligned as they are, and with seeded damage to the Chinese side.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../../../server/core/bilingual/align.ts';
import { compare } from '../../../server/core/bilingual/compare.ts';
import { type Block, blocksOf } from '../../../server/core/markdown/blocks.ts';
import { type Markdown, parseMarkdown } from '../../../server/core/markdown/parse.ts';

interface Page {
  readonly name: string;
  readonly chinese: Markdown;
  readonly english: Markdown;
}

interface Damaged {
  readonly blocks: readonly Block[];
  /** For each block, the English blocks that it translates. */
  readonly gold: readonly (readonly number[])[];
}

interface Damage {
  readonly name: string;
  readonly delete: number;
  readonly insert: number;
  readonly split: number;
  readonly merge: number;
}

const damages: readonly Damage[] = [
  { name: 'as they are', delete: 0, insert: 0, split: 0, merge: 0 },
  { name: 'damage 5/3/3/3 %', delete: 0.05, insert: 0.03, split: 0.03, merge: 0.03 },
  { name: 'damage 15/5/5/5 %', delete: 0.15, insert: 0.05, split: 0.05, merge: 0.05 },
];

const [folder, verbose] = process.argv.slice(2);
if (!folder) throw new Error('Give the folder with <project>/{en,zh}/<page>.');
const pages = readPages(folder);
const gold = pages.filter(({ chinese, english }) => shape(chinese) === shape(english));

console.log(`${pages.length} pages, ${gold.length} of them with the same blocks on both sides\n`);
console.log('| | link P | link R | link F1 | missing P | missing R | extra P | extra R |');
console.log('|---|---|---|---|---|---|---|---|');
for (const damage of damages) console.log(`| ${damage.name} | ${scores(damage).join(' | ')} |`);
console.log(`\n${times()}\n`);
console.log(states());

function scores(damage: Damage): string[] {
  const links = counter();
  const missing = counter();
  const extra = counter();
  gold.forEach((page, index) => {
    for (let seed = 1; seed <= (damage.delete > 0 ? 5 : 1); seed++) {
      const english = blocksOf(page.english);
      const others = blocksOf(gold[(index + seed) % gold.length]!.chinese);
      const { blocks, gold: right } = damaged(blocksOf(page.chinese), others, damage, random(index * 100 + seed));
      const beads = align(blocks, english);
      const wanted = new Set(right.flatMap((links, at) => links.map((link) => `${at} ${link}`)));
      const found = beads.flatMap((bead) => bead.chinese.flatMap((at) => bead.english.map((link) => `${at} ${link}`)));
      if (verbose && damage.name.includes(verbose)) show(page, blocks, english, wanted, found);
      links.add(wanted, new Set(found));
      const linked = new Set(right.flat());
      const isLost = (at: number) => !linked.has(at) && counts(english[at]!);
      missing.add(
        new Set(english.flatMap((_, at) => (isLost(at) ? [at] : []))),
        new Set(
          beads.flatMap((bead) => (bead.chinese.length === 0 ? bead.english : [])).filter((at) => counts(english[at]!)),
        ),
      );
      extra.add(
        new Set(right.flatMap((links, at) => (links.length === 0 && counts(blocks[at]!) ? [at] : []))),
        new Set(
          beads.flatMap((bead) => (bead.english.length === 0 ? bead.chinese : [])).filter((at) => counts(blocks[at]!)),
        ),
      );
    }
  });
  const rest = damage.delete > 0 ? [missing.precision, missing.recall, extra.precision, extra.recall] : [];
  return [links.precision, links.recall, links.f1, ...rest].map((share) => (100 * share).toFixed(2));
}

function counts({ leaf }: Block): boolean {
  return !['comment', 'rule', 'esm', 'directive', 'definition'].includes(leaf.kind);
}

function show(
  page: Page,
  chinese: readonly Block[],
  english: readonly Block[],
  wanted: ReadonlySet<string>,
  found: readonly string[],
): void {
  const brief = (block: Block | undefined) => JSON.stringify(block?.leaf.source.slice(0, 60));
  const line = (sign: string, link: string) => {
    const [left, right] = link.split(' ').map(Number);
    console.log(`${sign} ${page.name} ${link}: ${brief(chinese[left!])} ↔ ${brief(english[right!])}`);
  };
  for (const link of wanted) if (!found.includes(link)) line('-', link);
  for (const link of found) if (!wanted.has(link)) line('+', link);
}

function times(): string {
  const all: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const { chinese, english } of pages) {
      // Fresh parses: keys are kept by leaf.
      const left = blocksOf(parseMarkdown(chinese.text));
      const right = blocksOf(parseMarkdown(english.text));
      const start = performance.now();
      align(left, right);
      if (round > 0) all.push(performance.now() - start);
    }
  }
  all.sort((a, b) => a - b);
  const at = (share: number) => all[Math.floor(share * (all.length - 1))]!.toFixed(2);
  return `ms a page, keys included: p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}

function states(): string {
  const counts: Record<string, number> = {};
  for (const { chinese, english } of pages) {
    for (const { state } of compare(chinese, english).pairs) counts[state] = (counts[state] ?? 0) + 1;
  }
  return `states over all pages: ${JSON.stringify(counts)}`;
}

function damaged(blocks: readonly Block[], others: readonly Block[], damage: Damage, next: () => number): Damaged {
  const result: Block[] = [];
  const right: number[][] = [];
  const push = (block: Block, links: number[]) => {
    result.push(block);
    right.push(links);
  };
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (next() < damage.insert) push(others[Math.floor(next() * others.length)]!, []);
    const dice = next();
    if (dice < damage.delete) continue;
    const following = blocks[at + 1];
    const parts = halves(block);
    if (dice < damage.delete + damage.merge && following && canJoin(block, following)) {
      push(written(block, `${block.leaf.source}${following.leaf.source}`), [at, at + 1]);
      at++;
    } else if (dice > 1 - damage.split && parts) for (const part of parts) push(written(block, part), [at]);
    else push(block, [at]);
  }
  return { blocks: result, gold: right };
}

function canJoin(a: Block, b: Block): boolean {
  return a.leaf.kind === 'paragraph' && b.leaf.kind === 'paragraph' && a.listDepth === b.listDepth;
}

function halves({ leaf }: Block): [string, string] | undefined {
  const cut = leaf.kind === 'paragraph' ? leaf.source.indexOf('。', 12) + 1 : 0;
  return cut > 0 && cut < leaf.source.length - 12 ? [leaf.source.slice(0, cut), leaf.source.slice(cut)] : undefined;
}

function written(block: Block, text: string): Block {
  return { ...block, leaf: blocksOf(parseMarkdown(text))[0]?.leaf ?? block.leaf };
}

function shape(markdown: Markdown): string {
  return blocksOf(markdown)
    .map(({ leaf, listDepth, quoteDepth }) => `${leaf.kind}${leaf.level}${listDepth}${quoteDepth}`)
    .join(' ');
}

function readPages(folder: string): Page[] {
  const read = (path: string) => parseMarkdown(readFileSync(path, 'utf8'));
  return readdirSync(folder).flatMap((project) =>
    readdirSync(join(folder, project, 'zh')).map((name) => ({
      name: `${project}/${name}`,
      chinese: read(join(folder, project, 'zh', name)),
      english: read(join(folder, project, 'en', name)),
    })),
  );
}

function counter() {
  let hits = 0;
  let wanted = 0;
  let found = 0;
  return {
    add<T>(right: ReadonlySet<T>, given: ReadonlySet<T>) {
      wanted += right.size;
      found += given.size;
      for (const item of given) if (right.has(item)) hits++;
    },
    get precision() {
      return hits / Math.max(1, found);
    },
    get recall() {
      return hits / Math.max(1, wanted);
    },
    get f1() {
      return (2 * hits) / Math.max(1, wanted + found);
    },
  };
}

// Mulberry32: the same damage on every run.
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
