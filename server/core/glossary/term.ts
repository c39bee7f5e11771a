import type { Bilingual } from '../text/bilingual.ts';

/** The status of a Chinese wording. `deprecated` is discouraged, `forbidden` is wrong. */
export const statuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type WordingStatus = (typeof statuses)[number];

/** A Chinese wording of a term. `……` in the text stands for any words. */
export interface Rendering {
  readonly text: string;
  readonly status: WordingStatus;
  /** What to write instead of a deprecated or forbidden wording, if not every approved one fits. */
  readonly suggest?: string;
  /** Longer Chinese wordings that contain this one and mean something else: `决定性能` is not about `决定性`. */
  readonly except?: readonly string[];
}

/** The row of a glossary file in which a term is written. */
export interface Origin {
  /** The file name as given to the reader. */
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  /** UTF-16 offsets of the row in the file. */
  readonly from: number;
  readonly to: number;
}

/** `yes`: exact case. `permissive`: capitals must match, other letters match in any case. `no`: any case. */
export const caseModes = ['yes', 'permissive', 'no'] as const;
export type CaseMode = (typeof caseModes)[number];

/** `word`: whole words. `prefix`: also the start of a word, `token` in `tokenizer`. */
export const matchModes = ['word', 'prefix'] as const;
export type MatchMode = (typeof matchModes)[number];

/** The only places where the English name stays, for a term that is otherwise translated. */
export const keptKinds = ['asCode', 'asClassName'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** How a page introduces a term: with the other language in parentheses, or plainly. */
export const firstUses = ['none', 'zh（en）', 'en（zh）'] as const;
export type FirstUse = (typeof firstUses)[number];

/** The number of an English name that stays in Chinese: always this one, or (`keep`) that of the source. */
export const plurals = ['singular', 'plural', 'keep'] as const;
export type Plural = (typeof plurals)[number];

export const regions = ['zh-CN', 'zh-TW', 'zh-HK'] as const;
export type Region = (typeof regions)[number];

export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** Where a sense applies: each list that is given needs one match. Words are literals in any case. */
export interface Condition {
  /** English words in the source of the block. */
  readonly context?: readonly string[];
  /** Words in one of the headings above, in either language. */
  readonly heading?: readonly string[];
  /** Globs of pages, relative to the project's root. */
  readonly files?: readonly string[];
}

/**
 * One sense of an English term. Terms with the same source are different senses: the rendering of any of them will do,
 * unless their conditions tell which one is meant. Optional fields exist only in richer formats.
 */
export interface Term {
  /** The English names, the main one first. Empty for a convention about Chinese alone (`应用程序` → `应用`). */
  readonly source: readonly string[];
  readonly renderings: readonly Rendering[];
  /** The English name stays everywhere in the translation. */
  readonly doNotTranslate: boolean;
  /** The English name stays only here; elsewhere the renderings apply. Never together with `doNotTranslate`. */
  readonly keptWhere?: KeptKind;
  /** An identifier that other tools use. Senses of one concept may share it. */
  readonly id?: string;
  /** `noun`, `verb`, `adjective` or `adverb` if the glossary's label is known, else the label itself. */
  readonly pos?: string;
  /** By default, words with a capital inside match exactly, and others in any case. */
  readonly case?: CaseMode;
  /** `false`: only the names as written, without plurals or singulars. */
  readonly inflect?: boolean;
  /** `word` by default. */
  readonly match?: MatchMode;
  /** Longer English names that contain a name of this term and mean something else (`prop drilling`). */
  readonly except?: readonly string[];
  /** The subject, for people and to tell senses apart: `CSS`, `机器学习`. */
  readonly domain?: string;
  /** The region whose Chinese this is; any if absent. */
  readonly region?: Region;
  readonly when?: Condition;
  readonly firstUse?: FirstUse;
  readonly plural?: Plural;
  /** The level of a violation, instead of the rule's own. `off` keeps the term for hover and completion only. */
  readonly severity?: Severity;
  /** Where the decision comes from: URLs, titles, issues. */
  readonly refs?: readonly string[];
  /** Anything else the glossary says, such as the condition for a rendering. */
  readonly note?: string;
  readonly origin: Origin;
}

/** A part of a glossary file that could not be understood. UTF-16 offsets in the file; `from` ≤ `to`. */
export interface Fault {
  /** An error unless given. */
  readonly level?: 'info';
  /** A fault of the JSON, whatever it is about: an editor of JSON says so by itself. */
  readonly isSyntax?: true;
  readonly from: number;
  readonly to: number;
  readonly message: Bilingual;
}

/** What a glossary file says: the rows that were understood, and the faults of the others. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly faults: readonly Fault[];
}

export function isApproved({ status }: Rendering): boolean {
  return status === 'preferred' || status === 'admitted';
}

/** The wordings of one status, or all approved ones, in order. */
export function wordingsOf({ renderings }: Term, status: WordingStatus | 'approved'): string[] {
  return renderings
    .filter((one) => (status === 'approved' ? isApproved(one) : one.status === status))
    .map(({ text }) => text);
}
