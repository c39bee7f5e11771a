import type { BlockPair } from '../../../bilingual/state/compare.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { type LineIndex, lineIndex } from '../../../text/lines.ts';
import type { Edit } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { firstLine } from './both-sides.ts';

export default defineRule({
  id: 'line-parity',
  group: 'source',
  level: 'warning',
  optional: true,
  fix: 'safe',
  title: { en: 'Blocks on other lines than in the source', zh: '段落与原文不在同一行' },
  why: {
    en: 'Teams such as the translators of Vue keep each block on the line that it has in English: a change of the English then shows at once where the translation has to change. Turn the rule on where your team does so. Blank lines above a block are added or removed; a block that takes more lines than its English has to be joined by hand.',
    zh: '有的团队（例如 Vue 文档的译者）要求每一段都与英文在同一行：英文有改动时，译文该改哪里一目了然。如果你的团队有此要求，请启用本规则。修复只增删段前的空行；若某段的行数比英文多，需要手工合并。',
  },
  message: {
    en: '{count} too {many} above this block: in English it begins on line {line}.',
    zh: '本段之前{many} {count} 行：英文的这一段从第 {line} 行开始。',
  },
  translatedExamples: [
    {
      english: '# One\n\nText.\n\n## Two\n\nMore.\n',
      chinese: ['# 一\n\n\n文字。\n\n## 二\n\n更多。\n', '# 一\n\n文字。\n\n## 二\n\n更多。\n'],
    },
    {
      english: '# One\n\nText in\ntwo lines.\n\n## Two\n\nMore.\n',
      chinese: ['# 一\n\n文字，只有一行。\n\n## 二\n\n更多。\n', '# 一\n\n文字，只有一行。\n\n\n## 二\n\n更多。\n'],
    },
    {
      english: '# One\n\nText.\n\n## Two\n',
      chinese: ['# 一\n\n文字，\n写了两行。\n\n## 二\n', '# 一\n\n文字，\n写了两行。\n\n## 二\n'],
    },
    { english: '- One\n- Two\n\nText.\n', chinese: '- 一\n- 二\n\n文字。\n' },
  ],
  translation({ chinese, english, comparison: { pairs } }, { report }) {
    const [ours, theirs] = [lineIndex(chinese.text), lineIndex(english.text)];
    let shift = 0;
    let before: Block | undefined;
    for (const pair of pairs) {
      const above = before;
      before = pair.blocks.chinese.at(-1) ?? before;
      const [block, source] = [pair.blocks.chinese[0], pair.blocks.english[0]];
      if (!block || !source || !isInPlace(pair)) continue;
      const [line, wanted] = [ours.position(block.from).line, theirs.position(source.from).line];
      const excess = line - wanted - shift;
      shift += excess;
      if (excess === 0) continue;
      const edit = isApart(block, above) ? blankLines(chinese.text, ours, line, -excess) : undefined;
      report(
        { ...firstLine([block]), english: { from: source.from, to: source.to } },
        { count: countOf(Math.abs(excess)), many: excess > 0 ? more : fewer, line: String(wanted + 1) },
        ...(edit ? [{ edits: [edit] }] : []),
      );
    }
  },
});

const more = { en: 'many', zh: '多了' };
const fewer = { en: 'few', zh: '少了' };

const countOf = (count: number) => ({ en: count === 1 ? '1 line' : `${count} lines`, zh: String(count) });

function isInPlace({ state }: BlockPair): boolean {
  return state === 'aligned' || state === 'untranslated';
}

/** Whether blank lines above a block change nothing: in a list they may make all of its items paragraphs. */
function isApart({ listDepth, quoteDepth, itemStart }: Block, above: Block | undefined): boolean {
  if (listDepth + quoteDepth === 0) return true;
  if (quoteDepth === 0) return listDepth === 1 && itemStart && !above?.listDepth;
  return quoteDepth === 1 && listDepth === 0 && !above?.quoteDepth;
}

/** Adds (or removes, below 0) blank lines above a line; one is left where there was one. */
function blankLines(text: string, lines: LineIndex, line: number, count: number): Edit | undefined {
  const at = lines.start(line);
  if (count > 0) return { from: at, to: at, insert: (/\r\n|\r|\n/.exec(text)?.[0] ?? '\n').repeat(count) };
  let blank = 0;
  while (blank < line && text.slice(lines.start(line - blank - 1), lines.start(line - blank)).trim() === '') blank++;
  if (blank - 1 < -count) return undefined;
  return { from: lines.start(line + count), to: at, insert: '' };
}
