import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { defaults } from '../../helpers/settings.ts';

/**
 * Texts on which tools of this field go wrong, and what must become of them; alone, a text that must stay as it is.
 * The numbers are those of the collection they come from.
 */
const cases: [number: number, text: string, fixed?: string][] = [
  [1, '**试试看！** 选择'],
  [2, '- [x] 完成a任务', '- [x] 完成 a 任务'],
  [3, '- [ ] 任务1,测试', '- [ ] 任务 1，测试'],
  [4, '    中a文,代码'],
  [5, '等等...然后', '等等……然后'],
  [5, '- 未完...', '- 未完……'],
  [6, '使用model.fit()函数', '使用 model.fit() 函数'],
  [7, '编辑 .gitignore 和 .env 文件'],
  [7, '所有 .py 文件'],
  [8, '使用:rocket:表情'],
  [9, '见 :cite:`a.b`'],
  [10, '> [!NOTE]\n> 正文'],
  [11, '<CourseFloatingBanner\n chapter={1}\n/>'],
  [12, "$P(s'|s,a),a中b$"],
  [13, '$$\n中a文 = x\n$$'],
  [14, '价格为$5和$10之间'],
  [15, '[文档a]: https://a.com\n\n见[文档a]和[说明][文档a]'],
  [16, '内容[^注1]后\n\n[^注1]: 说明'],
  [17, '见 https://github.com/hf/）。 Thomas'],
  [18, '---\ntags: [a, 中文, b]\n---\n\n正文'],
  [19, '+++\ntitle = "标题a,中"\n+++\n\n正文'],
  [20, "import A from './中a.js'"],
  [21, '<img alt="图a,中" src="中a.png">'],
  [22, '<code>中a文</code>'],
  [22, '<pre>中a文</pre>'],
  [23, '设置 foo=bar'],
  [24, '见[配置](#配置a中)'],
  [25, '下载 安装 使用'],
  [26, '他说："Hello, world."'],
  [27, 'This is a 中文 word, in English.'],
  [28, 'See 第 3 章, then'],
  [29, '坐标(10, 20)、a[i]、[1,2,3]'],
  [30, '1.中文项目'],
  [31, '哈哈:)，中文 ;-)'],
  [32, '屏幕 15.6"大小，39°54\'20"'],
  [33, "模型's 输出和 users' 数据"],
  [34, '加（测试）.', '加（测试）。'],
  [35, 'U.S.A.的公司，e.g.这样'],
  [36, '运行!pip install 命令'],
  [37, '公里/小时，和/或，他/她'],
  [38, '约~10 个'],
  [39, '范围 1～10'],
  [40, '比尔·盖茨'],
  [41, '模\uFFFD\uFFFD型'],
  [42, '𠮷野家abc', '𠮷野家 abc'],
  [42, '𬀩a字', '𬀩 a 字'],
  [43, 'これはRustです'],
  [45, '见[[2021年报告]]'],
  [46, '{{< note >}}、{% raw %}、{#anchor}'],
  [46, ':::warning\n正文\n:::'],
  [46, '???+ note "标题"'],
  [47, '- 【新增】'],
  [47, '# （一）'],
  [48, '第 3-5 章，400-123-4567，3e-4'],
  [49, 'TCP/IP协议,很好', 'TCP/IP 协议，很好'],
  [49, 'HTTP/2协议很好', 'HTTP/2 协议很好'],
  [49, 'C#代码abc中', 'C# 代码 abc 中'],
  [50, '说“好”,', '说“好”，'],
  [51, '腾讯-ADR-已发行，LLM-RL综述', '腾讯-ADR-已发行，LLM-RL 综述'],
  [52, '转义\\_和\\*中文，中文\\#'],
  [53, '空&nbsp;格&lt;'],
  [54, '返回 "`ok`"'],
  [55, '<!-- 用A的,原文 -->\n\n译文'],
  [56, 'An English paragraph, with a few words. And more.'],
  [57, '<Question choices={[\n { text: "正确,因为A" }\n\n]} />\n\n译文'],
];

const lint = createLinter(defaults);

for (const [number, text, expected = text] of cases) {
  test(`${number}: ${text}`, () => assert.equal(fixAll(parseMarkdown(text), lint).text, expected));
}
