import type { BlockPair } from '../state/compare.ts';

/** English text that occurs several times, on one page or many, with different translations. */
export interface TwoWays {
  readonly english: string;
  /** The translations with their places, the most frequent first. */
  readonly chinese: readonly { readonly text: string; readonly places: readonly BlockLocation[] }[];
}

/** The name that the caller gave the page, and the UTF-16 offset of the Chinese block in it. */
export interface BlockLocation {
  readonly page: string;
  readonly from: number;
}

/** Collects the blocks of many pages, and finds English ones with different translations. */
export interface Repeats {
  add(page: string, pairs: readonly BlockPair[]): void;
  twoWays(): TwoWays[];
}

export function createRepeats(): Repeats {
  const known = new Map<string, Map<string, BlockLocation[]>>();
  return {
    add(page, pairs) {
      for (const { blocks, state } of pairs) {
        const [chinese, moreChinese] = blocks.chinese;
        const [english, moreEnglish] = blocks.english;
        if (state !== 'aligned' || !chinese || !english || moreChinese || moreEnglish) continue;
        const source = textOf(english.leaf.source);
        // Short texts mean different things in different places.
        if (english.leaf.prose.length === 0 || (source.match(/[A-Za-z]{2,}/g)?.length ?? 0) < FEWEST_WORDS) continue;
        const wordings = known.get(source) ?? new Map<string, BlockLocation[]>();
        known.set(source, wordings);
        const wording = textOf(chinese.leaf.source);
        wordings.set(wording, [...(wordings.get(wording) ?? []), { page, from: chinese.from }]);
      }
    },
    twoWays: () =>
      [...known].flatMap(([english, wordings]) => {
        if (wordings.size < 2) return [];
        const chinese = [...wordings].map(([text, places]) => ({ text, places }));
        return [{ english, chinese: chinese.sort((a, b) => b.places.length - a.places.length) }];
      }),
  };
}

const FEWEST_WORDS = 4;

function textOf(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}
