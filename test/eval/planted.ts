import { readFileSync } from 'node:fs';
import { type BlockPair, compare } from '../../server/core/bilingual/state/compare.ts';
import { insertion } from '../../server/core/bilingual/state/insert.ts';
import type { Linter } from '../../server/core/lint/lint.ts';
import type { Finding } from '../../server/core/lint/rule.ts';
import type { Block } from '../../server/core/markdown/blocks.ts';
import { type Markdown, parseMarkdown } from '../../server/core/markdown/parse.ts';
import { HAN } from '../../server/core/text/han.ts';
import { applyEdits, type Edit, type Span } from '../../server/core/text/span.ts';
import { pairsInStep } from './corpus.ts';
import { percent } from './edits.ts';
import { lintTranslation } from './translations.ts';

export interface PlantedScore {
  readonly planted: number;
  readonly 'found %': number;
  /** Of those found, how many the first quick fix turns into what was there before. */
  readonly 'mended %': number | '–';
}

/** Errors planted into pages that are in step with their source, with a fixed seed: how many the rules find. */
export function scorePlanted(corpus: string): Record<string, PlantedScore> {
  const lint = lintTranslation;
  const counts = new Map(Object.keys(kinds).map((name) => [name, { planted: 0, found: 0, fixes: 0, mended: 0 }]));
  const random = randomNumbers(20_240_308);
  for (const { zh, en } of pairsInStep(corpus)) {
    const page: Page = {
      chinese: parseMarkdown(readFileSync(zh, 'utf8')),
      english: parseMarkdown(readFileSync(en, 'utf8')),
    };
    const pairs = compare(page.chinese, page.english).pairs.filter(
      ({ state, blocks }) => state === 'aligned' && blocks.chinese.length === 1 && blocks.english.length === 1,
    );
    const before = new Set(lint(page.chinese, page.english).findings.map(signature));
    for (const [name, { plant, rules, placeless, mend }] of Object.entries(kinds)) {
      const count = counts.get(name)!;
      for (const planted of plants(pairs, (pair) => plant(pair, page, random), random)) {
        count.planted++;
        const finding = findingOf(planted, rules, page, lint, before);
        if (!finding) continue;
        count.found++;
        const broken = applyEdits(page.chinese.text, [planted.edit]);
        const edits = mend ? mend(parseMarkdown(broken), page.english, planted) : finding.fixes[0]?.edits;
        if (placeless || !(edits || mend)) continue;
        count.fixes++;
        if (edits && isMended(applyEdits(broken, edits), page, name)) count.mended++;
      }
    }
  }
  return Object.fromEntries(
    [...counts].map(([name, { planted, found, fixes, mended }]) => [
      name,
      { planted, 'found %': percent(found, planted), 'mended %': fixes > 0 ? percent(mended, fixes) : '–' },
    ]),
  );
}

interface Page {
  readonly chinese: Markdown;
  readonly english: Markdown;
}

