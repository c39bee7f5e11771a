import type { StyleOrigin } from '../workspace/project/style-points.ts';

export type { StyleOrigin } from '../workspace/project/style-points.ts';

/** What client and server say to each other of the style of a project and the settings of its rules. */

/** Client → server, { uri, again? }: the style of the project of a page, and where it comes from; `again` looks at its pages anew. */
export const styleRequest = 'yijiao/style';

export interface StyleResult {
  readonly root: string;
  /** The settings file, where there is one. */
  readonly settings?: string;
  /** How many Chinese pages were looked at. */
  readonly pages: number;
  /** Whether these are enough to show a style at all. */
  readonly isEnough: boolean;
  readonly profile?: string;
  readonly points: readonly StylePointInfo[];
  readonly profiles: readonly ProfileInfo[];
}

/** All texts are for people to read. */
export interface StylePointInfo {
  readonly id: string;
  /** What it is about, for a list in which its value follows. */
  readonly name: string;
  readonly title: string;
  /** The value in force, and in a few words. */
  readonly value: string;
  readonly shown: string;
  readonly origin: StyleOrigin;
  /** Where the value comes from, with counts, and what would change it. */
  readonly told: string;
  /** What would wake the rules that are silent for want of agreement. */
  readonly wakes?: string;
  readonly values: readonly StyleValueInfo[];
  /** How many places decide it in the pages that were looked at. */
  readonly total: number;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly level: string;
    readonly silent?: string;
  }[];
  /** What holds elsewhere in the project. */
  readonly overrides: readonly { readonly files: string; readonly shown: string }[];
}

export interface StyleValueInfo {
  readonly value: string;
  readonly shown: string;
  readonly meaning: string;
  /** How many places show it; undefined for `mixed`, which no place shows. */
  readonly count?: number;
  /** The profiles that ask for it. */
  readonly profiles: readonly string[];
}

export interface ProfileInfo {
  readonly name: string;
  readonly team: string;
  readonly points: number;
  readonly agrees: number;
  /** The points on which the pages are clearly for something else. */
  readonly differs: readonly string[];
}

/** Client → server, { uri, point, value } → StyleExampleInfo[]: where the pages that were looked at show a value. */
export const styleExamplesRequest = 'yijiao/style/examples';

export interface StyleExampleInfo {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
  /** Its line, and between which characters of it the place is. */
  readonly excerpt: string;
  readonly from: number;
  readonly to: number;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Server → client, when its style was asked for: it, or the settings of the rules, may be other ones now. */
export const styleChangedNotification = 'yijiao/styleChanged';

/** Client → server, { uri }: the rules, and what the project says of each → RulesResult. */
export const rulesRequest = 'yijiao/rules';

export interface RulesResult {
  readonly rules: readonly RuleInfo[];
  readonly levels: readonly { readonly level: string; readonly meaning: string }[];
}

export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly level: string;
  readonly defaultLevel: string;
  /** The project's settings file says something of it. */
  readonly isSet: boolean;
  /** An override says something else for some of the pages. */
  readonly isOverridden: boolean;
  readonly options: readonly RuleOptionInfo[];
}

export interface RuleOptionInfo {
  readonly name: string;
  readonly help: string;
  readonly value: OptionValue;
  readonly defaultValue: OptionValue;
}

export type OptionValue = boolean | number | string | readonly string[];

/** Client → server, SettleParams → EntryResult: the edit of the project's settings file, which is made where there is none. */
export const settleRequest = 'yijiao/settle';

/** A page of the project, and what is to be settled; null takes out what is there. `first` writes what the pages show. */
export type SettleParams = { readonly uri: string } & (
  | { readonly point: string; readonly value: string | null }
  | { readonly profile: string | null }
  | { readonly rule: string; readonly level: string | null }
  | { readonly rule: string; readonly option: string; readonly value: OptionValue }
  | { readonly first: true }
);
