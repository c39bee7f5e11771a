import { type Block, blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';

/** Shares of the blocks to which something is done. */
export interface Damage {
  readonly delete: number;
  readonly insert: number;
  readonly split: number;
  readonly merge: number;
}

export interface Damaged {
  readonly blocks: readonly Block[];
  /** For each block, the undamaged blocks that it comes from; none for one that was inserted. */
  readonly origins: readonly (readonly number[])[];
}

/** Deletes, inserts (from `others`), splits and joins blocks; the same for the same `next`. */
export function damaged(
  blocks: readonly Block[],
  others: readonly Block[],
  damage: Damage,
  next: () => number,
): Damaged {
  const result: Block[] = [];
  const origins: number[][] = [];
  const push = (block: Block, from: number[]) => {
    result.push(block);
    origins.push(from);
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
  return { blocks: result, origins };
}

/**
 * Moves a section, a heading with all below it, in front of another one of its level; undefined where the page has no
 * section that is short enough beside the rest.
 */
export function moved(blocks: readonly Block[], next: () => number): Damaged | undefined {
  const sections = sectionsOf(blocks).filter(({ from, to }) => to - from >= 2 && (to - from) * 3 <= blocks.length);
  const section = sections[Math.floor(next() * sections.length)];
  if (!section) return undefined;
  const places = sections
    .filter(({ level, from }) => level === section.level && (from < section.from || from > section.to))
    .map(({ from }) => from);
  const place = places[Math.floor(next() * places.length)];
  if (place === undefined) return undefined;
  const order = [...blocks.keys()];
  const taken = order.splice(section.from, section.to - section.from);
  order.splice(order.indexOf(place), 0, ...taken);
  return { blocks: order.map((at) => blocks[at]!), origins: order.map((at) => [at]) };
}

/** Mulberry32: the same numbers on every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sectionsOf(blocks: readonly Block[]): { level: number; from: number; to: number }[] {
  return blocks.flatMap(({ leaf: { level } }, from) => {
    if (level === 0) return [];
    const end = blocks.findIndex(({ leaf }, at) => at > from && leaf.level > 0 && leaf.level <= level);
    return [{ level, from, to: end < 0 ? blocks.length : end }];
  });
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
