import { areRelated } from '../bilingual/align/related.ts';
import { neighbourOverflows } from '../bilingual/facts/neighbour-overflow.ts';
import { isBegunInComments } from '../bilingual/state/comments.ts';
import { type BlockPair, compare } from '../bilingual/state/compare.ts';
import type { Leaf } from '../markdown/leaf.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';
import { headingsAbove, isSameList } from './headings.ts';
import { type ActiveRule, type Finding, type Knowledge, type LintResult, levels, type PairContext } from './rule.ts';

/**
 * The findings of a page next to its source. If the source does not belong to the page, there is
 * only the finding that says so.
 */
export interface TranslationResult extends LintResult {
  readonly isRelated: boolean;
}

/** Lints a page next to its English source. Findings about two blocks are cached as long as neither changes. */
export function createTranslationLinter(active: readonly ActiveRule[], knowledge: Knowledge) {
  const pairRules = active.filter(({ rule }) => rule.pair);
  const wholeRules = active.filter(({ rule }) => rule.translation);
  const kept = new WeakMap<Leaf, KeptPair>();

  const lintPair = (pair: BlockPair, scene: PairSetting): LintResult => {
    const run = collector(knowledge, scene);
    for (const rule of pairRules) rule.rule.pair!(pair, run.contextOf(rule));
    return run.result;
  };
  const keptOrLinted = (pair: BlockPair, scene: PairSetting): LintResult => {
    const [chinese, moreChinese] = pair.blocks.chinese;
    const [english, moreEnglish] = pair.blocks.english;
    // Findings about two aligned blocks do not hold if one of them was moved.
    const isAligned = pair.chinese && pair.english && chinese && english && !moreChinese && !moreEnglish;
    if (!isAligned) return lintPair(pair, scene);
    let known = kept.get(chinese.leaf);
    const isKnown =
      known?.english === english.leaf &&
      known.scale === scene.scale &&
      known.neighbourOverflows === scene.neighbourOverflows;
    if (!known || !isKnown || !isSameList(known.headings, scene.headings)) {
      const { findings, wantsSegmenter } = lintPair(pair, scene);
      known = {
        english: english.leaf,
        scale: scene.scale,
        neighbourOverflows: scene.neighbourOverflows,
        headings: scene.headings,
        result: { findings: findings.map((one) => shifted(one, -chinese.from, -english.from)), wantsSegmenter },
      };
      kept.set(chinese.leaf, known);
    }
    const { findings, wantsSegmenter } = known.result;
    return { findings: findings.map((one) => shifted(one, chinese.from, english.from)), wantsSegmenter };
  };

  return (chinese: Markdown, english: Markdown): TranslationResult => {
    if (pairRules.length + wholeRules.length === 0) return { findings: [], wantsSegmenter: false, isRelated: false };
    const comparison = compare(chinese, english);
    const results: LintResult[] = [];
    const headingsOf = headingsAbove(knowledge.glossary);
    const related = areRelated(comparison.pairs) || isBegunInComments(chinese, comparison.pairs);
    const scale = Math.round(comparison.scale * 10) / 10;
    let end = 0;
    for (const [index, pair] of related ? comparison.pairs.entries() : []) {
      const place = pair.chinese ?? { from: end, to: end };
      end = Math.max(end, place.to);
      if (pairRules.length === 0) continue;
      const headings = headingsOf([...pair.blocks.chinese, ...pair.blocks.english].map(({ leaf }) => leaf));
      const overflows = neighbourOverflows(comparison.pairs, index, scale);
      results.push(keptOrLinted(pair, { place, headings, scale, neighbourOverflows: overflows }));
    }
    const whole = collector(knowledge, {
      place: { from: 0, to: chinese.text.length },
      headings: undefined,
      scale,
      neighbourOverflows: false,
    });
    for (const rule of wholeRules)
      if (related || rule.rule.unrelated)
        rule.rule.translation!({ chinese, english, comparison }, whole.contextOf(rule));
    results.push(whole.result);
    return {
      findings: settled(
        results.flatMap((one) => one.findings),
        comparison.pairs,
      ),
      wantsSegmenter: results.some((one) => one.wantsSegmenter),
      isRelated: related,
    };
  };
}

/** Where a piece is, and what applies to it there. */
type PairSetting = Pick<PairContext<string>, 'place' | 'headings' | 'scale' | 'neighbourOverflows'>;

/**
 * A block whose source was reworded differs in many ways at once. That is one finding, and not a certain one: only the
 * most telling one is kept, as a hint. Findings about the glossary apply to any wording.
 */
function settled(findings: readonly Finding[], pairs: readonly BlockPair[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.from - b.from || b.to - a.to);
  const result: Finding[] = [];
  let next = 0;
  const take = (end: number) => {
    const first = next;
    while (next < sorted.length && sorted[next]!.from < end) next++;
    return sorted.slice(first, next);
  };
  for (const { chinese } of pairs) {
    if (!chinese) continue;
    result.push(...take(chinese.from));
    const all = take(chinese.to);
    const differences = all.filter(({ rule }) => rule.group === 'source');
    if (new Set(differences.map(({ rule }) => rule)).size < MANY) result.push(...all);
    else result.push(...all.filter(({ rule }) => rule.group !== 'source'), mostTelling(differences));
  }
  return [...result, ...take(Number.POSITIVE_INFINITY)];
}

/** This many rules that report the same block mean one thing. */
const MANY = 3;

function mostTelling(findings: readonly Finding[]): Finding {
  // Of two equal ones, prefer the one with a fix.
  const rank = ({ level, fixes }: Finding) => 2 * levels.indexOf(level) + (fixes.length > 0 ? 0 : 1);
  const best = findings.reduce((best, one) => (rank(one) < rank(best) ? one : best));
  return { ...best, level: 'hint' };
}

interface KeptPair extends Pick<PairSetting, 'headings' | 'scale' | 'neighbourOverflows'> {
  readonly english: Leaf;
  /** Offsets are relative to the two blocks. */
  readonly result: LintResult;
}

function collector(knowledge: Knowledge, scene: PairSetting) {
  const findings: Finding[] = [];
  const result = { findings, wantsSegmenter: false };
  const contextOf = ({ rule, level, options }: ActiveRule): PairContext<string> => ({
    glossary: knowledge.glossary,
    wordBoundaries: knowledge.wordBoundaries,
    style: knowledge.style,
    conformity: knowledge.conformity,
    options,
    ...scene,
    wantSegmenter: () => {
      result.wantsSegmenter = true;
    },
    report: ({ from, to, english, level: own }, args, ...fixes) =>
      findings.push({ rule, level: own ?? level, args, fixes, from, to, ...(english ? { english } : {}) }),
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
