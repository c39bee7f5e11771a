import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import { countHan, HANGUL, KANA } from '../text/han.ts';
import { placedFix, sourceSpan } from './places.ts';
import type { Finding, Fix, Knowledge, Level, Options, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { suppressed } from './suppress.ts';

/** What applies to one page: a level and options for each rule, and what the rules may know. */
export interface LintSettings extends Knowledge {
  readonly rules: ReadonlyMap<string, RuleSettings>;
}

export interface RuleSettings {
  readonly level: Level;
  readonly options: Options;
}

export interface LintResult {
  /** In document order; suppressed ones are left out. */
  readonly findings: readonly Finding[];
  /** Whether a rule kept silent because the segmenter is not loaded. */
  readonly wantsWords: boolean;
}

/** Lints pages under the same settings. What it found in a block is kept as long as the block's text stays. */
export type Linter = (markdown: Markdown) => LintResult;

export function createLinter(settings: LintSettings): Linter {
  const active = rules.flatMap((rule) => {
    const { level, options } = settings.rules.get(rule.id) ?? { level: rule.level, options: rule.options };
    return level === 'off' ? [] : [{ rule, level, options }];
  });
  const proseRules = active.filter(({ rule }) => rule.prose);
  const documentRules = active.filter(({ rule }) => rule.document);
  const kept = new WeakMap<Leaf, LeafResult>();

  return (markdown) => {
    const findings: Finding[] = [];
    let wantsWords = false;
    let foreign = 0;
    let han = 0;
    const blocks = blocksOf(markdown);
    for (const block of blocks) {
      if (block.leaf.prose.length === 0) continue;
      let result = kept.get(block.leaf);
      if (!result) {
        result = lintLeaf(block.leaf, proseRules, settings);
        kept.set(block.leaf, result);
      }
      foreign += result.foreign;
      han += result.han;
      wantsWords ||= result.wantsWords;
      for (const finding of result.findings) findings.push(moved(finding, block));
    }
    // In a page of Japanese or Korean even a line that happens to hold only Han is not Chinese.
    if (foreign > han) return { findings: [], wantsWords: false };
    for (const { rule, level, options } of documentRules) {
      rule.document!(
        { markdown, blocks },
        {
          ...settings,
          options,
          report: (span, args, ...fixes) => findings.push({ rule, level, args, fixes, from: span.from, to: span.to }),
        },
      );
    }
    const visible = suppressed(markdown, findings);
    return { findings: visible.sort((a, b) => a.from - b.from || a.to - b.to), wantsWords };
  };
}

interface ActiveRule {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly options: Options;
}

interface LeafResult {
  /** Offsets relative to the block. */
  readonly findings: readonly Finding[];
  readonly wantsWords: boolean;
  /** How many letters of Japanese and Korean its prose holds, and how many Han characters. */
  readonly foreign: number;
  readonly han: number;
}

function lintLeaf(leaf: Leaf, active: readonly ActiveRule[], knowledge: Knowledge): LeafResult {
  const findings: Finding[] = [];
  let wantsWords = false;
  let foreign = 0;
  let han = 0;
  for (const prose of leaf.prose) {
    const letters = foreignLetters(prose);
    const characters = countHan(prose.text);
    foreign += letters;
    han += characters;
    // They have spacing rules of their own; a stray kana in a Chinese paragraph does not make it Japanese.
    if (letters * 5 > characters) continue;
    for (const { rule, level, options } of active) {
      if (!rule.needs.every((classes) => (prose.classes & classes) !== 0)) continue;
      rule.prose!(prose, {
        glossary: knowledge.glossary,
        words: knowledge.words,
        style: knowledge.style,
        options,
        block: leaf.kind as 'paragraph',
        wantWords: () => {
          wantsWords = true;
        },
        report: (span, args, ...fixes) => {
          const place = sourceSpan(prose, span);
          const placed = fixes.flatMap((fix) => placedFix(prose, fix) ?? []);
          findings.push({ rule, level, args, fixes: placed, from: place.from, to: place.to });
        },
      });
    }
  }
  return { findings, wantsWords, foreign, han };
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
