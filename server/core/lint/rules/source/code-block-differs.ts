import { codeLanguage } from '../../../bilingual/facts/code.ts';
import { type CodeLine, placedCodeLines } from '../../../bilingual/facts/code-lines.ts';
import { likeness } from '../../../text/edit-distance.ts';
import { countHan } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { being, isTranslated, nothing } from './both-sides.ts';

export default defineRule({
  id: 'code-block-differs',
  group: 'source',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Code block differs from the source', zh: '代码块与原文不一致' },
  why: {
    en: 'Code should be that of the source: a slip keeps the example from running, and an older version misleads. Comments and texts may be translated and are not compared.',
    zh: '代码应与原文一致：笔误会使示例无法运行，旧版代码会误导读者。注释和文字可以翻译，不作比较。',
  },
  message: {
    en: 'This code differs from the source: {expected} there, {found} here.',
    zh: '代码与原文不一致：原文{expected}，此处{found}。',
  },
  translatedExamples: [
    {
      english: '```js\nconst a = load();\nrun(a);\n```\n',
      chinese: ['```js\nconst a = laod();\nrun(a);\n```\n', '```js\nconst a = load();\nrun(a);\n```\n'],
    },
    {
      english: '```js\nconst a = load();\nrun(a);\n```\n',
      chinese: ['```js\nconst a = load();\n```\n', '```js\nconst a = load();\nrun(a);\n```\n', 'hand'],
    },
    {
      english: '```js\nconst a = load(1); // hi\n```\n',
      chinese: ['```js\nconst a = load(2); // 好\n```\n', '```js\nconst a = load(2); // 好\n```\n'],
    },
    {
      english: '```js\n// Loads it.\nsay("Hello there"); /* once */\n```\n',
      chinese: '```js\n// 加载。\nsay("你好"); /* 一次 */\n```\n',
    },
    { english: '```text\nThe model is ready.\n```\n', chinese: '```text\n模型已就绪。\n```\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    if (chinese[0]!.leaf.kind !== 'code' || english[0]!.leaf.kind !== 'code') return;
    if (chinese.length + english.length > 2 || chinese[0]!.leaf.source === english[0]!.leaf.source) return;
    if (TEXTS.has(codeLanguage(english[0]!.leaf.source).toLowerCase())) return;
    const isCode = MARKUP.test(codeLanguage(english[0]!.leaf.source))
      ? ({ text }: CodeLine) => !SENTENCE.test(text)
      : () => true;
    const here = placedCodeLines(chinese[0]!.leaf.source).filter(isCode);
    const there = placedCodeLines(english[0]!.leaf.source).filter(isCode);
    let alien = beyond(here, there);
    const lost = beyond(there, here);
    if (alien.length + lost.length === 0 || isSameCode(here, there)) return;
    // A line with Chinese is the translation of a lost one.
    const translated = alien.filter(({ isTranslated }) => isTranslated).length;
    alien = alien.filter(({ isTranslated }) => !isTranslated);
    if (translated >= lost.length && alien.length === 0) return;
    const first = alien[0];
    const meant = first ? (lost.find((line) => likeness(line.key, first.key) >= 0.5) ?? lost[0]) : lost[0];
    const at = first ? placed(first, chinese[0]!.from) : fenceLine(chinese[0]!);
    const fix =
      // Keep the translated comment after the code.
      first &&
      meant &&
      countHan(first.text) === 0 &&
      alien.length === 1 &&
      lost.length === 1 &&
      likeness(meant.key, first.key) >= 0.5
        ? [{ edits: [{ ...at, insert: meant.text }], changesMarkup: true as const }]
        : [];
    report(
      { ...at, ...(meant ? { english: placed(meant, english[0]!.from) } : {}) },
      {
        expected: meant ? being(shortened(meant.text)) : nothing,
        found: first ? being(shortened(first.text)) : nothing,
      },
      ...fix,
    );
  },
});

/** Their content is prose, output or ASCII art. */
const TEXTS = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'markdown', 'mdx', 'mermaid', 'output', 'log']);

/** The text between their tags is translated. */
const MARKUP = /^(?:jsx?|tsx?|html|xml|vue|svelte|astro|php|erb|hbs)$/i;
const SENTENCE = /^[A-Z](?:[^=(){};<>/"]*[ !?.:…])?[^=(){};<>/"]*$/;

function beyond(lines: readonly CodeLine[], others: readonly CodeLine[]): CodeLine[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return lines.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

// Line breaks may differ.
function isSameCode(here: readonly CodeLine[], there: readonly CodeLine[]): boolean {
  const joined = (lines: readonly CodeLine[]) => lines.map(({ key }) => key).join('');
  return joined(here) === joined(there);
}

function placed({ from, to }: CodeLine, offset: number) {
  return { from: offset + from, to: offset + to };
}

function fenceLine({ from, leaf }: { from: number; leaf: { source: string } }) {
  const end = leaf.source.indexOf('\n');
  return { from, to: from + (end < 0 ? leaf.source.length : end) };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
