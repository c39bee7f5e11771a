import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { ATOMS, type Prose } from '../../../server/core/markdown/prose.ts';
import { randomMarkdown } from '../../helpers/markdown.ts';

const names = new Map(Object.entries(ATOMS).map(([kind, character]) => [character as string, kind]));
const shown = (prose: Prose) => prose.text.replace(/[\uFDD0-\uFDEF]/g, (character) => `<${names.get(character)}>`);
const proseOf = (text: string) => blocksOf(parseMarkdown(text)).flatMap((block) => block.leaf.prose.map(shown));

const cases: [markdown: string, prose: string[]][] = [
  ['用**CLIP**的`a中`码', ['用CLIP的<code>码']],
  ['见[文档a](https://a.com "标题a")。', ['见文档a。']],
  ['见[文档a]。\n\n[文档a]: /u', ['见<label>。']],
  ['见[注]。', ['见[注]。']],
  ['见[说明][文档a]。\n\n[文档a]: /u', ['见说明。']],
  ['![图a,中](中a.png)说明', ['<image>说明']],
  ['见 https://a.com/）。 Thomas', ['见 <url> Thomas']],
  ['见https://a.com查看', ['见<url>']],
  ['见 <https://a.com>。', ['见 <url>。']],
  ['内容[^注1]后', ['内容<footnote>后']],
  ['> [!NOTE]\n> 正文', ['<placeholder>\n正文']],
  ['> 第一行\n> 第二行', ['第一行\n第二行']],
  ['- 第一行\n  第二行', ['第一行\n第二行']],
  ['- [x] 完成a任务', ['完成a任务']],
  ['## 什么？ {#id}', ['什么？ <placeholder>']],
  ['## 什么？ {/*什么a*/}', ['什么？ <placeholder>']],
  ['使用:rocket:表情', ['使用<shortcode>表情']],
  ['见 :cite:`a.b` 处', ['见 <role> 处']],
  ['时间12:30:45整', ['时间12:30:45整']],
  ['见[[2021年报告]]', ['见<wiki>']],
  ['变量$x,中$表示', ['变量<math>表示']],
  ['价格为$5和$10之间', ['价格为<unknown>10之间']],
  ['<code>中a文</code>说', ['<html>说']],
  ['<b>中a</b>文', ['<html>中a<html>文']],
  ['<Trans style={{color: "红,a"}}>中a</Trans>', ['<html>中a<html>']],
  ['转义\\_和\\*a中', ['转义_和*a中']],
  ['空&nbsp;格', ['空<entity>格']],
  ['第一行  \n第二行', ['第一行\n第二行']],
  ['第一行\r\n第二行', ['第一行\n第二行']],
  ['| 甲a | `x` |\n|-|-|\n| 乙 | [丙](u) |', ['甲a', '<code>', '乙', '丙']],
  ['{{< note >}}文{% raw %}字', ['<placeholder>文<placeholder>字']],
];

for (const [markdown, prose] of cases) {
  test(`reads ${JSON.stringify(markdown)}`, () => assert.deepEqual(proseOf(markdown), prose));
}

test('every place leads back to its source, in order', () => {
  fc.assert(
    fc.property(randomMarkdown, (text) => {
      for (const { leaf, from, to } of blocksOf(parseMarkdown(text))) {
        assert.equal(text.slice(from, to), leaf.source);
        for (const prose of leaf.prose) checkMap(prose, leaf.source);
      }
    }),
    { numRuns: 2000 },
  );
});

function checkMap(prose: Prose, source: string): void {
  let last = 0;
  for (let place = 0; place < prose.text.length; place++) {
    const start = prose.start(place);
    const end = prose.end(place + 1);
    assert.ok(last <= prose.end(place) && prose.end(place) <= start && start < end && end <= source.length);
    assert.ok(prose.end(place) <= prose.insertion(place) && prose.insertion(place) <= start);
    const written = source.slice(start, end);
    const character = prose.text[place]!;
    if (!names.has(character) && character !== '\n') assert.equal(written.at(-1), character);
    last = end;
  }
}
