import type { Mark } from '../../../markdown/prose.ts';
import {
  ASCII_PUNCTUATION,
  ATOM,
  BLANK,
  classAt,
  classBefore,
  classesIn,
  DIGIT,
  FULL_OPEN,
  FULL_WIDTH,
  HAN,
  LATIN,
} from '../../../text/han.ts';
import { isAsideInEnglish, isChineseText, isInChineseSentence } from '../../../text/sentence.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { type BracketPair, bracketPairs, reportPair } from './brackets.ts';

export default defineRule({
  id: 'bracket-width',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  style: 'brackets',
  title: { en: 'Width of brackets in Chinese', zh: '中文括号的宽度' },
  why: {
    en: 'Brackets in Chinese text are full-width (GB/T 15834-2011 §5.1; W3C clreq). Calls, tuples and English asides keep half-width ones. Some teams, Vue among them, write half-width brackets with a space outside. The rule follows the pages of the project.',
    zh: '中文行文的括号用全角（GB/T 15834-2011 §5.1；W3C《中文排版需求》）。函数调用、元组和英文句中的括号仍用半角。Vue 等团队使用半角括号并在外侧加空格；本规则以项目页面的写法为准。',
  },
  message: {
    en: 'Use “{to}” instead of “{from}”.',
    zh: '“{from}”应改为“{to}”。',
  },
  needs: [HAN, ASCII_PUNCTUATION | FULL_OPEN],
  examples: [
    ['这节笔记本(在 [文件夹里](../hackathon))中', '这节笔记本（在 [文件夹里](../hackathon)）中'],
    ['接口(API)设计', '接口（API）设计'],
    ['接口 (API) 设计', '接口（API）设计'],
    ['`ProductTable`(淡紫色)，可以', '`ProductTable`（淡紫色），可以'],
    ['接口 - (说明) - 甲', '接口 - （说明） - 甲'],
    ['一段说明。(然而并非如此。)', '一段说明。（然而并非如此。）'],
    '使用 model.fit() 函数',
    '坐标(10, 20)',
    '一种 Long Short-Term Memory (LSTM) 网络',
    '哈哈:)',
    '我们(**截断文本序列**)。',
    '1) 第一',
    '区间 [0, 1)',
    'It converts terms (e.g., 知识产权 and 人工智能) as you like.',
  ],
  styledExamples: {
    half: [
      ['步进器（Stepper）组件', '步进器 (Stepper) 组件'],
      ['props（比如 `name`）也可以', 'props (比如 `name`) 也可以'],
      ['被移除的同时（在完成之后），移除', '被移除的同时 (在完成之后)，移除'],
      ['无头浏览器(即不带界面的浏览器)中', '无头浏览器 (即不带界面的浏览器) 中'],
      '步进器 (Stepper) 组件，(说明)。',
      '调用 fit(x) 函数',
    ],
  },
  prose(prose, context) {
    const { text, marks } = prose;
    const wanted = context.style.brackets;
    for (const pair of bracketPairs(text)) {
      const opensHalf = text[pair.open] === '(';
      const closesHalf = text[pair.close] === ')';
      // Another rule reports pairs of mixed width.
      if (opensHalf !== closesHalf || isMarker(marks, pair)) continue;
      if (wanted === 'full' && opensHalf && isChineseAside(text, pair)) reportPair(prose, pair, 'full', context);
      else if (wanted === 'half' && (!opensHalf || (isTight(text, pair) && isChineseAside(text, pair)))) {
        reportPair(prose, pair, 'half', context);
      }
    }
  },
});

// d2lbook: `(**a**)` marks text for the slides of a notebook. Other brackets would not.
function isMarker(marks: readonly Mark[], { open, close }: BracketPair): boolean {
  return marks.some(({ kind, content }) => kind === 'strong' && content.from === open + 1 && content.to === close);
}

// Words inside and Chinese around: part of the Chinese sentence, not a call, a tuple or English in brackets.
function isChineseAside(text: string, { open, close }: BracketPair): boolean {
  const inside = classesIn(text.slice(open + 1, close));
  const before = classBefore(text, open);
  const beyond = classBefore(text, skipBlanksBack(text, open));
  if (inside & HAN) {
    if (before & (LATIN | DIGIT)) return false;
    if (beyond & (HAN | FULL_WIDTH)) return true;
    return isChineseText(text.slice(open + 1, close)) && !isAsideInEnglish(text, open, close);
  }
  if (!(inside & (LATIN | ATOM)) || close - open <= 2 || classAt(text, open + 1) & BLANK) return false;
  if (before & (HAN | FULL_WIDTH)) return true;
  const after = classAt(text, skipBlanks(text, close + 1));
  return (
    (before & BLANK) !== 0 &&
    (beyond & HAN) !== 0 &&
    (after & (HAN | FULL_WIDTH)) !== 0 &&
    isInChineseSentence(text, open)
  );
}

function isTight(text: string, { open, close }: BracketPair): boolean {
  return ((classBefore(text, open) | classAt(text, close + 1)) & HAN) !== 0;
}
