import { createMatcher } from '../../../lexicon/pattern.ts';
import { clauseAt, type Word } from '../../../lexicon/tag.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'redundant-have',
  group: 'wording',
  level: 'info',
  fix: 'suggest',
  title: { en: 'A needless 有 after a verb', zh: '动词后多余的“有”' },
  why: {
    en: '存在, 具有, 拥有 and 含有 already say that there is something. A 有 after them says it twice: 存在有问题. Where the 有 belongs to another word (存在有效数据), nothing is reported.',
    zh: '“存在”“具有”“拥有”“含有”本身就有“有”的意思，再加一个“有”便重复了，如“存在有问题”。其后的“有”属于另一个词时（存在有效数据）不报告。',
  },
  message: {
    en: '“{verb}” needs no “有” after it.',
    zh: '“{verb}”后不必再用“有”。',
  },
  needs: [HAN],
  examples: [
    ['这里存在有两个问题', '这里存在两个问题'],
    ['它具有有 **很多** 参数', '它具有 **很多** 参数'],
    '这里存在有效的数据，也存在有限的、有序的和有些重复的',
    '存在有人反对的情况，只要它存在，有就是有',
    '`存在有两个`',
  ],
  prose({ text }, { wordBoundaries, wantSegmenter, report }) {
    for (let at = text.indexOf('有', 1); at >= 0; at = text.indexOf('有', at + 1)) {
      if (!/[在有]/.test(text[at - 1]!) || !isRedundant(clauseAt(text, at), at)) continue;
      const clause = clauseAt(text, at, wordBoundaries);
      if (!clause) wantSegmenter();
      if (!clause || !isRedundant(clause, at)) continue;
      const from = at - 2;
      report({ from, to: at + 1 }, { verb: text.slice(from, at) }, { edits: [{ from: at, to: at + 1, insert: '' }] });
    }
  },
});

// Only before something counted or described, because 有 starts very many words.
const stands = createMatcher([
  {
    before: [['!不|并不|没有|没|未', '存在|具有|拥有|含有|富有']],
    after: [
      ['numeral|determiner!一定|多少|什么', '!时'],
      ['很|着|了|多|明显|严重|不同|重复|潜在|问题|差异|错误|风险|缺陷|漏洞', '!时'],
    ],
  },
]);

function isRedundant(clause: readonly Word[], at: number): boolean {
  const place = clause.findIndex(({ from, to }) => from === at && to === at + 1);
  return place > 0 && stands(clause, place);
}
