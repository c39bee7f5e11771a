import { HAN, OTHER } from '../../../text/han.ts';
import { followsChinese } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { useInstead } from '../../shared-texts.ts';

export default defineRule({
  id: 'fancy-mark',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'No two marks in one character', zh: '不用合体标点' },
  why: {
    en: '⁇ ‼ ⁈ ⁉ are single characters, made for narrow columns of vertical text. Many fonts lack them, and a search for ？ or ！ does not find them. Two marks look the same. The emoji ‼️ and ⁉️ are not checked.',
    zh: '“⁇”“‼”“⁈”“⁉”各为一个字符，是为竖排窄栏准备的，许多字体没有，搜索“？”“！”也找不到。应写成两个标点。表情符号 ‼️、⁉️ 不在此列。',
  },
  message: useInstead,
  needs: [HAN, OTHER],
  examples: [['真的⁈', '真的？！'], ['太好了‼再来', '太好了！！再来'], '真的？！', '‼️ 注意', '注意‼️', '阶乘 n‼'],
  prose({ text }, { report }) {
    for (const { index: from, 0: wrong } of text.matchAll(/[⁇‼⁈⁉](?!\ufe0f)/g)) {
      if (!followsChinese(text, from)) continue;
      const to = from + 1;
      const right = pairs[wrong]!;
      report({ from, to }, { wrong, right }, { edits: [{ from, to, insert: right }] });
    }
  },
});

const pairs: Readonly<Record<string, string>> = { '⁇': '？？', '‼': '！！', '⁈': '？！', '⁉': '！？' };
