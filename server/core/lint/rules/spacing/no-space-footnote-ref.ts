import { ATOM, BLANK, classBefore, DIGIT, FULL_WIDTH, HAN, LATIN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-footnote-ref',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'footnote',
  title: { en: 'No space before a footnote mark', zh: '脚注标记前不加空格' },
  why: {
    en: 'The raised number of a note belongs to the word or mark before it. A space separates the two, and the number may move to the start of the next line.',
    zh: '注释的上标数字从属于前面的字词或标点。中间有空格，标记就会与之脱开，甚至落到下一行的开头。',
  },
  message: {
    en: 'Remove the space before the footnote mark.',
    zh: '脚注标记前不应有空格。',
  },
  needs: [HAN, ATOM, BLANK],
  examples: [
    ['这一结论 [^1]来自论文。\n\n[^1]: 说明', '这一结论[^1]来自论文。\n\n[^1]: 说明'],
    ['来自论文。 [^a]\n\n[^a]: 说明', '来自论文。[^a]\n\n[^a]: 说明'],
    '这一结论[^1] 来自论文。\n\n[^1]: 说明',
    '参见 [^1] 和 `code` [^2]\n\n[^1]: 说明\n[^2]: 说明',
    'An English sentence [^1] with 中文\n\n[^1]: Note',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    const isChinese = chineseSentences(text);
    for (const { kind, at } of prose.atoms) {
      if (kind !== 'footnote') continue;
      const from = skipBlanksBack(text, at);
      if (from === at || !(classBefore(text, from) & (HAN | LATIN | DIGIT | FULL_WIDTH))) continue;
      // 参见 [^1]: here the reference is a word of the sentence.
      if (/[见如由据考读在与和及]$/.test(text.slice(Math.max(0, from - 1), from))) continue;
      if (!isChinese(from - 1)) continue;
      report({ from, to: at }, {}, { edits: [{ from, to: at, insert: '' }] });
    }
  },
});
