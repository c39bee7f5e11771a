import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import { MIXED } from '../style/style.ts';
import { createAttachedCache } from '../text/attached-cache.ts';
import { countHan, HANGUL, KANA } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { servedFixes } from './blank-edits.ts';
import { withFixesEverywhere } from './everywhere.ts';
import { createExceptions, type Exceptions, isExcepted } from './exceptions.ts';
import { headingsAbove, isSameList } from './headings.ts';
import { placedFix, sourceSpan } from './places.ts';
import {
  type ActiveRule,
  defaultLevel,
  type Finding,
  type Fix,
  type Knowledge,
  type Level,
  type LintResult,
  type Options,
  type ParsedPage,
  type ProseContext,
} from './rule.ts';
import { rules } from './rules/index.ts';
import { type RuleStates, type Suppressed, suppress, suppressNamed } from './suppress.ts';
import { createTranslationLinter } from './translation.ts';
import { withoutYielding } from './yielding.ts';

/** What applies to a page: the level and options of each rule, and what rules may know. */
export interface LintSettings extends Knowledge {
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** Words that the project writes in its own way. Findings inside of them are dropped. */
  readonly exceptions?: readonly string[];
  /** The style is not known yet. Rules that follow it are silent, and no comment can be called unneeded. */
  readonly isProvisional?: boolean;
}

export interface RuleSettings {
  readonly level: Level;
  readonly options: Options;
}

/**
 * Lints pages under the same settings, next to their English source if it is known. Findings are cached per block, as
 * long as its text stays the same.
 */
export type Linter = (markdown: Markdown, source?: Markdown) => LintResult;

