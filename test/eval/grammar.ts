import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createSegmenter } from '../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../server/core/glossary/word-boundaries.ts';
import { createLinter, type Linter } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { parsePage } from '../../server/core/markdown/parse.ts';
import { defaults } from '../helpers/settings.ts';
import { percent } from './edits.ts';

/** The rules that patterns over words decide, and the classes of edits that they should make. */
const JUDGED = { 'de-particle': /^de-particle$/, 'doubled-word': /^dup-/ } as const;

type GrammarRule = keyof typeof JUDGED;

export interface GrammarScore {
  findings: number;
  judged: number;
  'right %': number | '';
  /** Places that maintainers mended in lines where they mended nothing else, and how many are found. */
  mends: number;
  found: number;
}

/** A finding on a page or on a line of the edits, as a row of `grammar-judged.tsv` without its verdict. */
export interface GrammarFinding {
  readonly page: string;
  readonly rule: string;
  /** What stands before, what is flagged, and what stands behind. */
  readonly before: string;
  readonly flagged: string;
  readonly after: string;
}

interface EditRow {
  readonly line_before: string;
  readonly line_after: string;
  readonly spans: readonly (readonly [number, number, number, number, string])[];
}

/**
 * What the rules on words find on all pages of the corpus (those of `training` too) and on the lines that maintainers edited;
 * how much of it was found right by hand; and how many of the maintainers' mends they find.
 */
export function scoreGrammar(corpus: string): Record<GrammarRule, GrammarScore> {
  const lint = linter();
  const edits = editsOf(corpus);
  const verdicts = readVerdicts();
  const scores = {} as Record<GrammarRule, GrammarScore>;
  const findings = grammarFindings(corpus);
  for (const [rule, classes] of Object.entries(JUDGED) as [GrammarRule, RegExp][]) {
    const own = findings.filter((finding) => finding.rule === rule);
    const judged = own.flatMap((finding) => verdicts.get(keyOf(finding)) ?? []);
    const score: GrammarScore = { findings: own.length, judged: judged.length, 'right %': '', mends: 0, found: 0 };
    score['right %'] = percent(judged.filter((verdict) => verdict === 'right').length, judged.length);
    for (const { line_before, spans } of edits) {
      if (!spans.every((span) => classes.test(span[4]))) continue;
      const found = lint(parsePage(`${line_before}\n`, 'a.md')).findings.filter((finding) => finding.rule.id === rule);
      score.mends += spans.length;
      score.found += spans.filter(([from, to]) => found.some((one) => one.from <= to && from <= one.to)).length;
    }
    scores[rule] = score;
  }
  return scores;
}

export function grammarFindings(corpus: string): GrammarFinding[] {
  const lint = linter();
  const found = new Map<string, GrammarFinding>();
  const look = (page: string, text: string) => {
    for (const { rule, from, to } of lint(parsePage(text, page)).findings) {
      const part = (start: number, end: number) => text.slice(Math.max(0, start), end).replace(/\s+/g, ' ');
      const finding = {
        page,
        rule: rule.id,
        before: part(from - AROUND, from),
        flagged: part(from, to),
        after: part(to, to + AROUND),
      };
      if (!found.has(keyOf(finding))) found.set(keyOf(finding), finding);
    }
  };
  for (const file of globSync(join(corpus, '{pairs,training}/*/zh/**/*.{md,mdx}')).sort()) {
    look(relative(corpus, file), readFileSync(file, 'utf8'));
  }
  for (const { line_before, line_after } of editsOf(corpus)) {
    look('edits_dev.jsonl', `${line_before}\n`);
    look('edits_dev.jsonl', `${line_after}\n`);
  }
  return [...found.values()];
}

const AROUND = 20;

function linter(): Linter {
  const levels = new Map(
    rules.map(({ id, level, options }) => [id, { level: id in JUDGED ? level : ('off' as const), options }]),
  );
  return createLinter({ ...defaults, rules: levels, wordBoundaries: createWordBoundaries(createSegmenter([])) });
}

function editsOf(corpus: string): EditRow[] {
  const lines = readFileSync(join(corpus, 'edits_dev.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as EditRow);
}

// The same sentence stands in many pages, and in lines before and after other edits.
function keyOf({ rule, before, flagged, after }: GrammarFinding): string {
  return [rule, before.slice(-8), flagged, after.slice(0, 8)].join('\t');
}

function readVerdicts(): ReadonlyMap<string, string> {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'grammar-judged.tsv'), 'utf8')
    .trim()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const [verdict = '', page = '', rule = '', before = '', flagged = '', after = ''] = line.split('\t');
      return [keyOf({ page, rule, before, flagged, after }), verdict];
    }),
  );
}
