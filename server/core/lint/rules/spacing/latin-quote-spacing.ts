import { HAN, QUOTE } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { quoteGapMessage, quoteGaps } from './quote-gaps.ts';

export default defineRule({
  id: 'latin-quote-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'quote',
  style: 'latinQuoteSpace',
  title: { en: 'Space outside quotation marks around Latin words', zh: '引用西文时引号外侧的空格' },
  why: {
    en: '“ and ” bring their own space in Chinese (W3C clreq), even around a Latin word. But many fonts draw them narrow beside Latin letters, so some projects write a space between Chinese and the mark, and others do not. The rule follows the pages of the project.',
    zh: '中文里的“”自带空白（W3C《中文排版需求》），引用西文时也一样；但许多字体在西文旁把它们画得很窄，因此有的项目在中文与引号之间加空格，有的不加。本规则以项目页面的写法为准。',
  },
  message: quoteGapMessage,
  needs: [HAN, QUOTE],
  examples: [
    ['这一过程称为 “prop drilling”，并不好', '这一过程称为“prop drilling”，并不好'],
    '称为“reducer”的函数',
    '说 “你好” 世界',
    'The words “a” and “中文” are here.',
    '用 React 的 “hook” API',
  ],
  styledExamples: {
    space: [
      ['称为“reducer”的函数', '称为 “reducer” 的函数'],
      '称为 “reducer” 的函数，“a”。',
      ['单词“नमस्ते”的长度', '单词 “नमस्ते” 的长度'],
    ],
  },
  prose({ text }, { style, report }) {
    for (const { span, args, fix } of quoteGaps(text, style.latinQuoteSpace, false, HAN)) report(span, args, fix);
  },
});
