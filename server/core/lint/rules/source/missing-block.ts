import { gapsIn } from '../../../bilingual/gaps.ts';
import { insertionOf } from '../../../bilingual/insertion.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'missing-block',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Text of the source without a translation', zh: '原文中有而译文中没有的内容' },
  why: {
    en: 'Readers of the translation miss what the source says here. The quick fix puts the English in its place, where it is found again as text that is still English.',
    zh: '译文读者看不到原文的这部分内容。快速修复会把英文放到相应位置，随后会作为尚未翻译的文字报告。',
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
  translation({ chinese, english, comparison: { pairs } }, { report }) {
    const insertion = insertionOf(chinese, english);
    for (const { before, missing, extra, after } of gapsIn(pairs)) {
      const blocks = missing.flatMap((pair) => pair.blocks.english);
      const [first] = blocks;
      if (!first) continue;
      const at = before?.chinese?.to ?? 0;
      const edit = extra.length > 0 ? undefined : insertion(before, blocks, after);
      report(
        { from: at, to: at, english: { from: first.from, to: blocks.at(-1)!.to } },
        { count: String(blocks.length), text: beginning(first.leaf.source) },
        ...(edit ? [{ edits: [edit], changesMarkup: true as const, title: titles.insert }] : []),
      );
    }
  },
});

const titles = { insert: { en: 'Insert the English text here', zh: '在此插入英文原文' } };

function beginning(source: string): string {
  const line = source.slice(0, 200).split('\n', 1)[0]!.trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
