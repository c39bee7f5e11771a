import type { Segmenter } from '../word-boundaries.ts';
import { annotationsIn } from './annotations.ts';
import { chinesePhrases, englishPhrases, type Phrase } from './phrases.ts';

/**
 * Chinese text as readers see it, with the English it translates if
 * known. `EDGE` marks where emphasis or a link starts or ends.
 */
export interface Passage {
  readonly chinese: string;
  readonly english?: string;
}

/** A pair that may belong in a glossary. */
export interface Proposal {
  readonly source: string;
  readonly target: string;
  /** How many times the pages annotate it: `中文（English）`. */
  readonly annotated: number;
  /** The number of passages with the name in English and the wording in Chinese. */
  readonly together: number;
  /** The number of passages with the name in English. */
  readonly passages: number;
}

export interface Extractor {
  add(passage: Passage): void;
  /** The reliable pairs, the best attested first. */
  propose(): Proposal[];
}

/**
 * Finds the terms that pages agree on: those that they annotate, and English phrases that go with the same Chinese
 * phrase almost every time, and vice versa. It would rather find none than a wrong one.
 */
export function createExtractor(segmenter?: Segmenter): Extractor {
  const english = createCounter();
  const chinese = createCounter();
  const kept = createCounter();
  const annotated = new Map<string, Annotated>();
  let passages = 0;

  return {
    add(passage) {
      for (const { name, wordings, isSure } of annotationsIn(passage.chinese, segmenter)) {
        const key = phraseKey(name);
        const known = annotated.get(key) ?? { name, all: 0, wordings: new Map() };
        annotated.set(key, known);
        known.all++;
        for (const [index, wording] of wordings.entries()) {
          const seen = known.wordings.get(wording) ?? { count: 0, sure: 0 };
          seen.count++;
          // After punctuation or at the start of the sentence, the longest wording is the certain one.
          if (isSure && index === 0) seen.sure++;
          known.wordings.set(wording, seen);
        }
      }
      if (passages >= MAX_PASSAGES) return;
      const id = passages++;
      chinese.add(chinesePhrases(passage.chinese, segmenter), id);
      kept.add(latinWords(passage.chinese), id);
      if (passage.english !== undefined) english.add(englishPhrases(passage.english), id);
    },
    propose() {
      const byAnnotation = [...annotated].flatMap(([key, one]) => chosen(key, one, english, chinese) ?? []);
      const taken = new Set(byAnnotation.flatMap(({ source, target }) => [phraseKey(source), target]));
      const byCount = linked(english, chinese, kept).filter(
        ({ source, target }) => !taken.has(phraseKey(source)) && !taken.has(target),
      );
      const weight = ({ annotated: notes, together }: Proposal) => together + notes * 3;
      return [...byAnnotation, ...byCount].sort((a, b) => weight(b) - weight(a) || (a.source < b.source ? -1 : 1));
    },
  };
}

/** About 3,000 pages. More would not show new terms. */
const MAX_PASSAGES = 100_000;

interface Annotated {
  readonly name: string;
  all: number;
  readonly wordings: Map<string, { count: number; sure: number }>;
}

/** Chooses where the wording of an annotation starts, by punctuation, by other annotations and by its other uses. */
function chosen(key: string, { name, all, wordings }: Annotated, english: Counter, chinese: Counter) {
  const rows = english.of(key);
  const candidates = [...wordings].map(([wording, { count, sure }]) => {
    const uses = chinese.of(wording);
    return { wording, count, sure, uses: uses.length, together: shared(rows, uses) };
  });
  const most = Math.max(...candidates.map(({ count }) => count));
  // The pages do not agree. A person has to decide.
  if (most * 2 <= all) return undefined;
  const usual = candidates.filter(({ count }) => count === most);
  const whole =
    longest(usual.filter(({ sure, count, uses }) => sure > 0 && (count > 1 || uses > 1))) ??
    longest(usual.filter(({ count, uses }) => count > 1 || uses >= MIN_USES));
  // 映射词元（token）: the other passages with the name have 词元 alone, and have it for nothing else.
  const end = usual.filter((one) => {
    if (!whole || one.wording.length >= whole.wording.length || rows.length < MIN_TOGETHER) return false;
    const isAnswer = one.together >= rows.length * MIN_THERE && one.together >= one.uses * MIN_BACK;
    return isAnswer && whole.together * 1.5 <= one.together;
  });
  const best = longest(end) ?? whole;
  // The other passages do not use this wording, so it explains the name once and is not an agreed translation.
  if (!best || (rows.length >= MIN_TOGETHER && best.together * 3 < rows.length)) return undefined;
  if (best.count === 1 && rows.length > 0 && best.together * 2 <= rows.length) return undefined;
  return {
    source: name,
    target: best.wording,
    annotated: best.count,
    together: best.together,
    passages: rows.length,
  } satisfies Proposal;
}

const MIN_USES = 3;

function longest<Candidate extends { readonly wording: string }>(list: readonly Candidate[]): Candidate | undefined {
  return list.reduce<Candidate | undefined>(
    (best, one) => (best && best.wording.length >= one.wording.length ? best : one),
    undefined,
  );
}

interface Linked extends Proposal {
  readonly score: number;
}

