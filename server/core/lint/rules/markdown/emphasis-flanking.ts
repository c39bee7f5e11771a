import { flanking, isBlank } from '../../../markdown/flanking.ts';
import type { Prose } from '../../../markdown/prose.ts';
import {
  ATOM,
  BLANK,
  classAt,
  classBefore,
  classesIn,
  DIGIT,
  FULL_WIDTH,
  HAN,
  LATIN,
  lengthAt,
  lengthBefore,
  QUOTE,
} from '../../../text/han.ts';
import type { Edit, Span } from '../../../text/span.ts';
import { skipBlanks } from '../../neighbours.ts';
import { isUnbroken } from '../../places.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { brokenEmphasis, type DelimiterPair, type Run } from './emphasis.ts';

export default defineRule({
  id: 'emphasis-flanking',
  group: 'markdown',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Emphasis that is not rendered', zh: '强调标记未生效' },
  why: {
    en: 'CommonMark (§6.2) tells by the spaces and punctuation beside a mark where emphasis begins and ends. English has spaces there. Chinese has none between a closing “。”, “”” or “）” and the next word, so the mark does not work and readers see bare asterisks. The guide of React puts the mark before the punctuation.',
    zh: 'CommonMark（§6.2）靠旁边的空格和标点判断强调从哪里开始、到哪里结束。英文有空格可依，而中文的句号、右引号、右括号之后紧接下一个字，标记因此失效，读者看到的是裸露的星号。React 中文指南的做法是把标记移到标点之前。',
  },
  message: {
    en: '“{mark}” does not work as emphasis between “{left}” and “{right}”: readers see the bare mark, or the wrong words emphasised. Move it to the other side of the punctuation, add a space, or use an HTML tag.',
    zh: '此处的“{mark}”夹在“{left}”与“{right}”之间，不能构成强调：读者会看到裸露的标记，或强调落在别的文字上。请把标记移到标点的另一侧，或加空格，或改用 HTML 标签。',
  },
  needs: [HAN],
  examples: [
    ['**真的。**她说', '**真的**。她说'],
    ['这是**“重点”**内容', '这是“**重点**”内容'],
    ['模型**CLIP（对比）**是', '模型**CLIP**（对比）是'],
    ['__中文__后', '__中文__ 后'],
    ['见**`code`**函数', '见 **`code`** 函数'],
    ['*真的。*她说', '*真的*。她说'],
    ['这是_重点_内容', '这是 _重点_ 内容'],
    ['**真的。**她和**他**说', '**真的。**她和**他**说'],
    '**真的**。她说，**真的。** 她说',
    '这是**重点**内容',
    '2**3**4 与 a*b*c',
    '变量 snake_case_name 和 __init__ 方法',
    '匹配**/*.md和**/*.ts文件',
    '星号*（见注）与*（另注）',
    '密码***（已隐藏）***的用户',
    '转义\\*\\*真的。\\*\\*她说',
    '* 项目（一）\n* 项目（二）',
  ],
  prose(prose, { block, report }) {
    for (const pair of brokenEmphasis(prose)) {
      const { open, close } = pair;
      const fails = failuresOf(prose, pair, block === 'row');
      if (!fails) continue;
      const run = fails.close ? close : open;
      const whole = { from: open.place, to: end(close) };
      const isLiteral = open.literal && close.literal;
      // A squiggle does not run through links and code: then it is shown at the mark that fails.
      const isShownWhole =
        isLiteral && isUnbroken(prose, whole) && !(classesIn(prose.text.slice(whole.from, whole.to)) & ATOM);
      const span = isShownWhole ? whole : besideRun(prose.text, run);
      report(span, { mark: open.mark, ...neighboursOf(prose.source, run) }, ...fixesOf(prose, pair, fails));
    }
  },
});

