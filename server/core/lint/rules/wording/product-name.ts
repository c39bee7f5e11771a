import { lazily } from '../../../glossary/glossary.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { isAmongEnglish, latinWords } from './latin-words.ts';
import { names, namesOfPackages } from './product-names.data.ts';

export default defineRule({
  id: 'product-name',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Names of products as their owners write them', zh: '产品名称的大小写与空格' },
  why: {
    en: 'A product has one spelling, that of its owner. Readers search for it, and a page with both Github and GitHub looks careless. sparanoid’s guide and those of MDN and TiDB ask for it. Names in lower case that may be a command or a package, and names in code, links and identifiers, are not checked.',
    zh: '专有名词应按其所有者的写法书写，同一页面时而 Github、时而 GitHub，既不便检索，也显得草率。sparanoid《中文文案排版指北》以及 MDN、TiDB 的指南都有此要求。可能是命令或包名的小写形式，以及代码、链接和标识符中的名称不作检查。',
  },
  message: {
    en: '“{wrong}” is written “{right}”.',
    zh: '“{wrong}”应写作“{right}”。',
  },
  options: { allow: [] },
  optionHelp: {
    allow: {
      en: 'Spellings that may stay, although the rule knows others.',
      zh: '可以保留的写法，即使与规则所知的不同。',
    },
  },
  needs: [HAN, LATIN],
  examples: [
    ['代码在 github 上', '代码在 GitHub 上'],
    ['用 **Tensorflow** 训练', '用 **TensorFlow** 训练'],
    ['由HuggingFace维护', '由Hugging Face维护'],
    ['支持 MacOS、Linux 和 Windows', '支持 macOS、Linux 和 Windows'],
    ['先安装 NodeJS。', '先安装 Node.js。'],
    ['先安装 node.JS。', '先安装 Node.js。'],
    ['在 Vscode 中打开', '在 VS Code 中打开'],
    ['用 Stable diffusion 生成', '用 Stable Diffusion 生成'],
    '代码在 GitHub 上，用 PyTorch 训练',
    '运行 npm install webpack 安装',
    '使用 numpy 包和 `Pytorch`',
    '见 github.com/a 和 @github/docs 以及 https://github.com',
    '见 [说明](https://github.com/Pytorch)',
    '包名为 Pytorch-lightning 或 Pytorch_lightning',
    'The Javascript engine of a browser is fast（引擎）',
    '在 Mac OS X 上，或在思科 IOS 上',
    '在搜索框中输入“ubuntu”，用户名 ubuntu，变量 Json，名为 Wechat 的类，android 属性与 github 目录',
    '这句话“I have been waiting for a HuggingFace course”很短，不译为中文也能读懂，因此原样保留',
  ],
  prose(prose, { options, glossary, report }) {
    const { text } = prose;
    const allowed = options.allow as readonly string[];
    const words = latinWords(text);
    for (let at = 0; at < words.length; at++) {
      if (!beginnings.has(words[at]!.key)) continue;
      for (let count = Math.min(longest, words.length - at); count > 0; count--) {
        const from = words[at]!.from;
        const to = words[at + count - 1]!.to;
        const name = known.get(count === 1 ? words[at]!.key : words[at]!.key + words[at + 1]!.key);
        if (!name || !areNeighbours(text, words, at, count) || isAmongEnglish(text, words, at)) continue;
        const wrong = text.slice(from, to);
        const isMeant = name.forms.includes(wrong) || allowed.includes(wrong) || glossaryForms(glossary).has(wrong);
        const isLower = wrong === wrong.toLowerCase();
        // Quoted text is what a person types.
        const isTyped = isLower && /[“"「『‘']/.test(text[from - 1] ?? '');
        // Two ordinary words may form a name by chance: open AI.
        const isChance = count > name.words && !/^[A-Z]\S* [A-Z]/.test(wrong);
        const isPlainWord = isMeant || isChance || isTyped || (name.isPackage && isLower);
        if (!isPlainWord && !isIdentifier(text, from, to, isLower))
          report({ from, to }, { wrong, right: name.right }, { edits: [{ from, to, insert: name.right }] });
        at += count - 1;
        break;
      }
    }
  },
});

interface Name {
  readonly right: string;
  readonly forms: readonly string[];
  readonly words: number;
  readonly isPackage: boolean;
}

const known = new Map<string, Name>();
for (const [list, isPackage] of [
  [names, false],
  [namesOfPackages, true],
] as const) {
  for (const entry of list) {
    const forms = entry.split('|');
    const right = forms[0]!;
    known.set(right.toLowerCase().replace(/[ .]/g, ''), { right, forms, words: right.split(' ').length, isPackage });
  }
}
const longest = 2;
/** Each possible start of a name. */
const beginnings = new Set([...known.keys()].flatMap((key) => Array.from(key, (_, at) => key.slice(0, at + 1))));

/** Whether `count` words are separated by single spaces, and none of them is part of something longer. */
function areNeighbours(text: string, words: ReturnType<typeof latinWords>, first: number, count: number): boolean {
  for (let at = first; at < first + count; at++) {
    if (words[at]!.isPart) return false;
    if (at > first && text.slice(words[at - 1]!.to, words[at]!.from) !== ' ') return false;
  }
  return !commands.has(words[first - 1]?.key ?? '') || text.slice(words[first - 1]!.to, words[first]!.from) !== ' ';
}

/** Whether it is a name in a program: 变量 Json, 名为 Wechat, and in lower case also android 属性. */
function isIdentifier(text: string, from: number, to: number, isLower: boolean): boolean {
  if (named.test(text.slice(Math.max(0, from - 6), from))) return true;
  return isLower && namedThing.test(text.slice(to, to + 6));
}

const named =
  /(?:变量|常量|类名|类型|类型为|函数|方法|参数|字段|属性|命名空间|用户名|包名|模块名|文件名|名为|名称为|叫做?|命名为|键名?|分支|别名|标识符|关键字) ?$/;
const namedThing =
  /^ ?(?:目录|文件夹|属性|变量|常量|字段|参数|选项|分支|模块|函数|方法|标识符|键|别名|关键字|包(?![括含裹装]))/;

/** Words that come before the name of a package. */
const commands = new Set([
  'add',
  'docker',
  'from',
  'import',
  'install',
  'npm',
  'npx',
  'pip',
  'pnpm',
  'require',
  'run',
  'uninstall',
  'yarn',
]);

/** The glossary decides how its own names are written. */
const glossaryForms = lazily(
  ({ terms }) => new Set(terms.flatMap((term) => [...term.source, ...term.renderings.map(({ text }) => text)])),
);
