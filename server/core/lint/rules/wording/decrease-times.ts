import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'decrease-times',
  group: 'wording',
  level: 'info',
  fix: 'none',
  title: { en: 'Nothing decreases by “times”', zh: '“减少”不用“倍”' },
  why: {
    en: '倍 counts upwards only; what decreases is told in parts: 减少到十分之一, 减少 90% (the guides of Ruan Yifeng and TiDB). “10 times smaller” must not be taken over word for word.',
    zh: '“倍”只用于增加；减少应使用分数或百分比：减少到十分之一、减少 90%（阮一峰、TiDB 指南）。英文的“10 times smaller”不能照字面翻译。',
  },
  message: {
    en: 'Tell a decrease in parts or per cent instead of “{words}”.',
    zh: '“{words}”应改用分数或百分比。',
  },
  needs: [HAN],
  examples: [
    ['内存占用减少了 10 倍', '内存占用减少了 10 倍'],
    ['延迟降低三倍', '延迟降低三倍'],
    '速度提高了 10 倍，内存占用减少到十分之一',
    '减少了 10 个倍数',
  ],
  prose({ text }, { report }) {
    for (const { index: from, 0: words } of text.matchAll(DECREASE))
      report({ from, to: from + words.length }, { words });
  },
});

const DECREASE =
  /(?:减少|降低|缩小|下降|缩短|减小|减慢)了? ?(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百千几数]{1,4}) ?多?倍(?!数|率)/g;
