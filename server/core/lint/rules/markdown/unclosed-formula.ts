import { disputedFormula } from '../../../markdown/disputed.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule, type Fix } from '../../rule.ts';

export default defineRule({
  id: 'unclosed-formula',
  group: 'markdown',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'Formula that some Markdown readers do not close', zh: '有的阅读器认为没有结束的公式' },
  why: {
    en: 'TeX, Pandoc and MyST end a formula at “$$” wherever it stands. remark-math, and many sites with it, end it only at a “$$” on a line of its own, and read all text up to there as a formula. What follows could be either, so it is not fixed automatically.',
    zh: 'TeX、Pandoc 和 MyST 遇到“$$”就结束公式，不管它在什么位置。remark-math 以及使用它的许多网站则要求结束的“$$”独占一行，否则会把后面的整页内容都当作公式。后面的内容因此无法断定，不做自动修复。',
  },
  message: {
    en: 'Some Markdown readers take everything from here on for a formula, so nothing below is fixed automatically. Put each “$$” on a line of its own.',
    zh: '有的 Markdown 阅读器会把从这里开始的内容都当作公式，因此后面的内容不会自动修复。请让每个“$$”独占一行。',
  },
  examples: [
    ['如下：\n\n$$a = b\n+ c$$\n\n其中 c 为常数。', '如下：\n\n$$\na = b\n+ c\n$$\n\n其中 c 为常数。'],
    ['$$\na = b\n+ c$$\n\n其中 c 为常数。', '$$\na = b\n+ c\n$$\n\n其中 c 为常数。'],
    ['公式$$\na = b\n$$\n\n其中 c 为常数。', '公式$$\na = b\n$$\n\n其中 c 为常数。'],
    '$$\na = b\n$$\n\n其中 c 为常数。',
    '其中 $$a = b$$ 成立。',
    '如下：\n\n$$a = b\n+ c$$\n',
  ],
  document({ markdown, blocks }, { report }) {
    const from = disputedFormula(markdown);
    if (from === undefined) return;
    const isChinese = blocks.some(
      (block) => block.from > from && block.leaf.prose.some(({ classes }) => classes & HAN),
    );
    if (!isChinese) return;
    const at = markdown.text.indexOf('$$', from);
    const formula = blocks.find((block) => block.leaf.kind === 'math' && block.from === at);
    report({ from: at, to: at + 2 }, {}, ...(formula ? withOwnLines(formula.leaf.source, at) : []));
  },
});

// In a list or quotation the new lines would need its markers or indent.
function withOwnLines(source: string, at: number): Fix[] {
  const formula = /^(\$\$+)([ \t]*)([^\n]*\n[^$]*?)([ \t\r\n]*)(\$\$+)[ \t]*$/.exec(source);
  if (!formula || source.includes('\n>')) return [];
  const [, open, blanks, body, , close] = formula as unknown as [string, string, string, string, string, string];
  const edits = [];
  const start = at + open.length;
  if (body.trim() !== '' && !body.startsWith('\n') && !body.startsWith('\r')) {
    edits.push({ from: start, to: start + blanks.length, insert: '\n' });
  }
  const end = at + source.lastIndexOf(close);
  const before = start + blanks.length + body.length;
  if (!/\n[ \t]*$/.test(source.slice(0, end - at))) edits.push({ from: before, to: end, insert: '\n' });
  return edits.length > 0 ? [{ edits, changesMarkup: true }] : [];
}
