import { UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { codeOf } from './characters.ts';

export default defineRule({
  id: 'private-use',
  group: 'unicode',
  level: 'warning',
  fix: 'none',
  title: { en: 'No private-use characters', zh: '不使用私用区字符' },
  why: {
    en: 'Unicode gives these codes no meaning: what they show depends on a font that readers do not have, so they see a box. They come from PDF files, icon fonts and old encodings.',
    zh: 'Unicode 没有规定这些编码的含义，显示什么取决于特定字体；读者没有该字体，看到的只是方框。多由 PDF、图标字体或旧编码带入。',
  },
  message: {
    en: '{code} is a private-use character, which readers see as a box. Restore from the source what stood there.',
    zh: '{code} 是私用区字符，读者看到的是方框。请对照原文补回应有的字符。',
  },
  needs: [UNUSUAL],
  examples: [['点击\ue001图标', '点击\ue001图标'], ['私用\u{f0001}字符', '私用\u{f0001}字符'], '点击图标 🤗'],
  prose(prose, { report }) {
    const found = prose.text.matchAll(/[\ue000-\uf8ff]+|[\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+/gu);
    for (const { index: from, 0: run } of found) report({ from, to: from + run.length }, { code: codeOf(run) });
  },
});
