import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createLinter } from '../../../server/core/lint/lint.ts';
import type { Finding } from '../../../server/core/lint/rule.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { defaults } from '../../helpers/settings.ts';

const lint = createLinter({
  ...defaults,
  rules: new Map(
    rules.filter(({ group }) => group !== 'source').map(({ id, options }) => [id, { level: 'off', options }]),
  ),
});
const findingsOf = (english: string, chinese: string): readonly Finding[] =>
  lint(parseMarkdown(chinese), parseMarkdown(english)).findings;
const idsOf = (english: string, chinese: string) => findingsOf(english, chinese).map(({ rule }) => rule.id);

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');

describe('the seed beside its source', () => {
  // The reviewer dropped a sentence.
  for (const [page, expected] of [
    ['before.md', []],
    ['after.md', ['missing-sentence']],
  ] as const) {
    test(page, () => {
      const found = idsOf(fixture('seed/en.md'), fixture(`seed/${page}`));
      assert.deepEqual(
        found.filter((id) => /number|missing|extra|date|link|code|heading/.test(id)),
        expected,
      );
    });
  }
});

describe('one finding for one defect', () => {
  test('what a missing block holds is not missing once more', () => {
    const english =
      '# `One`\n\nSee [the guide](https://a.com/guide) of 2024 for `load()`, which is **bold**.\n\n## `Two`\n';
    assert.deepEqual(idsOf(english, '# `One`\n\n## `Two`\n'), ['missing-block']);
  });

  test('a paragraph that was reworded since is one hint', () => {
    const english =
      '# `One`\n\nSee [the guide](https://a.com/guide) for 3 ways to use `load()` and `run()`.\n\n## `Two`\n';
    const found = findingsOf(
      english,
      '# `One`\n\n参见[教程](https://b.com/other)，用 `load()` 和 `start()` 的 5 种方法。\n\n## `Two`\n',
    );
    assert.equal(found.length, 1);
    assert.equal(found[0]!.level, 'hint');
  });

  const replaced: [what: string, english: string, chinese: string][] = [
    [
      'a quotation by an older version of it',
      'Do you see `output`?\n\n> At this point, the model is hallucinating, because it produces a fabricated “Observation”, a response that it generates on its own rather than the result of an actual function.\n> To prevent this, we stop generating right before it.\n\n```python\nrun()\n```\n',
      '看到 `output` 了吗？\n\n> 答案是幻觉。\n> 停在这里吧。\n\n```python\nrun()\n```\n',
    ],
    [
      'a list by one that is read as code',
      'Before `deploy`, make sure:\n\n- Installed the adapter with `astro add`.\n- Added the adapter to `astro.config.mjs` by hand (`astro add` does it for you).\n\n## `Then`\n',
      '在 `deploy` 之前：\n\n    - 用 `astro add` 安装适配器。\n    - 手动把适配器加入 `astro.config.mjs`（`astro add` 会替你做）。\n\n## `Then`\n',
    ],
    [
      'an item that stands elsewhere in its list',
      '# `types`\n\nThese are known to `load`:\n\n- `module`\n- `amd`\n- `commonjs`\n- `umd`\n\n## End of `types`\n',
      '# `types`\n\n`load` 知道这些：\n\n- `amd`\n- `commonjs`\n- `umd`\n- [`module`](#module)\n\n## `types` 的结尾\n',
    ],
  ];
  for (const [what, english, chinese] of replaced) {
    test(`not missing: ${what}`, () => {
      assert.deepEqual(
        idsOf(english, chinese).filter((id) => id === 'missing-block'),
        [],
      );
    });
  }

  test('missing: a sentence of which the code is all that is lost', () => {
    const example = (words: string, code: string) => `${words}\n\n\`\`\`js\n${code}\n\`\`\`\n\n`;
    const option = '`{ "functions": "never", "keywords": "never", "classes": "always" }`';
    const english = `# Rule\n\n${example('Examples of **correct** code:', 'a();')}${example(`Examples of **correct** code for this rule with ${option}:`, 'b();')}${example('Examples of **incorrect** code:', 'c();')}`;
    const chinese = `# 规则\n\n${example('**正确**示例：', 'a();')}${example('使用此规则与 的**正确**示例：', 'b();')}${example('**错误**示例：', 'c();')}`;
    assert.match(idsOf(english, chinese).join(), /code-span-missing|missing-block/);
  });

  describe('sections that were moved', () => {
    const section = (name: string, ...lines: string[]) => `## \`${name}\`\n\n${lines.join('\n\n')}\n\n`;
    const one = ['The `alpha()` call begins at [a](https://a.com/alpha).', 'It ends with `omega()`.'];
    const eins = ['`alpha()` 从[甲](https://a.com/alpha)开始。', '它以 `omega()` 结束。'];
    const two = section(
      'Two',
      'The `gamma()` call begins at [c](https://a.com/gamma).',
      'It ends with `delta()`.',
      'Then `beta` is [there](https://a.com/beta).',
      'And `rho` is here.',
    );
    const zwei = section(
      'Two',
      '`gamma()` 从[丙](https://a.com/gamma)开始。',
      '它以 `delta()` 结束。',
      '然后是[那里](https://a.com/beta)的 `beta`。',
      '`rho` 在此。',
    );
    const missing = (english: string, chinese: string) =>
      findingsOf(english, chinese).filter(({ rule }) => rule.id === 'missing-block');

    test('what is missing in one is said where the text goes on, not above the page', () => {
      const added = 'A new paragraph about flowers, [trees](https://a.com/trees) and birds.';
      const english = `# Calls\n\nThe \`intro\`.\n\n${section('One', ...one, added)}${two}# End\n`;
      const chinese = `# 调用\n\n\`intro\`。\n\n${zwei}${section('One', ...eins)}# 结尾\n`;
      assert.deepEqual(
        missing(english, chinese).map(({ from }) => from),
        [chinese.indexOf('。') + 1],
      );
    });

    test('a heading that has another name there is not missing', () => {
      const limit = section('sizeLimit', 'Sets the maximum size of a request.', 'Set it to `Infinity` for no limit.');
      const english = `# Calls\n\nThe \`intro\`.\n\n${section('headers', ...one)}${two}${limit}# End\n`;
      const chinese = `# 调用\n\n\`intro\`。\n\n${zwei}${section('experimentalHeaders', ...eins)}# 结尾\n`;
      assert.equal(missing(english, chinese).length, 1);
    });
  });

  test('a source of another page is said once, and nothing else', () => {
    const page = fixture('pages/vuejs-docs.guide_essentials_template-refs.md');
    assert.deepEqual(idsOf(fixture('seed/en.md'), page), ['unrelated-source']);
  });
});

