import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { alignedTexts } from '../../server/core/bilingual/facts/texts.ts';
import { compare } from '../../server/core/bilingual/state/compare.ts';
import { readGlossary } from '../../server/core/glossary/format/read.ts';
import { createGlossary, type Glossary, wordings } from '../../server/core/glossary/glossary.ts';
import { type Conformity, contradictedRows, gatherConformity } from '../../server/core/glossary/match/conformity.ts';
import { createSegmenter } from '../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../server/core/glossary/word-boundaries.ts';
import { createLinter, type Linter } from '../../server/core/lint/lint.ts';
import type { Finding } from '../../server/core/lint/rule.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { type Markdown, parseMarkdown } from '../../server/core/markdown/parse.ts';
import { defaults } from '../helpers/settings.ts';
import { manifest } from './corpus.ts';
import { percent } from './edits.ts';

export interface PagePair {
  readonly name: string;
  readonly chinese: Markdown;
  readonly english: Markdown;
}

export interface TermScore {
  pages: number;
  /** Blocks with a term in their source, each term counted once a block. */
  uses: number;
  flags: number;
  'per 1,000 uses': number;
  judged: number;
  'right %': number | '';
  /** What was flagged does translate the English name, in a sense that the glossary does not know: 用户界面 for “user interface”. */
  'other sense %': number | '';
}

export interface TermScores {
  /** By project, glossary, rule and level. */
  readonly rules: Readonly<Record<string, TermScore>>;
  /** By level, over all flags that have been judged, of glossaries that teams keep and of the list of ambiguous words. */
  readonly levels: Readonly<Record<string, Omit<TermScore, 'pages' | 'uses' | 'per 1,000 uses'>>>;
  /** What the projects contradict in their own glossaries. */
  readonly rows: readonly string[];
}

const REJECTIONS = join(import.meta.dirname, 'rejections.csv');
// Terms for which several wordings are in use.
const SYNONYMS = join(import.meta.dirname, 'synonyms.csv');

