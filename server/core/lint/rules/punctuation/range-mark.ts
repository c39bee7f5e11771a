import { stylePoints } from '../../../style/points.ts';
import { MIXED } from '../../../style/style.ts';
import { DIGIT, HAN } from '../../../text/han.ts';
import { rangeMarks } from '../../../text/range.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { defineRule, type Fix } from '../../rule.ts';

export default defineRule({
  id: 'range-mark',
  group: 'punctuation',
  level: 'info',
  fix: 'safe',
  style: 'range',
  title: stylePoints.range.title,
  why: {
    en: 'GB/T 15835-2011 and the guide of Ruan Yifeng join the two numbers of a range with ～, TiDB with ~, others with a dash. The rule follows the pages of the project. A hyphen is never reported: it may join something else (示例 4-6).',
    zh: 'GB/T 15835-2011 和阮一峰的指南用“～”连接数值范围的两端，TiDB 用“~”，也有用短横线的。本规则以项目页面的写法为准。连字符可能另有用途（示例 4-6），不会报告。',
  },
  message: {
    en: 'Use “{wanted}” instead of “{mark}” for a range of numbers.',
    zh: '数值范围的“{mark}”应改为“{wanted}”。',
  },
  needs: [HAN, DIGIT],
  examples: [
    ['需要 1~10 个', '需要 1～10 个'],
    ['占 63%–68%，共 5 ~ 10 页', '占 63%～68%，共 5 ～ 10 页'],
    '需要 1～10 个',
    '第 3-5 章，400-123-4567，示例 4-6',
    '约~10 个',
  ],
  styledExamples: {
    '~': [['需要 1～10 个', '需要 1~10 个'], '需要 1~10 个'],
    '–': [['需要 1～10 个', '需要 1–10 个'], '需要 1–10 个'],
    '-': [['需要 1～10 个', '需要 1-10 个'], '需要 1-10 个'],
  },
  prose({ text, source }, { style, report }) {
    const wanted = style.range;
    if (wanted === MIXED) return;
    // Two tildes can strike out the text between them. A person has to decide whether to make or break such a pair.
    let tildes = source.split('~', 3).length - 1;
    const isChinese = chineseSentences(text);
    for (const { from, to, mark } of rangeMarks(text)) {
      if (mark === '-' || mark === wanted || !isChinese(from)) continue;
      const edits = [{ from, to, insert: wanted }];
      if (wanted === '~') tildes++;
      const fix: Fix = tildes > 1 && [mark, wanted].includes('~') ? { edits, changesMarkup: true } : { edits };
      report({ from, to }, { mark, wanted }, fix);
    }
  },
});
