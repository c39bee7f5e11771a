import { datesIn } from '../../../bilingual/facts/dates.ts';
import { type Quantity, quantitiesIn, shapesIn, valuesIn } from '../../../bilingual/facts/quantities.ts';
import { unitBehind } from '../../../bilingual/facts/units.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { DIGIT } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { being, firstLine, inPage, isTranslated, nothing, proseOf, readableText } from './both-sides.ts';
import { datesOf, unequalDates } from './dates.ts';

export default defineRule({
  id: 'number-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Number differs from the source', zh: '数字与原文不一致' },
  why: {
    en: 'Figures, versions and quantities must say what the source says. How they are written does not matter: 1,000 is 1000 and 一千, 2 million is 200 万, March is 3 月.',
    zh: '数值、版本和数量必须与原文相同。写法不计：1,000 就是 1000 和一千，2 million 就是 200 万，March 就是 3 月。',
  },
  message: {
    en: 'The source has {expected} where the translation has {found}.',
    zh: '原文{expected}，译文{found}。',
  },
  translatedExamples: [
    { english: 'The model has 12 layers.\n', chinese: ['该模型有 13 层。\n', '该模型有 12 层。\n'] },
    {
      english: 'Since React 18 this is the default.\n',
      chinese: ['React 已默认如此。\n', 'React 18 起默认如此。\n', 'hand'],
    },
    { english: 'There are three ways.\n', chinese: ['共有 4 种方法。\n', '共有 3 种方法。\n', 'hand'] },
    {
      english: 'Gaudi 2 and Gaudi 3 have 8 cards each, an eighth more, at 4x64x64.\n',
      chinese: [
        'Gaudi 2 和 Gaudi 3 各有 8 张卡，多八分之一，形状为 8×64×64。\n',
        'Gaudi 2 和 Gaudi 3 各有 8 张卡，多八分之一，形状为 4×64×64。\n',
        'hand',
      ],
    },
    {
      english: 'It takes 5 GB and 30 seconds.\n',
      chinese: ['占用 5 MB，耗时 30 秒。\n', '占用 5 GB，耗时 30 秒。\n', 'hand'],
    },
    { english: 'It waits 30 seconds, 5 MiB at once.\n', chinese: '等待 30 秒，一次 5 MB。\n' },
    { english: '2) Extend the idea.\n', chinese: '扩展这个想法。\n' },
    {
      english: '| a | b |\n| --- | --- |\n| size | - |\n',
      chinese: '| 甲 | 乙 |\n| --- | --- |\n| size | 默认为 112，最小为 24 |\n',
    },
    { english: 'It costs 1,000 dollars and 2.5 million hours.\n', chinese: '费用为 1000 美元和 250 万小时。\n' },
    { english: 'The latent is 4x64x64.\n', chinese: '隐变量的形状是 4×64×64。\n' },
    { english: 'The 2nd of ten steps, at 3:30 PM in the 1990s\n', chinese: '十步中的第二步，90 年代，15:30\n' },
    { english: 'Use ES2015 in E2E tests.\n', chinese: '在端到端测试中使用 ES6。\n' },
    { english: 'Half of the time, 10k steps\n', chinese: '50% 的时间，1 万步\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    if (!hasDigit(chinese) && !hasDigit(english)) return;
    const here = valuesWithMonths(readableText(chinese));
    const there = valuesWithMonths(readableText(english));
    const dates = unequalDates(datesOf(chinese), datesOf(english));
    const inDate = ({ from, to }: Span) => dates.some((date) => date.some((one) => one.from <= from && to <= one.to));
    const [original, translated] = bothOrNone(numbersOf(english), numbersOf(chinese), [english, chinese]);
    const numbers = original.filter((one) => !inDate(one));
    const added = cellsBesideNothing(chinese, english);
    const isAdded = ({ from }: Span) => added.some((cell) => cell.from <= from && from < cell.to);
    const found = translated.filter((one) => !inDate(one) && !isAdded(one));
    const lost = numbers.filter(({ values }) => !values.some((value) => here.has(value)));
    const alien = found.filter(({ values }) => !values.some((value) => there.has(value)));
    if (alien.length + lost.length === 0) {
      // Every number occurs somewhere on the other side, but one of them in place of another.
      const swap = swapped(numbers, found) ?? swapped(shapesOf(english), shapesOf(chinese));
      if (swap) reportPair(swap[0], swap[1]);
      else
        for (const [meant, { from, to, text }] of unlikeUnits(english, chinese)) {
          report(
            { from, to, english: { from: meant.from, to: meant.to } },
            { expected: being(meant.text), found: being(text) },
          );
        }
      return;
    }
    if (alien.length === lost.length) {
      alien.forEach((number, at) => void reportPair(lost[at]!, number));
      return;
    }
    const [first] = alien;
    if (first)
      report(
        { from: first.from, to: first.to },
        { expected: lost[0] ? being(lost[0].text) : other, found: being(first.text) },
      );
    else if (lost[0]) {
      const { from, to } = lost[0];
      report(
        { ...firstLine(chinese), english: { from, to } },
        { expected: being(lost.map(({ text }) => text).join(', ')), found: nothing },
      );
    }

    function reportPair(meant: Quantity, { from, to, text }: Quantity) {
      report(
        { from, to, english: { from: meant.from, to: meant.to } },
        { expected: being(meant.text), found: being(text) },
        { edits: [{ from, to, insert: meant.text }] },
      );
    }
  },
});

