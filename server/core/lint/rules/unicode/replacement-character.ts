import { UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'replacement-character',
  group: 'unicode',
  level: 'error',
  fix: 'none',
  title: { en: 'Broken character', zh: '乱码字符' },
  why: {
    en: 'U+FFFD stands where a program could not decode a character: text was lost when the file was converted or cut in the middle of a character. Only the source can tell what stood there.',
    zh: 'U+FFFD 表示程序无法解码的字符：文件在转换编码或截断时丢失了内容。原来是什么字，只能查对原文。',
  },
  message: {
    en: 'A character was lost here (U+FFFD). Restore it from the source.',
    zh: '此处有字符丢失（U+FFFD）。请对照原文补回。',
  },
  needs: [UNUSUAL],
  examples: [['这个模\uFFFD\uFFFD型', '这个模\uFFFD\uFFFD型'], '完整的文字'],
  prose(prose, { report }) {
    for (const { index, 0: found } of prose.text.matchAll(/\uFFFD+/g)) {
      report({ from: index, to: index + found.length }, {});
    }
  },
});
