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
import type { Bilingual } from '../text/bilingual.ts';
import type { Edit, Span } from '../text/span.ts';
import type { SuppressionUse } from './comments.ts';

export const levels = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** Options of a rule: their defaults tell their types. */
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
 * A text that the rule reports, and what the first fixes offered for it make of it: the same text where none is. By `hand` it is what
 * a person would write where none is, and so it always is of a rule without fixes. Alone, a text that the rule must leave as it is.
 */
export type Example = readonly [bad: string, good: string, by?: 'hand'] | string;

/** A translation of an English text that the rule judges as an `Example`. */
export interface TranslatedExample {
  readonly english: string;
  readonly chinese: Example;
}

/**
 * A rule is data and what it looks at; settings, schema, messages, pages and tests are derived from it.
 * Placeholders `{name}` in the messages name the arguments of `report`.
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
  /** `safe` fixes are made by fix-all; `suggest` ones only when a person picks them. */
  readonly fix: 'safe' | 'suggest' | 'none';
  readonly title: Bilingual;
  /** The reason, with the standard or guide that it rests on. */
  readonly why: Bilingual;
  readonly message: Bilingual;
  readonly options: Options;
  /** What each option is for. */
  readonly optionHelp?: Readonly<Record<string, Bilingual>>;
  readonly examples: readonly Example[];
  /** Examples of a rule that looks at the translation and its source together. */
  readonly translatedExamples?: readonly TranslatedExample[];
  /** The glossary under which the examples hold: CSV, or entries of Yijiao's own YAML. */
  readonly exampleGlossary?: string;
  /**
   * The boundaries of which the rule speaks: blanks that its fixes put in or take out stand at these, or the linter drops
   * them. Boundaries of other kinds belong to other rules.
   */
  readonly boundary?: BoundaryKind;
  /** Says nothing where the fix of another finding changes the same place. */
  readonly yields?: true;
  /** The point of style that the rule obeys. */
  readonly style?: StyleId;
  /** Examples for the other sides of the point of style, by its value. */
  readonly styledExamples?: Readonly<Record<string, readonly Example[]>>;
  /** Character classes (text/han.ts) of which every set must occur in a prose, or the rule has no work there. */
  readonly needs: readonly number[];
  /** The rule speaks of terms: without a glossary it has no work, and it waits until the glossary is counted in the pages. */
  readonly needsTerms?: true;
  /** What it marks can go: editors may show it faded. */
  readonly unnecessary?: true;
  /** The rule looks also at a source that does not belong to the page, of which the others say nothing. */
  readonly unrelated?: true;
}

/** What a rule looks at: one of these, with a second one only where the source of a page is not known. */
type Scope<Argument extends string> =
  | Only<{
      /** A piece of what a reader reads: a paragraph, a heading, a cell. */
      readonly prose: Look<Prose, ProseContext<Argument>>;
    }>
  | Only<{
      /** The whole page. */
      readonly document: Look<ParsedPage, DocumentContext<Argument>>;
    }>
  | Only<{
      /** A piece of the translation beside its source; a side that has none is empty. */
      readonly pair: Look<BlockPair, PairContext<Argument>>;
      /** Asked only on pages whose source is not known. */
      readonly prose?: Look<Prose, ProseContext<Argument>>;
    }>
  | Only<{
      /** The whole translation beside the whole source. */
      readonly translation: Look<Translation, PairContext<Argument>>;
      /** Asked only on pages whose source is not known. */
      readonly document?: Look<ParsedPage, DocumentContext<Argument>>;
    }>
  | Only<{
      /** The comments that silence rules, when it is known what they silenced. */
      readonly comments: Look<ParsedPage, CommentContext<Argument>>;
    }>;

type Look<Subject, Context> = (subject: Subject, context: Context) => void;

type ScopeName = 'prose' | 'document' | 'pair' | 'translation' | 'comments';

type Only<Some> = Some & { readonly [Name in Exclude<ScopeName, keyof Some>]?: undefined };

export interface ParsedPage {
  readonly markdown: Markdown;
  readonly blocks: readonly Block[];
}

