import { HAN, LATIN } from '../../../text/han.ts';
import { isChineseText } from '../../../text/sentence.ts';
import { replaceWith } from '../../../text/shared-texts.ts';
import { skipBlanks } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { meantForms } from '../../shared-texts.ts';
import { abbreviations } from './abbreviations.data.ts';
import { isAmongEnglish, latinWords } from './latin-words.ts';

export default defineRule({
  id: 'abbreviation-style',
  group: 'wording',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'Abbreviations in their usual form', zh: '缩写用通行写法' },
  why: {
    en: 'Short forms such as Ts and h5 are known to few people outside a team, and an acronym is written in capitals. sparanoid’s guide asks for JavaScript and HTML5. Names of files and formats, code and identifiers are not checked.',
    zh: 'Ts、h5 之类的缩写只在小圈子里通行，首字母缩写则应全部大写。sparanoid《中文文案排版指北》要求写 JavaScript、HTML5。文件名、格式名、代码和标识符不作检查。',
  },
  message: {
    en: '“{wrong}” is usually written “{right}”.',
    zh: '“{wrong}”通常写作“{right}”。',
  },
  options: { allow: [] },
  optionHelp: { allow: meantForms },
  needs: [HAN, LATIN],
  examples: [
    ['熟悉 Js、h5 的开发者', '熟悉 JavaScript、HTML5 的开发者'],
    ['用 **Ts** 编写组件', '用 **TypeScript** 编写组件'],
    ['连接 wifi 后打开 Ui', '连接 Wi-Fi 后打开 UI'],
    '熟悉 JavaScript、HTML5，连接 Wi-Fi，适用于 H5 页面',
    '把权重存成 h5 文件，扩展名为 .js 或 ts 后缀',
    '见 `Ts`、main.ts、Ts-node 与 [脚本](a.js)',
    '在命令中输入“js”，选项 --ts 与变量 Ui_main',
    'Ai Weiwei is an artist of the 20th century（艺术家）',
    '由 Dom Perry 与 Ip Man 维护',
  ],
  prose({ text }, { options, report }) {
    const allowed = options.allow as readonly string[];
    const words = latinWords(text);
    let isChinese: boolean | undefined;
    for (let at = 0; at < words.length; at++) {
      const { from, to, word: wrong, isPart } = words[at]!;
      const right = known.get(wrong);
      if (!right || isPart || allowed.includes(wrong)) continue;
      // Quoted text is what a person types. A name continues in Latin letters.
      if (/[“"「『‘']/.test(text[from - 1] ?? '') || /^ [A-Z]/.test(text.slice(to, to + 2))) continue;
      if (ofFiles.test(text.slice(skipBlanks(text, to), to + 8))) continue;
      if (isAmongEnglish(text, words, at, 4)) continue;
      isChinese ??= isChineseText(text);
      if (!isChinese) return;
      const fixes = right.map((insert) => ({
        edits: [{ from, to, insert }],
        title: replaceWith(insert),
      }));
      report({ from, to }, { wrong, right: right.join('”/“') }, ...fixes);
    }
  },
});

/** Before these words it is the name of a format, a tag or a setting. */
const ofFiles = /^(?:文件|后缀|扩展名|格式|标签|标题|元素|模块|模型|权重|目录|字段|属性|参数|选项|列)/;

const known = new Map(
  abbreviations
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [wrong, right] = entry.split('>') as [string, string];
      return [wrong, right.split('/')];
    }),
);
