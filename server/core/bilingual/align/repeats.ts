import type { BlockPair } from '../state/compare.ts';

/** English text that stands on several pages (or several times on one) and is translated in more than one way. */
export interface TwoWays {
  readonly english: string;
  /** Each wording with the places where it stands, the commonest first. */
  readonly chinese: readonly { readonly text: string; readonly places: readonly BlockLocation[] }[];
}

/** A page, as the caller names it, and the UTF-16 offset at which the Chinese block starts there. */
export interface BlockLocation {
  readonly page: string;
  readonly from: number;
}

/** Gathers the blocks of many pages and tells which English ones were translated in more than one way. */
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
        // Short texts stand for different things in different places.
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
