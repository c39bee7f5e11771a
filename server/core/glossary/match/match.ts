import { classAt, classBefore, HAN } from '../../text/han.ts';
import { type Glossary, lazily } from '../glossary.ts';
import type { Rendering, Term } from '../term.ts';
import { excepted, type OwnedPattern } from './except.ts';
import { type Fold, foldOf, HYPHEN, isWordUnit, SPACE } from './fold.ts';
import { inflections } from './inflect.ts';
import { chinesePattern, englishPattern, type Pattern } from './pattern.ts';
import { createTrieBuilder, step, type Trie } from './trie.ts';

/** What a matched text can mean: a name of the term or, in Chinese, one of its renderings. */
export interface Sense {
  readonly term: Term;
  readonly rendering?: Rendering;
}

/** A match with all its senses. UTF-16 offsets; `term` and `rendering` are those of the first sense. */
export interface Match extends Sense {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
}

/**
 * Finds every rendering of any status in a Chinese text: from left to right, the
 * longest at each place, without overlaps. Latin words match in any case and end at
 * word boundaries. A space next to Han and a soft line break are optional.
 */
export function findChinese(glossary: Glossary, text: string): Match[] {
  return scan(text, chineseIndex(glossary));
}

/**
 * Finds every name of a term in an English text: from left to right, the longest at each place, without overlaps. Names
 * match as whole words, singular or plural, with a space, hyphen or line break between words; case matters only where
 * the name requires it. A match of a prefix extends to the end of the word.
 */
export function findEnglish(glossary: Glossary, text: string): Match[] {
  return scan(text, englishIndex(glossary));
}

/** All renderings that occur anywhere in a Chinese text, also inside longer ones and without word boundaries. */
export function renderingsIn(glossary: Glossary, written: string): ReadonlySet<Rendering> {
  // Invisible characters do not separate words.
  const text = written.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  const index = chineseIndex(glossary);
  const found = new Set<Rendering>();
  for (let from = 0; from < text.length; from++) {
    const state = index.trie.roots[index.fold[text.charCodeAt(from)]!]!;
    if (state === 0) continue;
    walk(text, from, state, index, (value) => {
      for (const { rendering } of index.groups[value]!.senses) found.add(rendering!);
    });
  }
  return found;
}

interface Index {
  readonly trie: Trie;
  /** Indexed by the values of the trie; 0 is unused. */
  readonly groups: readonly Group[];
  readonly english: boolean;
  readonly fold: Fold;
  /** Longer wordings in which a sense does not apply, with their owners. */
  readonly exceptions: readonly OwnedPattern[];
}

/** Names with the same spelling except for case. */
interface Group {
  readonly senses: Sense[];
  /** The demands of each sense, by index; undefined if no sense of the group has any. */
  demands?: (Demand | undefined)[];
}

interface Demand {
  /** The units that must match exactly. */
  readonly exact?: Pattern['exact'];
  /** The word may continue. */
  readonly prefix?: boolean;
  /** Who has exceptions: the term in English, the rendering in Chinese. */
  readonly owner?: Term | Rendering;
}

const englishIndex = lazily((glossary) => {
  const fold = foldOf(false);
  const index = createIndexBuilder(true, fold);
  for (const term of glossary.terms) {
    const sense: Sense = { term };
    const prefix = term.match === 'prefix';
    const owner = term.except?.length ? term : undefined;
    for (const name of term.source) {
      index.add(englishPattern(name, term.case), sense, prefix, owner);
      if (term.inflect === false) continue;
      for (const form of inflections(name, term.pos)) index.add(englishPattern(form, term.case), sense, prefix, owner);
    }
    for (const name of term.except ?? []) {
      for (const form of [name, ...inflections(name)]) index.except(englishPattern(form, 'no'), term);
    }
  }
  return index.finish();
});

const chineseIndex = lazily(({ terms, isTraditional }) => {
  const fold = foldOf(isTraditional === true);
  const index = createIndexBuilder(false, fold);
  for (const term of terms) {
    for (const rendering of term.renderings) {
      const owner = rendering.except?.length ? rendering : undefined;
      index.add(chinesePattern(rendering.text, fold), { term, rendering }, false, owner);
      for (const wording of rendering.except ?? []) index.except(chinesePattern(wording, fold), rendering);
    }
  }
  return index.finish();
});

function createIndexBuilder(english: boolean, fold: Fold) {
  const trie = createTrieBuilder();
  const groups: Group[] = [{ senses: [] }];
  const exceptions: OwnedPattern[] = [];
  return {
    add(pattern: Pattern | undefined, sense: Sense, prefix: boolean, owner: Demand['owner']): void {
      if (!pattern) return;
      const value = trie.insert(pattern.key, groups.length);
      if (value === groups.length) groups.push({ senses: [] });
      const group = groups[value]!;
      if (isKnown(group, sense, pattern.exact)) return;
      const demand = pattern.exact || prefix || owner ? { exact: pattern.exact, prefix, owner } : undefined;
      if (demand && !group.demands) group.demands = group.senses.map(() => undefined);
      group.senses.push(sense);
      group.demands?.push(demand);
    },
    except(pattern: Pattern | undefined, owner: Term | Rendering): void {
      if (pattern) exceptions.push({ key: pattern.key, owner });
    },
    finish: (): Index => ({ trie: trie.finish(), groups, english, fold, exceptions }),
  };
}

/**
 * Whether the group already has this sense. The forms of a name are added in a row, so the end of the group is enough.
 */
function isKnown({ senses, demands }: Group, sense: Sense, wanted: Pattern['exact']): boolean {
  for (let at = senses.length - 1; at >= 0 && senses[at]!.term === sense.term; at--) {
    if (senses[at]!.rendering !== sense.rendering) continue;
    const known = demands?.[at]?.exact;
    if (!known || known.join() === wanted?.join()) return true;
  }
  return false;
}

