import type { Block } from '../../../markdown/blocks.ts';
import { lineIndex } from '../../../text/lines.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'conflict-marker',
  group: 'markdown',
  level: 'error',
  nursery: true,
  fix: 'none',
  title: { en: 'Conflict marker of git', zh: 'Git 冲突标记' },
  why: {
    en: 'Where two branches changed the same lines, “git merge” writes both versions into the file, between lines of seven “<”, “=” and “>” (git-merge, “How conflicts are presented”). Once committed, such a line shows on the page, and “=======” makes a heading of the paragraph above it. Only a person can tell which version is right. Code blocks that show such lines are left alone.',
    zh: '两个分支改动了相同的行时，git merge 会把两个版本都写进文件，以七个“<”“=”“>”开头的行隔开（git-merge 手册“HOW CONFLICTS ARE PRESENTED”一节）。这样的行一旦提交就会显示在页面上，“=======”还会把上面的段落变成标题。保留哪个版本只能由人决定。代码块里展示的冲突标记不受影响。',
  },
  message: {
    en: '“{marker}” was left by a merge. Keep the right version and remove the marker.',
    zh: '“{marker}”是合并时留下的冲突标记。请保留正确的版本并删除标记。',
  },
  examples: [
    ['<<<<<<< HEAD\n使用 `fetch` 请求。\n=======\n用 `fetch` 请求。\n>>>>>>> main', '使用 `fetch` 请求。', 'hand'],
    ['<<<<<<< HEAD\n甲\n||||||| 1a2b3c4\n乙\n=======\n丙\n>>>>>>> 翻译', '丙', 'hand'],
    ['<<<<<<< HEAD\n```js\na()\n```\n=======\n```js\nb()\n```\n>>>>>>> main', '```js\nb()\n```', 'hand'],
    ['正文\n\n>>>>>>> 5f2d6c1 (更新第三章)', '正文', 'hand'],
    '```text\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n```',
    '标题在此\n=======\n\n正文',
    '冲突标记 `<<<<<<< HEAD` 表示冲突的开头。',
    '>>>>>> 六层引用\n>>>>>>> 七层引用',
  ],
  document({ markdown: { text }, blocks }, { report }) {
    if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return;
    for (const line of leftIn(markersIn(text, blocks))) report(line, { marker: line.marker });
  },
});

/** A line that begins as a marker does. */
interface MarkerLine extends Span {
  readonly marker: string;
  /** In code it is shown on purpose. */
  readonly isCode: boolean;
  /** Git names a branch or a commit behind it, and it is not part of a quotation or of an ornament. */
  readonly standsAlone: boolean;
}

function markersIn(page: string, blocks: readonly Block[]): MarkerLine[] {
  const lines = lineIndex(page);
  const lineAt = (line: number) => page.slice(lines.start(line), lines.end(line));
  const code = blocks.filter(isCode);
  const found: MarkerLine[] = [];
  let block = 0;
  for (let line = 0; line < lines.count; line++) {
    const text = lineAt(line).trimEnd();
    const marker = MARKER.exec(text)?.[0];
    if (marker === undefined) continue;
    const from = lines.start(line);
    while ((code[block]?.to ?? page.length) <= from) block++;
    const isQuoted = marker === CLOSES && (/^>/.test(lineAt(line - 1)) || /^>/.test(lineAt(line + 1)));
    found.push({
      from,
      to: from + text.length,
      marker,
      isCode: (code[block]?.from ?? page.length) <= from,
      standsAlone: text !== marker && !isQuoted && !(marker === OPENS && text.endsWith('>')),
    });
  }
  return found;
}

const OPENS = '<<<<<<<';
const BASE = '|||||||';
const DIVIDES = '=======';
const CLOSES = '>>>>>>>';
const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t]|$)/;

function isCode({ leaf: { kind, source } }: Block): boolean {
  return kind === 'code' || (kind === 'html' && /^<(?:pre|script|style|textarea)\b/i.test(source));
}

/** The markers that a merge left: whole conflicts, and of those that somebody half removed what can be nothing else. */
function leftIn(lines: readonly MarkerLine[]): MarkerLine[] {
  const left: MarkerLine[] = [];
  // The markers since the one that opens a conflict.
  let open: MarkerLine[] = [];
  for (const line of lines) {
    if (line.marker === OPENS) {
      left.push(...withoutEnd(open));
      open = [line];
    } else if (line.marker === CLOSES) {
      left.push(...conflict([...open, line]));
      open = [];
    } else if (open.length > 0) open.push(line);
  }
  return [...left, ...withoutEnd(open)].filter((line) => !line.isCode);
}

function withoutEnd([first]: readonly MarkerLine[]): readonly MarkerLine[] {
  return first?.standsAlone ? [first] : [];
}

// Of two lines `=======` one underlines a heading, and nobody knows which.
function conflict(lines: readonly MarkerLine[]): readonly MarkerLine[] {
  const ends = [...new Set([lines[0]!, lines.at(-1)!])];
  const named = (marker: string) => lines.filter((line) => line.marker === marker);
  const dividing = named(DIVIDES);
  if (dividing.length === 0) return ends.filter((line) => line.standsAlone);
  // What stands between two pieces of code divides nothing.
  if (ends.every((line) => line.isCode)) return [];
  const between = [named(BASE), dividing].filter(({ length }) => length === 1);
  return [...ends.slice(0, 1), ...between.flat(), ...ends.slice(1)];
}
