import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { onlyRule } from '../../helpers/settings.ts';

type Settings = Parameters<typeof onlyRule> extends [string, ...infer Rest] ? Rest : never;

/** The text after the fix of each finding, the first one or another. */
function mended(id: string, text: string, choice = 0, ...settings: Settings): string {
  const { findings } = createLinter(onlyRule(id, ...settings))(parseMarkdown(text));
  return applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes[choice]?.edits ?? []),
  );
}

describe('punctuation', () => {
  const rows: [rule: string, before: string, after?: string][] = [
    // Marks that are right where they stand.
    ['repeated-mark', '省略号写作“。。”的人，，很多', '省略号写作“。。”的人，很多'],
    ['repeated-mark', '调用 `f(a,,b)`，使用 std：：vec 与 a,,b。'],
    ['repeated-mark', '[结束](u)。。然后', '[结束](u)。然后'],
    ['interpunct', '**列奥纳多**•达•芬奇', '**列奥纳多**·达·芬奇'],
    ['interpunct', '首页 • 文档 • 关于'],
    ['halfwidth-time', '营业时间9：00-11：30，第 12：30 页', '营业时间9:00-11:30，第 12：30 页'],
    ['halfwidth-time', '比例为 16：10 的屏幕与比 12：30 更大，单元 10：15 个词'],
    ['period-in-bracket', '**注意**（见 [第 3 章](u)。）', '**注意**（见 [第 3 章](u)）。'],
    ['ellipsis-form', '按钮“加载…”与 `…`，还有 [见下…](u) 然后', '按钮“加载…”与 `…`，还有 [见下……](u) 然后'],
    ['ellipsis-deng', '他想……等到天亮，再想……等于没想'],
    ['enumeration-comma', '每次调用 `a`，`b` 内部的计数都会增加；如果值是 `a`，`b` 会报错。'],
    ['enumeration-comma', '学无止境，永不言弃，勇往直前'],
    ['enumeration-comma', '矩阵 (`n`, `m`, `k`) 与 `f(a, b, c)`'],
    ['enumeration-comma', '像 `a`，**`b`** 以及 `c` 等', '像 `a`、**`b`** 以及 `c` 等'],
    ['quote-nesting', '“A“和”B”'],
    ['quote-pairing', '他说：“第一段。\n\n“第二段。”'],
    ['quote-pairing', '高 5’10”，宽 20”，users’ 与 rock ’n’ roll。'],
    ['quote-pairing', '他说：“\n\n- 一\n\n”'],
    ['bracket-pairing', '（例如下面的代码。它很短：\n\n```\na\n```\n\n它结束了）。'],
    ['bracket-pairing', '哈哈（笑）：）然后走了，a）第一，（二）第二。'],
    ['bracket-pairing', '区间（0，1] 与 [2，3）都可以。继续。'],
    ['halfwidth-in-english', 'The docs are in `zh`：`a`', 'The docs are in `zh`:`a`'],
    ['halfwidth-in-english', 'Vue：渐进式框架。'],
    ['list-end-punctuation', '1. 安装；\n2. 修改；\n3. 启动；\n4. 完成。'],
  ];
  for (const [rule, before, after = before] of rows) {
    test(`${rule}: ${before}`, () => assert.equal(mended(rule, before), after));
  }

  test('a person may keep the ellipsis instead of 等, and a project may forbid stacked marks', () => {
    assert.equal(mended('ellipsis-deng', '支持图片、文本……等。', 1), '支持图片、文本……。');
    assert.equal(mended('stacked-mark', '好！！真的？！', 0, {}, { max: 1 }), '好！真的？！');
  });

  test('what has no fix is not reported beside apostrophes, several paragraphs and intervals', () => {
    const quiet = ['（例如下面的代码。它很短：', '“第一段很长。它没有结束。', '区间（0，1] 很小。继续。', '他说：“'];
    for (const text of quiet) {
      for (const id of ['bracket-pairing', 'quote-pairing']) {
        assert.deepEqual(createLinter(onlyRule(id))(parseMarkdown(text)).findings, [], `${id}: ${text}`);
      }
    }
  });
});
