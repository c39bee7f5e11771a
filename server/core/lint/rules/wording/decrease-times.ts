import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'decrease-times',
  group: 'wording',
  level: 'hint',
  fix: 'none',
  title: { en: 'A decrease is not a multiple', zh: '减少不用“倍”' },
  why: {
    en: 'Something can grow by a multiple but not shrink by one: after shrinking by its whole size, nothing is left. “Reduced 4 times” in English means to a quarter. Write 减少到四分之一 or 减少 75% (the guide of Ruan Yifeng).',
    zh: '增加可以用倍数，减少则不能：减少一倍就没有了。英文的 reduced 4 times 是指减少到四分之一，可写作“减少到四分之一”或“减少 75%”（阮一峰指南）。',
  },
  message: {
    en: '“{phrase}”: a decrease cannot be a multiple. Give a fraction or a percentage.',
    zh: '“{phrase}”：减少的量不能用倍数表示，请改用分数或百分比。',
  },
  needs: [HAN],
  examples: [
    ['内存占用减少了 4 倍', '内存占用减少了 4 倍'],
    ['成本降低近十倍', '成本降低近十倍'],
    ['体积 **缩小** 三倍', '体积 **缩小** 三倍'],
    '速度提高了 4 倍，成本减少了一半',
    '减少的内存是原来的 4 倍',
    '把图像缩小到 0.5 倍，下降速度快 3 倍',
    '图像的倍率降低了 4 档',
  ],
  prose({ text }, { report }) {
    if (!text.includes('倍')) return;
    for (const { index: from, 0: phrase } of text.matchAll(pattern)) {
      report({ from, to: from + phrase.length }, { phrase });
    }
  },
});

// 缩小到 0.5 倍 and 缩小 0.5 倍 are factors.
const pattern =
  /(?:减少|减小|降低|下降|缩短|缩小|变小|变慢)了? ?(?:大约|将近|近|约|超过|至少|高达|整整)? ?(?:[1-9]\d{0,5}(?:\.\d{1,3})?|[一两二三四五六七八九十百千几数]{1,4}|好几) ?[多几余]?倍(?![频率数速增镜])/g;