test('links of the page to other languages, sections and forms of an address are the same', () => {
  const pairs: [english: string, chinese: string][] = [
    ['/en/guide/', '/zh-cn/guide/'],
    ['/guide/install', '/zh-hans/guide/install/'],
    ['https://en.wikipedia.org/wiki/Noise', 'https://zh.wikipedia.org/wiki/%E5%99%AA%E5%A3%B0'],
    ['https://developer.mozilla.org/en-US/docs/Web', 'https://developer.mozilla.org/zh-CN/docs/Web'],
    ['https://vite.dev/guide/', 'https://cn.vitejs.dev/guide/'],
    ['https://cli.vuejs.org/guide/', 'https://cli.vuejs.org/zh/guide/'],
    ['http://a.com/x', 'https://www.a.com/x/'],
    ['../guide.md#set-up', '../guide.md#设置'],
    ['#set-up', '#设置'],
    ['./img/cat.png', '../../en/img/cat.png'],
    ['https://twitter.com/someone', 'https://x.com/someone'],
  ];
  for (const [english, chinese] of pairs) {
    assert.deepEqual(idsOf(`# A\n\nSee [this](${english}) now.\n`, `# 甲\n\n参见[此处](${chinese})。\n`), [], chinese);
  }
});

describe('any text is compared in linear time', () => {
  // `N` counts up, from another number on each page.
  const units = [
    'N ',
    'N,',
    'N.',
    'Nx',
    '`aN` ',
    '[a](b) ',
    '[a](/bN#cN) ',
    '[a](https://a.com/t/N0) ',
    '<a href="/bN">a</a> ',
    'three hundred ',
    'March N ',
    '一百',
    '{aN} ',
    '**aN** ',
    'Reacx React ',
    'word of the and is ',
    '| N ',
    '[^N] ',
  ];
  const shapes: [name: string, shape: (unit: string, from: number) => string][] = [
    ['in one line', (unit, from) => fill(unit, 150_000, from)],
    [
      'in long paragraphs',
      (unit, from) =>
        Array(10)
          .fill(fill(unit, 15_000, from))
          .join('\n\n'),
    ],
    [
      'in short paragraphs',
      (unit, from) =>
        Array(1500)
          .fill(fill(unit, 100, from))
          .join('\n\n'),
    ],
    ['in HTML', (unit, from) => `<div>\n${fill(unit, 150_000, from)}`],
  ];
  for (const [name, shape] of shapes) {
    for (const unit of units) {
      test(`${JSON.stringify(unit)} ${name}`, () => {
        const [chinese, english] = [`# A\n\n${shape(unit, 0)}中\n`, `# A\n\n${shape(unit, 50_000)}\n`];
        toTheEnd(() => lint(parseMarkdown(chinese), parseMarkdown(english)));
      });
    }
  }
});

function fill(unit: string, length: number, from: number): string {
  let text = '';
  for (let number = from; text.length < length; number++) text += unit.replaceAll('N', String(number));
  return text;
}
