/** Precision, recall and F1 of links, precision and recall of blocks that are said to be missing; in percent. */
export interface Score {
  readonly links: number;
  readonly P: string;
  readonly R: string;
  readonly F1: string;
  readonly missing: number;
  readonly 'said to be': number;
  readonly 'missing P': string;
  readonly 'missing R': string;
}

export interface Counter {
  add<T>(right: ReadonlySet<T>, given: ReadonlySet<T>): void;
  readonly wanted: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function counter(): Counter {
  let hits = 0;
  let wanted = 0;
  let found = 0;
  return {
    add(right, given) {
      wanted += right.size;
      found += given.size;
      for (const item of given) if (right.has(item)) hits++;
    },
    get wanted() {
      return wanted;
    },
    get found() {
      return found;
    },
    get precision() {
      return wanted === 0 || found === 0 ? Number.NaN : hits / found;
    },
    get recall() {
      return wanted === 0 ? Number.NaN : hits / wanted;
    },
    get f1() {
      return (2 * hits) / Math.max(1, wanted + found);
    },
  };
}

export function scoreOf(links: Counter, missing: Counter): Score {
  return {
    links: links.wanted,
    P: percent(links.precision),
    R: percent(links.recall),
    F1: percent(links.f1),
    missing: missing.wanted,
    'said to be': missing.found,
    'missing P': percent(missing.precision),
    'missing R': percent(missing.recall),
  };
}

export function percent(share: number): string {
  return Number.isNaN(share) ? '–' : (100 * share).toFixed(2);
}
