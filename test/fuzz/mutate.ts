import { dialects, pieces } from '../helpers/markdown.ts';
import type { Random } from './random.ts';

/** A small page out of real ones: cut, spliced and mutated. */
export function madePage(pages: readonly string[], random: Random): string {
  let text = cut(random.of(pages), random);
  for (let times = random.below(6); times > 0; times--) text = random.of(mutations)(text, random, pages);
  if (random.chance(0.7)) text = random.of(carelessness)(text);
  return random.of(wholes)(text).toWellFormed();
}

type Mutation = (text: string, random: Random, pages: readonly string[]) => string;

function cut(page: string, random: Random): string {
  const lines = page.split(/(?<=\n)/);
  const from = random.below(lines.length);
  return lines.slice(from, from + 1 + random.below(12)).join('');
}

// Changes some lines that follow one another.
function onLines(change: (line: string, first: boolean, random: Random) => string): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    const from = random.below(lines.length);
    const to = from + 1 + random.below(5);
    return lines.map((line, at) => (at >= from && at < to ? change(line, at === from, random) : line)).join('\n');
  };
}

const containers = [
  ...[
    ['> ', '> '],
    ['>', '>'],
    ['- ', '  '],
    ['1. ', '   '],
    ['- > ', '  > '],
    ['> - ', '>   '],
    ['* 1. ', '     '],
  ],
  ...[
    ['    ', '    '],
    ['\t', '\t'],
    ['- ', ''],
    ['> ', ''],
    ['-   ', '    '],
    ['10) ', '    '],
    ['  ', '  '],
  ],
  ...[
    ['!!! note\n    ', '    '],
    ['[^1]: ', '    '],
    [':   ', '    '],
    ['# ', ''],
    ['| ', '| '],
    ['- [ ] ', '  '],
  ],
] as const;

const mutations: readonly Mutation[] = [
  // Spliced with another page, between lines or within one.
  (text, random, pages) => {
    const at = random.chance(0.5)
      ? text.indexOf('\n', random.below(text.length + 1)) + 1
      : random.below(text.length + 1);
    return text.slice(0, at) + cut(random.of(pages), random) + text.slice(at);
  },
  (text, random) => {
    const [first, next] = random.of(containers);
    return onLines((line, isFirst) => (isFirst ? first : next) + line)(text, random, []);
  },
  (text, random) => {
    const [first, next] = random.of(containers);
    return text
      .split('\n')
      .map((line, at) => (at === 0 ? first : next) + line)
      .join('\n');
  },
  onLines((line, _, random) => line + random.of([' ', '  ', '\\', '\t', ' #', ' |', '\u3000'])),
  onLines((line) => line.trimStart()),
  onLines((line, _, random) => line.replace(/ /g, random.of(['\t', '  ', '', '\u00a0', '\u3000']))),
  (text, random) => changed(text, random, () => ''),
  (text, random) => changed(text, random, (part) => part + part),
  (text, random) => changed(text, random, (part) => [...part].reverse().join('')),
  (text, random) => {
    const [open, close] = random.of(wraps);
    return changed(text, random, (part) => open + part + close);
  },
  (text, random) => inserted(text, random, random.of(pieces)),
  (text, random) => inserted(text, random, random.of([...pieces, ...dialects])),
  (text, random) => inserted(text, random, random.of(pieces) + random.of(pieces)),
  (text, random) => inserted(text, random, random.of(lines)),
  (text, random) => inserted(text, random, random.of(['\n', '\n\n'])),
  (text, random) => {
    const at = text.indexOf('\n', random.below(text.length + 1));
    return at < 0 ? text : text.slice(0, at) + text.slice(at + 1);
  },
];

function changed(text: string, random: Random, change: (part: string) => string): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + random.below(random.chance(0.7) ? 6 : 60));
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

function inserted(text: string, random: Random, part: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

const wraps = [
  ...[
    ['**', '**'],
    ['*', '*'],
    ['***', '***'],
    ['_', '_'],
    ['~~', '~~'],
    ['`', '`'],
    ['``', '``'],
    ['$', '$'],
  ],
  ...[
    ['[', '](u)'],
    ['[', '][a]'],
    ['[', ']'],
    ['![', '](u)'],
    ['[[', ']]'],
    ['<b>', '</b>'],
    ['<code>', '</code>'],
  ],
  ...[
    ['{', '}'],
    ['{{ ', ' }}'],
    ['"', '"'],
    ['(', ')'],
    ['（', '）'],
    ['\\(', '\\)'],
    ['$$', '$$'],
    ['<!-- ', ' -->'],
  ],
] as const;

/** Blocks that a page of any project may hold. */
const lines = [
  '\n```js\nconst 中a = 1\n```\n',
  '\n~~~\n中a,b\n',
  '\n    中a,代码\n',
  '\n| 中a | b |\n|:-|-|\n| `c`的d | 3个 |\n',
  '\n[^1]: 脚注a,b\n\n    第2段\n',
  '\n[标签a]: https://a.com/中a "题a"\n',
  '\n标题a\n===\n',
  '\n标题a\n---\n',
  '\n## 标题a ##\n',
  '\nimport A from "./中a"\n',
  '\nexport const a = "中a"\n',
  '\n<Tabs>\n<Tab title="中a">\n中a\n\n```\n中a\n\n中b\n```\n</Tab>\n</Tabs>\n',
  '\n<div>\n中a\n\n中b\n</div>\n',
  '\n<details><summary>中a</summary>\n\n中a,b\n\n</details>\n',
  '\n{/* 中a */}\n',
  '\n<!-- 中a\n\n中b -->\n',
  '\n:::tip 中a\n中b\n:::\n',
  '\n!!! note "中a"\n\n    中b,c\n',
  '\n{% raw %}中a{% endraw %}\n',
  '\n$$\n中a\n$$\n',
  '\n术语a\n:   定义b\n',
  '\n***\n',
  '\n- [ ] 中a\n- [x] 中b\n',
  '\n1. 中a\n\n   中b\n2. 中c\n',
];

// What gives the rules something to do.
const carelessness: readonly ((text: string) => string)[] = [
  (text) => text.replace(/(\p{Script=Han}) +(?=\S)/gu, '$1').replace(/(\S) +(?=\p{Script=Han})/gu, '$1'),
  (text) => text.replace(/，/g, ',').replace(/。/g, '.').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')'),
  (text) => text.replace(/([\p{Script=Han}]) +(?=[\w`*[])/gu, '$1').replace(/，/g, ', '),
  (text) => text.replace(/ /g, '  '),
  (text) => text.replace(/(\p{Script=Han}{3})/gu, '$1 '),
];

// Most pages are left as they are.
const wholes: readonly ((text: string) => string)[] = [
  ...Array.from({ length: 12 }, () => (text: string) => text),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\r?\n/g, '\r'),
  (text) => `---\ntitle: 中a,b\n---\n\n${text}`,
  (text) => `+++\ntitle = "中a,b"\n+++\n${text}`,
  (text) => `import A from '中a'\nexport const b = 1\n\n${text}`,
  (text) => `import A from '中a'\n${text}`,
];
