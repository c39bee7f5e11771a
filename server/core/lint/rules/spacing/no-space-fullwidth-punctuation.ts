import { BLANK, classAt, classBefore, FULL_WIDTH } from '../../../text/han.ts';
import { blankRuns, isAlignment, setsApart } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-fullwidth-punctuation',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'fullWidth',
  title: { en: 'No space beside full-width punctuation', zh: '全角标点旁不加空格' },
  why: {
    en: 'A full-width mark brings its own space: half of its width is empty. A space beside it makes the gap too wide (W3C clreq; the guides of sparanoid, MDN and TiDB).',
    zh: '全角标点自带半个字宽的空白，旁边再加空格会使间距过大（W3C《中文排版需求》；sparanoid、MDN、TiDB 指南）。',
  },
  message: {
    en: 'Remove the space beside “{mark}”.',
    zh: '“{mark}”旁不应有空格。',
  },
  needs: [FULL_WIDTH, BLANK],
  examples: [
    ['输入的。 可以看到', '输入的。可以看到'],
    ['iPhone ，好', 'iPhone，好'],
    ['（ API ）', '（API）'],
    '- 【新增】功能',
    '# （一）概述',
    '**试试看！** 选择',
    '**类型：** `number`',
    '## 为什么？ {#why}',
    '## 为什么？ [[why]]',
    '如下所示。 :numref:`fig_loss` 表明（ :cite:`a.b`）',
    '见 https://example.com 。',
    '- `a`（默认值） - 说明',
    '- `a` - （默认值）',
    '**有问题？** → [群组](u) → 《手册》',
    '更新：1. 支持导出（Markdown） 2. 支持导入。 @someone',
    '| 传递一个函数（正确）  | 调用 |',
    '见 https://example.com/）。 感谢',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    if (!(prose.besideBlank & FULL_WIDTH)) return;
    for (const { from, to } of blankRuns(text)) {
      // Spaces at the end of a line are a hard break, or another rule reports them.
      if (from === 0 || to === text.length || text[to] === '\n' || text[from - 1] === '\n') continue;
      const left = (classBefore(text, from) & FULL_WIDTH) !== 0;
      const right = (classAt(text, to) & FULL_WIDTH) !== 0;
      if (!left && !right) continue;
      if (isAlignment(text, { from, to }) || setsApart(prose, from, to)) continue;
      const mark = left ? text[from - 1]! : text[to]!;
      report({ from, to }, { mark }, { edits: [{ from, to, insert: '' }] });
    }
  },
});