/** A page beside its English source. */
export interface Translation {
  readonly chinese: Markdown;
  readonly english: Markdown;
  readonly comparison: Comparison;
}

/** What a rule may know besides the text. */
export interface Knowledge {
  readonly glossary: Glossary;
  /** Cannot tell (undefined) until the segmenter is loaded; a rule that would need it stays silent and says so. */
  readonly wordBoundaries: Segmentation;
  /** On what the project's pages agree, and on what they do not. */
  readonly style: Style;
  /** How the project's translations keep the glossary; missing until they have been counted. */
  readonly conformity?: Conformity | undefined;
}

/** Where a rule reports, and how serious it is there; without a level, as serious as the settings of the rule say. */
export interface ReportedSpan extends Span {
  readonly level?: Exclude<Level, 'off'> | undefined;
}

/** An argument of a message: the same in every language, or not. */
export type MessageArgument = string | Bilingual;

export interface ProseContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  readonly block: 'heading' | 'paragraph' | 'row' | 'footnote' | 'directive';
  /** The headings above, where the conditions of the glossary ask for them. */
  readonly headings: readonly string[] | undefined;
  /** Span and edits are places in the prose. Edits that would cross hidden markup are left out. */
  report(span: ReportedSpan, args: Readonly<Record<Argument, MessageArgument>>, ...fixes: Fix[]): void;
  wantSegmenter(): void;
}

/** One way to mend a finding; several are alternatives to choose from. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** The fix means to change markup (to make emphasis of bare asterisks): never made without a person. */
  readonly changesMarkup?: true;
  /** The fix means to change comments, which readers do not see, and nothing else. */
  readonly changesComments?: true;
  /** Said of an alternative; the rule's title is used when it is missing. */
  readonly title?: Bilingual;
  /** The title of the same fix made at every place of the page where one of this title is offered. */
  readonly everywhere?: Bilingual;
}

export interface DocumentContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  /** Span and edits are offsets in the document (UTF-16). */
  report(span: ReportedSpan, args: Readonly<Record<Argument, MessageArgument>>, ...fixes: Fix[]): void;
  wantSegmenter(): void;
}

export interface PairContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  /**
   * Where the piece stands in the Chinese page or, when it is missing there, where it belongs (an empty span).
   * UTF-16 offsets of the Chinese page; `english` is a span of the source.
   */
  readonly place: Span;
  /** The headings above, in both languages, where the conditions of the glossary ask for them. */
  readonly headings: readonly string[] | undefined;
  /** How terse the translator is: that of the comparison, to one decimal. */
  readonly scale: number;
  /** The Chinese beside the pair holds more than its English: what the pair seems to lack may stand there. */
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

/** The level of a rule of which the settings say nothing. */
export function defaultLevel({ level, nursery, optional }: Pick<RuleData, 'level' | 'nursery' | 'optional'>): Level {
  return nursery || optional ? 'off' : level;
}

/** The format of the glossary under which the examples of a rule hold. */
export function exampleFormat({ exampleGlossary }: Pick<Rule, 'exampleGlossary'>): 'csv' | 'yaml' {
  return exampleGlossary?.startsWith('-') ? 'yaml' : 'csv';
}

/** A defect at its place in the document (UTF-16 offsets). */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly fixes: readonly Fix[];
  /** The text of the source that it is about, as offsets there. */
  readonly english?: Span;
}

/** What a linter says of a page. */
export interface LintResult {
  /** In document order; suppressed ones are left out. */
  readonly findings: readonly Finding[];
  /** Whether a rule kept silent because the segmenter is not loaded. */
  readonly wantsSegmenter: boolean;
}

/** A rule that is not off, with what the settings say of it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly options: Options;
}

export function messageOf(finding: Pick<Finding, 'rule' | 'args'>): Bilingual {
  const fill = (language: keyof Bilingual) =>
    finding.rule.message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const words = finding.args[name] ?? '';
      return typeof words === 'string' ? words : words[language];
    });
  return { en: fill('en'), zh: fill('zh') };
}
