import { alignSentences } from '../../../bilingual/align/sentences.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'missing-sentence',
  group: 'source',
  level: 'hint',
  fix: 'none',
  title: { en: 'A sentence of the source without a translation', zh: '原文中有而译文中没有的句子' },
  why: {
    en: 'The paragraph is translated except for this sentence. Translators often join and split sentences. So a sentence is only reported if it stands alone in the source and its meaning is in neither neighbour, nor in the paragraph before or after.',
    zh: '这一段已经翻译，唯独缺少这一句。译者常常合并或拆分句子，因此只报告原文中独立成句、且意思也不在前后句、前后段中的句子。',
  },
  message: {
    en: 'This sentence of the source is not translated here: “{text}”',
    zh: '此处缺少原文的这一句：“{text}”',
  },
  translatedExamples: [
    {
      english:
        'The `encoder` reads the image and keeps what matters. Do not worry, we will explain all of these words in the next unit! After that the `decoder` writes the image anew.\n',
      chinese: [
        '`encoder` 读取图像并保留重要的内容。之后 `decoder` 重新写出图像。\n',
        '`encoder` 读取图像并保留重要的内容。别担心，下一单元会解释所有这些词！之后 `decoder` 重新写出图像。\n',
      ],
    },
    {
      english: 'The model learns. It removes noise.\n',
      chinese: '模型学习去除噪声。\n',
    },
  ],
  pair(pair, { scale, neighbourOverflows, report }) {
    if (!isTranslated(pair) || neighbourOverflows) return;
    let place = { from: pair.chinese!.from, to: pair.chinese!.from };
    for (const { chinese, english } of alignSentences(pair.blocks, scale)) {
      const last = chinese.at(-1);
      if (last) place = { from: last.to, to: last.to };
      const [first] = english;
      if (last || !first) continue;
      const span = { from: first.from, to: english.at(-1)!.to };
      const [block] = pair.blocks.english;
      report(
        { ...place, english: span },
        { text: shortened(block!.leaf.source, { from: span.from - block!.from, to: span.to - block!.from }) },
      );
    }
  },
});

function shortened(source: string, { from, to }: Span): string {
  const text = source.slice(from, to).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const LONGEST = 90;
