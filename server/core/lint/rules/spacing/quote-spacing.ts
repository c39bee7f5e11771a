import { classAt, classBefore, DIGIT, HAN, LATIN, QUOTE } from '../../../text/han.ts';
import { isInChineseSentence } from '../../../text/sentence.ts';
import type { Span } from '../../../text/span.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'quote-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  style: 'quoteSpace',
  title: { en: 'Space outside of Chinese quotation marks', zh: '中文引号外侧的空格' },
  why: {
    en: '“ and ” are full-width in Chinese and bring their own space (W3C clreq; the guides of MDN and React). Fonts that show them narrow have led some projects to write a blank outside; the rule follows the pages of the project.',
    zh: '中文里的“”是全角标点，自带空白（W3C《中文排版需求》；MDN、React 指南）。有些字体把它们显示得较窄，因此有的项目在外侧加空格；本规则以项目页面的写法为准。',
  },
  message: {
    en: '{action} outside of “{mark}”.',
    zh: '“{mark}”外侧{action}。',
  },
  needs: [HAN, QUOTE],
  examples: [
    ['说 “你好” 世界', '说“你好”世界'],
    ['模型的 “注意” 机制', '模型的“注意”机制'],
    '说“你好”世界',
    '“第一”，“第二”',
    'The word “中文” is Chinese.',
    '称为 “reducer” 的函数',
  ],
  styledExamples: {
    space: [['说“你好”世界', '说 “你好” 世界'], '说 “你好” 世界，“第二”。'],
  },
  prose({ text }, { style, report }) {
    const wanted = style.quoteSpace;
    if (wanted !== 'none' && wanted !== 'space') return;
    for (const { index, 0: mark } of text.matchAll(/[“”]/g)) {
      const opens = mark === '“';
      const place = opens ? index : index + 1;
      // Around a Latin word the blank may be that of the word.
      const inside = opens ? classAt(text, index + 1) : classBefore(text, index);
      if (!(inside & HAN)) continue;
      const gap = gapOutside(text, place, opens);
      const beyond = opens ? classBefore(text, gap.from) : classAt(text, gap.to);
      if (!(beyond & (HAN | LATIN | DIGIT)) || gap.to > gap.from === (wanted === 'space')) continue;
      if (!isInChineseSentence(text, index)) continue;
      const insert = wanted === 'space' ? ' ' : '';
      const span = gap.to > gap.from ? gap : { from: index, to: index + 1 };
      const action = insert ? { en: 'Add a space', zh: '应加空格' } : { en: 'Remove the space', zh: '不应有空格' };
      report(span, { action, mark }, { edits: [{ ...gap, insert }] });
    }
  },
});

function gapOutside(text: string, place: number, opens: boolean): Span {
  return opens ? { from: skipBlanksBack(text, place), to: place } : { from: place, to: skipBlanks(text, place) };
}
