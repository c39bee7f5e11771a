import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import { HANGUL, KANA } from '../text/han.ts';
import { withFixesEverywhere } from './everywhere.ts';
import { headingsAbove, isSameList } from './headings.ts';
import { placedFix, sourceSpan } from './places.ts';
import type { ActiveRule, Finding, Fix, Knowledge, Level, LintResult, Options } from './rule.ts';
import { rules } from './rules/index.ts';
import { suppressed } from './suppress.ts';
import { createTranslationLinter } from './translation.ts';

/** What applies to one page: a level and options for each rule, and what the rules may know. */
export interface LintSettings extends Knowledge {
  readonly rules: ReadonlyMap<string, RuleSettings>;
}

export interface RuleSettings {
  readonly level: Level;
  readonly options: Options;
}

/**
 * Lints pages under the same settings, beside the English source where it is known. What it found in a block is kept as
 * long as the block's text stays.
 */
export type Linter = (markdown: Markdown, source?: Markdown) => LintResult;

export function createLinter(settings: LintSettings): Linter {
  const active = rules.flatMap((rule) => {
    const { level, options } = settings.rules.get(rule.id) ?? { level: rule.level, options: rule.options };
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const proseRules = active.filter(({ rule }) => rule.prose);
  const documentRules = active.filter(({ rule }) => rule.document);
  const lintTranslation = createTranslationLinter(active, settings);
  const proseOnlyRules = proseRules.filter(({ rule }) => !rule.pair);
  const kept = { alone: new WeakMap<Leaf, LeafResult>(), translated: new WeakMap<Leaf, LeafResult>() };

  return (markdown, source) => {
    const findings: Finding[] = [];
    let wantsWords = false;
    const blocks = blocksOf(markdown);
    const results = source ? kept.translated : kept.alone;
    const headingsOf = headingsAbove(settings.glossary);
    for (const block of blocks) {
      if (block.leaf.prose.length === 0) continue;
      const headings = headingsOf([block.leaf]);
      let result = results.get(block.leaf);
      if (!result || !isSameList(result.headings, headings)) {
        result = lintLeaf(block.leaf, source ? proseOnlyRules : proseRules, settings, headings);
        results.set(block.leaf, result);
      }
      wantsWords ||= result.wantsWords;
      for (const finding of result.findings) findings.push(moved(finding, block));
    }
    for (const { rule, level, options } of documentRules) {
      rule.document!(
        { markdown, blocks },
        {
          ...settings,
          options,
          wantWords: () => {
            wantsWords = true;
          },
          report: (span, args, ...fixes) =>
            findings.push({ rule, level: span.level ?? level, args, fixes, from: span.from, to: span.to }),
        },
      );
    }
    if (source) {
      const translation = lintTranslation(markdown, source);
      findings.push(...translation.findings);
      wantsWords ||= translation.wantsWords;
    }
    const visible = suppressed(markdown, findings);
    visible.sort((a, b) => a.from - b.from || a.to - b.to);
    return { findings: withFixesEverywhere(visible), wantsWords };
  };
}

interface LeafResult {
  /** Offsets relative to the block. */
  readonly findings: readonly Finding[];
  readonly wantsWords: boolean;
  readonly headings: readonly string[] | undefined;
}

function lintLeaf(
  leaf: Leaf,
  active: readonly ActiveRule[],
  knowledge: Knowledge,
  headings: readonly string[] | undefined,
): LeafResult {
  const findings: Finding[] = [];
  let wantsWords = false;
  for (const prose of leaf.prose) {
    if (isForeign(prose)) continue;
    for (const { rule, level, options } of active) {
      if (!rule.needs.every((classes) => (prose.classes & classes) !== 0)) continue;
      rule.prose!(prose, {
        glossary: knowledge.glossary,
        words: knowledge.words,
        style: knowledge.style,
        conformity: knowledge.conformity,
        options,
        headings,
        block: leaf.kind as 'paragraph',
        wantWords: () => {
          wantsWords = true;
        },
        report: (span, args, ...fixes) => {
          const place = sourceSpan(prose, span);
          const placed = fixes.flatMap((fix) => placedFix(prose, fix) ?? []);
          findings.push({ rule, level: span.level ?? level, args, fixes: placed, from: place.from, to: place.to });
        },
      });
    }
  }
  return { findings, wantsWords, headings };
}

// Japanese and Korean have spacing rules of their own; a stray kana in a Chinese paragraph does not make it Japanese.
function isForeign(prose: Prose): boolean {
  if ((prose.classes & (KANA | HANGUL)) === 0) return false;
  const foreign = prose.text.match(/[\u3041-\u30fa\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/g)?.length ?? 0;
  const han = prose.text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  return foreign * 5 > han;
}

function moved(finding: Finding, block: Block): Finding {
  const by = block.from;
  const fixes: Fix[] = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ from: edit.from + by, to: edit.to + by, insert: edit.insert })),
  }));
  return { ...finding, from: finding.from + by, to: finding.to + by, fixes };
}