// The glossary of a project on its own pages, and on those of others, whose teams never agreed to it.
const runs = [
  { project: 'Vue', repos: /^vuejs\//, glossary: 'vue_terminology.md', counted: true },
  { project: 'd2l', repos: /^d2l-ai\//, glossary: 'd2l-zh_TERMINOLOGY.md', counted: true },
  { project: 'Vue, not counted', repos: /^vuejs\//, glossary: 'vue_terminology.md', counted: false },
  { project: 'd2l, not counted', repos: /^d2l-ai\//, glossary: 'd2l-zh_TERMINOLOGY.md', counted: false },
  { project: 'Hugging Face under d2l', repos: /^huggingface\//, glossary: 'd2l-zh_TERMINOLOGY.md', counted: true },
  {
    project: 'Hugging Face under d2l, not counted',
    repos: /^huggingface\//,
    glossary: 'd2l-zh_TERMINOLOGY.md',
    counted: false,
  },
  { project: 'React under Vue', repos: /^reactjs\//, glossary: 'vue_terminology.md', counted: true },
  { project: 'webpack under Vue', repos: /^webpack\//, glossary: 'vue_terminology.md', counted: true },
  { project: 'Astro under Vue', repos: /^withastro\//, glossary: 'vue_terminology.md', counted: true },
  // Wordings that are wrong for these terms and right for others, which only the source can tell apart.
  { project: 'Vue under rejections', repos: /^vuejs\//, glossary: REJECTIONS, counted: true },
  { project: 'Hugging Face under rejections', repos: /^huggingface\//, glossary: REJECTIONS, counted: true },
  { project: 'React under rejections', repos: /^reactjs\//, glossary: REJECTIONS, counted: true },
  { project: 'Vue under synonyms', repos: /^vuejs\//, glossary: SYNONYMS, counted: true },
  { project: 'd2l under synonyms', repos: /^d2l-ai\//, glossary: SYNONYMS, counted: true },
  { project: 'Hugging Face under synonyms', repos: /^huggingface\//, glossary: SYNONYMS, counted: true },
  { project: 'React under synonyms', repos: /^reactjs\//, glossary: SYNONYMS, counted: true },
  // How regularly a term is kept is counted in all pages but the one that is looked at, as where that is new.
  { project: 'Vue, other pages counted', repos: /^vuejs\//, glossary: 'vue_terminology.md', counted: 'others' },
  { project: 'd2l, other pages counted', repos: /^d2l-ai\//, glossary: 'd2l-zh_TERMINOLOGY.md', counted: 'others' },
  {
    project: 'Hugging Face under d2l, other pages counted',
    repos: /^huggingface\//,
    glossary: 'd2l-zh_TERMINOLOGY.md',
    counted: 'others',
  },
  {
    project: 'React under Vue, other pages counted',
    repos: /^reactjs\//,
    glossary: 'vue_terminology.md',
    counted: 'others',
  },
  {
    project: 'Astro under Vue, other pages counted',
    repos: /^withastro\//,
    glossary: 'vue_terminology.md',
    counted: 'others',
  },
  { project: 'Astro under synonyms', repos: /^withastro\//, glossary: SYNONYMS, counted: true },
] as const;

/**
 * What the glossary rules flag beside the source, and how much of it was found right by hand (`glossary-judged.tsv`). A flag is
 * right where the page does not write what the glossary says for what the English means.
 */
export function scoreTerms(corpus: string): TermScores {
  const judgements = readJudgements();
  const scores: Record<string, TermScore> = {};
  const tallies = new Map<object, Record<Verdict, number>>();
  const levels: Record<
    string,
    { flags: number; judged: number; 'right %': number | ''; 'other sense %': number | '' }
  > = {};
  const rows: string[] = [];
  for (const { project, repos, glossary: file, counted } of runs) {
    const glossary = glossaryOf(corpus, file);
    const pages = pagesOf(corpus, repos);
    const conformity = conformityOf(glossary, pages);
    const uses = [...conformity.usage.values()].reduce((sum, usage) => sum + usage.uses, 0);
    if (counted === true && file !== REJECTIONS && file !== SYNONYMS)
      rows.push(...contradictedRows(conformity, glossary.terms).map(({ fault }) => `${project}: ${fault.message.en}`));
    const lintAll = termLinter(glossary, counted ? conformity : undefined);
    for (const page of pages) {
      const { name, chinese, english } = page;
      const others = () => pages.filter((one) => one !== page);
      const lint = counted === 'others' ? termLinter(glossary, conformityOf(glossary, others())) : lintAll;
      for (const finding of lint(chinese, english).findings) {
        // The other rules say the same as where all pages are counted.
        if (counted === 'others' && finding.rule.id !== 'missing-term') continue;
        const key = `${project}: ${finding.rule.id} (${finding.level})`;
        const own = { flags: 0, judged: 0, 'right %': '', 'other sense %': '' } as const;
        scores[key] ??= { pages: pages.length, uses, 'per 1,000 uses': 0, ...own };
        const level = `${finding.level}, ${file === REJECTIONS ? 'ambiguous words' : 'glossaries of teams'}`;
        levels[level] ??= { ...own };
        const judgement = judgements.get(judgementKey(name, chinese, finding));
        for (const score of [scores[key], levels[level]!]) {
          score.flags++;
          if (judgement === undefined) continue;
          score.judged++;
          const tally = tallies.get(score) ?? { right: 0, wrong: 0, 'other sense': 0 };
          tally[judgement]++;
          tallies.set(score, tally);
        }
      }
    }
  }
  for (const score of Object.values(scores))
    score['per 1,000 uses'] = Math.round((10_000 * score.flags) / score.uses) / 10;
  for (const score of [...Object.values(scores), ...Object.values(levels)]) {
    const tally = tallies.get(score);
    if (!tally) continue;
    score['right %'] = percent(tally.right, score.judged);
    score['other sense %'] = percent(tally['other sense'], score.judged);
  }
  return { rules: scores, levels, rows };
}

export function glossaryOf(corpus: string, file: string): Glossary {
  return createGlossary(readGlossary(readFileSync(resolve(corpus, 'glossaries', file), 'utf8'), file).terms);
}

/** Pages that are mostly translations of their source as it is. */
export function pagesOf(corpus: string, repos: RegExp): PagePair[] {
  return manifest(corpus)
    .filter((row) => repos.test(row.repo!) && Number(row.seq_similarity) > 0.8)
    .map((row) => ({
      name: row.zh!,
      chinese: parseMarkdown(readFileSync(join(corpus, row.zh!), 'utf8')),
      english: parseMarkdown(readFileSync(join(corpus, row.en!), 'utf8')),
    }));
}

export function termLinter(glossary: Glossary, conformity?: Conformity): Linter {
  const only = rules.map(
    ({ id, group, level, options }) => [id, { level: group === 'glossary' ? level : 'off', options }] as const,
  );
  const wordBoundaries = createWordBoundaries(createSegmenter(wordings(glossary)));
  return createLinter({ ...defaults, glossary, wordBoundaries, conformity, rules: new Map(only) });
}

export function conformityOf(glossary: Glossary, pages: readonly PagePair[]): Conformity {
  const texts = pages.flatMap(({ chinese, english }) => alignedTexts(compare(chinese, english)));
  return gatherConformity([{ glossary, texts }]);
}

type Verdict = 'right' | 'wrong' | 'other sense';

/** Judged by hand: page, rule, what is flagged, the text before it, and whether that is right. */
function readJudgements(): ReadonlyMap<string, Verdict> {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'glossary-judged.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const [verdict, ...key] = line.split('\t');
      return [key.join('\t'), verdict as Verdict];
    }),
  );
}

export function judgementKey(page: string, { text }: Markdown, { rule, args, from, to }: Finding): string {
  const shown = (start: number, end: number) => text.slice(Math.max(0, start), end).replace(/\s+/g, ' ').trim();
  return [
    page,
    rule.id,
    typeof args.term === 'string' ? args.term : '',
    shown(from, Math.min(to, from + 40)),
    shown(from - 24, from),
  ].join('\t');
}
