import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { ATOMS, type Prose } from '../../../server/core/markdown/prose.ts';
import { randomDialect } from '../../helpers/markdown.ts';

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
  ['第一段\r\n\r\n# 标题\r\n\r\n- 一项 \r\n', ['第一段', '标题', '一项 ']],
  ['| 甲a | `x` |\n|-|-|\n| 乙 | [丙](u) |', ['甲a', '<code>', '乙', '丙']],
  ['{{< note >}}文{% raw %}字', ['<placeholder>文<placeholder>字']],
  // Front matter is left to the programs that read it.
  ['---\ntitle: 中a\n---\n\n文', ['文']],
  ['+++\ntitle = "中a"\n+++\n\n文', ['文']],
  ['---\ntitle: 中a\n...\n\n文', ['文']],
  // Formulas, as each renderer of them writes them; what merely looks like one is opaque too.
  ['函数$x_中$和$$y中$$的', ['函数<math>和<math>的']],
  ['$$\n中a\n$$\n\n文', ['文']],
  ['$$a = [\nb].$$\n\n文', ['文']],
  ['$$\na = \\text{甲},\n= b.$$ (1)\n文', ['文']],
  ['$$\\begin{aligned}\na\n\\end{aligned}$$\n:eqlabel:`eq_a`\n\n文', ['<role>', '文']],
  ['$$\na\n\n= b\n$$\n\n文', ['文']],
  ['$$a\n\n文', ['文']],
  ['$$\na\n\n文\n\n# 题', ['文', '题']],
  ['文$$\na\n$$\n\n字', ['文<math>', '字']],
  ['- 项\n\n  $$\n  中a\n  $$', ['项']],
  ['函数\\(x_i\\)和\\\\(y^2\\\\)的', ['函数<math>和<math>的']],
  ['函数\\[\nx_1 + 中\n\\]的', ['函数<unknown>的']],
  ['\\begin{align}\na &= b\\\\\n\\end{align}', ['<math>']],
  ['文献\\[1\\]和\\(见a\\)', ['文献[1]和(见a)']],
  // Footnotes and labels.
  ['文[^中a]字\n\n[^中a]: 脚注a', ['文<footnote>字', '脚注a']],
  [
    '[^1]: 脚注a\n续a\n\n    段a\n\n    - 项a\n\n        续b\n\n            中a\n\n后a',
    ['脚注a\n续a', '段a', '项a', '续b', '后a'],
  ],
  ['> [^1]: 脚注a\n>\n>     段a\n>\n>         中a\n\n    中b', ['脚注a', '段a']],
  ['[^1]: 脚注a\n[^2]: 脚注b\n\n\t段b\n\n后a', ['脚注a', '脚注b', '段b', '后a']],
  ['文^[脚注a]字', ['文^[脚注a]字']],
  ['见[中a][]和[文][中a]\n\n[中a]: <中> "中a"', ['见<label>和文']],
  ['[中a] 是\n\n[中a]: u', ['<label> 是']],
  ['![图a][中a]\n\n[中a]: u', ['<image>']],
  // Brackets in the text of a link do not make its target prose.
  ['[[1] 论文a](中a.md)', ['[1] 论文a']],
  ['[[1]](中a.md)', ['[1]']],
  ['[[1] 论文a](中a.md)\n\n[1]: u', ['<label> 论文a']],
  // Addresses.
  ['见<https://a.com/中>吧', ['见<url>吧']],
  ['邮件给a@b.com吧', ['邮件给<url>吧']],
  ['见（www.a.com/中）吧', ['见（<unknown>']],
  // Attributes.
  ['文\n{: .中a}', ['文\n<placeholder>']],
  ['[文](u){target="中a"}字', ['文<placeholder>字']],
  // Directives and admonitions: the title and what they hold are prose.
  [':::note 标题a\n正文a\n:::', ['标题a', '正文a']],
  [':::note[标题a]{.中}\n正文a\n:::', ['标题a', '正文a']],
  [':::{tip} 标题a\n正文a\n:::', ['标题a', '正文a']],
  ['::: {.note title="中a"}\n正文a\n:::', ['正文a']],
  ['::video[标题a]{id="中a"}', ['标题a']],
  ['文:abbr[中a]{title="中a"}字', ['文<placeholder>[中a]<placeholder>字']],
  ['!!! note "标题a"\n    正文a\n\n    - 项a\n\n        续a\n\n后a', ['标题a', '正文a', '项a', '续a', '后a']],
  ['!!! note "标题a"\n    正文a\n\n        代码\n\n后a', ['标题a', '正文a', '后a']],
  ['???+ note "标题`a`"\n\n    正文a', ['标题<code>', '正文a']],
  ['=== "页签a"\n    正文a', ['页签a', '正文a']],
  ['/// note | 标题a\n正文a\n///', ['标题a', '正文a']],
  ['> [!TIP] 标题a\n> 正文a', ['<placeholder> 标题a\n正文a']],
  ['*[HTML]: 说明a', ['说明a']],
  ['<<< @/中a.js', []],
  ['*[中a]: 说明a', ['说明a']],
  ['--8<-- "中a.md"\n\n{!中a.md!}', ['<placeholder>']],
  [':::{figure} 中a.png\n文a\n:::', ['文a']],
  // The underline of a heading, and the mark of the quotation before it.
  ['> 题a\n> ===\n> 文a', ['题a', '文a']],
  // Templates.
  ['{{% note %}}\n文a\n{{% /note %}}', ['<placeholder>\n文a\n<placeholder>']],
  ['文{{< ref "中a" >}}字', ['文<placeholder>字']],
  ['{{ 中a | f }}文', ['<placeholder>文']],
  ['{% if x == "中a" %}文a{% endif %}', ['<placeholder>文a<placeholder>']],
  ['{# 中a #}文', ['<placeholder>文']],
  ['{% highlight 中a %}\n中a\n\n中b\n{% endhighlight %}\n\n文', ['文']],
  // Tags over several lines; one that is never closed ends with its paragraph.
  ['{{< figure\n  src="中a.png"\n>}}\n文a', ['文a']],
  ['- 文a\n\n  {{< figure\n    src="中a.png"\n  >}}\n\n  文b', ['文a', '文b']],
  ['> {{% figure\n>   src="中a.png"\n> %}}\n> 文a', ['文a']],
  ['文a {{< figure\n  src="中a.png"\n>}}', ['文a <placeholder>', '}}']],
  ['文a {% x\n  k="中a" %}字', ['文a <placeholder>字']],
  ['{%- x\n  k="中a"\n-%}\n\n文a', ['文a']],
  ['{{< figure\n  src="中a.png"\n\n文a', ['文a']],
  ['{{< highlight py "x=中a" >}}\n中a\n\n中b\n{{< / highlight >}}\n\n文a', ['文a']],
  ['{{< mermaid >}}中a{{< /mermaid >}}\n\n文a', ['文a']],
  ['{{< math src="中a" />}}\n\n文a', ['<placeholder>', '文a']],
  ['(中a)=\n# 题a', ['题a']],
  ['{% comment %}中a{% endcomment %}\n\n文a', ['文a']],
  ['见{ref}`中a`和:ref:`中b`吧', ['见<role>和<role>吧']],
  ['[[open-in-colab]]\n\n文a', ['<wiki>', '文a']],
  ['见[[页a|显示a]]和![[图a.png]]', ['见<wiki>和<wiki>']],
  // HTML, and components of MDX.
  ['<a href="中a" title=\'中,b\'>中a</a>文', ['<html>中a<html>文']],
  ['文<!-- 中a -->字', ['文<html>字']],
  ['<!--\n中a\n\n中b\n-->\n文', ['文']],
  ['<kbd>中a</kbd>文', ['<html>文']],
  ['<script>\nvar 中a = "中,b"\n</script>', []],
  ['> <details>\n> <summary>中a</summary>\n>\n> 文a\n>\n> </details>\n>\n> 文b\n\n字', ['文a', '文b', '字']],
  ['> - <div\n>   title="中a">\n>\n>   文a\n>\n>   <script>\n>   中b\n>\n>   中c\n>   </script>', ['文a']],
  ['<Tip warning={true}>\n\n正文a\n\n</Tip>', ['正文a']],
  ['<Tabs>\n<TabItem value="中a">\n\n文a\n\n</TabItem>\n</Tabs>', ['文a']],
  ['<Question\n\tchoices={[\n\t\t{ text: "中a",\n\n\t\texplain: "中b" }\n\t]}\n/>\n\n文', ['文']],
  ['{/* 中a */}\n\n文', ['<placeholder>', '文']],
  ['{/*\n中a\n\n# 中b\n*/}\n\n文', ['文']],
  ['文{"中a"}文{t(\'中a\')}文{ok ? "中a" : "中b"}文{中a}', ['文<placeholder>文<placeholder>文<placeholder>文{中a}']],
  ['export const a = "中a"\n\n文', ['文']],
  // Tables, tasks, line breaks and code.
  ['表a|第2\n-|-\n中\\|a|`中a`', ['表a', '第2', '中|a', '<code>']],
  ['1. [ ] 任务a\n   续b', ['任务a\n续b']],
  ['第一\\\n第二', ['第一\n第二']],
  ['文\n\n    中a\n\n\t中b\n\n字', ['文', '字']],
];

for (const [markdown, prose] of cases) {
  test(`reads ${JSON.stringify(markdown)}`, () => assert.deepEqual(proseOf(markdown), prose));
}

test('every place leads back to its source, in order', () => {
  fc.assert(
    fc.property(randomDialect, (text) => {
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
