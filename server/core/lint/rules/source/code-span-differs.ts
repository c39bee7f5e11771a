import { defineRule } from '../../rule.ts';
import { codeDifference } from './code-spans.ts';

export default defineRule({
  id: 'code-span-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Inline code differs from the source', zh: '行内代码与原文不一致' },
  why: {
    en: 'Readers copy inline code. It stays as it is in the source: another name sends them astray. Code with Chinese in it counts as translated.',
    zh: '读者会照抄行内代码，所以它应与原文完全相同，写成别的名称会误导读者。含中文的代码视为已翻译。',
  },
  message: {
    en: 'The source has {expected} here, the translation has {found}.',
    zh: '原文此处是 {expected}，译文是 {found}。',
  },
  translatedExamples: [
    {
      english: 'Set the `defaultChecked` prop to choose the first value.\n',
      chinese: ['用 `defaultValue` 属性设置初始值。\n', '用 `defaultChecked` 属性设置初始值。\n'],
    },
    {
      english: 'Set `minify` to shrink it, for `minify` is off.\n',
      chinese: ['把 `minify` 打开，因为 `miniify` 是关的。\n', '把 `minify` 打开，因为 `minify` 是关的。\n'],
    },
    { english: 'Open `your-name.js`.\n', chinese: '打开 `你的名字.js`。\n' },
    { english: 'Use `key` here, and `load()` there.\n', chinese: '那里用 `load`，此处用 `key`。\n' },
    { english: 'The React compiler is fast.\n', chinese: '`React` 编译器很快。\n' },
  ],
  pair(pair, { report }) {
    for (const { found, meant } of codeDifference(pair).altered) {
      const span = { from: found.from, to: found.to };
      report(
        { ...span, english: { from: meant.from, to: meant.to } },
        { expected: meant.text, found: found.text },
        { edits: [{ ...span, insert: meant.text }], changesMarkup: true },
      );
    }
  },
});
