import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keysOf, keyWeight } from '../../../../server/core/bilingual/align/keys.ts';
import { codeLines } from '../../../../server/core/bilingual/facts/code.ts';
import { htmlText } from '../../../../server/core/bilingual/facts/html.ts';
import { pageOfUrl } from '../../../../server/core/bilingual/facts/url.ts';
import { blocksOf } from '../../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';

describe('hard keys', () => {
  const check = (text: string, ...expected: string[]) =>
    test(text, () => assert.deepEqual(keysOf(blocksOf(parseMarkdown(text))[0]!.leaf).hard, expected.sort()));

  check('纯文字，12 个', ...[]);
  check('用 `run( x )` 和 `a`', 'code run( x )', 'code a');
  check('[链接](/zh-cn/guide/a/#节)', 'url /guide/a');
  check('![图](../a.png)', 'url ../a.png');
  check('<img src="a.png"/> 文字', 'url a.png');
  check('## 标题 {#the-id}', 'id the-id');
  check('## 标题 {/*the-id*/}', 'id the-id');
  check('公式 $a + b$', 'tex a+b');
  check('$$\na + b\n$$', 'tex a+b');
  check('```js\nrun(1) // 运行\n```', 'code run(1)');
  check('脚注[^1]', 'footnote [^1]');
});

describe('numbers among the soft keys', () => {
  const check = (text: string, ...expected: string[]) =>
    test(text, () => {
      const { soft } = keysOf(blocksOf(parseMarkdown(text))[0]!.leaf);
      assert.deepEqual(
        soft.filter((key) => key.startsWith('number ')).map((key) => key.slice(7)),
        expected,
      );
    });

  check('得到 4×64×64 的表征', '4', '64');
  check('a representation of 4x64x64', '4', '64');
  check('1,000 个、3.14 和 2024', '1000', '3.14', '2024');
  check('3D, GPT2 and v1.2');
});

describe('pageOfUrl', () => {
  const check = (url: string, expected: string) => test(url, () => assert.equal(pageOfUrl(url), expected));

  check('https://zh-hans.react.dev/learn/', 'react.dev/learn');
  check('https://react.dev/learn', 'react.dev/learn');
  check('https://cn.vuejs.org/guide/index.html#top', 'vuejs.org/guide');
  check('/zh-cn/guide/a.md', '/guide/a');
  check('/en/guide/a', '/guide/a');
  check('../README_CN.md', '..');
  check('../README.md', '..');
  check('#Hands-on', '#hands-on');
  check('/', '/');
});

describe('codeLines', () => {
  const check = (source: string, ...expected: string[]) =>
    test(source, () => assert.deepEqual(codeLines(source), expected));

  check('```js\nlet a = 1; // 一\n\n/* 二\n三 */ b()\n```', 'leta=1;', 'b()');
  check('```py\n# 注释\nprint("你好")  # say\nx = "a b"\n```', 'print("")', 'x=""');
  check('```html\n<!-- 注释 --><p>文字</p>\n```', '<p></p>');
  check("```js\nfetch('https://a.b/c#d')\n```", "fetch('https://a.b/c#d')");
  check('```css\na { color: #fff }\n```', 'a{color:#fff}');
  check('```js\r\nrun(1)\r\n```\r', 'run(1)');
});

test('htmlText leaves out tags, their attributes and comments', () => {
  assert.equal(htmlText('<a title="1 > 0">text</a><!-- <b> -->').trim(), 'text');
  assert.equal(htmlText('a <b').trim(), 'a');
});

test('a key in few blocks weighs more', () => {
  assert.equal(keyWeight(10, 1), Math.log(12 / 1.5));
  assert.ok(keyWeight(10, 2) > keyWeight(10, 5));
});
