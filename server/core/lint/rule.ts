import type { BlockPair, Comparison } from '../bilingual/state/compare.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { Conformity } from '../glossary/match/conformity.ts';
import type { Segmentation } from '../glossary/word-boundaries.ts';
import type { Block } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import type { BoundaryKind } from '../style/boundary.ts';
import type { StyleId } from '../style/points.ts';
import type { Style } from '../style/style.ts';
import { type Bilingual, inEach } from '../text/bilingual.ts';
import type { Edit, Span } from '../text/span.ts';
import type { SuppressionUse } from './comments.ts';

export const levels = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** The options of a rule. The type of each is that of its default value. */
export type Options = Readonly<Record<string, boolean | number | string | readonly string[]>>;

export const groups = [
  'spacing',
  'punctuation',
  'markdown',
  'unicode',
  'wording',
  'glossary',
  'source',
  'suppression',
] as const;
export type Group = (typeof groups)[number];

/**
 * `[bad, good]`: a text that the rule reports, and the text after its first fixes (equal if there are none). With
 * `'hand'`, `good` is what a person would write; that is always so for a rule without fixes. A string alone is a text
 * that the rule must not report.
 */
export type Example = readonly [bad: string, good: string, by?: 'hand'] | string;

/** A translation of an English text, judged like an `Example`. */
export interface TranslatedExample {
  readonly english: string;
  readonly chinese: Example;
}

/**
 * A rule is data plus a function. Settings, schema, messages, pages and tests are derived from it. Placeholders
 * `{name}` in messages name the arguments of `report`.
 */
export type Rule = RuleData & Scope<string>;

export interface RuleData {
  readonly id: string;
  readonly group: Group;
  readonly level: Exclude<Level, 'off'>;
  /** Off unless settings turn it on, until `npm run eval` has shown what it does to real pages. */
  readonly nursery?: true;
  /** A demand of few teams: off unless settings turn it on. */
  readonly optional?: true;
  /** Fix-all makes `safe` fixes. A person has to choose `suggest` ones. */
  readonly fix: 'safe' | 'suggest' | 'none';
  readonly title: Bilingual;
  /** The reason, with the standard or guide behind it. */
  readonly why: Bilingual;
  readonly message: Bilingual;
  readonly options: Options;
  /** What each option does. */
  readonly optionHelp?: Readonly<Record<string, Bilingual>>;
  readonly examples: readonly Example[];
  /** Examples for a rule that compares the translation with its source. */
  readonly translatedExamples?: readonly TranslatedExample[];
  /** The glossary for the examples: CSV, or entries in Yijiao's own YAML. */
  readonly exampleGlossary?: string;
  /**
   * The kind of boundary that the rule is about. The linter drops spaces that its fixes add or remove at other kinds,
   * because these belong to other rules.
   */
  readonly boundary?: BoundaryKind;
  /** The rule is silent where the fix of another finding changes the same place. */
  readonly yields?: true;
  /** The style point that the rule follows. */
  readonly style?: StyleId;
  /** A point of style that the rule asks about, and without which it has a mind of its own. */
  readonly heeds?: StyleId;
  /** Examples for the other sides of the point of style, by its value. */
  readonly styledExamples?: Readonly<Record<string, readonly Example[]>>;
  /** Sets of character classes (text/han.ts). The rule only sees prose with at least one class of every set. */
  readonly needs: readonly number[];
  /** The rule is about terms. It needs a glossary, and waits until conformity with the glossary is counted. */
  readonly needsTerms?: true;
  /** The reported text can be deleted. Editors may show it faded. */
  readonly unnecessary?: true;
  /** The rule also runs when the source does not belong to the page. The others are silent then. */
  readonly unrelated?: true;
}

/** What a rule looks at: one of these. A second one is for pages whose source is not known. */
type Scope<Argument extends string> =
  | Only<{
      /** A piece of visible text: a paragraph, a heading, a cell. */
      readonly prose: Look<Prose, ProseContext<Argument>>;
    }>
  | Only<{
      /** The whole page. */
      readonly document: Look<ParsedPage, DocumentContext<Argument>>;
    }>
  | Only<{
      /** A piece of the translation next to its source. Either side may be empty. */
      readonly pair: Look<BlockPair, PairContext<Argument>>;
      /** Only for pages whose source is not known. */
      readonly prose?: Look<Prose, ProseContext<Argument>>;
    }>
  | Only<{
      /** The whole translation next to the whole source. */
      readonly translation: Look<Translation, PairContext<Argument>>;
      /** Only for pages whose source is not known. */
      readonly document?: Look<ParsedPage, DocumentContext<Argument>>;
    }>
  | Only<{
      /** The comments that silence rules, after all other rules have run. */
      readonly comments: Look<ParsedPage, CommentContext<Argument>>;
    }>;

type Look<Subject, Context> = (subject: Subject, context: Context) => void;

type ScopeName = 'prose' | 'document' | 'pair' | 'translation' | 'comments';

