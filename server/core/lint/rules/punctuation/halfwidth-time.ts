import { DIGIT, FULL_STOP } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'halfwidth-time',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Half-width colon in a time of day', zh: '时间中用半角冒号' },
  why: {
    en: 'A time of day is written with a half-width colon, as digits are half-width (ruanyf). Numbers of steps, figures and ratios are left alone.',
    zh: '时间中的数字用半角，冒号也用半角（阮一峰《中文技术文档的写作规范》）。步骤、图表的编号和比例不在此列。',
  },
  message: {
    en: 'Use “{right}” instead of “{wrong}”.',
    zh: '“{wrong}”应改为“{right}”。',
  },
  needs: [DIGIT, FULL_STOP],
  examples: [
    ['会议在 12：30 开始', '会议在 12:30 开始'],
    ['上午9：05到11：20：30', '上午9:05到11:20:30'],
    '会议在 12:30 开始',
    '比例为 3：10',
    '步骤 12：30 秒后停止',
    '示例 11-3：20',
    '见图 12：30 个样本',
    '共 45：30',
    '16：10 的屏幕',
  ],
  prose({ text }, { report }) {
    for (const { index: from, 0: wrong } of text.matchAll(times)) {
      const to = from + wrong.length;
      const before = text.slice(Math.max(0, from - 8), from);
      const after = text.slice(to, to + 8);
      if (!isTime(wrong, before, after)) continue;
      const edits = [...wrong.matchAll(/：/g)].map(({ index }) => ({
        from: from + index,
        to: from + index + 1,
        insert: ':',
      }));
      report({ from, to }, { wrong, right: wrong.replaceAll('：', ':') }, { edits });
    }
  },
});

const times =
  /(?<![\d：:.–-])(?:[01]?\d|2[0-3])：[0-5]\d(?:：[0-5]\d)?(?:[–~～至到-](?:[01]?\d|2[0-3])：[0-5]\d)?(?![\d：.])/g;

// `图 12：30 个样本` labels something, `16：10 的屏幕` is a ratio.
function isTime(wrong: string, before: string, after: string): boolean {
  if (/(?:上午|下午|早上|晚上|凌晨|中午|傍晚|时间|日)[为是在 ]?$/.test(before)) return true;
  if (!/^\d\d/.test(wrong) || /(?:[A-Za-z第图表例骤节章课篇元式][ ]?)$/.test(before)) return false;
  return (
    !/[比屏]/.test(before + after) &&
    !/^ ?[个秒分年月次条种位人名项步张只行列页倍块台件篇章节层轮维%％A-Za-z]/.test(after)
  );
}
