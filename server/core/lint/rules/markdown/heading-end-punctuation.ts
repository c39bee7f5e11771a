import type { Prose } from '../../../markdown/prose.ts';
import { BLANK, classBefore, FULL_STOP, HAN, LINE_END } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'heading-end-punctuation',
  group: 'markdown',
  level: 'info',
  fix: 'suggest',
  title: { en: 'No punctuation at the end of a heading', zh: '标题末尾不加标点' },
  why: {
    en: 'A heading is not a sentence; the line break ends it (the guides of TiDB and Ruan Yifeng). Question marks, exclamation marks and ellipses carry meaning and may stay.',
    zh: '标题不是句子，换行即表示结束，末尾不用句号、逗号、冒号等（TiDB、阮一峰指南）。问号、叹号和省略号有语气，可以保留。',
  },
  message: {
    en: 'Remove “{mark}” from the end of the heading.',
    zh: '标题末尾的“{mark}”应删去。',
  },
  needs: [HAN, FULL_STOP],
  examples: [
    ['## 介绍。', '## 介绍'],
    ['## 注意： {#note}', '## 注意 {#note}'],
    ['# **概述：**', '# **概述**'],
    ['标题。\n===', '标题\n==='],
    '## 这是什么？',
    '## 试试看！',
    '## 未完……',
    '## 用法：`pip`',
    '这是一句话。',
  ],
  prose(prose, { block, report }) {
    if (block !== 'heading') return;
    const { text } = prose;
    const to = endOfHeading(prose);
    let from = to;
    while (from > 0 && '。，；：、'.includes(text[from - 1]!)) from--;
    if (from === to || from === 0) return;
    report({ from, to }, { mark: text.slice(from, to) }, { edits: [{ from, to, insert: '' }] });
  },
});

// An anchor may follow the words: `{#id}`, `[[id]]`, `<a id="…">`.
function endOfHeading({ text, atoms }: Prose): number {
  let at = text.length;
  let last = atoms.length - 1;
  while (at > 0) {
    if (classBefore(text, at) & (BLANK | LINE_END)) at--;
    else if (atoms[last]?.at === at - 1 && anchors.has(atoms[last]!.kind)) {
      at--;
      last--;
    } else break;
  }
  return at;
}

const anchors = new Set(['placeholder', 'wiki', 'html', 'footnote']);