type Only<Some> = Some & { readonly [Name in Exclude<ScopeName, keyof Some>]?: undefined };

export interface ParsedPage {
  readonly markdown: Markdown;
  readonly blocks: readonly Block[];
}

/** A page next to its English source. */
export interface Translation {
  readonly chinese: Markdown;
  readonly english: Markdown;
  readonly comparison: Comparison;
}

/** What a rule may know besides the text. */
export interface Knowledge {
  readonly glossary: Glossary;
  /** Undefined until the segmenter is loaded. A rule that needs it then stays silent and calls `wantSegmenter`. */
  readonly wordBoundaries: Segmentation;
  /** The style of the project's pages. */
  readonly style: Style;
  /** How the project's translations keep the glossary; undefined until that is counted. */
  readonly conformity?: Conformity | undefined;
}

/** Where to report, and at which level if it differs from that in the settings. */
export interface ReportedSpan extends Span {
  readonly level?: Exclude<Level, 'off'> | undefined;
}

/** An argument of a message, perhaps one that depends on the language. */
export type MessageArgument = string | Bilingual;

export interface ProseContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  readonly block: 'heading' | 'paragraph' | 'row' | 'footnote' | 'directive';
  /** The headings above, if a condition of the glossary depends on them. */
  readonly headings: readonly string[] | undefined;
  /** Span and edits are places in the prose. Edits that would cross hidden markup are dropped. */
  report(span: ReportedSpan, args: Readonly<Record<Argument, MessageArgument>>, ...fixes: Fix[]): void;
  wantSegmenter(): void;
}

/** A way to fix a finding. Several fixes are alternatives. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** The fix changes markup on purpose, such as turning asterisks into emphasis. It is never made without a person. */
  readonly changesMarkup?: true;
  /** The fix changes only comments, on purpose. */
  readonly changesComments?: true;
  /** The title of this alternative; by default the title of the rule. */
  readonly title?: Bilingual;
  /** The title for making this fix everywhere: all fixes of the page with the same rule and title. */
  readonly everywhere?: Bilingual;
}

export interface DocumentContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  /** Span and edits are UTF-16 offsets of the document. */
  report(span: ReportedSpan, args: Readonly<Record<Argument, MessageArgument>>, ...fixes: Fix[]): void;
  wantSegmenter(): void;
}

export interface PairContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  /**
   * Where the piece is in the Chinese page or, if it is missing there, the empty span where it belongs. UTF-16 offsets
   * of the Chinese page; `english` is a span of the source.
   */
  readonly place: Span;
  /** The headings above, in both languages, if a condition of the glossary depends on them. */
  readonly headings: readonly string[] | undefined;
  /** How terse the translator is (`Comparison.scale`), rounded to one decimal. */
  readonly scale: number;
  /** The Chinese next to the pair has more than its English, so what the pair seems to lack may be there. */
  readonly neighbourOverflows: boolean;
  report(
    span: ReportedSpan & { readonly english?: Span },
    args: Readonly<Record<Argument, MessageArgument>>,
    ...fixes: Fix[]
  ): void;
  wantSegmenter(): void;
}

export interface CommentContext<Argument extends string> extends Omit<DocumentContext<Argument>, 'wantSegmenter'> {
  readonly uses: readonly SuppressionUse[];
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Definition<En extends string> = Omit<RuleData, 'message' | 'options' | 'needs' | 'examples'> & {
  readonly message: { readonly en: En; readonly zh: string };
  readonly options?: Options;
  readonly needs?: readonly number[];
  readonly examples?: readonly Example[];
} & Scope<Placeholders<En>>;

export function defineRule<const En extends string>(definition: Definition<En>): Rule {
  return { options: {}, needs: [], examples: [], ...definition };
}

/** The level of a rule that the settings do not mention. */
export function defaultLevel({ level, nursery, optional }: Pick<RuleData, 'level' | 'nursery' | 'optional'>): Level {
  return nursery || optional ? 'off' : level;
}

/** The format of `exampleGlossary`. */
export function exampleFormat({ exampleGlossary }: Pick<Rule, 'exampleGlossary'>): 'csv' | 'yaml' {
  return exampleGlossary?.startsWith('-') ? 'yaml' : 'csv';
}

/** A problem at its place in the document (UTF-16 offsets). */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly fixes: readonly Fix[];
  /** The part of the source that it is about, in offsets of the source. */
  readonly english?: Span;
}

/** The result of linting a page. */
export interface LintResult {
  /** In document order, without suppressed ones. */
  readonly findings: readonly Finding[];
  /** Whether a rule was silent because the segmenter is not loaded. */
  readonly wantsSegmenter: boolean;
}

/** A rule that is not off, with its settings. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly options: Options;
}

export function messageOf(finding: Pick<Finding, 'rule' | 'args'>): Bilingual {
  return inEach((language) =>
    finding.rule.message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const words = finding.args[name] ?? '';
      return typeof words === 'string' ? words : words[language];
    }),
  );
}