// The best pair claims both of its phrases, so that a phrase which only stands nearby cannot claim them.
function linked(english: Counter, chinese: Counter, kept: Counter): Proposal[] {
  const wordingsIn = byPassage(chinese.frequent());
  const pairs: Linked[] = [];
  for (const [key, rows] of english.frequent()) {
    const words = key.split(/[ -]/);
    // A word that stays in English is part of the wording too, so the wording would be incomplete.
    if (words.some((word) => shared(rows, kept.of(word)) * 3 > rows.length)) continue;
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const wording of wordingsIn.get(row) ?? []) counts.set(wording, (counts.get(wording) ?? 0) + 1);
    for (const [wording, together] of counts) {
      if (together < MIN_TOGETHER || (words.length > 1 && wording.length <= words.length)) continue;
      const there = (together - 0.5) / rows.length;
      const back = (together - 0.5) / chinese.of(wording).length;
      if (there < MIN_THERE || back < MIN_BACK) continue;
      // Of phrases that always occur together, the longer ones are more precise.
      const score = there * back + (wording.length + key.length / 4) / 1000;
      pairs.push({ source: english.shown(key), target: wording, annotated: 0, together, passages: rows.length, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score || b.together - a.together || (a.source < b.source ? -1 : 1));
  const taken: Linked[] = [];
  const names = new Set<string>();
  const wordings = new Set<string>();
  for (const pair of pairs) {
    if (names.has(pair.source) || wordings.has(pair.target)) continue;
    names.add(pair.source);
    wordings.add(pair.target);
    taken.push(pair);
  }
  return taken.filter((pair) => !isMixed(pair, taken)).map(({ score, ...proposal }) => proposal);
}

const MIN_TOGETHER = 4;
const MIN_THERE = 0.7;
const MIN_BACK = 0.6;

// `conditional` is not 条件概率 if `probability` is 概率: part of the wording translates another word. Likewise, drop a
// phrase whose occurrences mostly belong to a longer one: it is only the rest of that.
function isMixed({ source, target, passages }: Linked, all: readonly Linked[]): boolean {
  return all.some((one) => {
    if (one.source === source) return false;
    const isAnswered = target.includes(one.target) && !source.toLowerCase().includes(one.source.toLowerCase());
    const isRest = one.source.includes(` ${source}`) || one.source.includes(`${source} `);
    return isAnswered || (isRest && !one.target.includes(target) && one.passages * 1.5 > passages);
  });
}

type Rows = [phrase: string, passages: readonly number[]];

interface Counter {
  add(phrases: readonly Phrase[], passage: number): void;
  of(key: string): readonly number[];
  /** Phrases that occur in enough passages, without those that hardly ever occur outside a longer one. */
  frequent(): Rows[];
  /** The most frequent spelling of a phrase. */
  shown(key: string): string;
}

function createCounter(): Counter {
  const rows = new Map<string, number[]>();
  const forms = new Map<string, Map<string, number>>();
  return {
    add(phrases, passage) {
      for (const { key, text } of phrases) {
        const list = rows.get(key);
        if (!list) rows.set(key, [passage]);
        else if (list.at(-1) !== passage) list.push(passage);
        const written = forms.get(key) ?? new Map<string, number>();
        forms.set(key, written);
        written.set(text, (written.get(text) ?? 0) + 1);
      }
    },
    of: (key) => rows.get(key) ?? [],
    frequent() {
      const often = [...rows].filter(([, list]) => list.length >= MIN_TOGETHER);
      const fragments = new Set<string>();
      for (const [phrase, list] of often) {
        for (const part of partsOf(phrase)) {
          const uses = rows.get(part)?.length ?? 0;
          if (uses > 0 && list.length >= uses * FRAGMENT) fragments.add(part);
        }
      }
      return often.filter(([phrase]) => !fragments.has(phrase));
    },
    shown(key) {
      const written = forms.get(key);
      const usual = [...(written ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? key;
      // A glossary lists the singular, if the pages use it.
      return usual === usual.toLowerCase() && written?.has(key) ? key : usual;
    },
  };
}

const FRAGMENT = 0.85;

/** All shorter phrases within one: whole words in English, any characters in Chinese. */
function partsOf(phrase: string): string[] {
  const glue = phrase.includes(' ') ? ' ' : '';
  const units = glue || /\p{Script=Han}/u.test(phrase) ? phrase.split(glue) : [phrase];
  const parts: string[] = [];
  for (let from = 0; from < units.length; from++) {
    for (let to = from + 1; to <= units.length; to++) {
      if (to - from < units.length) parts.push(units.slice(from, to).join(glue));
    }
  }
  return parts;
}

function byPassage(phrases: readonly Rows[]): ReadonlyMap<number, readonly string[]> {
  const result = new Map<number, string[]>();
  for (const [phrase, passages] of phrases) {
    for (const passage of passages) {
      const known = result.get(passage);
      if (known) known.push(phrase);
      else result.set(passage, [phrase]);
    }
  }
  return result;
}

function latinWords(text: string): Phrase[] {
  const words = text.toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}\p{N}-]*/gu) ?? [];
  return words.map((word) => ({ key: word, text: word }));
}

function phraseKey(name: string): string {
  const [phrase] = englishPhrases(name).sort((a, b) => b.text.length - a.text.length);
  return phrase && phrase.text.length === name.length ? phrase.key : name.toLowerCase();
}

/** How many numbers two ascending lists share. */
function shared(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    if (a[at]! < b[other]!) at++;
    else if (a[at]! > b[other]!) other++;
    else {
      count++;
      at++;
      other++;
    }
  }
  return count;
}
