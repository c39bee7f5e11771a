import type { Segmenter } from '../word-boundaries.ts';

/** A sequence of words that may be a term. All forms of a phrase share a key. */
export interface Phrase {
  readonly key: string;
  readonly text: string;
}

/** Marks in a passage where emphasis, a link or a quotation starts or ends. No phrase crosses it. */
export const EDGE = '\u2060';

/** Phrases of one to four words. The only function word they may contain is `of`, and not at an end. */
export function englishPhrases(text: string): Phrase[] {
  const found = new Map<string, Phrase>();
  // A name next to the marks of code or of a URL belongs to a program.
  for (const run of text.split(/[^\p{Script=Latin}\p{N}'’ \n-]+|\s-+\s/u)) {
    const words = run.split(/\s+/).filter(Boolean);
    for (let from = 0; from < words.length; from++) {
      if (!isContent(words[from]!)) continue;
      for (let to = from + 1; to <= Math.min(words.length, from + MAX_WORDS); to++) {
        const last = words[to - 1]!;
        if (!isContent(last)) {
          if (last === 'of') continue;
          break;
        }
        const list = words.slice(from, to);
        const written = list.map((word) => (isName(word) ? word : word.toLowerCase()));
        const key = [...list.slice(0, -1), singular(last)].join(' ').toLowerCase();
        if (key.length > 2) found.set(key, { key, text: written.join(' ') });
      }
    }
  }
  return [...found.values()];
}

const MAX_WORDS = 4;

/**
 * Phrases of two to eight Han characters that consist of whole
 * words of the segmenter and have no function word at an end.
 */
export function chinesePhrases(text: string, segmenter: Segmenter | undefined): Phrase[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    const words = segmenter ? segmenter(run) : [...run];
    for (let from = 0; from < words.length; from++) {
      if (isFunctionWord(words[from]!)) continue;
      let phrase = '';
      for (let to = from; to < words.length && to < from + MAX_PARTS; to++) {
        const word = words[to]!;
        if (hardStops.has(word)) break;
        phrase += word;
        if (phrase.length > MAX_HAN) break;
        if (phrase.length > 1 && !isFunctionWord(word)) found.add(phrase);
      }
    }
  }
  return [...found].map((key) => ({ key, text: key }));
}

const MAX_PARTS = 5;
const MAX_HAN = 8;

/** Whether a Chinese word can neither start nor end a term. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

function isContent(word: string): boolean {
  return (
    /^[\p{Script=Latin}][\p{Script=Latin}\p{N}'’-]*$/u.test(word) && word.length > 1 && !common.has(word.toLowerCase())
  );
}

/** Whether a word is a name, by a capital after its first letter: `GPU`, `JavaScript`. */
function isName(word: string): boolean {
  return /^.+\p{Lu}/u.test(word);
}

function singular(word: string): string {
  if (/[A-Z]s$/.test(word)) return word.slice(0, -1);
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/['’]s$/.test(word) ? word.slice(0, -1) : word;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** No term contains these. */
const hardStops = set(
  '的 了 是 在 和 与 或 及 以及 并 并且 而 但 但是 也 都 就 把 被 让 使 将 从 到 对 为 由 向 给 跟 同 之 其 该 此 这 那 我 你 您 他 她 它 们',
);

const functionWords = new Set([
  ...hardStops,
  ...set(`
    一 一个 一种 一些 两 两个 三 个 种 次 第 每 每个 各 各个 某 某个 某些 任何 所有 全部 这个 那个 这些 那些 这样 那样 这里 那里
    我们 你们 他们 它们 自己 什么 怎么 如何 为什么 哪些 哪个 多少 几 几个 两种 三种 三个 四个 五个 四 五 六 七 八 九 十 很 非常 更 太 比较 较 没 没有 已 已经 正在 曾
    会 能 能够 可以 可能 应 应该 应当 必须 需 需要 要 想 想要 希望 用 使用 采用 利用 通过 借助 基于 根据 按照 依据 关于 对于 用于
    各种 存在 有 具有 含有 包含 包括 拥有 存在 做 进行 实现 提供 称 称为 称作 叫 叫做 名为 称之为 所谓 即 指 指的 表示 意味着 例如 比如 譬如 如 像 比
    来 中 里 时候 之前 之后 之间 以下 以上 其中 其他 其它 另 另外 另一 另一个 因为 因此 所以 如果 假如 虽然 然而 而且
    此外 当 当中 等 等等 只 只是 仅 仅仅 还 还是 又 再 则 却 便 才 着 过 地 得 吧 吗 呢 啊 请 让我们 由于 为了 作 作为 成 成为 变成 以 于 至
    首先 然后 接着 最后 现在 目前 通常 一般 经常 总是 有时 同时 同样 相同 不同 特别 尤其 许多 很多 大量 多个 多种 看 看到 让
    得到 给出 了解 知道 认为 觉得 发现 引入 介绍 讨论 学习如何 存放 属于 分为 分别 直接 完全 真正 简单 只有 只要 无论 不管 不会 不能 不是 不要 就是
    都是 也是 这是 它是 将会 使得 有关 相关 一样 一起 部分 方面 情况 东西 事情 地方 本 本节 本章 上面 下面 以便 从而 看作 视为 或者 与其 之一`),
]);

/** English words too common for a glossary. */
const common = set(`
  a an the this that these those here there it its it's is are was were be been being am do does did done doing have has had having
  i you he she we they me him her us them my your his our their mine yours who whom whose which what when where why how
  and or but nor so yet for of in on at by to from with without into onto about above below over under between among through during
  before after since until while as if then else than though although because whether not no yes only just also too very more most
  less least much many few some any all both each every either neither other another such same own own's several one two three four
  can could may might must shall should will would let let's lets i'm we'll you'll you're don't doesn't isn't can't won't that's we've
  use uses used using make makes made making get gets got getting go goes going went see sees seen look looks like want wants need needs
  needed take takes taken taking give gives given giving work works working know known think say says said come comes called call calls
  keep keeps kept help helps try tries trying put set sets start starts find finds found show shows shown happen happens mean means
  way ways thing things time times case cases lot part parts kind kinds sort first second third last next previous new old good better
  best bad big small large long short high low right left up down out off again still even ever never always often usually sometimes
  now later soon already however therefore thus hence instead rather actually really simply quite almost perhaps maybe e.g i.e etc via
  per above-mentioned able allow allows enable enables provide provides include includes including contain contains require requires
  following example examples note tip please sure ok okay chapter section page below different similar certain possible available
  full whole main common general specific particular well easy easily simple hard real true false null ll re ve don doesn isn didn
  back away along around across behind within against toward towards upon else's anything something nothing everything anyone someone
  people person day days year years today become becomes becoming seem seems seemed turn turns add adds added adding
  four five six seven eight nine ten hundred thousand million once twice half double single multiple several
  check checks checked specify specifies specified useful existing initial special complete simply default automatically useful
  create creates created creating write writes written writing read reads run runs running change changes changed changing
  support supports supported problem problems question questions answer answers idea ideas reason reasons result results
  return returns returned follow follows followed define defines defined explain explained learn learned learns discuss
  important necessary interesting useful great local modern popular original entire current final early late recent recently
  build builds built apply applies applied assume consider describe describes described expect expected exactly etc important
  number numbers amount level levels point points place places side end ends beginning line lines list lists name names named
  word-for-word type-in let us order set-up details detail information`);
