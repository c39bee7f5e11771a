import { ATOMS, type Prose } from '../markdown/prose.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { numberDates } from '../text/date.ts';
import { emojisInLine } from '../text/emoji.ts';
import { BLANK, classAt, classBefore, classesIn, DIGIT, HAN, KANA, LATIN } from '../text/han.ts';
import { rangeMarks } from '../text/range.ts';
import { scriptOf } from '../text/script.ts';
import { measuresOf } from '../text/token.ts';
import { labelGaps } from './boundary.ts';
import {
  type AddDecision,
  addEdges,
  addGap,
  countAtoms,
  countBoundaries,
  countMarks,
  countQuoteEdges,
  followsHan,
} from './count.ts';

/**
 * A point on which projects differ, each side of which is right somewhere. `count` looks at how a text decides it and
 * adds one to a value for each decision, with its place; it must be linear in the text.
 */
export interface StylePoint {
  /** What it is about, for a list in which its value follows. */
  readonly name: Bilingual;
  readonly title: Bilingual;
  /** The values that a project can choose. */
  readonly values: readonly string[];
  /** A matter of taste: without pages to learn from, nothing is required. Otherwise the first value holds. */
  readonly taste?: true;
  /** Nearly every team agrees on the first value, so pages must clearly prefer another one to count. */
  readonly agreed?: true;
  readonly count: (prose: Prose, add: AddDecision) => void;
}

function definePoints<Id extends string>(points: Record<Id, StylePoint>): Record<Id, StylePoint> {
  return points;
}

