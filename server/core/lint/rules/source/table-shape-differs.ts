import type { Block } from '../../../markdown/blocks.ts';
import { defineRule } from '../../rule.ts';
import { firstLine, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'table-shape-differs',
  group: 'source',
  level: 'warning',
  fix: 'none',
  title: { en: 'Table row with another number of cells than the source', zh: '表格的列数与原文不一致' },
  why: {
    en: 'With one cell too few, the row ends in a gap; one too many is not shown at all. Often a | in the text was not written as \\|.',
    zh: '少一个单元格，行末就空一格；多出的单元格则完全不显示。常见原因是正文中的 | 没有写成 \\|。',
  },
  message: {
    en: 'This row has {found} cells; in the source it has {expected}.',
    zh: '这一行有 {found} 个单元格，原文有 {expected} 个。',
  },
  translatedExamples: [
    {
      english: '| Name | Use |\n| --- | --- |\n| `key` | names a row |\n| `id` | finds a row |\n',
      chinese: [
        '| 名称 | 用途 |\n| --- | --- |\n| `key` | 标识一行 |\n| `id` 查找一行 |\n',
        '| 名称 | 用途 |\n| --- | --- |\n| `key` | 标识一行 |\n| `id` | 查找一行 |\n',
      ],
    },
    {
      english: '| Name | Use |\n| --- | --- |\n| `key` |  |\n',
      chinese: '名称 | 用途\n--- | ---\n`key` | \n',
    },
  ],
  translation({ comparison: { pairs } }, { report }) {
    let before = 0;
    for (const pair of pairs) {
      const [chinese, english] = [pair.blocks.chinese[0], pair.blocks.english[0]];
      if (!isTranslated(pair) || chinese?.leaf.kind !== 'row' || english?.leaf.kind !== 'row') {
        before = 0;
        continue;
      }
      const found = cellsIn(chinese);
      const expected = cellsIn(english);
      // A table whose rows all differ in the same way is one finding.
      if (found !== expected && found - expected !== before)
        report(
          { ...firstLine([chinese]), english: { from: english.from, to: english.to } },
          { found: String(found), expected: String(expected) },
        );
      before = found - expected;
    }
  },
});

// An empty last cell is optional, and so is the pipe after it.
function cellsIn({ leaf }: Block): number {
  const row = leaf.source.replace(/\\\|/g, '').trim();
  const cells = row.split('|').slice(row.startsWith('|') ? 1 : 0);
  while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop();
  return cells.length;
}
