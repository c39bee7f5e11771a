import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'untranslated-text',
  group: 'source',
  level: 'warning',
  fix: 'none',
  title: { en: 'Text that is still English', zh: '尚未翻译的文字' },
  why: {
    en: 'The paragraph is word for word that of the English source. Names, credits and lists of links may stay; prose that readers need should be translated.',
    zh: '这一段与英文原文逐字相同。名称、致谢和链接列表可以保留，读者需要读懂的正文应当翻译。',
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
      english: '# Title\n\nThe model learns to remove noise from an image.\n',
      chinese: '# 标题\n\n模型学习去除图像中的噪声。\n',
    },
    { english: '# Title\n\nHugging Face\n', chinese: '# 标题\n\nHugging Face\n' },
  ],
  pair({ state, english }, { place, report }) {
    if (state === 'untranslated') report({ ...place, english }, {});
  },
});
