import { UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { isRightToLeft, nameOf } from './characters.ts';

export default defineRule({
  id: 'bidi-control',
  group: 'unicode',
  level: 'error',
  fix: 'suggest',
  title: { en: 'No characters that change the direction of text', zh: '不使用改变文字方向的控制符' },
  why: {
    en: 'These invisible characters show text in another order than it is stored in, and can hide what a page really says. Chinese and English never need them. Beside Arabic or Hebrew, only those that override the direction are reported.',
    zh: '这些不可见的控制符会使显示顺序与实际内容不同，可以对读者隐瞒真实的内容。中文和英文从不需要它们；与阿拉伯文、希伯来文同处一段时，只报告强制改变方向的控制符。',
  },
  message: {
    en: '{character} changes the order in which text is shown. Remove it, and check what the text really says.',
    zh: '{character} 会改变文字的显示顺序。请删去，并核对实际内容。',
  },
  needs: [UNUSUAL],
  examples: [
    ['运行\u202ecba\u202c命令', '运行cba命令'],
    ['使用\u2068模型\u2069名', '使用模型名'],
    '希伯来文 \u2067שלום\u2069 一词',
    '普通的文字',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    const wanted = isRightToLeft(text) ? overrides : all;
    for (const { index: from, 0: control } of text.matchAll(wanted)) {
      const edits = [{ from, to: from + 1, insert: '' }];
      report({ from, to: from + 1 }, { character: nameOf(control) }, { edits });
    }
  },
});

const all = /[\u202a-\u202e\u2066-\u2069]/g;
const overrides = /[\u202d\u202e]/g;
