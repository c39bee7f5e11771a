import { FULL_OPEN, HAN, QUOTE } from '../../../text/han.ts';
import { isChineseText } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';
import { quotations, quoteMarks } from './quotes.ts';

export default defineRule({
  id: 'quote-locale',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  style: 'quotes',
  title: { en: 'One form of quotation marks', zh: '引号形式统一' },
  why: {
    en: 'In horizontal text, mainland China quotes with “ ”, Taiwan and Hong Kong with 「 」 (GB/T 15834-2011; W3C clreq). The guide of sparanoid allows 「 」 in mainland China, too. A project should write one form. The rule follows its pages.',
    zh: '横排时大陆用“”，台湾、香港用「」（GB/T 15834-2011；W3C《中文排版需求》）；sparanoid 的指南在大陆也接受「」。同一项目应只用一种，本规则以项目页面的写法为准。',
  },
  message: {
    en: 'Use {right} instead of {wrong}, as in the rest of the project.',
    zh: '{wrong}应改为{right}，与项目其余部分一致。',
  },
  needs: [HAN, QUOTE | FULL_OPEN],
  examples: [
    ['这个「玩具示例」很小', '这个“玩具示例”很小'],
    ['一个「『空』的」项目', '一个“『空』的”项目'],
    '这个“玩具示例”很小',
    '没有配对的「引号',
    '‘内’与『内』',
    '标点「」',
  ],
  styledExamples: {
    corner: [['這個“玩具示例”很小', '這個「玩具示例」很小'], '這個「玩具示例」很小', '稱為 “toy example” 的示例'],
    straight: ['这个「玩具示例」与“玩具示例”'],
  },
  prose({ text }, { style, report }) {
    const wrong = style.quotes === 'curly' ? '「」' : style.quotes === 'corner' ? '“”' : undefined;
    if (!wrong) return;
    const right = wrong === '“”' ? '「」' : '“”';
    for (const { from, to, depth } of quotations(quoteMarks(text, wrong)) ?? []) {
      const content = text.slice(from + 1, to);
      if (depth > 0 || content === '' || (wrong === '“”' && !isChineseText(content))) continue;
      const edits = [from, to].map((at, i) => ({ from: at, to: at + 1, insert: right[i]! }));
      report({ from, to: from + 1 }, { wrong, right }, { edits });
    }
  },
});
