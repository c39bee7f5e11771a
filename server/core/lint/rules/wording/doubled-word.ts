import { clauseAt } from '../../../lexicon/tag.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { isUnbroken } from '../../places.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'doubled-word',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'A word written twice', zh: '重复的字词' },
  why: {
    en: 'A word that an edit left twice (的的, 我们我们, the the) is easily overlooked. Only words that never follow themselves are reported, and only where both are words of their own: 目的的 and 是是非非 are right.',
    zh: '修改时多留下的字词（的的、我们我们、the the）重读时很难发现。只报告不会叠用的字词，而且两处都须是独立的词：“目的的”“是是非非”不算。',
  },
  message: {
    en: '“{word}” is written twice here. Remove one.',
    zh: '“{word}”重复了，请删去一个。',
  },
  needs: [HAN | LATIN],
  examples: [
    ['如果如果没有数据', '如果没有数据'],
    ['**这个这个**函数', '**这个**函数'],
    ['因因为没有数据', '因为没有数据'],
    ['直到到最后，我们将将状态编码', '直到最后，我们将状态编码'],
    ['见 the the 模型', '见 the 模型'],
    ['这是最最快的，我们来看看一下', '这是最快的，我们来看一下'],
    '目的的达成，是是非非，一个一个来',
    '见 [说明](https://example.com) 说明',
    ['除了除了它', '除了它'],
    '写着写着就偏了，好啦好啦，算了算了',
    '的确如此，我们的模型，现实实现，即使使用，一对对数据，比如如何',
    'that that 是对的，`的的`',
  ],
  prose(prose, { wordBoundaries, wantSegmenter, report }) {
    const { text, classes } = prose;
    const found: { twice: Span; kept: number }[] = [];
    const { han, latin } = repetitions(text);
    if (classes & HAN && han) {
      /** Whether all places are word boundaries; undefined if no segmenter is loaded. */
      const areEdges = (...places: number[]) => {
        const clause = clauseAt(text, places[0]!, wordBoundaries);
        if (!clause) wantSegmenter();
        return clause && places.every((place) => clause.some(({ from, to }) => place === from || place === to));
      };
      for (const match of text.matchAll(doubledHan)) {
        const { word, longer = word! } = match.groups!;
        const from = match.index;
        const to = from + match[0].length;
        const middle = from + longer.length;
        // 是是非非
        if (longer.length === 1 && text[to] === text[to + 1]) continue;
        // 模块的模块的 is correct: each 的 has a noun of its own.
        if (longer.length > 1 && longer.includes('的')) continue;
        // A link may repeat the word before it on purpose.
        if (longer.length > 1 && !isUnbroken(prose, { from, to })) continue;
        if (areEdges(from, middle, to - longer.length, to)) found.push({ twice: { from, to }, kept: middle });
      }
      for (const match of text.matchAll(stuttered)) {
        const whole = { from: match.index, to: match.index + match[0].length };
        const from = text[whole.from] === text[whole.from + 1] ? whole.from : whole.to - 2;
        if (areEdges(whole.from, whole.to)) found.push({ twice: { from, to: from + 2 }, kept: from + 1 });
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
 * Whether anything is repeated at all, apart from spaces: one to three Han characters, or a Latin word of two to four
 * letters. This tells whether the patterns can find anything, at a fraction of their cost.
 */
function repetitions(text: string): { han: boolean; latin: boolean } {
  let han = false;
  let latin = false;
  // The three characters before, without spaces, and how many in a row equalled the one two or three before them.
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
    // A character beyond the BMP is two units, which the patterns handle.
    if (unit > 0x2e7f && (unit === c || twos === 2 || threes === 3 || (unit >= 0xd800 && unit < 0xe000))) han = true;
    a = b;
    b = c;
    c = unit;
  }
  return { han, latin };
}

function isRepeatedAround(text: string, blank: number): boolean {
  for (let length = 2; length <= 4; length++) {
    // The bit that distinguishes the cases of a letter.
    if ((text.charCodeAt(blank - length) ^ text.charCodeAt(blank + 1)) & ~32) continue;
    if (!((text.charCodeAt(blank - 1) ^ text.charCodeAt(blank + length)) & ~32)) return true;
  }
  return false;
}

/** One-character words that never follow themselves. */
const single = '的了和在是到给能会将被把与或从为以于也都就这那我你它让使而并但因由其该可最很更不';
/** Most longer words are never repeated. These are: what one does for a while, much of something, 一个一个. */
const doubling = [
  '矩阵|向量|非常|十分|特别|很多|许多|好多|多少|多久|哈哈|嘿嘿|谢谢|轰隆|滴答|噼啪',
  '修改|讨论|研究|学习|练习|复习|了解|考虑|尝试|羡慕|休息|实验|试验|体验|感受|思考|观察|比较|参考|熟悉|锻炼|放松|回忆|收拾|打扫|介绍|认识|享受|交流|商量|调整|琢磨|活动',
  // A verb before the same word as a noun: 测试测试用例.
  '依赖|测试|检查|处理|生成|监听|解释|编译|迭代|翻译|服务|管理|分析|解析|渲染|优化|构建|绑定|调用|加载|注入|订阅|分割|分类|编码|解码|采样|索引',
].join('|');
/** 写着写着, 好啦好啦, 算了算了: repeated on purpose. */
const spoken = '\\p{Script=Han}[着啦吧呀呢]|[^\\P{Script=Han}为除]了';
/** With these suffixes the second word is another one: 计算计算机. */
const suffixes = '器者机员点库块符性化式体项名值集学家类';

const doubledHan = new RegExp(
  `(?<word>[${single}]) *\\k<word>|(?!${doubling}|一|${spoken})(?<longer>\\p{Script=Han}{2,3}?) *\\k<longer>(?![${suffixes}])`,
  'gu',
);
/**
 * Words started twice (因因为) or ended twice (直到到). Nearly all others may precede their own first character: 一组组件, 适配配置.
 */
const begunTwice = [
  ...'因为 如果 所以 但是 虽然 而且 或者 并且 我们 你们 他们 它们 她们 这个 这些 那个 那些 使得 已经 没有 任何'.split(
    ' ',
  ),
  ...'应该 必须 首先 进行 提供 支持 创建 函数 返回 获取 编写 使用'.split(' '),
].map((word) => word[0] + word);
const stuttered = new RegExp(
  [
    ...begunTwice,
    '将将(?![军领士来要])',
    '(?<![一成双])对对(?![象话比应立方齐称手联策照付偶调等])',
    '直到到(?!达)',
    '编写写(?![入法出])',
    '(?:比如|例如)如(?![何下果同图上此])',
    // 看看 or 看一下, but not both.
    '(?:看看|试试|想想|聊聊|说说|讲讲|听听)(?=一下)',
    '基本上上(?![下升限传线班面游述])',
    '之前前(?![端后往面])',
    '之后后(?![端来面续])',
    '并不不(?=[常能会是应需])',
    '(?:可变|一致|安全|可靠|稳定|兼容|正确|完整|有效|可用)性性(?![质能格别])',
  ].join('|'),
  'g',
);
const doubledLatin = /(?<![\w.\-–'’])(the|of|to|and|is|for|with|are|be|by|or|an) \1(?![\w\-–'’]|\.\w)/gi;
