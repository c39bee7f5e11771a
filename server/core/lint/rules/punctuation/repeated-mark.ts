import { ASCII_PUNCTUATION, ATOM, classAt, classBefore, DIGIT, FULL_STOP, HAN, LATIN } from '../../../text/han.ts';
import { followsChinese } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'repeated-mark',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No repeated marks', zh: '标点不重复' },
  why: {
    en: 'A comma, full stop, semicolon or colon is written once. A second one is left over from an edit or from a key held too long. Three full stops stand in for an ellipsis, and ？ and ！ may be stacked: other rules check these.',
    zh: '逗号、句号、分号、冒号、顿号只写一个，重复的是修改或按键时留下的。三个句号是代用的省略号，问号和叹号可以叠用，由其他规则检查。',
  },
  message: {
    en: '“{mark}” is repeated here. Write it once.',
    zh: '“{mark}”重复了，只写一个即可。',
  },
  needs: [HAN, FULL_STOP | ASCII_PUNCTUATION],
  examples: [
    ['首先，，加载模型。。', '首先，加载模型。'],
    ['使用 CLIP，，以及 `a`。。', '使用 CLIP，以及 `a`。'],
    ['苹果、、香蕉', '苹果、香蕉'],
    ['注意：：这里；；那里', '注意：这里；那里'],
    ['你好,,世界', '你好,世界'],
    ['**结束。**。', '**结束。**'],
    '还有。。。',
    '真的！！太好了？！',
    '使用 a,,b 与 `,,`',
    '使用 std：：vec',
    '首先，加载模型。',
    '标点“。。”与“，，”',
  ],
  prose({ text, twice }, { report }) {
    if (!(twice & (FULL_STOP | ASCII_PUNCTUATION))) return;
    for (const { index: from, 0: marks } of text.matchAll(/，+|。+|、+|；+|：+|,+/g)) {
      const to = from + marks.length;
      // More than two are dots for something omitted. Marks alone in quotation marks are mentioned.
      if (marks.length !== 2 || isSpokenOf(text, from, to)) continue;
      if ('：,'.includes(marks[0]!)) {
        // `std：：vec` and `a,,b` are code.
        if (!followsChinese(text, from) || (marks[0] === ',' && !(classAt(text, to) & HAN))) continue;
      } else if (!(classBefore(text, from) & (HAN | LATIN | DIGIT | ATOM)) && !followsChinese(text, from)) continue;
      report({ from, to }, { mark: marks[0]! }, { edits: [{ from: from + 1, to, insert: '' }] });
    }
  },
});

function isSpokenOf(text: string, from: number, to: number): boolean {
  return /^[“「‘『"']/.test(text[from - 1] ?? '') || /^[”」’』"']/.test(text[to] ?? '');
}
