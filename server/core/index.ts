import { compare as comparePages, type PairState } from './bilingual/state/compare.ts';
import { type RuleEntry, readConfig } from './config/config.ts';
import { ruleSettings } from './config/resolve.ts';
import { createGlossary } from './glossary/glossary.ts';
import type { Term } from './glossary/term.ts';
import { createWordBoundaries, type Segmenter } from './glossary/word-boundaries.ts';
import { fixAll, isOffered } from './lint/fix.ts';
import { fixabilityOf } from './lint/fixability.ts';
import { createLinter, type Linter } from './lint/lint.ts';
import { type Level, messageOf } from './lint/rule.ts';
import { type Markdown, parsePage } from './markdown/parse.ts';
import { decideStyle, gatherEvidence } from './style/detect.ts';
import { mergeStyles, type ProfileName, profiles, type Style } from './style/style.ts';
import type { Bilingual } from './text/bilingual.ts';
import type { Edit, Span } from './text/span.ts';

// The face of the core for other programs: plain values in and out, no I/O, the same answer to the same text.

export type { RuleEntry } from './config/config.ts';
export { readGlossary } from './glossary/format/read.ts';
export type { Fault, Reading, Term } from './glossary/term.ts';
export type { Segmenter } from './glossary/word-boundaries.ts';
export type { Level, Options } from './lint/rule.ts';
export type { ProfileName, Style } from './style/style.ts';
export type { Bilingual } from './text/bilingual.ts';
export { applyEdits, type Edit, type Span } from './text/span.ts';

/** What a page is checked by. Everything has a default. Keep one object for many pages: what follows from it is made once. */
export interface LintOptions {
  /** Name or path of the page, of which the end counts: `.mdx` is read as MDX. */
  readonly file?: string;
  /** Levels and options of rules, as in `.yijiao.jsonc`. */
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** A profile, or points of style as `learnStyle` gives them; the other points by default. */
  readonly style?: ProfileName | Partial<Style>;
  /** Terms of `readGlossary`; those of an earlier file go before later ones. */
  readonly glossary?: readonly Term[];
  /** Words that are written as they are: nothing inside of one is reported. */
  readonly words?: readonly string[];
  /** The English page, if it is known: the translation is checked beside it. */
  readonly english?: string;
  /** Divides Chinese into words; without it, rules that need it are silent where only it could tell. */
  readonly segmenter?: Segmenter;
}

/** A defect. Offsets are UTF-16 units of the text, `to` exclusive. */
export interface Finding extends Span {
  /** The id of its rule, which names its page: docs/rules/<id>.md. */
  readonly rule: string;
  readonly level: Exclude<Level, 'off'>;
  readonly message: Bilingual;
  /** Whether `fix` mends it. */
  readonly fixable: boolean;
  /** Ways to mend it, each proven to change nothing else; the proof is made when they are asked for. */
  readonly fixes: readonly ProvenFix[];
}

export interface ProvenFix {
  /** To be made together (`applyEdits`); offsets of the text that was checked. */
  readonly edits: readonly Edit[];
  /** What tells it from the other ways, where there are several. */
  readonly title?: Bilingual;
}

/**
 * Checks a Chinese page of Markdown. Findings are in the order of the text.
 * @throws {TypeError} where `rules`, `style` or `words` hold what a settings file may not; never because of the text.
 */
export function lint(text: string, options: LintOptions = {}): Finding[] {
  const markdown = parsePage(text, options.file ?? '');
  const { findings } = linterOf(options)(markdown);
  let fixability: ReturnType<typeof fixabilityOf> | undefined;
  return findings.map((finding) => ({
    rule: finding.rule.id,
    level: finding.level,
    message: messageOf(finding),
    from: finding.from,
    to: finding.to,
    get fixable() {
      fixability ??= fixabilityOf(markdown, findings);
      return fixability(finding) === 'fixable';
    },
    get fixes() {
      const offered = finding.fixes.filter((fix) => isOffered(markdown, fix));
      return offered.map(({ edits, title }) => (title ? { edits, title } : { edits }));
    },
  }));
}

/**
 * Makes every fix that a machine may make. Fixing the result again changes nothing. `edits` lead from the text to the result
 * (UTF-16 offsets of the text); `count` is how many findings were mended.
 * @throws {TypeError} as `lint`.
 */
export function fix(
  text: string,
  options: LintOptions = {},
): { readonly text: string; readonly edits: readonly Edit[]; readonly count: number } {
  return fixAll(parsePage(text, options.file ?? ''), linterOf(options));
}

/** Blocks of a translation and of its source that belong together; a side that has none is missing. UTF-16 offsets. */
export interface ComparedPair {
  readonly state: PairState;
  readonly chinese?: Span;
  readonly english?: Span;
}

/** Aligns a translation with its source, in the order of the Chinese page. Takes any two texts. `file` as in `LintOptions`. */
export function compare(
  chinese: string,
  english: string,
  { file = '' }: { readonly file?: string } = {},
): ComparedPair[] {
  const { pairs } = comparePages(parsePage(chinese, file), parsePage(english, file));
  return pairs.map(({ state, chinese: here, english: there }) => ({
    state,
    ...(here ? { chinese: here } : {}),
    ...(there ? { english: there } : {}),
  }));
}

/** The points of style on which pages of a project agree, for `LintOptions.style`; `mixed` where they are divided. */
export function learnStyle(pages: Iterable<string>): Partial<Style> {
  return decideStyle(gatherEvidence(parsed(pages)));
}

function* parsed(pages: Iterable<string>): Generator<Markdown> {
  for (const text of pages) yield parsePage(text, '');
}

type PageLinter = (markdown: Markdown) => ReturnType<Linter>;

const linters = new WeakMap<LintOptions, PageLinter>();

function linterOf(options: LintOptions): PageLinter {
  const known = linters.get(options);
  if (known) return known;
  const { rules = {}, style = {}, words = [], glossary = [], english, file = '', segmenter } = options;
  const { faults } = readConfig(JSON.stringify({ rules, style, words }));
  if (faults[0]) throw new TypeError(faults[0].message.en);
  const lintPage = createLinter({
    rules: ruleSettings({ rules }),
    style: mergeStyles(typeof style === 'string' ? profiles[style] : style),
    glossary: createGlossary(glossary),
    wordBoundaries: createWordBoundaries(segmenter),
    exceptions: words,
  });
  const source = english === undefined ? undefined : parsePage(english, file);
  const linter: PageLinter = (markdown) => lintPage(markdown, source);
  linters.set(options, linter);
  return linter;
}
