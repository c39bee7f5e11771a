import type { Prose } from '../../../markdown/prose.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { isWordAt } from './word-at.ts';

export default defineRule({
  id: 'doubled-word',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'A word written twice', zh: '重复的字词' },
  why: {
    en: 'A word that is left twice by an edit (的的, 我们我们, the the) is overlooked when one reads it again. Only words that never follow themselves are reported, and only where both are words: 目的的 and 是是非非 are right.',
    zh: '修改时多留下的字词（的的、我们我们、the the）重读时很难发现。只报告不会叠用的字词，而且两处都须是独立的词：“目的的”“是是非非”不算。',
  },
  message: {
    en: '“{word}” stands here twice.',
    zh: '“{word}”重复了。',
  },
  needs: [HAN | LATIN],
  examples: [
    ['如果如果没有数据', '如果没有数据'],
    ['**这个这个**函数', '**这个**函数'],
    ['因因为没有数据', '因为没有数据'],
    ['见 the the 模型', '见 the 模型'],
    '目的的达成，是是非非，一个一个来',
    '见 [说明](https://example.com) 说明',
    '的确如此，我们的模型',
    'that that 是对的，`的的`',
  ],
  prose(prose, { words, wantWords, report }) {
    const { text, classes } = prose;
    const found: { twice: Span; kept: number }[] = [];
    const { han, latin } = repetitions(text);
    if (classes & HAN && han) {
      for (const match of text.matchAll(doubledHan)) {
        const { word, longer = word! } = match.groups!;
        const from = match.index;
        const to = from + match[0].length;
        const middle = from + longer.length;
        const second = to - longer.length;
        // A link that begins with the word before it may do so on purpose.
        if (longer.length > 1 && !isUnbroken(prose, from, to)) continue;
        const first = isWordAt(words, text, from, middle);
        const again = isWordAt(words, text, second, to);
        if (first === undefined || again === undefined) wantWords();
        if (first && again) found.push({ twice: { from, to }, kept: middle });
      }
      for (const match of text.matchAll(stuttered)) {
        const from = match.index;
        const to = from + match[0].length;
        const before = isWordAt(words, text, from, to);
        if (before === undefined) wantWords();
        if (before) found.push({ twice: { from, to }, kept: from + 1 });
      }
    }
    if (classes & LATIN && latin) {
      for (const match of text.matchAll(doubledLatin)) {
        const from = match.index;
        found.push({ twice: { from, to: from + match[0].length }, kept: from + match[1]!.length });
      }
    }
    for (const { twice, kept } of found) {
      const { to } = twice;
      report(twice, { word: text.slice(twice.from, kept) }, { edits: [{ from: kept, to, insert: '' }] });
    }
  },
});

/**
 * Whether anything at all is written twice in a row, but for blanks: one to three Han characters, or a Latin word of two
 * to four letters. Tells what the patterns could find, for a fraction of their cost.
 */
function repetitions(text: string): { han: boolean; latin: boolean } {
  let han = false;
  let latin = false;
  // The three characters before, without blanks, and how many in a row were those of one, two or three before them.
  let [a, b, c] = [0, 0, 0];
  let [twos, threes] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) {
      latin ||= isRepeatedAround(text, at);
      continue;
    }
    twos = unit === b ? twos + 1 : 0;
    threes = unit === a ? threes + 1 : 0;
    // Beyond the BMP a character is two units: left to the patterns.
    if (unit > 0x2e7f && (unit === c || twos === 2 || threes === 3 || (unit >= 0xd800 && unit < 0xe000))) han = true;
    a = b;
    b = c;
    c = unit;
  }
  return { han, latin };
}

function isRepeatedAround(text: string, blank: number): boolean {
  for (let length = 2; length <= 4; length++) {
    // A bit apart: the other case of the same letter.
    if ((text.charCodeAt(blank - length) ^ text.charCodeAt(blank + 1)) & ~32) continue;
    if (!((text.charCodeAt(blank - 1) ^ text.charCodeAt(blank + length)) & ~32)) return true;
  }
  return false;
}

/** Whether no markup is hidden between the two places. */
function isUnbroken(prose: Prose, from: number, to: number): boolean {
  return prose.end(to) - prose.start(from) === to - from;
}

/** Characters that are words by themselves and never follow themselves. */
const single = '的了和在是到给能会将被把与或从为以于也都就这那我你它让使而并但因由其该可';
/** Of longer words most never do, but these: what one does for a while, much of something, 一个一个. */
const doubling = [
  '矩阵|向量|非常|十分|特别|很多|许多|好多|多少|多久|哈哈|嘿嘿|谢谢|轰隆|滴答|噼啪',
  '讨论|研究|学习|练习|复习|了解|考虑|尝试|羡慕|休息|实验|试验|体验|感受|思考|观察|比较|参考|熟悉|锻炼|放松|回忆|收拾|打扫|介绍|认识|享受|交流|商量|调整|琢磨|活动',
  // A verb before a noun of the same form: 测试测试用例.
  '测试|检查|处理|生成|监听|解释|编译|迭代|翻译|服务|管理|分析|解析|渲染|优化|构建|绑定|调用|加载|注入|订阅|分割|分类|编码|解码|采样|索引',
].join('|');
/** With these the second word is another one: 计算计算机. */
const suffixes = '器者机员点库块符性化式体项名值集学家类';

const doubledHan = new RegExp(
  `(?<word>[${single}]) *\\k<word>|(?!${doubling}|一)(?<longer>\\p{Script=Han}{2,3}?) *\\k<longer>(?![${suffixes}])`,
  'gu',
);
const stuttered =
  /因因为|如如果|所所以|但但是|虽虽然|而而且|或或者|并并且|我我们|你你们|他他们|它它们|她她们|这这个|这这些|那那个|那那些|使使得/g;
const doubledLatin = /(?<![\w.\-–'’])(the|of|to|and|is|for|with|are|be|by|or|an) \1(?![\w\-–'’]|\.\w)/gi;
