import { classAt, classBefore, HAN } from '../text/han.ts';
import { foldUnit, HYPHEN, isWordUnit, SPACE } from './fold.ts';
import { type Glossary, lazily } from './glossary.ts';
import { inflections } from './inflect.ts';
import { chinesePattern, englishPattern, type Pattern } from './pattern.ts';
import type { Rendering, Term } from './term.ts';
import { createTrieBuilder, step, type Trie } from './trie.ts';

/** What a matched text can be: a name of the term or, in Chinese, one of its renderings. */
export interface Sense {
  readonly term: Term;
  readonly rendering?: Rendering;
}

/** A place in a text, UTF-16 offsets, and all it can be; `term` and `rendering` are those of the first sense. */
export interface Match extends Sense {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
}

/**
 * Every rendering of any status in a Chinese text, from left to right, the longest at each place, without overlaps.
 * Latin words in it have any case and end at word boundaries; a blank beside Han and a soft line break may be there or not.
 */
export function findChinese(glossary: Glossary, text: string): Match[] {
  return scan(text, chineseIndex(glossary));
}

/**
 * Every name of a term in an English text, from left to right, the longest at each place, without overlaps: whole words,
 * singular or plural, with a blank, a hyphen or a line break between words; case matters only where the name demands it.
 */
export function findEnglish(glossary: Glossary, text: string): Match[] {
  return scan(text, englishIndex(glossary));
}

interface Index {
  readonly trie: Trie;
  /** By the trie's values; 0 is unused. */
  readonly groups: readonly Group[];
  readonly english: boolean;
}

/** All that is written alike but for case. */
interface Group {
  readonly senses: Sense[];
  /** Beside each sense the units that must be exact; undefined while no sense of the group has any. */
  exact?: (Pattern['exact'] | undefined)[];
}

const englishIndex = lazily(({ terms }) => {
  const index = createIndexBuilder(true);
  for (const term of terms) {
    const sense: Sense = { term };
    for (const name of term.source) {
      index.add(englishPattern(name), sense);
      for (const form of inflections(name)) index.add(englishPattern(form), sense);
    }
  }
  return index.finish();
});

const chineseIndex = lazily(({ terms }) => {
  const index = createIndexBuilder(false);
  for (const term of terms) {
    for (const rendering of term.renderings) index.add(chinesePattern(rendering.text), { term, rendering });
  }
  return index.finish();
});

function createIndexBuilder(english: boolean) {
  const trie = createTrieBuilder();
  const groups: Group[] = [{ senses: [] }];
  return {
    add(pattern: Pattern | undefined, sense: Sense): void {
      if (!pattern) return;
      const value = trie.insert(pattern.key, groups.length);
      if (value === groups.length) groups.push({ senses: [] });
      const group = groups[value]!;
      if (isKnown(group, sense, pattern.exact)) return;
      if (pattern.exact && !group.exact) group.exact = group.senses.map(() => undefined);
      group.senses.push(sense);
      group.exact?.push(pattern.exact);
    },
    finish: (): Index => ({ trie: trie.finish(), groups, english }),
  };
}

/** The forms of one name come one after the other, so only the end of the group needs to be looked at. */
function isKnown({ senses, exact }: Group, sense: Sense, wanted: Pattern['exact']): boolean {
  for (let at = senses.length - 1; at >= 0 && senses[at]!.term === sense.term; at--) {
    if (senses[at]!.rendering !== sense.rendering) continue;
    const known = exact?.[at];
    if (!known || known.join() === wanted?.join()) return true;
  }
  return false;
}

function scan(text: string, index: Index): Match[] {
  const matches: Match[] = [];
  const { roots } = index.trie;
  let inWord = false;
  for (let from = 0; from < text.length; ) {
    const unit = text.charCodeAt(from);
    const startsInWord = inWord;
    inWord = isWordUnit(unit);
    const state = inWord && startsInWord ? 0 : roots[foldUnit(unit)]!;
    const match = state === 0 ? undefined : longest(text, from, state, index);
    if (match) {
      matches.push(match);
      from = match.to;
      inWord = isWordUnit(text.charCodeAt(from - 1));
    } else from++;
  }
  return matches;
}

function longest(text: string, from: number, first: number, { trie, groups, english }: Index): Match | undefined {
  let end = 0;
  let senses: readonly Sense[] = [];
  let state = first;
  let to = from + 1;
  for (;;) {
    const value = trie.values[state]!;
    if (value !== 0 && !(isWordUnit(text.charCodeAt(to - 1)) && isWordUnit(text.charCodeAt(to)))) {
      const possible = sensesAt(text, from, to, groups[value]!);
      if (possible.length > 0) {
        senses = possible;
        end = to;
      }
    }
    let unit = foldUnit(text.charCodeAt(to));
    let at = to;
    if (unit === SPACE || (english && unit === HYPHEN)) {
      at = gapEnd(text, at);
      const bridge = english ? SPACE : bridgeAcross(text, to, at);
      if (bridge === undefined) break;
      if (bridge !== 0) state = step(trie, state, bridge);
      if (state === 0) break;
      unit = foldUnit(text.charCodeAt(at));
    }
    state = step(trie, state, unit);
    if (state === 0) break;
    to = at + 1;
  }
  const [sense] = senses;
  return sense && { from, to: end, term: sense.term, rendering: sense.rendering, senses };
}

/** The end of a run of blanks, or of one hyphen. */
function gapEnd(text: string, from: number): number {
  let at = from;
  if (foldUnit(text.charCodeAt(at)) === HYPHEN) return at + 1;
  while (foldUnit(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

/** What blanks in Chinese count for: a space between Latin words, nothing (0) beside Han, an end between two Han. */
function bridgeAcross(text: string, from: number, to: number): number | undefined {
  if (isWordUnit(text.charCodeAt(from - 1)) && isWordUnit(text.charCodeAt(to))) return SPACE;
  const betweenHan = (classBefore(text, from) & classAt(text, to) & HAN) !== 0;
  return betweenHan && !text.slice(from, to).includes('\n') ? undefined : 0;
}

function sensesAt(text: string, from: number, to: number, { senses, exact }: Group): readonly Sense[] {
  return exact ? senses.filter((_, index) => hasCase(text, from, to, exact[index])) : senses;
}

function hasCase(text: string, from: number, to: number, exact: Pattern['exact'] | undefined): boolean {
  if (!exact) return true;
  for (let at = from, place = 0; at < to; place++) {
    const unit = text.charCodeAt(at);
    if (exact[place] && exact[place] !== unit) return false;
    const folded = foldUnit(unit);
    at = folded === SPACE || folded === HYPHEN ? gapEnd(text, at) : at + 1;
  }
  return true;
}
