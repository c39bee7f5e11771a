import { gapsIn } from '../../../bilingual/facts/gaps.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'extra-block',
  group: 'source',
  level: 'hint',
  fix: 'none',
  title: { en: 'Text that the source does not have', zh: '原文中没有的内容' },
  why: {
    en: 'A paragraph without a counterpart is a note of the translator, or something that the source has since dropped.',
    zh: '在原文中找不到对应的段落：可能是译者的补充，也可能是原文后来删去的内容。',
  },
  message: {
    en: 'The source has nothing like this (blocks: {count}).',
    zh: '原文中没有与此对应的内容（共 {count} 块）。',
  },
  translatedExamples: [
    {
      english: '# Title\n\nThe `model` learns.\n',
      chinese: [
        '# 标题\n\n`model` 会学习。\n\n译者注：本文的插图来自别处，与原文无关。\n',
        '# 标题\n\n`model` 会学习。\n',
      ],
    },
    { english: '# Title\n\nThe model learns.\n', chinese: '# 标题\n\n<!-- 译于今年 -->\n\n模型会学习。\n' },
  ],
  translation({ comparison: { pairs } }, { report }) {
    for (const { extra } of gapsIn(pairs)) {
      const [first, last] = [extra[0]?.chinese, extra.at(-1)?.chinese];
      if (first && last) report({ from: first.from, to: last.to }, { count: String(extra.length) });
    }
  },
});