function scan(text: string, index: Index): Match[] {
  const matches: Match[] = [];
  const { trie, fold } = index;
  const { roots } = trie;
  const isExcepted = index.exceptions.length > 0 ? exceptionsLater(text, index) : never;
  let inWord = false;
  for (let from = 0; from < text.length; ) {
    const unit = text.charCodeAt(from);
    const startsInWord = inWord;
    inWord = isWordUnit(unit);
    const state = inWord && startsInWord ? 0 : roots[fold[unit]!]!;
    const match =
      state === 0 || !goesOn(trie, state, fold[text.charCodeAt(from + 1)] ?? 0)
        ? undefined
        : longest(text, from, state, index, isExcepted);
    if (match) {
      matches.push(match);
      from = match.to;
      inWord = isWordUnit(text.charCodeAt(from - 1));
    } else from++;
  }
  return matches;
}

/** Whether more can follow a first unit. Tested first, because most words end here. */
function goesOn(trie: Trie, state: number, next: number): boolean {
  return next === SPACE || next === HYPHEN || trie.values[state] !== 0 || step(trie, state, next) !== 0;
}

type IsExcepted = (owner: Term | Rendering, from: number, to: number) => boolean;

const never: IsExcepted = () => false;

/** Searches for exceptions only when a match asks. */
function exceptionsLater(text: string, { exceptions, english, fold }: Index): IsExcepted {
  let found: IsExcepted | undefined;
  return (owner, from, to) => {
    found ??= excepted(exceptions, (visit) => {
      const trie = visit.trie;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (isWordUnit(unit) && isWordUnit(text.charCodeAt(at - 1))) continue;
        const state = trie.roots[fold[unit]!]!;
        if (state === 0) continue;
        walk(text, at, state, { trie, english, fold }, (value, end, inside) => {
          if (!inside) visit.found(value, at, end);
        });
      }
    });
    return found(owner, from, to);
  };
}

function longest(text: string, from: number, first: number, index: Index, isExcepted: IsExcepted): Match | undefined {
  let to = 0;
  let open = false;
  let senses: readonly Sense[] = [];
  walk(text, from, first, index, (value, end, inside) => {
    const possible = sensesAt(text, from, end, index.groups[value]!, inside, index.fold, isExcepted);
    if (possible.length === 0) return;
    senses = possible;
    to = end;
    open = inside;
  });
  if (open) while (isWordUnit(text.charCodeAt(to))) to++;
  const [sense] = senses;
  return sense && { from, to, term: sense.term, rendering: sense.rendering, senses };
}

/**
 * Follows the trie along the text from `from`. Calls `visit` for every
 * value that ends on the way, and says if that is inside a word.
 */
function walk(
  text: string,
  from: number,
  first: number,
  { trie, english, fold }: Pick<Index, 'trie' | 'english' | 'fold'>,
  visit: (value: number, to: number, inside: boolean) => void,
): void {
  let state = first;
  let to = from + 1;
  for (;;) {
    const value = trie.values[state]!;
    if (value !== 0) visit(value, to, isWordUnit(text.charCodeAt(to - 1)) && isWordUnit(text.charCodeAt(to)));
    let unit = fold[text.charCodeAt(to)] ?? 0;
    let at = to;
    if (unit === SPACE || (english && unit === HYPHEN)) {
      at = gapEnd(text, at, fold);
      const bridge = english ? SPACE : bridgeAcross(text, to, at);
      if (bridge === undefined) return;
      if (bridge !== 0) state = step(trie, state, bridge);
      if (state === 0) return;
      unit = fold[text.charCodeAt(at)] ?? 0;
    }
    state = step(trie, state, unit);
    if (state === 0) return;
    to = at + 1;
  }
}

/** The end of a run of whitespace, or of one hyphen. */
function gapEnd(text: string, from: number, fold: Fold): number {
  let at = from;
  if (fold[text.charCodeAt(at)] === HYPHEN) return at + 1;
  while (fold[text.charCodeAt(at)] === SPACE) at++;
  return at;
}

/**
 * What whitespace counts as in Chinese: a space between Latin words,
 * nothing (0) next to Han, the end of the match between two Han.
 */
function bridgeAcross(text: string, from: number, to: number): number | undefined {
  if (isWordUnit(text.charCodeAt(from - 1)) && isWordUnit(text.charCodeAt(to))) return SPACE;
  const betweenHan = (classBefore(text, from) & classAt(text, to) & HAN) !== 0;
  return betweenHan && !text.slice(from, to).includes('\n') ? undefined : 0;
}

function sensesAt(
  text: string,
  from: number,
  to: number,
  { senses, demands }: Group,
  inside: boolean,
  fold: Fold,
  isExcepted: IsExcepted,
): readonly Sense[] {
  if (!demands) return inside ? [] : senses;
  return senses.filter((_, index) => {
    const { exact, prefix, owner } = demands[index] ?? {};
    if (inside && !prefix) return false;
    if (owner && isExcepted(owner, from, to)) return false;
    return hasCase(text, from, to, exact, fold);
  });
}

function hasCase(text: string, from: number, to: number, exact: Pattern['exact'], fold: Fold): boolean {
  if (!exact) return true;
  for (let at = from, place = 0; at < to; place++) {
    const unit = text.charCodeAt(at);
    if (exact[place] && exact[place] !== unit) return false;
    const folded = fold[unit];
    at = folded === SPACE || folded === HYPHEN ? gapEnd(text, at, fold) : at + 1;
  }
  return true;
}
