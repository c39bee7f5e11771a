import { DIGIT, HAN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { measuresOf } from '../../../text/token.ts';
import { defineRule } from '../../rule.ts';
import { addSpace, removeSpace } from '../../shared-texts.ts';

export default defineRule({
  id: 'degree-space',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'number',
  style: 'degree',
  title: { en: 'Space between a temperature and its °C', zh: '温度数值与 °C 之间的空格' },
  why: {
    en: 'The guides of Hugging Face and TiDB write 37°C; that of React writes 39.5 °C. The rule follows the pages of the project.',
    zh: 'Hugging Face 和 TiDB 指南写作 37°C，React 指南写作 39.5 °C。本规则以项目页面的写法为准。',
  },
  message: {
    en: '{action} before “{sign}”.',
    zh: '“{sign}”前{action}。',
  },
  needs: [HAN, DIGIT],
  examples: [['气温为 37 °C', '气温为 37°C'], ['不超过 80 ℃。', '不超过 80℃。'], '气温为 37°C', '旋转 90 °'],
  styledExamples: {
    space: [['气温为 37°C', '气温为 37 °C'], '气温为 37 °C'],
  },
  prose(prose, { style, report }) {
    const wanted = style.degree;
    if (wanted !== 'space' && wanted !== 'none') return;
    const insert = wanted === 'space' ? ' ' : '';
    const isChinese = chineseSentences(prose.text);
    for (const { to, unit: sign, gap } of measuresOf(prose, 'temperature')) {
      if (gap.to > gap.from === (insert === ' ') || !isChinese(gap.from)) continue;
      const action = insert ? addSpace : removeSpace;
      report({ from: gap.from, to }, { action, sign }, { edits: [{ ...gap, insert }] });
    }
  },
});
