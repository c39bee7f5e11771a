import {
  ASCII_PUNCTUATION,
  ATOM,
  BLANK,
  classAt,
  classBefore,
  classesIn,
  FULL_WIDTH,
  HAN,
  LATIN,
} from '../../../text/han.ts';
import { defineRule, type ProseContext } from '../../rule.ts';

export default defineRule({
  id: 'paired-brackets',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Full-width brackets in Chinese', zh: '中文使用全角括号' },
  why: {
    en: 'Brackets in Chinese text are full-width, and both of a pair have the same width (GB/T 15834-2011 §5.1; W3C clreq). Calls, tuples and English asides keep half-width ones.',
    zh: '中文行文的括号用全角，一对括号宽度一致（GB/T 15834-2011 §5.1；W3C《中文排版需求》）。函数调用、元组和英文句中的括号仍用半角。',
  },
  message: {
    en: 'Use full-width “{full}” instead of “{half}”.',
    zh: '“{half}”应改为全角“{full}”。',
  },
  needs: [HAN, ASCII_PUNCTUATION],
  examples: [
    ['（即图中的 encoder_hidden_states)，然后', '（即图中的 encoder_hidden_states），然后'],
    ['这节笔记本(在 [文件夹里](../hackathon))中', '这节笔记本（在 [文件夹里](../hackathon)）中'],
    ['接口(API)设计', '接口（API）设计'],
    '使用 model.fit() 函数',
    '坐标(10, 20)',
    '接口 (API) 设计',
    '哈哈:)',
    '1) 第一',
    '区间 [0, 1)',
  ],
  prose(prose, context) {
    const { text } = prose;
    for (const { open, close } of bracketPairs(text)) {
      const half = { open: text[open] === '(', close: text[close] === ')' };
      if (half.open && half.close) {
        if (isChineseAside(text, open, close)) reportBrackets(context, [open, '（'], [close, '）']);
      } else if (half.open) reportBrackets(context, [open, '（']);
      else if (half.close) reportBrackets(context, [close, '）']);
    }
  },
});

/** Brackets of either width that belong together; others are emoticons, list marks, intervals. */
function bracketPairs(text: string): { open: number; close: number }[] {
  const pairs: { open: number; close: number }[] = [];
  const stack: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '(' || mark === '（') {
      if (!isEmoticon(text, at)) stack.push(at);
    } else if ((mark === ')' || mark === '）') && !isEmoticon(text, at)) {
      const open = stack.pop();
      if (open !== undefined) pairs.push({ open, close: at });
    } else if (mark === '\n' && stack.length > MAX_DEPTH) stack.length = 0;
  }
  return pairs;
}

const MAX_DEPTH = 20;

function isEmoticon(text: string, at: number): boolean {
  return /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at));
}

// Touching Chinese before it, with words inside: an aside of the Chinese sentence, no call and no tuple.
function isChineseAside(text: string, open: number, close: number): boolean {
  if (!(classBefore(text, open) & (HAN | FULL_WIDTH))) return false;
  const inside = classesIn(text.slice(open + 1, close));
  if (inside & HAN) return true;
  return (inside & (LATIN | ATOM)) !== 0 && close - open > 2 && !(classAt(text, open + 1) & BLANK);
}

function reportBrackets(
  context: ProseContext<'half' | 'full'>,
  ...brackets: (readonly [at: number, full: string])[]
): void {
  const first = brackets[0]!;
  const edits = brackets.map(([at, full]) => ({ from: at, to: at + 1, insert: full }));
  const full = brackets.map((bracket) => bracket[1]).join('');
  const half = full.replace('（', '(').replace('）', ')');
  context.report({ from: first[0], to: first[0] + 1 }, { half, full }, { edits });
}
