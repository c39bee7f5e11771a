import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blockPairs, identicalPairs, scoreDamage, scoreGold, scoreMoves } from './alignment.ts';
import { percent, scoreEdits } from './edits.ts';
import { scoreTerms } from './glossary.ts';
import { scoreGrammar } from './grammar.ts';
import { scorePages } from './pages.ts';
import { scorePlanted } from './planted.ts';
import { scorePlantedTerms } from './planted-terms.ts';
import { scoreSentences } from './sentences.ts';
import { scoreTranslations } from './translations.ts';

/**
 * npm run eval [corpus]: measures the rules on real edits and pages and writes the tables to test/eval/snapshot.md, where
 * a change of the rules shows its effect. The corpus holds `edits_dev.jsonl` and `pairs/<project>/{en,zh}/*`.
 */
const corpus = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/corpus'));
if (!existsSync(corpus)) {
  console.error(`There is no corpus at ${corpus}. Name its folder: npm run eval -- <folder>`);
  process.exit(2);
}

const { projects, alarms, covered, classes } = scoreEdits(join(corpus, 'edits_dev.jsonl'), 'mechanical');
const pages = scorePages(join(corpus, 'pairs'));
const translations = scoreTranslations(corpus);
const identical = identicalPairs(blockPairs(join(corpus, 'pairs')));
const terms = scoreTerms(corpus);
const others = Object.entries(projects).filter(([repo]) => !repo.includes('d2l'));
const sum = (key: 'exact %' | 'alarms %') =>
  others.reduce((all, [, score]) => all + (score[key] * score.edits) / 100, 0);
const edits = others.reduce((all, [, score]) => all + score.edits, 0);
const total = { edits, 'exact %': percent(sum('exact %'), edits), 'alarms %': percent(sum('alarms %'), edits) };

const sections = [
  '<!-- Written by npm run eval. -->',
  '# What the rules do to real pages and edits',
  '## Mechanical edits of maintainers: made exactly, and alarms on their own lines',
  table('project', { ...projects, 'all but d2l-zh': total }),
  `Of ${covered.edits} edits whose every class a rule covers, ${percent(covered.exact, covered.edits)} % are made exactly.`,
  '## By class of edit (at least 5)',
  table(
    'class',
    keep(classes, ({ edits: count }) => count >= 5),
  ),
  '## Alarms by rule on the lines that maintainers left',
  table('rule', counts(alarms)),
  '## Pages',
  table('project', pages.projects),
  '## Findings on the pages by rule',
  table('rule', counts(pages.rules)),
  '## Rules about grammar, with the segmenter: findings, how many were found right by hand, and mends of maintainers found',
  table('rule', scoreGrammar(corpus)),
  '## Findings beside the source, on pages that have the blocks of their source',
  table('rule', translations),
  '## Errors planted into such pages, and how many are found',
  table('error', scorePlanted(corpus)),
  '## Glossary rules beside the source: flags, and how many were found right by hand',
  table('pages and glossary: rule', terms.rules),
  table('level', terms.levels),
  '## Rows of glossaries that the pages contradict',
  terms.rows.map((row) => `- ${row}`).join('\n'),
  '## Faults against a glossary that were put into pages',
  table('fault', scorePlantedTerms(corpus)),
  '# How well a translation is compared with its source',
  `## Alignment of ${identical.length} pages with the same blocks on both sides, some of them damaged by chance`,
  table('Chinese pages', { ...scoreDamage(identical), 'a section moved': scoreMoves(identical) }),
  '## Alignment of pages that differ, against alignment by hand',
  table('page', scoreGold()),
  '## Sentences of aligned blocks, and what is said when a Chinese sentence is taken away',
  table('translations', scoreSentences(corpus)),
];
const report = `${sections.join('\n\n')}\n`;
writeFileSync(join(import.meta.dirname, 'snapshot.md'), report);
console.log(report);

function counts(numbers: Readonly<Record<string, number>>): Record<string, { count: number }> {
  const sorted = Object.entries(numbers).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, count]) => [name, { count }]));
}

function keep<Row extends { edits: number }>(rows: Readonly<Record<string, Row>>, test: (row: Row) => boolean) {
  const kept = Object.entries(rows).filter(([, row]) => test(row));
  return Object.fromEntries(kept.sort((a, b) => b[1].edits - a[1].edits));
}

function table(name: string, rows: Readonly<Record<string, object>>): string {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  const lines = Object.entries(rows).map(([row, cells]) => `| ${[row, ...Object.values(cells)].join(' | ')} |`);
  return [`| ${[name, ...columns].join(' | ')} |`, `|${' --- |'.repeat(columns.length + 1)}`, ...lines].join('\n');
}
