import { DIGIT, HAN, LATIN, QUOTE } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { quoteGapMessage, quoteGaps } from './quote-gaps.ts';

export default defineRule({
  id: 'quote-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'quote',
  style: 'quoteSpace',
  title: { en: 'Space outside Chinese quotation marks', zh: '中文引号外侧的空格' },
  why: {
    en: '“ and ” are full-width in Chinese and bring their own space (W3C clreq; the guides of MDN and React). Some fonts show them narrow, so some projects write a space outside. The rule follows the pages of the project.',
    zh: '中文里的“”是全角标点，自带空白（W3C《中文排版需求》；MDN、React 指南）。有些字体把它们显示得较窄，因此有的项目在外侧加空格；本规则以项目页面的写法为准。',
  },
  message: quoteGapMessage,
  needs: [HAN, QUOTE],
  examples: [
    ['说 “你好” 世界', '说“你好”世界'],
    ['模型的 “注意” 机制', '模型的“注意”机制'],
    '说“你好”世界',
    '“第一”，“第二”',
    'The word “中文” is Chinese.',
    'He said “你好，世界。” and left.',
    '称为 “reducer” 的函数',
  ],
  styledExamples: {
    space: [['说“你好”世界', '说 “你好” 世界'], '说 “你好” 世界，“第二”。'],
  },
  prose({ text }, { style, report }) {
    for (const { span, args, fix } of quoteGaps(text, style.quoteSpace, true, HAN | LATIN | DIGIT))
      report(span, args, fix);
  },
});
