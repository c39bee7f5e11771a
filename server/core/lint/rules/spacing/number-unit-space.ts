import { stylePoints } from '../../../style/points.ts';
import { DIGIT, HAN, LATIN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { measuresOf } from '../../../text/token.ts';
import { defineRule } from '../../rule.ts';
import { addSpace, removeSpace } from '../../shared-texts.ts';

export default defineRule({
  id: 'number-unit-space',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'number',
  style: 'unit',
  title: stylePoints.unit.title,
  why: {
    en: 'The guides of Hugging Face, React and TiDB put a space between a number and its unit, as the SI does. The guide of Ruan Yifeng and the examples of GB/T 15835-2011 put none. The rule follows the pages of the project. Names and versions (7B, 4K, 5G, 2x) and CSS values (16px) are not checked.',
    zh: 'Hugging Face、React、TiDB 指南与国际单位制一样，在数字和单位之间加空格；阮一峰的指南和 GB/T 15835-2011 的示例则不加。本规则以项目页面的写法为准。名称、版本（7B、4K、5G、2x）和 CSS 的值（16px）不在此列。',
  },
  message: {
    en: '{action} between the number and “{unit}”.',
    zh: '数字与单位“{unit}”之间{action}。',
  },
  needs: [HAN, DIGIT, LATIN],
  examples: [
    ['需要20GB的显存', '需要20 GB的显存'],
    ['延迟从 1.5ms 降到 800μs', '延迟从 1.5 ms 降到 800 μs'],
    ['内存为 8-16GB（至少 1,024MB）', '内存为 8-16 GB（至少 1,024 MB）'],
    '需要 20 GB 的显存',
    '放大 2x，学习率为 3e-4，图片为 512x512，从 v1.0 开始，在 H100 上训练 word2vec',
    '支持 4K 视频、5G 网络和 3D 图形，模型有 7B 参数，宽度为 16px',
    '使用 A100-80GB 和 model-20GB.bin 文件，设置 size=20GB',
    'A sentence with 20GB in it and 中文',
  ],
  styledExamples: {
    none: [['需要 20 GB 的显存', '需要 20GB 的显存'], '需要 20GB 的显存'],
  },
  prose(prose, { style, report }) {
    const wanted = style.unit;
    if (wanted !== 'space' && wanted !== 'none') return;
    const insert = wanted === 'space' ? ' ' : '';
    const isChinese = chineseSentences(prose.text);
    for (const { from, to, unit, gap } of measuresOf(prose, 'quantity')) {
      if (gap.to > gap.from === (insert === ' ') || !isChinese(from)) continue;
      report({ from, to }, { action: insert ? addSpace : removeSpace, unit }, { edits: [{ ...gap, insert }] });
    }
  },
});
