import { compare, type Pair } from '../bilingual/compare.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';
import type { ActiveRule, Finding, Knowledge, LintResult, PairContext } from './rule.ts';

/** Lints a page beside its English source: what was found for two blocks is kept as long as both keep their text. */
export function createTranslationLinter(active: readonly ActiveRule[], knowledge: Knowledge) {
  const pairRules = active.filter(({ rule }) => rule.pair);
  const wholeRules = active.filter(({ rule }) => rule.translation);
  const kept = new WeakMap<Leaf, KeptPair>();

  const lintPair = (pair: Pair, place: Span): LintResult => {
    const run = collector(knowledge, place);
    for (const rule of pairRules) rule.rule.pair!(pair, run.contextOf(rule));
    return run.result;
  };
  const keptOrLinted = (pair: Pair, place: Span): LintResult => {
    const [chinese, moreChinese] = pair.blocks.chinese;
    const [english, moreEnglish] = pair.blocks.english;
    // What was said of two blocks that are aligned does not hold where one of them was moved.
    const isAligned = pair.chinese && pair.english && chinese && english && !moreChinese && !moreEnglish;
    if (!isAligned) return lintPair(pair, place);
    let known = kept.get(chinese.leaf);
    if (known?.english !== english.leaf) {
      const { findings, wantsWords } = lintPair(pair, place);
      known = {
        english: english.leaf,
        result: { findings: findings.map((one) => shifted(one, -chinese.from, -english.from)), wantsWords },
      };
      kept.set(chinese.leaf, known);
    }
    const { findings, wantsWords } = known.result;
    return { findings: findings.map((one) => shifted(one, chinese.from, english.from)), wantsWords };
  };

  return (chinese: Markdown, english: Markdown): LintResult => {
    if (pairRules.length + wholeRules.length === 0) return { findings: [], wantsWords: false };
    const comparison = compare(chinese, english);
    const results: LintResult[] = [];
    let end = 0;
    for (const pair of comparison.pairs) {
      const place = pair.chinese ?? { from: end, to: end };
      end = Math.max(end, place.to);
      if (pairRules.length > 0) results.push(keptOrLinted(pair, place));
    }
    const whole = collector(knowledge, { from: 0, to: chinese.text.length });
    for (const rule of wholeRules) rule.rule.translation!({ chinese, english, comparison }, whole.contextOf(rule));
    results.push(whole.result);
    return {
      findings: results.flatMap((one) => one.findings),
      wantsWords: results.some((one) => one.wantsWords),
    };
  };
}

interface KeptPair {
  readonly english: Leaf;
  /** Offsets relative to the two blocks. */
  readonly result: LintResult;
}

function collector(knowledge: Knowledge, place: Span) {
  const findings: Finding[] = [];
  const result = { findings, wantsWords: false };
  const contextOf = ({ rule, level, options }: ActiveRule): PairContext<string> => ({
    glossary: knowledge.glossary,
    words: knowledge.words,
    style: knowledge.style,
    options,
    place,
    wantWords: () => {
      result.wantsWords = true;
    },
    report: ({ from, to, english }, args, ...fixes) =>
      findings.push({ rule, level, args, fixes, from, to, ...(english ? { english } : {}) }),
  });
  return { result, contextOf };
}

function shifted(finding: Finding, chinese: number, english: number): Finding {
  const move = (span: Span, by: number) => ({ from: span.from + by, to: span.to + by });
  return {
    ...finding,
    ...move(finding, chinese),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, ...move(edit, chinese) })),
    })),
    ...(finding.english ? { english: move(finding.english, english) } : {}),
  };
}
