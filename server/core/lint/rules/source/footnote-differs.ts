import { atomPieces, pieceReader, without } from '../../../bilingual/facts/pieces.ts';
import { defineRule } from '../../rule.ts';
import { isTranslated, reportLost } from './both-sides.ts';

export default defineRule({
  id: 'footnote-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Footnote reference differs from the source', zh: '脚注引用与原文不一致' },
  why: {
    en: 'A footnote that nothing refers to is not shown. The reference belongs in the sentence where the source has it.',
    zh: '没有引用的脚注不会显示。引用应放在与原文相应的句子里。',
  },
  message: {
    en: 'The source refers to {expected} here, the translation refers to {found}.',
    zh: '脚注引用：原文{expected}，译文{found}。',
  },
  translatedExamples: [
    {
      english: 'It is fast.[^1]\n\nIt is small.[^2]\n\n[^1]: Measured.\n\n[^2]: Weighed.\n',
      chinese: [
        '很快。[^1]\n\n很小。\n\n[^1]: 测量值。\n\n[^2]: 称重值。\n',
        '很快。[^1]\n\n很小。[^2]\n\n[^1]: 测量值。\n\n[^2]: 称重值。\n',
        'hand',
      ],
    },
    {
      english: 'It is small.[^weight]\n\n[^weight]: Weighed.\n',
      chinese: ['很小。[^wieght]\n\n[^weight]: 称重值。\n', '很小。[^weight]\n\n[^weight]: 称重值。\n'],
    },
    {
      english: 'It is fast.[^1] It is small.[^2]\n\n[^1]: Measured.\n\n[^2]: Weighed.\n',
      chinese: '又小[^2]又快[^1]。\n\n[^1]: 测量值。\n\n[^2]: 称重值。\n',
    },
  ],
  translation({ comparison: { pairs } }, { report }) {
    const whole = pairs.flatMap(({ blocks }) => referencesIn(blocks.chinese));
    const source = pairs.flatMap(({ blocks }) => referencesIn(blocks.english));
    if (source.length === 0) return;
    for (const pair of pairs) {
      if (!isTranslated(pair)) continue;
      const { chinese, english } = pair.blocks;
      const here = referencesIn(chinese);
      const lost = without(without(referencesIn(english), here), whole);
      reportLost(report, chinese, lost, without(without(here, referencesIn(english)), source));
    }
  },
});

const referencesIn = pieceReader((leaf) => atomPieces(leaf, ['footnote'], (text) => text.toLowerCase()));
