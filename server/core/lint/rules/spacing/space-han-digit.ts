import { ASCII_PUNCTUATION, classAt, classBefore, DIGIT, HAN, OTHER } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gapMessage, gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-han-digit',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'word',
  style: 'hanDigit',
  title: { en: 'Space between Chinese and digits', zh: '中文与数字之间的空格' },
  why: {
    en: 'Digits are set like Latin letters and are kept apart from Chinese in the same way (W3C clreq; the guides of Hugging Face, MDN, React and TiDB), % and ° with them. Dates and times, on which the teams differ, are left alone. The rule follows the pages of the project.',
    zh: '数字与拉丁字母一样，和中文之间应留空隙（W3C《中文排版需求》；Hugging Face、MDN、React、TiDB 指南），% 和 ° 随数字。各团队写法不一的日期和时间不在此列。本规则以项目页面的写法为准。',
  },
  message: gapMessage,
  needs: [HAN, DIGIT],
  examples: [
    ['需要16倍的内存', '需要 16 倍的内存'],
    ['共有**3**个层', '共有 **3** 个层'],
    ['输出1024维的向量', '输出 1024 维的向量'],
    ['15%的性能', '15% 的性能'],
    ['90°的角', '90° 的角'],
    ['自5.9.0+支持', '自 5.9.0+ 支持'],
    ['花了$5000元，误差±5以内', '花了 $5000 元，误差 ±5 以内'],
    ['值为-1或+1', '值为 -1 或 +1'],
    ['见#123的讨论，使用HTTP/2协议', '见 #123 的讨论，使用HTTP/2 协议'],
    '见图-1 和语文+1，参数$1',
    '感谢 @牧丰086 的赞助',
    '2024年3月10日',
    '在2024年发布',
    '上午9点30分',
  ],
  styledExamples: {
    none: [['共有 3 个层', '共有3个层'], '共有3个层', '2024 年'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (!mayHaveGaps(prose, style.hanDigit, DIGIT | ASCII_PUNCTUATION | OTHER)) return;
    for (const { span, args, fix } of gaps(text, style.hanDigit, endsNumber, startsNumber)) report(span, args, fix);
  },
});

function startsNumber(text: string, place: number): boolean {
  if (classAt(text, place) & DIGIT) return !isDate(text, place);
  return SIGNS.includes(text[place] ?? ' ') && startsSigned(text, place);
}

const SIGNS = '$¥€£±+-−#';

// A sign belongs to its number but where it may join it to the word before: 图-1, 语文+1.
function startsSigned(text: string, place: number): boolean {
  // Where no blanks are wanted, those before a sign are left all the same.
  if (!(classAt(text, place + 1) & DIGIT) || !(classBefore(text, place) & HAN)) return false;
  const sign = text[place]!;
  if ('+-−'.includes(sign)) return /[为是到于或和与至回即取成]/.test(text[place - 1] ?? '');
  // $1 is a variable of the shell as well, $5 with nothing behind it could begin a formula.
  return sign !== '$' || /^\$\d+[.,\d]*\d(?![\w$])/.test(text.slice(place, place + 20));
}

function endsNumber(text: string, place: number): boolean {
  if (classBefore(text, place) & DIGIT) {
    // Prices that could be a formula ($5和$10) are left as they are, on both sides.
    return (
      !DATE_UNIT.test(text.slice(place, place + 2)) &&
      !/\uFDDC\d{1,9}$/.test(text.slice(Math.max(0, place - 10), place))
    );
  }
  // 12+ is a version or a number from which on something holds.
  return /[%‰°℃+]/.test(text[place - 1] ?? '') && (classBefore(text, place - 1) & DIGIT) !== 0;
}

const DATE_UNIT = /^ ?[年月日号时点分秒]/;

function isDate(text: string, place: number): boolean {
  let end = place;
  while (end < place + 5 && classAt(text, end) & DIGIT) end++;
  return DATE_UNIT.test(text.slice(end, end + 2));
}