/** Row cells with text where the source has a dash or nothing. */
function cellsBesideNothing([chinese]: readonly Block[], [english]: readonly Block[]): Span[] {
  const [here, there] = [chinese!.leaf, english!.leaf];
  if (here.kind !== 'row' || there.kind !== 'row' || here.prose.length !== there.prose.length) return [];
  return here.prose.flatMap((prose, at) =>
    /[\p{L}\p{N}\ufdd0-\ufdef]/u.test(there.prose[at]!.text)
      ? []
      : inPage({ prose, offset: chinese!.from }, { from: 0, to: prose.text.length }),
  );
}

const other = { en: 'no such number', zh: '没有这个数' };

function hasDigit(blocks: readonly Block[]): boolean {
  return blocks.some(({ leaf }) => leaf.prose.some(({ classes }) => (classes & DIGIT) !== 0));
}

function valuesWithMonths(text: string): Set<string> {
  const values = valuesIn(text);
  for (const { month, year } of datesIn(text)) {
    values.add(String(month));
    if (year !== undefined) values.add(String(year));
  }
  return values;
}

function numbersOf(blocks: readonly Block[]): Quantity[] {
  return placed(blocks, quantitiesIn);
}

function shapesOf(blocks: readonly Block[]): Quantity[] {
  return placed(blocks, shapesIn);
}

function placed(blocks: readonly Block[], read: (text: string) => Quantity[]): Quantity[] {
  return proseOf(blocks).flatMap((part) => read(part.prose.text).map((one) => ({ ...one, ...inPage(part, one) })));
}

/** An item number, 1. or 2), may be markup on one page and text on the other. It counts only if it is text on both. */
function bothOrNone(
  [first, ...others]: readonly Quantity[],
  [second, ...more]: readonly Quantity[],
  [left, right]: readonly (readonly Block[])[],
): [readonly Quantity[], readonly Quantity[]] {
  const [here, there] = [isItemNumber(first, left!), isItemNumber(second, right!)];
  if (here === there) return [first ? [first, ...others] : [], second ? [second, ...more] : []];
  return [here || !first ? others : [first, ...others], there || !second ? more : [second, ...more]];
}

function isItemNumber(number: Quantity | undefined, [block]: readonly Block[]): boolean {
  if (!number || !block) return false;
  const before = block.leaf.source.slice(0, Math.max(0, number.from - block.from));
  return /^[#\s(（*]*$/.test(before) && /^[.)．、）]/.test(block.leaf.source.slice(number.to - block.from));
}

/** Numbers that occur once on either page, with different units for the same measure. */
function unlikeUnits(english: readonly Block[], chinese: readonly Block[]): [Quantity, Quantity][] {
  const [there, here] = [english, chinese].map(measured) as [Measured[], Measured[]];
  const sole = (all: readonly Measured[], value: string) => {
    const found = all.filter(({ values }) => values.includes(value));
    return found.length === 1 ? found[0] : undefined;
  };
  return there.flatMap((meant) => {
    const found = sole(here, meant.values[0]!);
    if (!found?.unit || !meant.unit || sole(there, meant.values[0]!) !== meant) return [];
    return found.unit[0] === meant.unit[0] && found.unit[1] !== meant.unit[1] ? [[meant, found] as const] : [];
  }) as [Quantity, Quantity][];
}

interface Measured extends Quantity {
  readonly unit: ReturnType<typeof unitBehind>;
}

function measured(blocks: readonly Block[]): Measured[] {
  return proseOf(blocks).flatMap((part) =>
    quantitiesIn(part.prose.text).map((one) => {
      const unit = unitBehind(part.prose.text, one);
      const span = { from: one.from, to: one.to + (unit?.[2] ?? 0) };
      return { ...one, ...inPage(part, span), text: part.prose.text.slice(span.from, span.to), unit };
    }),
  );
}

// A block with more numbers is a table of them, in any order.
const MANY = 100;

/** The only number without a counterpart, on each side. Each counterpart counts once. */
function swapped(english: readonly Quantity[], chinese: readonly Quantity[]): [Quantity, Quantity] | undefined {
  if (english.length !== chinese.length || english.length < 2 || english.length > MANY) return undefined;
  const left = new Map<string, Quantity[]>();
  for (const number of chinese)
    for (const value of number.values) left.set(value, [...(left.get(value) ?? []), number]);
  const used = new Set<Quantity>();
  const lost = english.filter(({ values }) => {
    const match = values.flatMap((value) => left.get(value) ?? []).find((one) => !used.has(one));
    if (match) used.add(match);
    return !match;
  });
  return lost.length === 1 ? [lost[0]!, chinese.find((one) => !used.has(one))!] : undefined;
}
