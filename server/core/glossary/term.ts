import type { Bilingual } from '../text/bilingual.ts';

/** What the team thinks of a Chinese wording: `deprecated` is discouraged, `forbidden` is wrong. */
export const statuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const;
export type WordingStatus = (typeof statuses)[number];

/** One Chinese wording of a term. `……` in the text stands for any words. */
export interface Rendering {
  readonly text: string;
  readonly status: WordingStatus;
  /** What to write instead of a deprecated or forbidden wording, where not every approved one will do. */
  readonly suggest?: string;
  /** Longer Chinese wordings that hold this one and mean something else: `决定性能` does not speak of `决定性`. */
  readonly except?: readonly string[];
}

/** Where a term is written: the whole row of the glossary file. */
export interface Origin {
  /** The file as its reader was given it. */
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  /** UTF-16 offsets of the row in the file. */
  readonly from: number;
  readonly to: number;
}

/** `yes`: as written. `permissive`: capitals that are written are needed, other letters have any case. `no`: any case. */
export const caseModes = ['yes', 'permissive', 'no'] as const;
export type CaseMode = (typeof caseModes)[number];

/** `word`: whole words. `prefix`: also the beginning of a word, `token` in `tokenizer`. */
export const matchModes = ['word', 'prefix'] as const;
export type MatchMode = (typeof matchModes)[number];

/** Where alone the English name stays, of a term that is translated elsewhere. */
export const keptKinds = ['asCode', 'asClassName'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** How a page names the term for the first time: with the other language in parentheses, or plainly. */
export const firstUses = ['none', 'zh（en）', 'en（zh）'] as const;
export type FirstUse = (typeof firstUses)[number];

/** The number of an English name that stays in Chinese: always this one, or (`keep`) that of the source. */
export const plurals = ['singular', 'plural', 'keep'] as const;
export type Plural = (typeof plurals)[number];

export const regions = ['zh-CN', 'zh-TW', 'zh-HK'] as const;
export type Region = (typeof regions)[number];

export const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** Where a sense holds: each list that is given must have one entry that fits. Words are literals in any case. */
export interface Condition {
  /** English words that stand in the source of the block. */
  readonly context?: readonly string[];
  /** Words in one of the headings above, in either language. */
  readonly heading?: readonly string[];
  /** Globs of pages, relative to the project's root. */
  readonly files?: readonly string[];
}

/**
 * One sense of an English term. Several terms may share a source: they are senses, and the rendering of any satisfies
 * unless their conditions tell which one is meant. What only richer formats know is optional.
 */
export interface Term {
  /** The English names, the head word first; empty for a convention about Chinese wording alone (`应用程序` → `应用`). */
  readonly source: readonly string[];
  readonly renderings: readonly Rendering[];
  /** The English name stays in the translation, wherever it stands. */
  readonly doNotTranslate: boolean;
  /** The English name stays only there, and the renderings hold elsewhere; never together with `doNotTranslate`. */
  readonly keptWhere?: KeptKind;
  /** A name for the entry that other tools know it by; senses of one concept may share it. */
  readonly id?: string;
  /** `noun`, `verb`, `adjective` or `adverb` where the glossary's mark is known, else the mark itself. */
  readonly pos?: string;
  /** Without it, words that have capitals inside are matched as written, others in any case. */
  readonly case?: CaseMode;
  /** `false`: only the names as they are written, neither plurals nor singulars. */
  readonly inflect?: boolean;
  /** `word` when absent. */
  readonly match?: MatchMode;
  /** Longer English names that hold a name of this term and mean something else (`prop drilling`). */
  readonly except?: readonly string[];
  /** The subject, for people and for telling senses apart: `CSS`, `机器学习`. */
  readonly domain?: string;
  /** The Chinese that it belongs to; absent: any. */
  readonly region?: Region;
  readonly when?: Condition;
  readonly firstUse?: FirstUse;
  readonly plural?: Plural;
  /** How serious a violation is, in place of the rule's own level; `off` keeps the term for hover and completion alone. */
  readonly severity?: Severity;
  /** Where the decision comes from: addresses, titles, issues. */
  readonly refs?: readonly string[];
  /** What the glossary says besides, such as the condition under which a rendering holds. */
  readonly note?: string;
  readonly origin: Origin;
}

/** Something in a glossary file that could not be understood; UTF-16 offsets in the file, `from` ≤ `to`. */
export interface Fault {
  /** An error unless it says otherwise. */
  readonly level?: 'info';
  readonly from: number;
  readonly to: number;
  readonly message: Bilingual;
}

/** What a glossary file says: the rows that were understood, and what was wrong with the others. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly faults: readonly Fault[];
}

export function isApproved({ status }: Rendering): boolean {
  return status === 'preferred' || status === 'admitted';
}

/** The wordings of one status, or all that are approved, in their order. */
export function wordingsOf({ renderings }: Term, status: WordingStatus | 'approved'): string[] {
  return renderings
    .filter((one) => (status === 'approved' ? isApproved(one) : one.status === status))
    .map(({ text }) => text);
}
