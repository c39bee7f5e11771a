import { gapsIn } from '../../../bilingual/facts/gaps.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'missing-block',
  group: 'source',
  level: 'warning',
  fix: 'none',
  title: { en: 'Text of the source without a translation', zh: '原文中有而译文中没有的内容' },
  why: {
    en: 'Readers of the translation miss what the source says here. The lightbulb offers to insert the English, marked as still to be translated.',
    zh: '译文读者看不到原文的这部分内容。可用灯泡菜单在此插入英文原文，并标记为待翻译。',
  },
  message: {
    en: 'Missing here (blocks: {count}): “{text}”',
    zh: '此处缺少原文的内容（共 {count} 块）：“{text}”',
  },
  translatedExamples: [
    {
      english: '# Title\n\nThe `model` learns.\n\nIt needs many pictures, and much time.\n\n## End\n',
      chinese: [
        '# 标题\n\n`model` 会学习。\n\n## 结束\n',
        '# 标题\n\n`model` 会学习。\n\n它需要大量图片，也需要很多时间。\n\n## 结束\n',
      ],
    },
    { english: '# Title\n\nThe model learns.\n\n<!-- a comment -->\n', chinese: '# 标题\n\n模型会学习。\n' },
  ],
  translation({ comparison: { pairs } }, { report }) {
    for (const { at, missing } of gapsIn(pairs)) {
      const blocks = missing.flatMap((pair) => pair.blocks.english);
      const [first] = blocks;
      if (!first) continue;
      report(
        { from: at, to: at, english: { from: first.from, to: blocks.at(-1)!.to } },
        { count: String(blocks.length), text: beginning(first.leaf.source) },
      );
    }
  },
});

function beginning(source: string): string {
  const line = source.slice(0, 200).split('\n', 1)[0]!.trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