export function createLinter(settings: LintSettings): Linter {
  const active = rules.flatMap((rule) => {
    const { level, options } = settings.rules.get(rule.id) ?? {
      level: defaultLevel(rule),
      options: rule.options,
    };
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const exceptions = createExceptions(settings.exceptions ?? []);
  // Rules about terms need a glossary.
  const atWork = active.filter(({ rule }) => !rule.needsTerms || settings.glossary.terms.length > 0);
  const proseRules = atWork.filter(({ rule }) => rule.prose);
  const lintLeafAlone = createLeafLinter(proseRules, settings, exceptions);
  const lintLeafBeside = createLeafLinter(
    proseRules.filter(({ rule }) => !rule.pair),
    settings,
    exceptions,
  );
  const documentRules = atWork.filter(({ rule }) => rule.document);
  const lintTranslation = createTranslationLinter(atWork, settings);
  const states = statesOf(active, settings);
  const commentRules = active.filter(({ rule }) => rule.comments);

  return (markdown, source) => {
    const findings: Finding[] = [];
    let wantsSegmenter = false;
    let foreign = 0;
    const blocks = blocksOf(markdown);
    const translation = source && lintTranslation(markdown, source);
    // A source that does not belong to the page tells nothing about it.
    const isBeside = translation?.isRelated === true;
    const lintLeaf = isBeside ? lintLeafBeside : lintLeafAlone;
    const headingsOf = headingsAbove(settings.glossary);
    for (const block of blocks) {
      if (block.leaf.prose.length === 0) continue;
      const headings = headingsOf([block.leaf]);
      const result = lintLeaf(block.leaf, headings);
      foreign += result.foreign;
      wantsSegmenter ||= result.wantsSegmenter;
      for (const finding of result.findings) findings.push(moved(finding, block));
    }
    // On a Japanese or Korean page even a line of only Han is not Chinese.
    if (foreign > 0 && !hasHan(blocks, foreign)) return { findings: [], wantsSegmenter: false };
    const page: ParsedPage = { markdown, blocks };
    let excepted: readonly Span[] | undefined;
    for (const { rule, level, options } of documentRules) {
      if (isBeside && rule.translation) continue;
      rule.document!(page, {
        ...settings,
        options,
        wantSegmenter: () => {
          wantsSegmenter = true;
        },
        report(span, args, ...fixes) {
          if (!exceptions.isEmpty) excepted ??= exceptions.find(markdown.text);
          if (excepted && isExcepted(excepted, span, fixes[0]?.edits ?? [])) return;
          findings.push({ rule, level: span.level ?? level, args, fixes, from: span.from, to: span.to });
        },
      });
    }
    if (translation) {
      const isKept = (finding: Finding) => {
        if (!exceptions.isEmpty) excepted ??= exceptions.find(markdown.text);
        return !excepted || !isExcepted(excepted, finding, finding.fixes[0]?.edits ?? []);
      };
      findings.push(...translation.findings.filter(isKept));
      wantsSegmenter ||= translation.wantsSegmenter;
    }
    const { findings: unsilenced, comments } = suppress(markdown, findings, states(wantsSegmenter, isBeside));
    const visible = withoutYielding(unsilenced);
    const aboutComments = suppressNamed(markdown, lintComments(page, comments, commentRules, settings));
    const shown = withFixesEverywhere(visible);
    if (aboutComments.length === 0) return { findings: shown, wantsSegmenter };
    return { findings: [...shown, ...aboutComments].sort((a, b) => a.from - b.from || a.to - b.to), wantsSegmenter };
  };
}

function lintComments(
  page: ParsedPage,
  uses: Suppressed['comments'],
  active: readonly ActiveRule[],
  knowledge: Knowledge,
): Finding[] {
  const findings: Finding[] = [];
  if (uses.length === 0) return findings;
  for (const { rule, level, options } of active) {
    rule.comments!(page, {
      ...knowledge,
      options,
      uses,
      report: (span, args, ...fixes) => findings.push({ rule, level, args, fixes, from: span.from, to: span.to }),
    });
  }
  return findings;
}

const ids = new Set(rules.map((rule) => rule.id));

function statesOf(
  active: readonly ActiveRule[],
  settings: LintSettings,
): (wantsSegmenter: boolean, isBeside: boolean) => RuleStates {
  const byId = new Map(active.map(({ rule }) => [rule.id, rule]));
  return (wantsSegmenter, isBeside) => ({
    ids,
    isWaiting: settings.isProvisional === true || wantsSegmenter,
    state(id) {
      const rule = byId.get(id);
      if (!rule) return 'off';
      // A rule is silent while the pages are divided on its style.
      const isDivided = rule.style !== undefined && settings.style[rule.style] === MIXED;
      const lacksSource =
        !isBeside && !rule.prose && !rule.document && (rule.pair !== undefined || rule.translation !== undefined);
      const isUncounted = rule.needsTerms && settings.glossary.terms.length > 0 && !settings.conformity;
      return rule.comments || isDivided || lacksSource || isUncounted ? 'waiting' : 'active';
    },
  });
}

interface LeafResult {
  /** Offsets are relative to the block. */
  readonly findings: readonly Finding[];
  readonly wantsSegmenter: boolean;
  /** The number of Japanese and Korean letters in its prose. */
  readonly foreign: number;
  readonly headings: Headings;
}

type Headings = ProseContext<string>['headings'];

// The last linter that saw a leaf stores its result there.
const kept = createAttachedCache<Leaf, { readonly by: object; readonly result: LeafResult }>();

function createLeafLinter(
  active: readonly ActiveRule[],
  knowledge: Knowledge,
  exceptions: Exceptions,
): (leaf: Leaf, above: Headings) => LeafResult {
  const { glossary, wordBoundaries, style, conformity } = knowledge;
  // The state that all contexts share. Contexts are created once, since most rules find nothing in most prose.
  let block: ProseContext<string>['block'] = 'paragraph';
  let headings: Headings;
  let current: Prose;
  let findings: Finding[] = [];
  let wantsSegmenter = false;
  let exceptedWords: readonly Span[] | undefined;
  const prepared = active.map(({ rule, level, options }) => {
    const context: ProseContext<string> = {
      glossary,
      wordBoundaries,
      style,
      conformity,
      options,
      get block() {
        return block;
      },
      get headings() {
        return headings;
      },
      wantSegmenter: () => {
        wantsSegmenter = true;
      },
      report: (span, args, ...offered) => {
        const fixes = servedFixes(rule, current, offered);
        if (!fixes) return;
        if (!exceptions.isEmpty) exceptedWords ??= exceptions.find(current.text);
        if (exceptedWords && isExcepted(exceptedWords, span, fixes[0]?.edits ?? [])) return;
        const place = sourceSpan(current, span);
        const placed = fixes.flatMap((fix) => placedFix(current, fix) ?? []);
        findings.push({ rule, level: span.level ?? level, args, fixes: placed, from: place.from, to: place.to });
      },
    };
    return { rule, context };
  });
  // A page has only a few combinations of classes.
  const byClasses = new Map<number, typeof prepared>();
  const atWorkOn = (classes: number) => {
    let found = byClasses.get(classes);
    if (!found) {
      found = prepared.filter(({ rule }) => rule.needs.every((some) => (classes & some) !== 0));
      byClasses.set(classes, found);
    }
    return found;
  };

  const lintLeaf = (leaf: Leaf, above: Headings): LeafResult => {
    const known = kept.get(leaf);
    if (known?.by === lintLeaf && isSameList(known.result.headings, above)) return known.result;
    headings = above;
    findings = [];
    wantsSegmenter = false;
    block = leaf.kind as typeof block;
    let foreign = 0;
    for (const prose of leaf.prose) {
      const { classes } = prose;
      if (classes === 0) continue;
      const letters = foreignLetters(prose);
      foreign += letters;
      // Japanese and Korean have spacing rules of their own. A stray kana does not make a Chinese paragraph Japanese.
      if (letters > 0 && letters * 5 > countHan(prose.text)) continue;
      current = prose;
      exceptedWords = undefined;
      for (const { rule, context } of atWorkOn(classes)) rule.prose!(prose, context);
    }
    const result: LeafResult = { findings, wantsSegmenter, foreign, headings };
    kept.set(leaf, { by: lintLeaf, result });
    return result;
  };
  return lintLeaf;
}

/** Whether a page has at least this many Han characters. For most pages the first blocks tell. */
function hasHan(blocks: readonly Block[], wanted: number): boolean {
  let han = 0;
  for (const { leaf } of blocks) {
    for (const prose of leaf.prose) {
      han += countHan(prose.text);
      if (han >= wanted) return true;
    }
  }
  return false;
}

function foreignLetters({ text, classes }: Prose): number {
  if ((classes & (KANA | HANGUL)) === 0) return 0;
  return text.match(/[\u3041-\u30fa\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/g)?.length ?? 0;
}

function moved(finding: Finding, block: Block): Finding {
  const by = block.from;
  const fixes: Fix[] = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ from: edit.from + by, to: edit.to + by, insert: edit.insert })),
  }));
  return { ...finding, from: finding.from + by, to: finding.to + by, fixes };
}
