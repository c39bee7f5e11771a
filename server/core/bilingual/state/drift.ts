import { diffArrays, diffWordsWithSpace } from 'diff';
import { type Block, blocksOf } from '../../markdown/blocks.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import type { Markdown } from '../../markdown/parse.ts';
import { difference, type Span } from '../../text/span.ts';
import { align } from '../align/align.ts';

/** A block of the English source that changed since the page was translated. Spans are UTF-16 offsets. */
export interface Change {
  /** In the old source; undefined if the block is new. */
  readonly before?: Span;
  /** In the current source; undefined if the block was removed. */
  readonly after?: Span;
  /** The affected block of the Chinese page. For a new block, the empty span where its translation belongs. */
  readonly chinese: Span;
  /** The words of both versions, in order. */
  readonly diff: readonly DiffPart[];
  /**
   * The reader of the translation would miss nothing: the change is in link targets, code, typing errors or whitespace.
   */
  readonly trivial: boolean;
}

/** Words that both versions share, or that only one of them has. */
export interface DiffPart {
  readonly text: string;
  readonly state: 'same' | 'added' | 'removed';
}

/**
 * Finds what changed in the English source since a page was translated, block by block, in the order of the current
 * source. Blocks of the two versions are matched by their text, and reworded ones by their common words. Each change
 * leads to the Chinese block that is aligned with the old version.
 */
export function drift(chinese: Markdown, before: Markdown, after: Markdown): Change[] {
  const old = blocksOf(before);
  const now = blocksOf(after);
  const steps = stepsBetween(old, now);
  if (steps.every((step) => step.before !== undefined && step.after !== undefined && step.same)) return [];
  const counterpart = counterparts(blocksOf(chinese), old);
  const changes: Change[] = [];
  let end = 0;
  for (const step of steps) {
    const was = step.before === undefined ? undefined : old[step.before];
    const is = step.after === undefined ? undefined : now[step.after];
    const place = step.before === undefined ? undefined : counterpart(step.before);
    if (place) end = place.to;
    if (step.same) continue;
    const words = wordsBetween(was?.leaf.source ?? '', is?.leaf.source ?? '');
    changes.push({
      ...(was ? { before: spanOf(was) } : {}),
      ...(is ? { after: spanOf(is) } : {}),
      chinese: place ?? { from: end, to: end },
      diff: words,
      trivial: was !== undefined && is !== undefined && isTrivial(was.leaf, is.leaf),
    });
  }
  return changes;
}

interface Step {
  readonly before?: number;
  readonly after?: number;
  readonly same?: boolean;
}

function stepsBetween(old: readonly Block[], now: readonly Block[]): Step[] {
  const text = ({ leaf }: Block) => `${leaf.kind} ${leaf.source.replace(/\s+/g, ' ').trim()}`;
  const steps: Step[] = [];
  let before = 0;
  let after = 0;
  let gone: number[] = [];
  let added: number[] = [];
  const flush = () => {
    steps.push(...reworded(gone, added, old, now));
    gone = [];
    added = [];
  };
  for (const part of diffArrays(old.map(text), now.map(text))) {
    for (let i = 0; i < part.value.length; i++) {
      if (part.removed) gone.push(before++);
      else if (part.added) added.push(after++);
      else {
        flush();
        steps.push({ before: before++, after: after++, same: true });
      }
    }
  }
  flush();
  return steps;
}

/** Matches removed blocks with the added ones that they became, between two unchanged blocks. */
function reworded(
  gone: readonly number[],
  added: readonly number[],
  old: readonly Block[],
  now: readonly Block[],
): Step[] {
  const steps: Step[] = [];
  let next = 0;
  for (const before of gone) {
    let found = -1;
    for (let i = next; i < Math.min(added.length, next + MAX_LOOK); i++) {
      if (alike(old[before]!.leaf, now[added[i]!]!.leaf)) {
        found = i;
        break;
      }
    }
    if (found < 0) steps.push({ before });
    else {
      for (const after of added.slice(next, found)) steps.push({ after });
      steps.push({ before, after: added[found]! });
      next = found + 1;
    }
  }
  for (const after of added.slice(next)) steps.push({ after });
  return steps;
}

/** How many new blocks to compare with an old one. */
const MAX_LOOK = 40;

/** Whether one block is a new wording of another: the same kind, and at least two in five words in common. */
function alike(before: Leaf, after: Leaf): boolean {
  if (before.kind !== after.kind) return false;
  const left = wordCounts(before.source);
  const right = wordCounts(after.source);
  let shared = 0;
  let all = 0;
  for (const [word, count] of left) {
    shared += Math.min(count, right.get(word) ?? 0);
    all += count;
  }
  let others = 0;
  for (const count of right.values()) others += count;
  return shared >= 0.4 * Math.max(all, others);
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function counterparts(chinese: readonly Block[], old: readonly Block[]): (index: number) => Span | undefined {
  const places = new Map<number, Span>();
  for (const bead of align(chinese, old)) {
    const first = chinese[bead.chinese[0]!];
    const last = chinese[bead.chinese.at(-1)!];
    if (first && last) for (const index of bead.english) places.set(index, { from: first.from, to: last.to });
  }
  return (index) => places.get(index);
}

function wordsBetween(before: string, after: string): DiffPart[] {
  if (!before || !after) return [{ text: before || after, state: before ? 'removed' : 'added' }];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS });
  if (!parts) {
    return [
      { text: before, state: 'removed' },
      { text: after, state: 'added' },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    text: value,
    state: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

// With more changed words, nobody reads which ones changed.
const MAX_EDITS = 400;

function isTrivial(before: Leaf, after: Leaf): boolean {
  if (before.kind === 'code' || before.kind === 'html' || before.kind === 'comment') return true;
  const read = ({ prose }: Leaf) =>
    prose
      .map(({ text }) => text)
      .join(' | ')
      .replace(/[\s\p{P}\p{S}\uFDD0-\uFDEF]+/gu, ' ')
      .trim();
  const was = read(before);
  const is = read(after);
  if (was.toLowerCase() === is.toLowerCase()) return true;
  const edit = difference(was, is);
  if (!edit) return true;
  // One or two letters changed inside a long word are a typing error. `is` for `are`, or another number, is not.
  const old = was.slice(edit.from, edit.to);
  if (Math.max(old.length, edit.insert.length) > 2 || /[\s\d]/.test(old + edit.insert)) return false;
  const word = /[\p{L}'’]*$/u.exec(was.slice(0, edit.from))![0] + /^[\p{L}'’]*/u.exec(was.slice(edit.from))![0];
  return word.length >= 5;
}

function spanOf({ from, to }: Block): Span {
  return { from, to };
}
