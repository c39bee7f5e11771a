import { ATOMS } from '../../../markdown/prose.ts';
import { BLANK, classBefore } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'heading-id-space',
  group: 'markdown',
  level: 'info',
  fix: 'safe',
  boundary: 'headingId',
  style: 'headingId',
  title: { en: 'A space before the id of a heading', zh: '标题与锚点标识之间加空格' },
  why: {
    en: 'An id such as {#install} is not part of the words of a heading. Some programs, such as Python-Markdown, read it as an id only after a space. The guides of Kubernetes and Vue ask for English ids in this form. The rule follows the pages of the project. Where most of them write no space, nothing is reported.',
    zh: '{#install} 这样的标识不属于标题文字，有的程序（如 Python-Markdown）只在它前面有空格时才当作标识。Kubernetes 和 Vue 的指南要求用这种形式写英文标识。本规则以项目页面的写法为准；页面大多不加空格时不报告。',
  },
  message: {
    en: 'Add a space before “{id}”.',
    zh: '“{id}”前应加空格。',
  },
  examples: [
    ['## 安装{#install}', '## 安装 {#install}'],
    ['## 这是什么？{#what}', '## 这是什么？ {#what}'],
    ['## 用 `pip` 安装 **模型**{#pip}', '## 用 `pip` 安装 **模型** {#pip}'],
    ['## 安装{/*install*/}', '## 安装 {/*install*/}'],
    '## 安装 {#install}',
    '## 当前版本{{ version }}',
    '段落里的{#id}',
    '## 用法 `a{#id}`',
  ],
  styledExamples: { none: ['## 安装{#install}', '## 安装 {#install}'] },
  prose({ text, atoms, source }, { block, style, report }) {
    const at = text.length - 1;
    if (block !== 'heading' || style.headingId !== 'space' || at < 1 || text[at] !== ATOMS.placeholder) return;
    const atom = atoms.at(-1)!;
    const id = source.slice(atom.from, atom.to);
    if (!/^\{(?:#|\/\*)/.test(id) || classBefore(text, at) & BLANK) return;
    report({ from: at, to: at + 1 }, { id }, { edits: [{ from: at, to: at, insert: ' ' }] });
  },
});
