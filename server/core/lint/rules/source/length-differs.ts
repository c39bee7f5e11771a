import { keysOf } from '../../../bilingual/align/keys.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { defineRule } from '../../rule.ts';
import { firstLine, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'length-differs',
  group: 'source',
  level: 'hint',
  fix: 'none',
  title: { en: 'Translation much shorter or longer than its source', zh: '译文与原文的长度相差过大' },
  why: {
    en: 'Chinese takes about 0.4 characters for each character of English, names and code aside. With far fewer, a sentence may be missing; with far more, something may have been added, or the source was shortened later.',
    zh: '除名称和代码外，中文字符数约为英文的 0.4 倍。少得多，可能漏译了句子；多得多，可能添加了内容，或者原文后来缩短了。',
  },
  message: {
    en: 'The translation has {found} characters for {expected} in the source. Is something missing or added?',
    zh: '原文 {expected} 个字符，译文 {found} 个。是否有遗漏或添加？',
  },
  translatedExamples: [
    {
      english:
        '# DDPM\n\nThe `DDPM` model learns to remove the noise from an image. It is trained on many pictures, and every picture is seen with another amount of noise, up to 1,000 steps of it. After that it makes new pictures out of nothing but noise.\n',
      chinese: [
        '# DDPM\n\n`DDPM` 学习去除图像中的噪声，共 1000 步。\n',
        '# DDPM\n\n`DDPM` 模型学习去除图像中的噪声。训练时使用大量图片，每张图片带有不同程度的噪声，最多 1000 步。之后它可以仅凭噪声生成新的图片。\n',
      ],
    },
    { english: 'Short texts vary much.\n', chinese: '各异。\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    if (chinese[0]!.leaf.prose.length === 0 || english[0]!.leaf.prose.length === 0) return;
    const there = lengthOf(english);
    const here = lengthOf(chinese);
    // Text that is not Chinese is the same on both pages.
    const own = there.other - here.other;
    if (there.other < LONG || own < 0.6 * there.other) return;
    const ratio = here.han / own;
    if (ratio >= LEAST && ratio <= MOST) return;
    report(
      { ...firstLine(chinese), english: { from: english[0]!.from, to: english.at(-1)!.to } },
      { found: String(here.han + here.other), expected: String(there.other + there.han) },
    );
  },
});

/** The ratio says nothing about shorter texts. */
const LONG = 120;
const LEAST = 0.15;
const MOST = 0.75;

function lengthOf(blocks: readonly Block[]): { han: number; other: number } {
  let han = 0;
  let other = 0;
  for (const { leaf } of blocks) {
    const keys = keysOf(leaf);
    han += keys.han;
    other += keys.other;
  }
  return { han, other };
}