function besideRun(text: string, run: Run): Span {
  if (run.literal) return placeOf(run);
  const from = Math.max(0, run.place - lengthBefore(text, run.place));
  return { from, to: Math.min(text.length, run.place + lengthAt(text, run.place)) };
}

interface Failures {
  readonly open: boolean;
  readonly close: boolean;
}

/** The ends of intended emphasis that CommonMark rejects because of the Chinese next to them. */
function failuresOf(prose: Prose, { open, close }: DelimiterPair, inRow: boolean): Failures | undefined {
  const { source } = prose;
  const beside = (at: number) => (inRow && source[at] === '|' ? '' : (source[at] ?? ''));
  const [outerLeft, innerLeft] = [beside(open.from - 1), beside(open.to)];
  const [innerRight, outerRight] = [beside(close.from - 1), beside(close.to)];
  if (isBlank(innerLeft) || isBlank(innerRight)) return undefined;
  const fails = {
    open: !flanking(open.mark, outerLeft, innerLeft).opens,
    close: !flanking(close.mark, innerRight, outerRight).closes,
  };
  if (!fails.open && !fails.close) return undefined;
  const outside = { left: classBefore(source, open.from), right: classAt(source, close.to) };
  if (fails.open && !isCause(outside.left, innerLeft)) return undefined;
  if (fails.close && !isCause(outside.right, innerRight)) return undefined;
  // A single mark is often a note, a factor or a name. Only one unit between Chinese counts as emphasis.
  const content = prose.text.slice(end(open), close.place);
  if (open.mark.length === 1) {
    if ((outside.left | outside.right) & (LATIN | DIGIT)) return undefined;
    if (open.mark === '*' && fails.open && !isWrapped(content)) return undefined;
  }
  return isBalanced(content) && classesIn(content) & (HAN | LATIN | DIGIT | ATOM) ? fails : undefined;
}

// Next to Latin letters, only Chinese punctuation shows that the Chinese is to blame.
function isCause(outside: number, inside: string): boolean {
  return (
    (outside & HAN) !== 0 || ((outside & (LATIN | DIGIT)) !== 0 && (classAt(inside, 0) & (FULL_WIDTH | QUOTE)) !== 0)
  );
}

function fixesOf(prose: Prose, { open, close }: DelimiterPair, fails: Failures): Fix[] {
  // Other delimiters already form different emphasis. A person has to see which are meant.
  if (!open.literal || !close.literal) return [];
  const { mark } = open;
  const fixes: Fix[] = [];
  const content = movedContent(prose.text, { from: end(open), to: close.place }, fails);
  if (content) {
    const edits: Edit[] = [];
    if (content.from > end(open)) edits.push({ ...placeOf(open), insert: '' }, insertion(content.from, mark));
    if (content.to < close.place) edits.push(insertion(content.to, mark), { ...placeOf(close), insert: '' });
    fixes.push({ edits, changesMarkup: true, title: titles.move });
  }
  const blanks: Edit[] = [];
  if (fails.open) blanks.push(insertion(open.place, ' '));
  if (fails.close) blanks.push(insertion(end(close), ' '));
  fixes.push({ edits: blanks, changesMarkup: true, title: titles.blank });
  const tag = mark.length === 2 ? 'strong' : 'em';
  const tags = [
    { ...placeOf(open), insert: `<${tag}>` },
    { ...placeOf(close), insert: `</${tag}>` },
  ];
  fixes.push({ edits: tags, changesMarkup: true, title: titles[tag] });
  return fixes;
}

const titles = {
  move: { en: 'Move the mark to the other side of the punctuation', zh: '把标记移到标点的另一侧' },
  blank: { en: 'Add a space beside the mark', zh: '在标记旁加空格' },
  strong: { en: 'Use a <strong> tag', zh: '改用 <strong> 标签' },
  em: { en: 'Use an <em> tag', zh: '改用 <em> 标签' },
};

