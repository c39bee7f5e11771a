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

// The API of the core for other programs: plain values in and out, no I/O, and the same result for the same input.

export type { RuleEntry } from './config/config.ts';
export { readGlossary } from './glossary/format/read.ts';
export type { Fault, Reading, Term } from './glossary/term.ts';
export type { Segmenter } from './glossary/word-boundaries.ts';
export type { Level, Options } from './lint/rule.ts';
export type { ProfileName, Style } from './style/style.ts';
export type { Bilingual } from './text/bilingual.ts';
export { applyEdits, type Edit, type Span } from './text/span.ts';

/**
 * How to check a page. Everything has a default. Reuse one object for many pages, because the linter is cached with it.
 */
export interface LintOptions {
  /** Name or path of the page. Its extension counts: `.mdx` is read as MDX. */
  readonly file?: string;
  /** Levels and options of rules, as in `.yijiao.jsonc`. */
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** A profile, or style points such as those from `learnStyle`. The other points have their defaults. */
  readonly style?: ProfileName | Partial<Style>;
  /** Terms from `readGlossary`. Those of an earlier file take precedence. */
  readonly glossary?: readonly Term[];
  /** Words to write in a special way. Nothing inside of one is reported. */
  readonly words?: readonly string[];
  /** The English page, if known. The translation is then checked against it. */
  readonly english?: string;
  /** Divides Chinese into words. Without it, rules stay silent where they would need it. */
  readonly segmenter?: Segmenter;
}

/** A problem in a page. Offsets are UTF-16 units of the text, `to` exclusive. */
export interface Finding extends Span {
  /** The id of the rule; docs/rules/<id>.md describes it. */
  readonly rule: string;
  readonly level: Exclude<Level, 'off'>;
  readonly message: Bilingual;
  /** Whether `fix` fixes it. */
  readonly fixable: boolean;
  /** Ways to fix it, each proven to change nothing else. The proof happens on access. */
  readonly fixes: readonly ProvenFix[];
}

export interface ProvenFix {
  /** To be applied together (`applyEdits`). Offsets of the checked text. */
  readonly edits: readonly Edit[];
  /** Distinguishes alternatives. */
  readonly title?: Bilingual;
}

/**
 * Checks a Chinese Markdown page. Findings are in text order.
 * @throws {TypeError} if `rules`, `style` or `words` are not valid in a settings file. No text makes it throw.
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
 * Makes all safe fixes. Fixing the result again changes nothing. `edits` lead from the text to the result (UTF-16
 * offsets of the text); `count` is the number of fixed findings.
 * @throws {TypeError} as `lint`.
 */
export function fix(
  text: string,
  options: LintOptions = {},
): { readonly text: string; readonly edits: readonly Edit[]; readonly count: number } {
  return fixAll(parsePage(text, options.file ?? ''), linterOf(options));
}

/** Blocks that translate each other, as UTF-16 offsets of their texts. A missing side is undefined. */
export interface ComparedPair {
  readonly state: PairState;
  readonly chinese?: Span;
  readonly english?: Span;
}

/**
 * Aligns a translation with its source, in the order of the Chinese page. Accepts any two
 * texts. `file` as in `LintOptions`.
 */
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

/** Learns the style points from the pages of a project, for `LintOptions.style`; `mixed` where they are divided. */
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
