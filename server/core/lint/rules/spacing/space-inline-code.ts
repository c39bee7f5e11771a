import { ATOMS } from '../../../markdown/prose.ts';
import { ATOM, classAt, classBefore, HAN, lengthAt, lengthBefore } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'space-inline-code',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Space between Chinese and inline code', zh: '中文与行内代码之间加空格' },
  why: {
    en: 'Inline code is read like a Latin word. In the Chinese documentation of Hugging Face, Vue, React, Rust and TiDB 98–100 % of inline code is spaced.',
    zh: '行内代码读起来如同拉丁文单词。在 Hugging Face、Vue、React、Rust、TiDB 的中文文档中，98%～100% 的行内代码两侧都有空格。',
  },
  message: {
    en: 'Add a space between “{character}” and the inline code.',
    zh: '“{character}”与行内代码之间应加空格。',
  },
  needs: [HAN, ATOM],
  examples: [
    ['使用`pip`命令', '使用 `pip` 命令'],
    ['见[`fit`](u)方法', '见 [`fit`](u) 方法'],
    '使用 `pip`，再运行 `npm`。',
    '（`a`）',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const { kind, at } of prose.atoms) {
      if (kind !== 'code' || text[at] !== ATOMS.code) continue;
      if (classBefore(text, at) & HAN) {
        const from = at - lengthBefore(text, at);
        report(
          { from, to: at + 1 },
          { character: text.slice(from, at) },
          { edits: [{ from: at, to: at, insert: ' ' }] },
        );
      }
      if (classAt(text, at + 1) & HAN) {
        const to = at + 1 + lengthAt(text, at + 1);
        const edit = { from: at + 1, to: at + 1, insert: ' ' };
        report({ from: at, to }, { character: text.slice(at + 1, to) }, { edits: [edit] });
      }
    }
  },
});
