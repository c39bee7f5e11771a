import { compare } from '../../server/core/bilingual/state/compare.ts';
import { readGlossary } from '../../server/core/glossary/format/read.ts';
import { createGlossary } from '../../server/core/glossary/glossary.ts';
import { findChinese, findEnglish } from '../../server/core/glossary/match/match.ts';
import { fixAll } from '../../server/core/lint/fix.ts';
import { createLinter } from '../../server/core/lint/lint.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';
import { gatherEvidence } from '../../server/core/style/detect.ts';
import { mergeStyles } from '../../server/core/style/style.ts';
import { patterns, repeated } from '../helpers/patterns.ts';
import { defaults } from '../helpers/settings.ts';
import { shapes } from '../helpers/shapes.ts';

/** A parse of its own each time, and every rule at its level, in the style that adds and in the one that removes. */
const glossary = createGlossary(readGlossary('en,zh,forbidden\na,中,的\nword,中中,我们\nthe a,中a,a中', 'a.csv').terms);
const all = new Map(rules.map((rule) => [rule.id, { level: rule.level, options: rule.options }]));
const adds = { math: 'space', link: 'space', strong: 'space', emphasis: 'space', dash: 'space', quoteSpace: 'space' };
const removes = { hanLatin: 'none', hanDigit: 'none', inlineCode: 'none', math: 'none', brackets: 'half' };
const settings = [adds, removes].map((style) => ({ ...defaults, glossary, rules: all, style: mergeStyles(style) }));

export const works: Readonly<Record<string, (text: string) => unknown>> = {
  parse: (text) => parseMarkdown(text),
  lint: (text) => settings.map((one) => createLinter(one)(parseMarkdown(text))),
  style: (text) => gatherEvidence([parseMarkdown(text)]),
  glossary: (text) => [findChinese(glossary, text), findEnglish(glossary, text)],
  fix: (text) => settings.map((one) => fixAll(parseMarkdown(text), createLinter(one))),
};

/** What costs a person time on a page that holds one construct many times. `keystroke`: behind a first look at the page. */
const worksOnShapes: Readonly<Record<string, (text: string) => () => unknown>> = {
  parse: (text) => () => parseMarkdown(text),
  lint: (text) => () => createLinter(defaults)(parseMarkdown(text)),
  keystroke(text) {
    const lint = createLinter(defaults);
    const before = parseMarkdown(text);
    lint(before);
    const at = Math.max(0, text.lastIndexOf('\n', text.length / 2));
    let typed = '';
    return () => {
      typed += '字';
      return lint(parseMarkdown(text.slice(0, at) + typed + text.slice(at), before));
    };
  },
  'fix all'(text) {
    const lint = createLinter(defaults);
    return () => fixAll(parseMarkdown(text), lint);
  },
  compare: (text) => () => compare(parseMarkdown(text), parseMarkdown(text.replaceAll('中', 'x '))),
};

/** Each shape with so many pieces and with twice as many, side by side: milliseconds of the processor, and how many times more. */
export function shapeTimes(count: number): Record<string, string | number>[] {
  return Object.entries(shapes).map(([shape, make]) => {
    const row: Record<string, string | number> = { shape, KB: Math.round(Buffer.byteLength(make(count)) / 1024) };
    for (const [work, prepare] of Object.entries(worksOnShapes)) {
      const [once, twice] = [least(prepare(make(count))), least(prepare(make(2 * count)))];
      row[`${work} (ms, × at 2n)`] = `${Math.round(once)} × ${round(twice / Math.max(once, FINE))}`;
    }
    return row;
  });
}

export interface Growth {
  readonly work: string;
  readonly pattern: string;
  readonly 'ms at n': number;
  readonly 'ms at 2n': number;
  readonly growth: number;
}

/** Work on repeated patterns that more than doubles when the text does, the worst first. */
export function growths(length: number, atLeast: number): Growth[] {
  const found: Growth[] = [];
  for (const pattern of patterns) {
    for (const paragraph of [Number.POSITIVE_INFINITY, 8000, 40]) {
      for (const [work, run] of Object.entries(works)) {
        const time = (size: number) => least(() => run(repeated(pattern, size, paragraph)));
        const [once, twice] = [time(length), time(2 * length)];
        const growth = twice / Math.max(once, FINE);
        if (growth < atLeast) continue;
        const name = `${JSON.stringify(pattern)} ${Number.isFinite(paragraph) ? `× ${paragraph}` : 'on one line'}`;
        found.push({ work, pattern: name, 'ms at n': round(once), 'ms at 2n': round(twice), growth: round(growth) });
      }
    }
  }
  return found.sort((a, b) => b.growth - a.growth);
}

/** Milliseconds below which a ratio says nothing. */
const FINE = 8;

function least(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const { user } = process.cpuUsage();
    run();
    best = Math.min(best, (process.cpuUsage().user - user) / 1000);
    if (best > 500) break;
  }
  return best;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
