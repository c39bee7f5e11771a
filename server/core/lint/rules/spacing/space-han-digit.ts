import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { stylePoints } from '../../../style/points.ts';
import { ASCII_PUNCTUATION, classAt, classBefore, DIGIT, HAN, OTHER } from '../../../text/han.ts';
import { tokenAt, tokenFrom, tokenTo } from '../../../text/token.ts';
import type { TokenKind } from '../../../text/token-kinds.ts';
import { defineRule } from '../../rule.ts';
import { gapMessage, gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-han-digit',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'word',
  style: 'hanDigit',
  title: stylePoints.hanDigit.title,
  why: {
    en: 'Digits are set like Latin letters and are kept apart from Chinese in the same way (W3C clreq; the guides of Hugging Face, MDN, React and TiDB). % and ° go with the digits. Dates and times, on which teams differ, are not checked. The rule follows the pages of the project.',
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
    if (!mayHaveGaps(prose, style.hanDigit, DIGIT | ASCII_PUNCTUATION | OTHER)) return;
    for (const { span, args, fix } of gaps(prose, style.hanDigit, endsNumber, startsNumber)) report(span, args, fix);
  },
});

function startsNumber(prose: Prose, place: number): boolean {
  const { text } = prose;
  if (classAt(text, place) & DIGIT) {
    // 9点 and 3月10日 belong together.
    const token = tokenAt(prose, place);
    return !token || !(classBefore(text, token.to) & HAN);
  }
  // Even if no spaces are wanted, those before a sign stay.
  if (!SIGNS.includes(text[place] ?? ' ') || !(classBefore(text, place) & HAN)) return false;
  return (classAt(text, place + 1) & DIGIT) !== 0 && startsSigned.has(tokenFrom(prose, place)?.kind);
}

const SIGNS = '$¥€£±+-−#';
const startsSigned = new Set<TokenKind | undefined>(['number', 'currency', 'reference']);

function endsNumber(prose: Prose, place: number): boolean {
  const { text } = prose;
  if (classBefore(text, place) & DIGIT) return !isDatePart(text, place) && !isPrice(prose, place);
  // 12+ is a version, or a number with everything above it.
  return '%‰°℃+'.includes(text[place - 1] ?? ' ') && (classBefore(text, place - 1) & DIGIT) !== 0;
}

const isDatePart = (text: string, place: number) => /^ ?[年月日号时点分秒]/.test(text.slice(place, place + 2));

// Prices that could be a formula ($5和$10) are left alone on both sides.
function isPrice(prose: Prose, place: number): boolean {
  if (!prose.text.includes(ATOMS.unknown)) return false;
  const token = tokenTo(prose, place);
  return token?.kind === 'number' && prose.text[token.from - 1] === ATOMS.unknown;
}
