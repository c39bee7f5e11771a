import type { Glossary } from '../glossary/glossary.ts';
import type { WordBoundaries } from '../glossary/words.ts';
import type { Block } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import type { StyleId } from '../style/points.ts';
import type { Style } from '../style/style.ts';
import type { Bilingual } from '../text/bilingual.ts';
import type { Edit, Span } from '../text/span.ts';

export const levels = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** Options of a rule: their defaults tell their types. */
export type Options = Readonly<Record<string, boolean | number | string | readonly string[]>>;

export const groups = ['spacing', 'punctuation', 'markdown', 'unicode', 'wording', 'glossary', 'source'] as const;
export type Group = (typeof groups)[number];

/**
 * A text that the rule reports, and what its fix makes of it (the same text when there is no fix); or, alone, a text
 * that it must leave as it is.
 */
export type Example = readonly [bad: string, good: string] | string;

/**
 * A rule is data and one function; settings, schema, messages, pages and tests are derived from it.
 * Placeholders `{name}` in the messages name the arguments of `report`.
 */
export interface Rule {
  readonly id: string;
  readonly group: Group;
  readonly level: Exclude<Level, 'off'>;
  /** `safe` fixes are made by fix-all; `suggest` ones only when a person picks them. */
  readonly fix: 'safe' | 'suggest' | 'none';
  readonly title: Bilingual;
  /** The reason, with the standard or guide that it rests on. */
  readonly why: Bilingual;
  readonly message: Bilingual;
  readonly options: Options;
  readonly examples: readonly Example[];
  /** The glossary (CSV) under which the examples hold. */
  readonly exampleGlossary?: string;
  /** The point of style that the rule obeys. */
  readonly style?: StyleId;
  /** Examples for the other sides of the point of style, by its value. */
  readonly styledExamples?: Readonly<Record<string, readonly Example[]>>;
  /** Character classes (text/han.ts) of which every set must occur in a prose, or the rule has no work there. */
  readonly needs: readonly number[];
  readonly prose?: (prose: Prose, context: ProseContext<string>) => void;
  readonly document?: (page: Page, context: DocumentContext<string>) => void;
}

export interface Page {
  readonly markdown: Markdown;
  readonly blocks: readonly Block[];
}

/** What a rule may know besides the text. */
export interface Knowledge {
  readonly glossary: Glossary;
  /** Cannot tell (undefined) until the segmenter is loaded; a rule that would need it stays silent and says so. */
  readonly words: WordBoundaries;
  /** On what the project's pages agree, and on what they do not. */
  readonly style: Style;
}

/** An argument of a message: the same in every language, or not. */
export type Words = string | Bilingual;

export interface ProseContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  readonly block: 'heading' | 'paragraph' | 'row' | 'footnote' | 'directive';
  /** Span and edits are places in the prose. Edits that would cross hidden markup are left out. */
  report(span: Span, args: Readonly<Record<Argument, Words>>, ...fixes: Fix[]): void;
  wantWords(): void;
}

/** One way to mend a finding; several are alternatives to choose from. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** The fix means to change markup (to make emphasis of bare asterisks): never made without a person. */
  readonly changesMarkup?: true;
  /** Said of an alternative; the rule's title is used when it is missing. */
  readonly title?: Bilingual;
}

export interface DocumentContext<Argument extends string> extends Knowledge {
  readonly options: Options;
  /** Span and edits are offsets in the document (UTF-16). */
  report(span: Span, args: Readonly<Record<Argument, Words>>, ...fixes: Fix[]): void;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Definition<En extends string> = Omit<Rule, 'message' | 'options' | 'prose' | 'document' | 'needs'> & {
  readonly message: { readonly en: En; readonly zh: string };
  readonly options?: Options;
  readonly needs?: readonly number[];
  readonly prose?: (prose: Prose, context: ProseContext<Placeholders<En>>) => void;
  readonly document?: (page: Page, context: DocumentContext<Placeholders<En>>) => void;
};

export function defineRule<const En extends string>(definition: Definition<En>): Rule {
  return { options: {}, needs: [], ...definition } as unknown as Rule;
}

/** A defect at its place in the document (UTF-16 offsets). */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly args: Readonly<Record<string, Words>>;
  readonly fixes: readonly Fix[];
}

export function messageOf(finding: Pick<Finding, 'rule' | 'args'>): Bilingual {
  const fill = (language: keyof Bilingual) =>
    finding.rule.message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const words = finding.args[name] ?? '';
      return typeof words === 'string' ? words : words[language];
    });
  return { en: fill('en'), zh: fill('zh') };
}