export const stylePoints = definePoints({
  region: {
    name: { en: 'Region', zh: '地区' },
    title: { en: 'Region whose script and terms the pages use', zh: '文字与用语所属的地区' },
    values: ['zh-CN', 'zh-TW', 'zh-HK'],
    count: ({ text, classes }, add) => {
      // Japanese mixes characters of both scripts.
      const script = classes & KANA ? undefined : scriptOf(text);
      if (script === 'simplified') add('zh-CN', 0, text.length);
      if (script !== 'traditional') return;
      const taiwan = TAIWAN.test(text);
      const hongKong = HONG_KONG.test(text);
      // Most traditional paragraphs show neither; one that shows where it comes from weighs more.
      const region = hongKong && !taiwan ? 'zh-HK' : 'zh-TW';
      for (let votes = taiwan === hongKong ? 1 : 4; votes > 0; votes--) add(region, 0, text.length);
    },
  },
  hanLatin: {
    name: { en: 'Latin letters', zh: '西文旁' },
    title: { en: 'Space between Chinese and Latin letters', zh: '中文与拉丁字母之间的空格' },
    values: ['space', 'none'],
    agreed: true,
    count: ({ text }, add) => countBoundaries(text, LATIN, add),
  },
  hanDigit: {
    name: { en: 'Digits', zh: '数字旁' },
    title: { en: 'Space between Chinese and digits', zh: '中文与数字之间的空格' },
    values: ['space', 'none'],
    agreed: true,
    count: ({ text }, add) => countBoundaries(text, DIGIT, add),
  },
  inlineCode: {
    name: { en: 'Inline code', zh: '行内代码旁' },
    title: { en: 'Space between Chinese and inline code', zh: '中文与行内代码之间的空格' },
    values: ['space', 'none'],
    agreed: true,
    count: (prose, add) => countAtoms(prose, 'code', add),
  },
  math: {
    name: { en: 'Formulas', zh: '公式旁' },
    title: { en: 'Space between Chinese and formulas', zh: '中文与公式之间的空格' },
    values: ['space', 'none'],
    taste: true,
    count: (prose, add) => countAtoms(prose, 'math', add),
  },
  link: {
    name: { en: 'Links', zh: '链接旁' },
    title: { en: 'Space around links with Chinese text', zh: '中文链接两侧的空格' },
    values: ['none', 'space'],
    taste: true,
    count: (prose, add) => countMarks(prose, 'link', add),
  },
  strong: {
    name: { en: 'Bold text', zh: '加粗旁' },
    title: { en: 'Space around bold Chinese text', zh: '加粗的中文两侧的空格' },
    values: ['none', 'space'],
    taste: true,
    count: (prose, add) => countMarks(prose, 'strong', add),
  },
  emphasis: {
    name: { en: 'Italic text', zh: '斜体旁' },
    title: { en: 'Space around italic Chinese text', zh: '斜体的中文两侧的空格' },
    values: ['none', 'space'],
    taste: true,
    count: (prose, add) => countMarks(prose, 'emphasis', add),
  },
  brackets: {
    name: { en: 'Brackets', zh: '括号' },
    title: { en: 'Width of brackets', zh: '括号的宽度' },
    values: ['full', 'half'],
    count: ({ text }, add) => {
      for (const { index, 0: mark } of text.matchAll(/[（(]/g)) {
        if (mark === '（') add('full', index, index + 1);
        else if (followsHan(text, index)) add('half', index, index + 1);
      }
    },
  },
  dash: {
    name: { en: 'Dash ——', zh: '破折号旁' },
    title: { en: 'Space beside the dash ——', zh: '破折号两侧的空格' },
    values: ['none', 'space'],
    count: ({ text }, add) => {
      for (const { index } of text.matchAll(/——/g)) {
        const blank = (classBefore(text, index) | classAt(text, index + 2)) & BLANK;
        add(blank ? 'space' : 'none', index - 1, index + 3);
      }
    },
  },
  quotes: {
    name: { en: 'Quotation marks', zh: '引号' },
    title: { en: 'Quotation marks', zh: '引号' },
    values: ['curly', 'corner', 'straight'],
    count: ({ text }, add) => {
      let opens = false;
      for (const { index, 0: mark } of text.matchAll(/[“「"]/g)) {
        if (mark === '“') add('curly', index, index + 1);
        else if (mark === '「') add('corner', index, index + 1);
        else {
          opens = !opens;
          if (opens && classAt(text, index + 1) & HAN) add('straight', index, index + 1);
        }
      }
    },
  },
  quoteSpace: {
    name: { en: 'Outside “ ”', zh: '弯引号旁' },
    title: { en: 'Space outside “ ”', zh: '弯引号外侧的空格' },
    values: ['none', 'space'],
    count: ({ text }, add) => countQuoteEdges(text, true, add),
  },
  latinQuoteSpace: {
    name: { en: '“ ” around Latin', zh: '西文引号旁' },
    title: { en: 'Space outside “ ” around Latin words', zh: '引用西文的弯引号外侧的空格' },
    values: ['none', 'space'],
    taste: true,
    count: ({ text }, add) => countQuoteEdges(text, false, add),
  },
  date: {
    name: { en: 'Dates', zh: '日期' },
    title: { en: 'Space inside dates', zh: '日期中的空格' },
    values: ['none', 'space'],
    taste: true,
    count: ({ text }, add) => {
      for (const { gaps } of numberDates(text)) for (const gap of gaps) addGap(gap, add);
    },
  },
  unit: {
    name: { en: 'Units', zh: '单位前' },
    title: { en: 'Space between number and unit', zh: '数字与单位之间的空格' },
    values: ['space', 'none'],
    taste: true,
    count: (prose, add) => {
      for (const { gap } of measuresOf(prose, 'quantity')) addGap(gap, add);
    },
  },
  degree: {
    name: { en: '°C', zh: '°C 前' },
    title: { en: 'Space before °C', zh: '°C 前的空格' },
    values: ['none', 'space'],
    taste: true,
    count: (prose, add) => {
      for (const { gap } of measuresOf(prose, 'temperature')) addGap(gap, add);
    },
  },
  range: {
    name: { en: 'Ranges', zh: '数值范围' },
    title: { en: 'Mark for ranges of numbers', zh: '数值范围的连接号' },
    values: ['～', '~', '–', '-'],
    taste: true,
    count: ({ text }, add) => {
      for (const { mark, from, to } of rangeMarks(text)) add(mark, from, to);
    },
  },
  emoji: {
    name: { en: 'Emoji', zh: '表情旁' },
    title: { en: 'Space between Chinese and emoji', zh: '中文与表情符号之间的空格' },
    values: ['space', 'none'],
    taste: true,
    count: ({ text }, add) => {
      for (const { from, to } of emojisInLine(text)) {
        addEdges(text, from, to, add);
      }
    },
  },
  labelColon: {
    name: { en: 'Label colon', zh: '标签冒号' },
    title: { en: 'Colon after a label at the start of an item', zh: '条目开头标签后的冒号' },
    values: ['full', 'half'],
    count: (prose, add) => {
      const at = prose.text.search(/[:：]/);
      if (at >= 0 && isLabelColon(prose, at)) add(prose.text[at] === '：' ? 'full' : 'half', at, at + 1);
    },
  },
  boldColon: {
    name: { en: 'Colon after bold', zh: '加粗后的冒号' },
    title: { en: 'Colon after bold text', zh: '加粗文字后的冒号' },
    values: ['outside', 'inside'],
    taste: true,
    count: ({ text, marks }, add) => {
      for (const { kind, content } of marks) {
        if (kind !== 'strong' || content.to - content.from < 2) continue;
        const { to } = content;
        if (/[:：]/.test(text[to - 1]!)) add('inside', to - 1, to);
        else if (/[:：]/.test(text[to] ?? '')) add('outside', to, to + 1);
      }
    },
  },
  labelSpace: {
    name: { en: 'After a bold label', zh: '加粗标签后' },
    title: { en: 'Space after a bold label that ends in ：', zh: '以“：”结尾的加粗标签后的空格' },
    values: ['none', 'space'],
    count: (prose, add) => {
      for (const gap of labelGaps(prose)) addGap(gap, add);
    },
  },
  headingId: {
    name: { en: '{#id}', zh: '{#id} 前' },
    title: { en: 'Space before {#id}', zh: '{#id} 前的空格' },
    values: ['space', 'none'],
    taste: true,
    count: ({ text }, add) => {
      const at = text.length - 1;
      if (text[at] !== ATOMS.placeholder || at === 0) return;
      add(classBefore(text, at) & BLANK ? 'space' : 'none', at - 1, at + 1);
    },
  },
  pronoun: {
    name: { en: 'You', zh: '称呼' },
    title: { en: 'How the reader is addressed', zh: '对读者的称呼' },
    values: ['你', '您'],
    taste: true,
    count: ({ text }, add) => {
      for (const { 0: word, index } of text.matchAll(/[你您]/g)) add(word, index, index + 1);
    },
  },
});

export type StyleId = keyof typeof stylePoints;

export const styleIds = Object.keys(stylePoints) as StyleId[];

/**
 * Whether the colon at `at` follows a label at the start of a block, if the label is not plain Chinese: `**注意**: 这里`,
 * `` `a`: 说明 ``, `图 3-1: 说明`. The labelled text must follow on the same line, after a space if the colon is half-width.
 */
export function isLabelColon({ text, marks }: Prose, at: number): boolean {
  if (at === 0 || at > MAX_LABEL || !/^[^\n，。；！？、,;!?]+$/.test(text.slice(0, at))) return false;
  const after = text[at] === ':' ? classAt(text, at + 1) & BLANK : 1;
  const next = text[text[at + 1] === ' ' ? at + 2 : at + 1];
  if (after === 0 || next === undefined || next === '\n') return false;
  const isPlain = (classBefore(text, at) & HAN) !== 0 && !marks.some(({ content }) => content.to === at);
  return !isPlain && (classesIn(text.slice(0, at + MAX_LABEL)) & HAN) !== 0;
}

const MAX_LABEL = 30;

/** Spellings that only one of the two regions uses. */
const TAIWAN = /裡|軟體|硬體|網路|[接隨味帶看試沿藉跟]著/;
const HONG_KONG = /[裏綫衞説着]/;
