import { type Block, blocksOf } from '../../markdown/blocks.ts';
import type { Markdown } from '../../markdown/parse.ts';
import type { Prose } from '../../markdown/prose.ts';
import { countHan } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { plain } from './comments.ts';
import type { BlockPair, Comparison } from './compare.ts';
import { hasWords, type Marked, markedIn } from './marks.ts';

/** How far a translation has come. */
export interface Progress {
  /** Blocks of the source that a reader would miss. */
  readonly blocks: number;
  /** Those that wait for a translation, in the order of the Chinese page. */
  readonly open: readonly OpenBlock[];
  /** Marks under which nothing is English any more. */
  readonly done: readonly Marked[];
}

/**
 * `missing`: the English has no counterpart. `empty`: its place is prepared, below a comment or by the id of a heading. `untranslated`: the prose is still
 * that of the source. `marked`: a mark says so.
 */
export interface OpenBlock {
  readonly why: 'missing' | 'empty' | 'untranslated' | 'marked';
  /** Its index among the pairs of the comparison. */
  readonly pair: number;
  /** What is to be written over in the Chinese page, in order; an empty span where something is to be written, none where it is written. */
  readonly stops: readonly Span[];
  /** The mark above it. */
  readonly marked?: Marked | undefined;
}

/** What a comparison says of the progress of a translation. A block under a mark is open until the mark is taken away. */
export function progressOf(chinese: Markdown, { pairs }: Comparison): Progress {
  const marked = markedIn(chinese);
  const markOf = new Map(marked.flatMap((one) => one.unit.blocks.map((block) => [block.from, one] as const)));
  const english = pairs.flatMap((pair, index) => (pair.english ? [{ pair, index }] : []));
  const places = createPlaces(chinese, pairs);
  const open: OpenBlock[] = [];
  for (const { pair, index } of english) {
    const { state, blocks } = pair;
    const why =
      state === 'missing'
        ? 'missing'
        : blocks.chinese.some(({ from }) => markOf.has(from))
          ? 'marked'
          : state === 'untranslated'
            ? 'untranslated'
            : isEmpty(pair)
              ? 'empty'
              : undefined;
    if (!why) continue;
    if (why === 'missing') {
      const { at, isPrepared } = places(pair, index);
      open.push({ why: isPrepared ? 'empty' : why, pair: index, stops: [{ from: at, to: at }] });
      continue;
    }
    const stops = blocks.chinese.flatMap(stopsIn);
    const marked = blocks.chinese.map(({ from }) => markOf.get(from)).find(Boolean);
    open.push({ why, pair: index, stops, ...(why === 'marked' ? { marked } : {}) });
  }
  const first = ({ stops, pair }: OpenBlock) => stops[0]?.from ?? pairs[pair]!.chinese?.from ?? 0;
  open.sort((a, b) => first(a) - first(b) || a.pair - b.pair);
  const done = marked.filter(({ unit }) => unit.blocks.every((block) => stopsIn(block).length === 0));
  return { blocks: english.length, open, done };
}

// A heading that was prepared with its id, and has no words yet.
function isEmpty({ blocks: { chinese, english } }: BlockPair): boolean {
  return (
    english.some(hasWords) &&
    chinese.length > 0 &&
    chinese.every((one) => one.leaf.kind === 'heading' && !hasWords(one))
  );
}

/** What of a block is still to be written over: its words without Han, apart from its markup; of a row, cell by cell. */
export function stopsIn(block: Block): Span[] {
  const { kind, prose, source } = block.leaf;
  const at = ({ from, to }: Span) => ({ from: block.from + from, to: block.from + to });
  if (kind === 'heading' && !hasWords(block)) {
    const place = /^[^\S\n]*#{1,6}[^\S\n]?/.exec(source)?.[0].length ?? 0;
    return [at({ from: place, to: place })];
  }
  if (!hasWords(block)) return [];
  if (kind === 'html') {
    const text = /(?<=>)\s*([^<>{}]*[A-Za-z]{2}[^<>{}]*)(?=<)/d.exec(source);
    const [from, to] = text?.indices?.[1] ?? [0, source.length];
    return countHan(source) > 0 ? [] : [at({ from, to: from + source.slice(from, to).trimEnd().length })];
  }
  return prose
    .filter(({ text }) => /\p{L}{2}/u.test(text) && countHan(text) === 0)
    .map((one) => at(wordsIn(one, kind)));
}

// With the marks of emphasis and links around it; of a heading without its ids.
function wordsIn({ text, source, atoms, marks, start, end }: Prose, kind: string): Span {
  let [first, last] = [0, text.length];
  if (kind === 'heading') {
    for (const { kind: atom, at } of atoms) {
      if (atom === 'html' && text.slice(first, at).trim() === '') first = at + 1;
    }
    const id = atoms.at(-1);
    const isLast = id && text.slice(id.at + 1).trim() === '';
    if (isLast && id.kind === 'placeholder' && /^\{\s*(?:#|\/\*)/.test(source.slice(id.from))) last = id.at;
    // `# Title[[id]]`, as Hugging Face has it.
    if (isLast && id.kind === 'wiki' && /\S$/.test(text.slice(0, id.at))) last = id.at;
  }
  while (first < last && /\s/.test(text[first]!)) first++;
  while (last > first && /\s/.test(text[last - 1]!)) last--;
  let [from, to] = [start(first), end(last)];
  for (const { content, ...mark } of marks) {
    if (content.from <= first) from = Math.min(from, mark.from);
    if (content.to >= last) to = Math.max(to, mark.to);
  }
  return { from, to };
}

// Where a missing block is to be written: below the comment that holds its English, else behind the block before it.
function createPlaces(
  chinese: Markdown,
  pairs: readonly BlockPair[],
): (pair: BlockPair, index: number) => { readonly at: number; readonly isPrepared: boolean } {
  const { text } = chinese;
  const comments = /<!--|\{\/\*/.test(text) ? blocksOf(chinese).filter(({ leaf }) => leaf.kind === 'comment') : [];
  const said = comments.map((block) => ({ block, words: plain(block.leaf.source) }));
  const lineEnd = (at: number) => at + /^[^\r\n]*/.exec(text.slice(at))![0].length;
  let next = 0;
  return (pair, index) => {
    const wanted = plain(pair.blocks.english.map(({ leaf }) => leaf.source).join('\n'));
    const found = wanted.length < 2 ? -1 : said.findIndex(({ words }, at) => at >= next && words.includes(wanted));
    if (found >= 0) {
      next = found;
      const end = lineEnd(said[found]!.block.to);
      const below = /^(?:\r\n?|\n)/.exec(text.slice(end))?.[0].length ?? 0;
      return { at: end + below, isPrepared: true };
    }
    const before = pairs.slice(0, index).findLast((one) => one.chinese)?.chinese;
    return { at: before ? lineEnd(before.to) : 0, isPrepared: false };
  };
}
