import { englishLeftIn } from '../../../bilingual/facts/untranslated-residue.ts';
import { defineRule } from '../../rule.ts';
import { inPage, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'untranslated-text',
  group: 'source',
  level: 'warning',
  fix: 'none',
  title: { en: 'Text that is still English', zh: '尚未翻译的文字' },
  why: {
    en: 'The text is word for word that of the English source. Names, credits, titles, quotations and lists of links may stay. Prose that readers need should be translated.',
    zh: '这段文字与英文原文逐字相同。名称、致谢、标题、引用和链接列表可以保留，读者需要读懂的正文应当翻译。',
  },
  message: {
    en: 'This is still the English text. Translate it.',
    zh: '这一段仍是英文原文，应翻译成中文。',
  },
  translatedExamples: [
    {
      english: '# Title\n\nThe model learns to remove noise from an image.\n',
      chinese: [
        '# 标题\n\nThe model learns to remove noise from an image.\n',
        '# 标题\n\nThe model learns to remove noise from an image.\n',
      ],
    },
    {
      english: '# Title\n\nIt is fast. The model learns to remove noise from an image.\n',
      chinese: [
        '# 标题\n\n它很快。The model learns to remove noise from an image.\n',
        '# 标题\n\n它很快。模型学习去除图像中的噪声。\n',
      ],
    },
    {
      english: '# Title\n\nThe model learns to remove noise from an image.\n',
      chinese: '# 标题\n\n模型学习去除图像中的噪声。\n',
    },
    { english: '# Title\n\nHugging Face\n', chinese: '# 标题\n\nHugging Face\n' },
    {
      english: '| a | b |\n| --- | --- |\n| Renders it | (value: any, on: (value: any) => void, at: Item) => Node |\n',
      chinese: '| 甲 | 乙 |\n| --- | --- |\n| 渲染函数 | (value: any, on: (value: any) => void, at: Item) => Node |\n',
    },
    {
      english: '# Title\n\nRead “How the model learns to remove noise from an image” first.\n',
      chinese: '# 标题\n\n请先阅读“How the model learns to remove noise from an image”。\n',
    },
  ],
  pair(pair, { place, report }) {
    if (pair.state === 'untranslated')
      return report({ ...place, ...(pair.english ? { english: pair.english } : {}) }, {});
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    for (const block of chinese)
      for (const prose of block.leaf.prose)
        for (const run of englishLeftIn(prose, english)) {
          const part = { prose, offset: block.from };
          report({ ...inPage(part, run), ...(pair.english ? { english: pair.english } : {}) }, {});
        }
  },
});
