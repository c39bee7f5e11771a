import { type Piece, without } from '../../../bilingual/facts/pieces.ts';
import type { BlockPair } from '../../../bilingual/state/compare.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { type Edit, sortedEdits } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { firstLine, inPage, nothing, proseOf } from './both-sides.ts';
import { addedCode, codeDifference, wordAt } from './code-spans.ts';

export default defineRule({
  id: 'code-span-missing',
  group: 'source',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Inline code of the source is missing', zh: '缺少原文中的行内代码' },
  why: {
    en: 'A name in code tells readers exactly what is meant. Where it became plain text, or is gone, they can only guess.',
    zh: '代码形式的名称让读者准确知道所指。变成普通文字或被省略之后，读者只能猜测。',
  },
  message: {
    en: 'The source has the code {code} here, the translation has {found}.',
    zh: '原文此处有代码 {code}，译文{found}。',
  },
  translatedExamples: [
    {
      english: 'Call `setState` from the `render` function.\n',
      chinese: ['在 `render` 函数中调用 setState。\n', '在 `render` 函数中调用 `setState`。\n'],
    },
    {
      english: 'Call `load()` before `run()`.\n',
      chinese: ['先调用 `load()`。\n', '在 `run()` 之前调用 `load()`。\n', 'hand'],
    },
    { english: 'Use the new `createRoot` API.\n', chinese: '使用新的 **createRoot** API。\n' },
    { english: 'Open `your-name.js`.\n', chinese: '打开 `你的名字.js`。\n' },
    { english: 'Use `key` here, and `key` there.\n', chinese: '两处都使用 `key`。\n' },
  ],
  translation({ comparison: { pairs } }, { report }) {
    for (const [at, pair] of pairs.entries()) {
      const { lost } = codeDifference(pair);
      if (lost.length === 0) continue;
      // The sentence may have moved to the paragraph before or after.
      const moved = [pairs[at - 1], pairs[at + 1]].flatMap((near) => (near ? addedCode(near) : []));
      const added = addedCode(pair);
      const codes = without(lost, moved).filter((one) => !isKeptOtherwise(pair, one, added));
      const [first] = codes;
      if (!first) continue;
      const { chinese } = pair.blocks;
      const code = codes.map(({ text }) => text).join(', ');
      const english = { from: first.from, to: first.to };
      const bare = codes.flatMap((one) => bareIn(chinese, one) ?? []);
      if (bare.length < codes.length) report({ ...firstLine(chinese), english }, { code, found: nothing });
      else {
        const { from, to } = bare[0]!;
        report({ from, to, english }, { code, found: plainText }, { edits: apart(bare), changesMarkup: true });
      }
    }
  },
});

const plainText = { en: 'plain text', zh: '写成了普通文字' };

/** Whether the code is in bold instead, or starts a longer code with a Chinese name. */
function isKeptOtherwise(pair: BlockPair, { key }: Piece, added: readonly Piece[]): boolean {
  if (key.length > 3 && added.some((code) => code.key.includes(key))) return true;
  return proseOf(pair.blocks.chinese).some(({ prose: { marks, text } }) =>
    marks.some(
      ({ kind, content }) =>
        kind === 'strong' && content.to - content.from === key.length && text.startsWith(key, content.from),
    ),
  );
}

/** The place of the code's name without its marks. */
function bareIn(blocks: readonly Block[], { key, text }: Piece): Edit | undefined {
  for (const part of proseOf(blocks)) {
    const at = wordAt(part.prose.text, key);
    if (at >= 0) return { ...inPage(part, { from: at, to: at + key.length }), insert: text };
  }
  return undefined;
}

// Names may overlap: `a` in `a.b`.
function apart(edits: readonly Edit[]): Edit[] {
  let end = -1;
  return sortedEdits(edits).filter(({ from, to }) => {
    const free = from >= end;
    if (free) end = to;
    return free;
  });
}
