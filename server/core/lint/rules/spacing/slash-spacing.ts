import { alternatives } from '../../../lexicon/closed.data.ts';
import { ASCII_PUNCTUATION, BLANK, HAN } from '../../../text/han.ts';
import { sentenceAt } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'slash-spacing',
  group: 'spacing',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'No space around a slash between Chinese words', zh: '汉字之间的斜线旁不加空格' },
  why: {
    en: 'The slash is half a character wide and stands close to the words it joins (GB/T 15834-2011 §5.1.9; the guide of TiDB). Some writers put spaces around it to set off longer names, so a person decides.',
    zh: '分隔号占半个字的位置，紧贴前后的词语（GB/T 15834-2011 §5.1.9；TiDB 指南）。有时为了分隔较长的名称而加空格，因此由人决定。',
  },
  message: {
    en: 'Remove the spaces around “/”.',
    zh: '“/”两侧不应有空格。',
  },
  needs: [HAN, BLANK, ASCII_PUNCTUATION],
  examples: [
    ['可以使用甲和 / 或乙', '可以使用甲和/或乙'],
    '可以使用甲和/或乙',
    '首页 / 文档 / 关于',
    '参见提供 / 注入。',
    'React / 中文',
  ],
  prose({ text }, { block, report }) {
    if (block !== 'paragraph' || !(text.includes(' /') || text.includes('/ '))) return;
    let end = 0;
    for (const { index: from, 0: found } of text.matchAll(SPACED)) {
      // Several slashes are a path or a menu.
      if (from < end) continue;
      const { from: start, to } = sentenceAt(text, from);
      end = to;
      if (text.slice(start, end).split('/', 3).length !== 2) continue;
      const slash = { from, to: from + found.length };
      report(slash, {}, { edits: [{ ...slash, insert: '/' }] });
    }
  },
});

// Only between one-character words. Around longer names the spaces are usually intended.
const { first, second } = alternatives;
const SPACED = new RegExp(`(?<=[${first}])(?: {0,2}/ {1,2}| {1,2}/)(?=[${second}])`, 'g');
