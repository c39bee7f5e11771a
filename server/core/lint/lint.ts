import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import { HANGUL, KANA } from '../text/han.ts';
import { createSlot } from '../text/slot.ts';
import { placedFix, sourceSpan } from './places.ts';
import type { Finding, Fix, Knowledge, Level, Options, ProseContext, Rule } from './rule.ts';
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
  const lintLeaf = createLeafLinter(
    active.filter(({ rule }) => rule.prose),
    settings,
  );
  const documentRules = active.filter(({ rule }) => rule.document);

  return (markdown) => {
    const findings: Finding[] = [];
    let wantsWords = false;
    const blocks = blocksOf(markdown);
    for (const block of blocks) {
      if (block.leaf.prose.length === 0) continue;
      const result = lintLeaf(block.leaf);
      wantsWords ||= result.wantsWords;
      for (const finding of result.findings) findings.push(moved(finding, block));
    }
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
}

// The last linter that saw a leaf keeps its result there.
const kept = createSlot<Leaf, { readonly by: object; readonly result: LeafResult }>();

function createLeafLinter(active: readonly ActiveRule[], knowledge: Knowledge): (leaf: Leaf) => LeafResult {
  const { glossary, words, style } = knowledge;
  // What the contexts of the rules speak of: made once, since most rules have nothing to say about most prose.
  let block: ProseContext<string>['block'] = 'paragraph';
  let current: Prose;
  let findings: Finding[] = [];
  let wantsWords = false;
  const prepared = active.map(({ rule, level, options }) => {
    const context: ProseContext<string> = {
      glossary,
      words,
      style,
      options,
      get block() {
        return block;
      },
      wantWords: () => {
        wantsWords = true;
      },
      report: (span, args, ...fixes) => {
        const place = sourceSpan(current, span);
        const placed = fixes.flatMap((fix) => placedFix(current, fix) ?? []);
        findings.push({ rule, level, args, fixes: placed, from: place.from, to: place.to });
      },
    };
    const [first = ANY, second = ANY, ...more] = rule.needs;
    return { rule, context, first, second, more };
  });

  const lintLeaf = (leaf: Leaf): LeafResult => {
    const known = kept.get(leaf);
    if (known?.by === lintLeaf) return known.result;
    findings = [];
    wantsWords = false;
    block = leaf.kind as typeof block;
    for (const prose of leaf.prose) {
      const { classes } = prose;
      if (classes === 0 || isForeign(prose)) continue;
      current = prose;
      for (const { rule, context, first, second, more } of prepared) {
        if ((classes & first) === 0 || (classes & second) === 0) continue;
        if (more.length === 0 || more.every((some) => (classes & some) !== 0)) rule.prose!(prose, context);
      }
    }
    const result: LeafResult = { findings, wantsWords };
    kept.set(leaf, { by: lintLeaf, result });
    return result;
  };
  return lintLeaf;
}

/** Every prose with a character in it has it. */
const ANY = -1;

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
