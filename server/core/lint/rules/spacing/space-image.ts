import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { ATOM, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-image',
  group: 'spacing',
  level: 'hint',
  fix: 'suggest',
  boundary: 'image',
  style: 'hanLatin',
  title: { en: 'Space between Chinese and an inline image', zh: '中文与行内图片之间的空格' },
  why: {
    en: 'An icon in a sentence is read like a word of another script. Without a gap it sticks to the characters beside it. No guide asks for the gap, so it is only suggested.',
    zh: '句中的图标读起来如同另一种文字的单词，没有空隙就会和旁边的汉字粘在一起。各指南对此没有规定，因此仅作建议。',
  },
  message: {
    en: '{action} beside the image.',
    zh: '图片旁{action}。',
  },
  needs: [HAN, ATOM],
  examples: [
    ['点击![设置](a.png)图标', '点击 ![设置](a.png) 图标'],
    '点击 ![设置](a.png) 图标',
    '![设置](a.png)',
    '见下图：![设置](a.png)',
  ],
  styledExamples: {
    none: ['点击![设置](a.png)图标', '点击 ![设置](a.png) 图标'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (style.hanLatin !== 'space' || !text.includes(ATOMS.image) || !mayHaveGaps(prose, 'space', ATOM)) return;
    const ends = (_: Prose, place: number) => text[place - 1] === ATOMS.image;
    const starts = (_: Prose, place: number) => text[place] === ATOMS.image;
    for (const { span, args, fix } of gaps(prose, 'space', ends, starts)) report(span, args, fix);
  },
});
