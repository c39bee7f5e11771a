import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { onlyRule } from '../../helpers/settings.ts';

const lint = createLinter(onlyRule('line-parity'));

/** Blocks with their English; the Chinese of each has as many lines. */
const blocks = [
  ['# Install `vue`', '# 安装 `vue`'],
  ['## Usage of `ref`', '## `ref` 的用法'],
  ['Call `mount` once the page is there.', '页面就绪后调用 `mount`。'],
  ['- Take `props`.\n- Give `emits`.', '- 取得 `props`。\n- 给出 `emits`。'],
  ['> Never write to `props`.', '> 切勿改写 `props`。'],
  ['```js\nconst a = 1\n```', '```js\nconst a = 1\n```'],
] as const;

const page = fc.uniqueArray(
  fc.record({
    block: fc.constantFrom(...blocks),
    here: fc.integer({ min: 1, max: 4 }),
    there: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 2, selector: ({ block }) => block },
);

test('blank lines alone bring every block to the line of its English', () => {
  fc.assert(
    fc.property(page, fc.constantFrom('\n', '\r\n'), (parts, newline) => {
      const text = (side: 0 | 1) =>
        parts
          .map(
            ({ block, here, there }) =>
              block[side].replaceAll('\n', newline) + newline.repeat(1 + (side ? here : there)),
          )
          .join('');
      const english = parseMarkdown(text(0));
      const { text: fixed } = fixAll(parseMarkdown(text(1)), (markdown) => lint(markdown, english));
      const linesOf = (markdown: string) =>
        markdown.split(newline).flatMap((line, at) => (/\S/.test(line) ? [at] : []));
      assert.deepEqual(linesOf(fixed), linesOf(english.text));
    }),
  );
});