/** What remains of the content when the delimiters have moved next to letters; undefined if they cannot. */
function movedContent(text: string, content: Span, fails: Failures): Span | undefined {
  const moved = isQuoted(text.slice(content.from, content.to))
    ? { from: content.from + 1, to: content.to - 1 }
    : withoutEnds(text, content, fails);
  if (!moved || moved.from >= moved.to) return undefined;
  return isBlank(text[moved.from]!) || isBlank(text[moved.to - 1]!) ? undefined : moved;
}

function withoutEnds(text: string, { from, to }: Span, fails: Failures): Span | undefined {
  const moved = { from, to };
  if (fails.open) {
    const group = closerOf(text, from, to);
    if (group === undefined) return undefined;
    moved.from = skipBlanks(text, group + 1);
  }
  if (fails.close) {
    moved.to = withoutStops(text, from, to);
    const group = openerOf(text, from, moved.to);
    if (group !== undefined) moved.to = withoutStops(text, from, group);
    if (moved.to === to) return undefined;
  }
  return moved;
}

function withoutStops(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (STOPS.includes(text[at - 1]!) || classBefore(text, at) & BLANK)) at--;
  return at;
}

const STOPS = '，。、；：？！…—,.;:?!';
const BRACKETS = '（）()';
const QUOTES = '“”‘’「」『』《》〈〉【】""';
const PAIRED = `${BRACKETS}“”‘’「」『』《》〈〉【】[]`;

/** Where the bracket that opens at `from` closes; undefined if that is the end. */
function closerOf(text: string, from: number, to: number): number | undefined {
  if (BRACKETS.indexOf(text[from]!) % 2 !== 0) return undefined;
  let depth = 0;
  for (let at = from; at < to - 1; at++) {
    depth += depthOf(text[at]!);
    if (depth === 0) return at;
  }
  return undefined;
}

/** Where the bracket that closes before `to` opens; undefined if that is the start. */
function openerOf(text: string, from: number, to: number): number | undefined {
  if (to <= from || BRACKETS.indexOf(text[to - 1]!) % 2 !== 1) return undefined;
  let depth = 0;
  for (let at = to - 1; at > from; at--) {
    depth += depthOf(text[at]!);
    if (depth === 0) return at;
  }
  return undefined;
}

function depthOf(character: string): number {
  const index = BRACKETS.indexOf(character);
  return index < 0 ? 0 : index % 2 === 0 ? 1 : -1;
}

/** Whether a single pair of quotation marks encloses the content. */
function isQuoted(content: string): boolean {
  const index = QUOTES.indexOf(content[0] ?? '');
  if (index < 0 || index % 2 === 1 || content.length < 2) return false;
  return content.at(-1) === QUOTES[index + 1] && content.indexOf(content.at(-1)!, 1) === content.length - 1;
}

function isWrapped(content: string): boolean {
  if (isQuoted(content) || (content.length === 1 && classAt(content, 0) & ATOM)) return true;
  return closerOf(`${content} `, 0, content.length + 1) === content.length - 1;
}

function isBalanced(content: string): boolean {
  const stack: number[] = [];
  for (const character of content) {
    const index = PAIRED.indexOf(character);
    if (index < 0) continue;
    // Brackets may be of either width.
    const kind = index < BRACKETS.length ? 0 : index >> 1;
    if (index % 2 === 0) stack.push(kind);
    else if (stack.pop() !== kind) return false;
  }
  return stack.length === 0;
}

function neighboursOf(source: string, { from, to }: Run): { left: string; right: string } {
  return {
    left: source.slice(from - lengthBefore(source, from), from),
    right: source.slice(to, to + lengthAt(source, to)),
  };
}

function placeOf(run: Run): Span {
  return { from: run.place, to: end(run) };
}

function end(run: Run): number {
  return run.literal ? run.place + run.mark.length : run.place;
}

function insertion(place: number, insert: string): Edit {
  return { from: place, to: place, insert };
}