interface Planted {
  readonly edit: Edit;
  /** What the source gets that the damage needs. */
  readonly source?: Edit;
  /** The block of the source whose translation was damaged. */
  readonly english: Block;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const dates: readonly (readonly [(month: number, day: number) => string, (month: number, day: number) => string])[] = [
  [
    (month, day) => ` Released on ${months[month - 1]} ${day}, 2022.`,
    (month, day) => `发布于 2022 年 ${month} 月 ${day} 日。`,
  ],
  [(month, day) => ` See the talk of ${day} ${months[month - 1]}.`, (month, day) => `参见${month}月${day}日的演讲。`],
  [
    (month, day) => ` It ends on ${months[month - 1]!.slice(0, 3)} ${String(day).padStart(2, '0')}.`,
    (month, day) => `于 ${month} 月 ${day} 日结束。`,
  ],
];

interface Kind {
  readonly rules: readonly string[];
  /** Nobody can tell where what is gone has stood. */
  readonly placeless?: true;
  readonly plant: (pair: BlockPair, page: Page, random: () => number) => Planted | undefined;
  /** Instead of the first quick fix of the rule; a mend that is not offered counts as none. */
  readonly mend?: (broken: Markdown, english: Markdown, planted: Planted) => Edit[] | undefined;
}

const kinds: Readonly<Record<string, Kind>> = {
  'a digit changed': {
    rules: ['number-differs', 'date-differs'],
    plant: inProse(/(?<![\w.\-/])\d+(?:\.\d+)?(?![\w%-]*[A-Za-z_])/g, (number, random) => {
      const at = pick(
        [...number].flatMap((one, index) => (one === '.' ? [] : [index])),
        random,
      )!;
      const digit = String((Number(number[at]) + 1 + Math.floor(random() * (at === 0 ? 8 : 9))) % 10);
      const changed = number.slice(0, at) + digit + number.slice(at + 1);
      return Number(changed) === Number(number) || /^0\d/.test(changed) ? undefined : changed;
    }),
  },
  'month and day exchanged': {
    rules: ['date-differs'],
    plant: ({ blocks }, _, random) => {
      const [block, english] = [blocks.chinese[0]!, blocks.english[0]!];
      if (block.leaf.kind !== 'paragraph') return undefined;
      // The pages hold hardly any dates: a sentence with one is added to both.
      const month = 1 + Math.floor(random() * 12);
      const day = 1 + Math.floor(random() * 12);
      if (month === day) return undefined;
      const [write, translate] = pick(dates, random)!;
      return {
        edit: { from: block.to, to: block.to, insert: translate(day, month) },
        source: { from: english.to, to: english.to, insert: write(month, day) },
        english,
      };
    },
  },
  // Where the code is all that tells one sentence from the next, the sentence is missing without it.
  'inline code dropped': {
    rules: ['code-span-missing', 'code-span-differs', 'missing-block'],
    placeless: true,
    plant: inSource(/(?<![`:\w-])(?::[\w-]+:)?`[^`\n]+`(?!`)/g, (code, _, source) =>
      source.split(code).length === 2 ? '' : undefined,
    ),
  },
  'inline code altered': {
    rules: ['code-span-differs', 'code-span-missing'],
    plant: inSource(/(?<=(?<!`)`)[^`\n\u3400-\u9fff]{3,}(?=`(?!`))/g, oneLetter),
  },
  'link target changed': {
    rules: ['link-differs'],
    plant: inSource(/(?<=\]\([^()\s]*[/#])[\w-]{4,}(?=[\x21-\x27\x2a-\x2e\x30-\x7e]*\))/g, oneLetter),
  },
  'link target dropped': {
    rules: ['link-differs'],
    plant: inSource(/(?<!!)\[[^[\]\n]+\]\((?!#)[\x21-\x7e]+\)/g, (link) => /^\[([^\]]+)\]/.exec(link)![1]),
  },
  'heading id changed': {
    rules: ['heading-id-differs'],
    plant: inSource(/(?<=^#+ [^\n]*\{(?:#|\/\*))[\w-]{3,}(?=(?:\*\/)?\}\s*$)/g, oneLetter),
  },
  'heading level changed': {
    rules: ['heading-level-differs'],
    plant: inSource(/^##+(?= )/g, (marks, random) => (random() < 0.5 ? marks.slice(1) : `${marks}#`)),
  },
  'name misspelt': {
    rules: ['latin-word-differs', 'code-span-differs'],
    plant: inProse(/(?<![\w.@/\\#$*_-])[A-Z][a-z]{4,}(?![\w@/\\(*_-]|\.\w)/g, (word, random) => {
      const at = 1 + Math.floor(random() * (word.length - 2));
      return word.slice(0, at) + word.slice(at + 1);
    }),
  },
  'block deleted': {
    rules: ['missing-block'],
    plant: ({ blocks }, { chinese }) => {
      const [block, english] = [blocks.chinese[0]!, blocks.english[0]!];
      const isText = block.leaf.prose.some(({ classes }) => (classes & HAN) !== 0);
      if (!isText && block.leaf.kind !== 'code') return undefined;
      const from = chinese.text.lastIndexOf('\n', block.from - 1) + 1;
      const end = chinese.text.indexOf('\n', block.to);
      if (from === 0 || end < 0) return undefined;
      const rest = /^\n[ \t>]*(?=\n)/.exec(chinese.text.slice(end))?.[0].length ?? 0;
      return { edit: { from, to: end + Math.max(1, rest), insert: '' }, english };
    },
    mend: (broken, english, planted) => {
      const comparison = compare(broken, english);
      const at = comparison.pairs.findIndex(
        (pair) => pair.state === 'missing' && pair.english && touches(pair.english, planted.english),
      );
      const edit = at < 0 ? undefined : insertion(broken, english, comparison, { from: at, to: at + 1 }, false);
      return edit && [edit];
    },
  },
};

/** A few damages from all over the page. */
function plants(
  pairs: readonly BlockPair[],
  plant: (pair: BlockPair) => Planted | undefined,
  random: () => number,
): Planted[] {
  const found: Planted[] = [];
  for (let tries = 0; tries < MAX_TRIES && found.length < PER_PAGE; tries++) {
    const planted = plant(pick(pairs, random)!);
    if (planted && !found.some(({ edit }) => edit.from === planted.edit.from)) found.push(planted);
  }
  return found;
}

const PER_PAGE = 2;
// Most blocks hold nothing to damage in a given way.
const MAX_TRIES = 40;

function inSource(
  form: RegExp,
  change: (found: string, random: () => number, source: string) => string | undefined,
): Kind['plant'] {
  return ({ blocks }, _, random) => {
    const [block, english] = [blocks.chinese[0]!, blocks.english[0]!];
    if (block.leaf.prose.length === 0) return undefined;
    const match = pick([...block.leaf.source.matchAll(form)], random);
    // What the translation has on its own has no counterpart to compare it with.
    const kept = match?.[0].replace(/^\[[^\]]*\]\(|\)$/g, '') ?? '';
    const inCode = match && block.leaf.source[match.index - 1] === '`' ? `\`${kept}\`` : kept;
    if (!match || !english.leaf.source.includes(inCode)) return undefined;
    const insert = change(match[0], random, block.leaf.source);
    if (insert === undefined || insert === match[0]) return undefined;
    const from = block.from + match.index;
    return { edit: { from, to: from + match[0].length, insert }, english };
  };
}

function inProse(form: RegExp, change: (found: string, random: () => number) => string | undefined): Kind['plant'] {
  return ({ blocks }, _, random) => {
    const [block, english] = [blocks.chinese[0]!, blocks.english[0]!];
    const found = block.leaf.prose.flatMap((prose) =>
      [...prose.text.matchAll(form)].map((match) => ({ prose, match })),
    );
    const one = pick(found, random);
    const insert = one && change(one.match[0], random);
    if (!one || insert === undefined || (/[a-z]/i.test(one.match[0]) && !english.leaf.source.includes(one.match[0])))
      return undefined;
    const [from, to] = [one.prose.start(one.match.index), one.prose.end(one.match.index + one.match[0].length)];
    return { edit: { from: block.from + from, to: block.from + to, insert }, english };
  };
}

function oneLetter(text: string, random: () => number): string | undefined {
  const letters = [...text.matchAll(/[a-z]/gi)].map(({ index }) => index);
  const at = pick(letters, random);
  if (at === undefined) return undefined;
  const other = 'etaoinshr'.replace(text[at]!.toLowerCase(), '');
  return text.slice(0, at) + pick([...other], random)! + text.slice(at + 1);
}

function findingOf(
  { edit, source, english }: Planted,
  wanted: readonly string[],
  page: Page,
  lint: Linter,
  before: ReadonlySet<string>,
): Finding | undefined {
  const broken = parseMarkdown(applyEdits(page.chinese.text, [edit]), page.chinese);
  const original = source ? parseMarkdown(applyEdits(page.english.text, [source]), page.english) : page.english;
  return lint(broken, original).findings.find(
    (finding) =>
      wanted.includes(finding.rule.id) &&
      !before.has(signature(finding)) &&
      (finding.english && !source
        ? touches(finding.english, english)
        : finding.from <= edit.from + edit.insert.length && edit.from <= finding.to),
  );
}

function isMended(text: string, { chinese, english }: Page, name: string): boolean {
  if (text === chinese.text) return true;
  // The English in place of what was deleted: nothing is missing then, nothing is extra.
  if (name !== 'block deleted') return false;
  const states = (pairs: readonly BlockPair[]) =>
    pairs.filter(({ state }) => state === 'missing' || state === 'extra').length;
  return states(compare(parseMarkdown(text), english).pairs) <= states(compare(chinese, english).pairs);
}

function touches(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function signature({ rule, args }: Finding): string {
  return JSON.stringify([rule.id, args]);
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
