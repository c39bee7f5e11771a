import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { saidBy } from '../../../../server/core/bilingual/state/said.ts';
import { fixAll } from '../../../../server/core/lint/fix.ts';
import { createLinter } from '../../../../server/core/lint/lint.ts';
import { rules } from '../../../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { onlyRule } from '../../../helpers/settings.ts';

const said = (text: string) => saidBy(parseMarkdown(text));

describe('what a page says', () => {
  const cases: [text: string, says: string][] = [
    ['# 标题 {#id}\n\n用 **GitHub** 的 `fit()`，共 ３ 天。', '标题用github的fit共3天'],
    ['---\ntitle: 页\n---\n\n<!-- 注 -->\n\n正文\n\n---\n\n[a]: https://example.com', '正文'],
    ['[说明](https://example.com "题")和<a href="https://x.com">它</a>', '说明和它'],
    ['![图](a.png)\n\n<img src="b.png" alt="无">', '\uFDD2图\uFDD2'],
    ['<Video id="a" />\n', '\uFDD2'],
    ['```js\nfit(a);\n```', 'fita'],
    ['| 甲 | 乙 |\n| --- | --- |\n| 1 | $x^2$ |', '甲乙1x2'],
    ['注[^1]\n\n[^1]: 脚注', '注脚注'],
    ['一\u200b二&nbsp;三\u00ad四', '一二三四'],
    ['', ''],
  ];
  for (const [text, says] of cases) {
    test(JSON.stringify(text.slice(0, 60)), () => assert.equal(said(text), says));
  }

  // The one kind of fix that puts another letter in the place of one.
  const lettered = new Set(['kangxi-radical']);
  for (const rule of rules.filter(({ id, fix }) => fix === 'safe' && !lettered.has(id))) {
    test(`is left as it is by the fixes of ${rule.id}`, () => {
      const lint = createLinter(onlyRule(rule.id));
      for (const example of rule.examples) {
        const markdown = parseMarkdown(typeof example === 'string' ? example : example[0]!);
        assert.equal(said(fixAll(markdown, lint).text), saidBy(markdown));
      }
    });
  }

  test('takes any text, however long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void said(text)));
    for (const piece of ['<a ', '<a "', "<!-- '", '{#a ', '![', '<A b="'])
      assert.equal(typeof said(piece.repeat(50_000)), 'string');
  });
});
