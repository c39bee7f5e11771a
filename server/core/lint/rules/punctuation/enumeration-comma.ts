import { grammarCharacters } from '../../../lexicon/closed.data.ts';
import { ATOMS } from '../../../markdown/prose.ts';
import { ASCII_PUNCTUATION, ATOM, FULL_STOP, HAN } from '../../../text/han.ts';
import { isInChineseSentence } from '../../../text/sentence.ts';
import type { Edit, Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'enumeration-comma',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Enumeration comma 、 in a list of words', zh: '并列词语间用顿号' },
  why: {
    en: 'In a sentence, 、 separates items of equal rank, and the last one follows 和 or 或 without a comma; ， separates clauses (the guides of Kubernetes, MDN, TiDB and Ruan Yifeng). Only what is plainly a list is reported: code or names up to a conjunction, or short words after 例如.',
    zh: '句中并列的词语之间用顿号，最后一项前用“和”“或”而不加逗号；逗号用于分句之间（Kubernetes、MDN、TiDB 指南；阮一峰《中文技术文档的写作规范》）。只报告明显的列举：以连词收尾的代码或名称，“例如”之后的短词。',
  },
  message: {
    en: 'Separate the items of a list with “、” instead of “{comma}”.',
    zh: '并列的各项之间，“{comma}”应改为顿号“、”。',
  },
  needs: [FULL_STOP | ASCII_PUNCTUATION, HAN | ATOM],
  examples: [
    ['苹果,香蕉,橘子', '苹果、香蕉、橘子'],
    ['苹果，香蕉和橘子', '苹果、香蕉和橘子'],
    ['水果（如苹果，香蕉，橘子）很甜', '水果（如苹果、香蕉、橘子）很甜'],
    ['例如苹果，香蕉和橘子等', '例如苹果、香蕉和橘子等'],
    ['支持 `a`，`b`，`c` 以及 `d` 选项', '支持 `a`、`b`、`c` 以及 `d` 选项'],
    ['设为 `a`, `b`, and `c`。', '设为 `a`、`b` 和 `c`。'],
    ['框架（如 Svelte，Vue 或 React）都可以', '框架（如 Svelte、Vue 或 React）都可以'],
    ['三种输入：props，state 和 context。', '三种输入：props、state 和 context。'],
    ['状态如 `a`，`b` 等', '状态如 `a`、`b` 等'],
    ['忽略以下注释：`a`, `b`, `c`。', '忽略以下注释：`a`、`b`、`c`。'],
    '如果值是 `a`，`b` 和 `c` 会报错',
    '每次调用 `a`，`b` 都会增加',
    '调用 `a`，`b` 等待结束',
    '首先下载，安装和运行都很快',
    '例如首尔或东京，请注意，中心没有显卡',
    '卷积网络（convolutional network，CNN）很强大',
    '形状是 (`a`, `b`, `c`)。',
    '形状是（批量大小，通道数，高，宽）',
    'var, let, and const',
    '你好，世界，再见',
    '早上，小明和小红来了',
    '部署到 AWS，SST 和 Vue 都是框架',
    '函数 $f$，$g$ 和 $h$',
  ],
  prose({ text }, { style, report }) {
    const { ofNames, ofWords } = candidates(text);
    if (!ofNames && !ofWords) return;
    const gap = style.hanLatin === 'none' ? '' : ' ';
    for (const { items, joint } of [...(ofNames ? namesIn(text) : []), ...(ofWords ? wordsIn(text) : [])]) {
      const edits = items.slice(1).flatMap((item, i) => separatorEdits(text, { from: items[i]!.to, to: item.from }));
      if (joint) edits.push(...jointEdits(text, joint, gap));
      const [first] = edits;
      const comma = text.slice(items[0]!.to, items[1]!.from).trim();
      const at = text.indexOf(comma, items[0]!.to);
      if (first) report({ from: at, to: at + 1 }, { comma }, { edits });
    }
  },
});

/** A quick look at what surrounds the commas. Most divide clauses, and need no pattern. */
function candidates(text: string): { ofNames: boolean; ofWords: boolean } {
  const found = { ofNames: false, ofWords: false };
  let isIntroduced: boolean | undefined;
  for (const comma of COMMAS) {
    for (let at = text.indexOf(comma); at >= 0; at = text.indexOf(comma, at + 1)) {
      // Most commas stand between Chinese words.
      found.ofNames ||=
        !isHanBefore(text, at) &&
        /[\w.+#\-\uFDD0] ?$/.test(text.slice(Math.max(0, at - 2), at)) &&
        /^ ?[A-Za-z\uFDD0]/.test(text.slice(at + 1, at + 3));
      isIntroduced ??= INTRODUCES.test(text);
      found.ofWords ||= at < LONGEST || (isIntroduced && INTRODUCES.test(text.slice(at - LONGEST, at)));
      if (found.ofNames && found.ofWords) return found;
    }
  }
  return found;
}

const COMMAS = [',', '，'] as const;
const INTRODUCES = /[\n\r\u2028\u2029如括]/;

function isHanBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0x4e00 && unit < 0xa000;
}

/** The most characters in the first word of a list together with its introduction. */
const LONGEST = 10;

