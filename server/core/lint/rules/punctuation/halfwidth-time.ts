import { DIGIT, FULL_STOP } from '../../../text/han.ts';
import { tokensOf } from '../../../text/token.ts';
import { defineRule } from '../../rule.ts';
import { useInstead } from '../../shared-texts.ts';

export default defineRule({
  id: 'halfwidth-time',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Half-width colon in a time of day', zh: '时间中用半角冒号' },
  why: {
    en: 'A time of day is written with a half-width colon, since digits are half-width (the guide of Ruan Yifeng). Numbers of steps and figures, and ratios, are not checked.',
    zh: '时间中的数字用半角，冒号也用半角（阮一峰《中文技术文档的写作规范》）。步骤、图表的编号和比例不在此列。',
  },
  message: useInstead,
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
  prose(prose, { report }) {
    const { text } = prose;
    if (!/\d：\d/.test(text)) return;
    for (const { kind, from, to } of tokensOf(prose)) {
      const wrong = text.slice(from, to);
      if (kind !== 'time' || !wrong.includes('：')) continue;
      const edits = [...wrong.matchAll(/：/g)].map(({ index }) => ({
        from: from + index,
        to: from + index + 1,
        insert: ':',
      }));
      report({ from, to }, { wrong, right: wrong.replaceAll('：', ':') }, { edits });
    }
  },
});
