import { UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { codeOf } from './characters.ts';

export default defineRule({
  id: 'control-character',
  group: 'unicode',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'No control characters', zh: '不夹带控制字符' },
  why: {
    en: 'Control characters, line separators, invisible tags, halves of characters and codes that are no characters come from broken programs and wrong encodings. Readers see nothing or a box; programs that read the page may stop at them, and tags can hide text. U+0080 to U+009F are mostly quotation marks and dashes of Windows that were read in the wrong encoding.',
    zh: '控制字符、行分隔符、不可见的标签字符、残缺的半个字符，以及根本不是字符的编码，都来自有缺陷的程序或错误的编码。读者看不见它们，或只看到方框；处理页面的程序可能因此中断，标签字符还能夹藏文字。U+0080 至 U+009F 多是按错误编码读入的 Windows 引号和破折号。',
  },
  message: {
    en: '{code} does not belong in a text. Remove it, or restore from the source what stood there.',
    zh: '{code} 不是正文字符。请删去，或对照原文补回应有的字符。',
  },
  needs: [UNUSUAL],
  examples: [
    ['模\u0008型', '模型'],
    ['他说\u0093好\u0094', '他说“好”'],
    ['隐藏\u{e0041}\u{e0042}的文字', '隐藏的文字'],
    '英格兰 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 与表情 🤗',
    '普通的\n两行\t文字',
    '`\u001b[0m` 是转义序列',
  ],
  prose({ text }, { report }) {
    for (const { index: from, 0: run } of text.matchAll(controls)) {
      const to = from + run.length;
      // The flags of England, Scotland and Wales are spelt with tag characters.
      if (run >= '\u{e0000}' && text.slice(0, from).endsWith('🏴')) continue;
      const insert = Array.from(run, (control) => windows.get(control) ?? '').join('');
      report({ from, to }, { code: codeOf(run) }, { edits: [{ from, to, insert }] });
    }
  },
});

/** Unicode has no plans for U+40000 to U+DFFFF. Other unassigned code points may be assigned soon. */
const controls =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]+|[\u{40000}-\u{dffff}]+|[\u{e0000}-\u{e007f}]+|\p{Cs}+/gu;

/** The characters of Windows-1252, the most likely intended reading; empty where it has none. */
const windows = new Map(
  Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ', (character, at) => [String.fromCharCode(0x80 + at), character.trim()]),
);