interface List {
  /** The items that commas separate. */
  readonly items: readonly Span[];
  /** The conjunction after them, with the comma and spaces around it. */
  readonly joint?: Span;
}

const CODE = ATOMS.code;
const NAME = `(?:${CODE}|(?!(?:and|or)\\b)[A-Za-z][\\w.+#-]{0,30}(?: [A-Z][\\w.+#-]{0,30}){0,2})`;
const CONJUNCTION = ' ?[,，]? ?(?:以及|或者|还有|和|或|与|及|and\\b|or\\b) ?';
const names = new RegExp(`(?<![\\w.+#-])${NAME}(?: ?[,，] ?${NAME}){1,40}`, 'g');
const jointAndName = new RegExp(`^${CONJUNCTION}(?=${NAME})`);

/**
 * Code and Latin names. `匹配 A，B 和 C 会` may be two clauses, so a list needs an introduction, or three items before 和.
 */
function* namesIn(text: string): Generator<List> {
  for (const { index: from, 0: run } of text.matchAll(names)) {
    const to = from + run.length;
    const items = itemsOf(text, from, to);
    const joint = jointAndName.exec(text.slice(to, to + 60))?.[0];
    const before = text.slice(Math.max(0, from - 6), from);
    const after = text.slice(to, to + 8);
    const introduced = /(?:^|\n|[（：]|(?<!假)如|例如|比如|包括|诸如|像)\s?$/.test(before);
    const isList =
      joint !== undefined
        ? items.length > 2 || introduced || /[,，]/.test(joint)
        : isClosed(run, items.length, { before, after, introduced, whole: text.length === run.length });
    if (!isList || !isInChineseSentence(text, from)) continue;
    yield joint === undefined ? { items } : { items, joint: { from: to, to: to + joint.length } };
  }
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** By 例如, a colon or a bracket, or because it starts the line. */
  readonly introduced: boolean;
  /** The paragraph holds nothing else. */
  readonly whole: boolean;
}

// Without a conjunction: `（a，b，c）`, `a，b，c 等`, and code after a colon. (a, b) is a shape or a call.
function isClosed(run: string, count: number, { before, after, introduced, whole }: Surroundings): boolean {
  if (/\($/.test(before)) return false;
  if (/^ ?等(?![待于到])/.test(after)) return count > 2 || introduced;
  if (count < 3) return false;
  if (/（$/.test(before) && after[0] === '）') return true;
  return introduced && !/[A-Za-z]/.test(run) && /^(?:[。）]|$)/.test(after) && !whole;
}

// Without function words, because these make clauses.
const WORD = `[^\\P{Script=Han}${grammarCharacters}]`;
const words = new RegExp(
  `(?:^|(?<=例如|比如|诸如|包括|(?<!假)如))${WORD}{1,4}(?: ?[,，] ?${WORD}{1,4}){1,12}(?=(?:[,，]? ?(?:以及|或者|和|或|与|及) ?${WORD}{1,4})?(?:等|）|。|$))`,
  'gmu',
);
const jointAndWord = /^[,，]? ?(?:以及|或者|和|或|与|及) ?(?=(\p{Script=Han}{1,4}?)(?:等|）|。|$))/u;

/** Short Chinese words after 例如, or alone in a cell or an item. In brackets they could be a tuple. */
function* wordsIn(text: string): Generator<List> {
  for (const { index: from, 0: run } of text.matchAll(words)) {
    const to = from + run.length;
    const items = itemsOf(text, from, to);
    const found = jointAndWord.exec(text.slice(to, to + 12));
    const lengths = [...items.map((item) => item.to - item.from), ...(found ? [found[1]!.length] : [])];
    if (lengths.length < 3) continue;
    const end = to + (found ? found[0].length + found[1]!.length : 0);
    // A whole paragraph must be words of equal length, without a full stop. Otherwise it could be a saying.
    const isRow = lengths.every((length) => length === lengths[0] && length > 1 && length < 4);
    if ((from === 0 || text[from - 1] === '\n') && !(isRow && end === text.length)) continue;
    yield found ? { items, joint: { from: to, to: to + found[0].length } } : { items };
  }
}

function itemsOf(text: string, from: number, to: number): Span[] {
  const items: Span[] = [];
  let start = from;
  for (const { index, 0: separator } of text.slice(from, to).matchAll(/ ?[,，] ?/g)) {
    items.push({ from: start, to: from + index });
    start = from + index + separator.length;
  }
  return [...items, { from: start, to }];
}

// One edit per character, since markup may be between them.
function separatorEdits(text: string, { from, to }: Span): Edit[] {
  const edits: Edit[] = [];
  for (let at = from; at < to; at++) {
    edits.push({ from: at, to: at + 1, insert: text[at] === ' ' ? '' : '、' });
  }
  return edits;
}

function jointEdits(text: string, { from, to }: Span, gap: string): Edit[] {
  const joint = text.slice(from, to);
  if (!/[,，]|and|or/.test(joint)) return [];
  const conjunction = joint
    .replace(/[,， ]/g, '')
    .replace('and', '和')
    .replace('or', '或');
  const blank = / /.test(joint) || /[\w\uFDD0]/.test(text[from - 1]!) ? gap : '';
  return [{ from, to, insert: `${blank}${conjunction}${blank}` }];
}
