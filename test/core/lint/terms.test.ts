import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGlossary } from '../../../server/core/glossary/glossary.ts';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import type { Term } from '../../../server/core/glossary/term.ts';
import { createWordBoundaries } from '../../../server/core/glossary/word-boundaries.ts';
import { isHarmless } from '../../../server/core/lint/fix.ts';
import { createLinter, type LintSettings } from '../../../server/core/lint/lint.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { defaults } from '../../helpers/settings.ts';

const origin = { file: 'g.csv', line: 0, from: 0, to: 0 };
const only = new Map(
  rules.map(({ id, group, level, options }) => [id, { level: group === 'glossary' ? level : 'off', options }] as const),
);
const wordBoundaries = createWordBoundaries(createSegmenter(['隐空间', '潜在空间', '令牌', '词元']));

function term(source: string, renderings: Term['renderings'], fields: Partial<Term> = {}): Term {
  return { source: [source], renderings, doNotTranslate: false, origin, ...fields };
}

const preferred = (text: string) => ({ text, status: 'preferred' as const });
const admitted = (text: string) => ({ text, status: 'admitted' as const });
const forbidden = (text: string, more: { suggest?: string; except?: string[] } = {}) => ({
  text,
  status: 'forbidden' as const,
  ...more,
});
const deprecated = (text: string) => ({ text, status: 'deprecated' as const });

function linter(terms: readonly Term[], settings: Partial<LintSettings> = {}) {
  return createLinter({ ...defaults, rules: only, wordBoundaries, glossary: createGlossary(terms), ...settings });
}

/** Findings in one line each: rule, level, text. */
function shown(terms: readonly Term[], chinese: string, english?: string): string[] {
  const page = parseMarkdown(chinese);
  const { findings } = linter(terms)(page, english === undefined ? undefined : parseMarkdown(english));
  return findings.map((one) => `${one.rule.id} ${one.level} ${chinese.slice(one.from, one.to)}`);
}

const token = term('token', [preferred('词元'), forbidden('令牌')]);

const rows: readonly [string, readonly Term[], string, string | undefined, readonly string[]][] = [
  ['a rejected wording', [token], '一个令牌。\n', undefined, ['forbidden-term warning 令牌']],
  [
    'an English name in the number that the glossary does not want',
    [
      term('tensor', [], { doNotTranslate: true, plural: 'singular' }),
      term('API', [], { doNotTranslate: true, plural: 'plural' }),
      term('refs', [], { doNotTranslate: true, plural: 'plural' }),
      term('cache', [], { doNotTranslate: true, plural: 'singular', severity: 'warning' }),
    ],
    '两个 Tensors 与一个 API，每个 refs，各个 caches。\n',
    undefined,
    ['kept-number hint Tensors', 'kept-number hint API', 'kept-number warning caches'],
  ],
  ['beside its English', [token], '一个令牌。\n', 'A token.\n', ['forbidden-term warning 令牌']],
  ['beside other English', [token], '一个令牌。\n', 'A badge.\n', []],
  [
    'with an answer for every mention',
    [token],
    '一个词元，一个令牌。\n',
    'A token, a badge.\n',
    ['forbidden-term hint 令牌'],
  ],
  [
    'with one answer missing',
    [token],
    '词元。另一个令牌。\n',
    'A token. Another token.\n',
    ['forbidden-term warning 令牌'],
  ],
  ['in a paragraph without source', [token], '一个段落。\n\n# 标题\n\n一个令牌。\n', 'A paragraph.\n\n# Title\n', []],
  [
    'a convention about Chinese',
    [term('', [], { source: [], renderings: [preferred('应用'), forbidden('应用程序')] })],
    '应用程序\n',
    'X\n',
    ['forbidden-term warning 应用程序'],
  ],
  [
    'a discouraged wording',
    [term('token', [preferred('词元'), deprecated('令牌')])],
    '一个令牌。\n',
    undefined,
    ['forbidden-term hint 令牌'],
  ],
  [
    'the severity of the term',
    [{ ...token, severity: 'error' }],
    '一个令牌。\n',
    undefined,
    ['forbidden-term error 令牌'],
  ],
  ['a term for hover alone', [{ ...token, severity: 'off' }], '一个令牌。\n', undefined, []],
  [
    'an exception of the rendering',
    [term('token', [preferred('词元'), forbidden('令牌', { except: ['访问令牌'] })])],
    '访问令牌，令牌。\n',
    undefined,
    ['forbidden-term warning 令牌'],
  ],
  ['another sense that approves', [token, term('token', [preferred('令牌')])], '一个令牌。\n', 'A token.\n', []],
  [
    'a sense of another context',
    [token, term('token', [preferred('令牌')], { when: { context: ['access'] } })],
    '一个令牌。\n',
    'A token.\n',
    ['forbidden-term warning 令牌'],
  ],
  [
    'a sense of this context',
    [token, term('token', [preferred('令牌')], { when: { context: ['access'] } })],
    '访问用的令牌。\n',
    'An access token.\n',
    [],
  ],
  [
    'a sense whose context is not known',
    [token, term('token', [preferred('令牌')], { when: { context: ['access'] } })],
    '一个令牌。\n',
    undefined,
    [],
  ],
  [
    'a sense under a heading',
    [{ ...token, when: { heading: ['分词'] } }],
    '# 分词\n\n令牌。\n\n# 登录\n\n令牌。\n',
    undefined,
    ['forbidden-term warning 令牌'],
  ],
  [
    'a sense under an English heading',
    [{ ...token, when: { heading: ['tokenization'] } }],
    '# 分词\n\n令牌。\n\n# 登录\n\n令牌。\n',
    '# Tokenization\n\nToken.\n\n# Log in\n\nToken.\n',
    ['forbidden-term warning 令牌'],
  ],
];

describe('terms', () => {
  for (const [name, terms, chinese, english, expected] of rows) {
    test(name, () => assert.deepEqual(shown(terms, chinese, english), expected));
  }
});

/** What each fix of the first finding makes of a page. */
function fixed(terms: readonly Term[], text: string): string[] {
  const page = parseMarkdown(text);
  const [finding] = linter(terms)(page).findings;
  return finding!.fixes.filter(({ edits }) => isHarmless(page, edits)).map(({ edits }) => applyEdits(text, edits));
}

describe('fixes', () => {
  const several = term('token', [preferred('词元'), admitted('标记'), forbidden('令牌')]);

  test('offer each approved wording, here and in the whole file', () => {
    assert.deepEqual(fixed([several], '令牌与**令牌**，`令牌`\n\n## 令牌\n'), [
      '词元与**令牌**，`令牌`\n\n## 令牌\n',
      '标记与**令牌**，`令牌`\n\n## 令牌\n',
      '词元与**词元**，`令牌`\n\n## 词元\n',
      '标记与**标记**，`令牌`\n\n## 标记\n',
    ]);
  });

  test('offer the file only where there is more than one', () => {
    assert.deepEqual(fixed([token], '一个令牌。\n'), ['一个词元。\n']);
  });

  test('offer what the rejected wording itself suggests', () => {
    const own = term('token', [preferred('词元'), forbidden('令牌', { suggest: '标记' })]);
    assert.deepEqual(fixed([own], '一个令牌。\n'), ['一个标记。\n']);
  });

  test('leave out findings that a comment silences', () => {
    const text = '令牌。\n\n<!-- yijiao-disable-next-line -->\n令牌。\n\n令牌。\n';
    assert.equal(fixed([token], text)[1], text.replace(/^令牌/, '词元').replace(/令牌。\n$/, '词元。\n'));
  });

  test('use one rendering everywhere', () => {
    const space = term('latent space', [preferred('隐空间'), admitted('潜在空间')]);
    assert.deepEqual(fixed([space], '隐空间、隐空间、隐空间。潜在空间。潜在空间。\n'), [
      '隐空间、隐空间、隐空间。隐空间。潜在空间。\n',
      '隐空间、隐空间、隐空间。隐空间。隐空间。\n',
    ]);
  });

  test('set blanks around English that stays, and take them from Chinese', () => {
    const prop = term('prop', [forbidden('道具')], { doNotTranslate: true });
    assert.deepEqual(fixed([prop], '每个道具都有\n'), ['每个 prop 都有\n']);
    const slot = term('slot', [preferred('插槽')]);
    assert.deepEqual(fixed([slot], '每个 slot 都有\n'), ['每个插槽都有\n']);
  });
});

test('a page in traditional characters is matched in its own, and gets no simplified ones', () => {
  const thread = term('thread', [preferred('執行緒'), admitted('线程'), forbidden('进程')]);
  const glossary = { ...createGlossary([thread]), isTraditional: true };
  const [finding, more] = linter([], { glossary })(parseMarkdown('一個進程，一個線程。\n')).findings;
  assert.equal(more, undefined);
  assert.deepEqual(
    finding!.fixes.map(({ edits }) => edits[0]!.insert),
    ['執行緒'],
  );
});

test('what is found in a block is kept as long as the headings that matter stay', () => {
  const lint = linter([{ ...token, when: { heading: ['分词'] } }]);
  const before = parseMarkdown('# 分词\n\n令牌。\n');
  assert.equal(lint(before).findings.length, 1);
  const after = parseMarkdown('# 登录\n\n令牌。\n', before);
  assert.equal(lint(after).findings.length, 0);
});

test('a page with and without its source is judged for itself', () => {
  const lint = linter([token]);
  const page = parseMarkdown('一个令牌。\n');
  assert.equal(lint(page).findings.length, 1);
  assert.equal(lint(page, parseMarkdown('A badge.\n')).findings.length, 0);
  assert.equal(lint(page).findings.length, 1);
});

describe('long lines take no longer than they should', () => {
  const terms = [
    term('token', [preferred('词元'), admitted('标记'), forbidden('令牌')], { firstUse: 'zh（en）' }),
    term('slot', [preferred('插槽'), forbidden('槽位', { except: ['槽位置'] })], { when: { context: ['fill'] } }),
    term('prop', [], { doNotTranslate: true, except: ['prop drilling'] }),
  ];
  const usage = new Map(terms.map((one) => [one, { uses: 100, followed: 100, answered: 100, kept: 0 }]));
  for (const piece of [
    '令牌',
    '词元标记',
    '词元（',
    '用 token 和',
    '**令牌**与[token](a)',
    'prop 槽位置',
    '“令牌',
    '令牌。',
  ]) {
    test(piece, () => {
      const lint = linter(terms, { conformity: { usage, strays: new Set() } });
      const chinese = parseMarkdown(`${piece.repeat(60_000 / piece.length)}\n`);
      const english = parseMarkdown(`${'fill a token in a slot of the prop drilling, '.repeat(1300)}\n`);
      toTheEnd(() => lint(chinese));
      toTheEnd(() => lint(chinese, english));
    });
  }
});

test('what the glossary says of the number of a name goes before the rule on plurals', () => {
  const level = { level: 'hint', options: { nouns: [] } } as const;
  const both = new Map([
    ['latin-plural', level],
    ['kept-number', level],
  ]);
  const api = term('API', [], { doNotTranslate: true, plural: 'plural' });
  const found = (terms: readonly Term[], text: string) =>
    linter(terms, { rules: both })(parseMarkdown(text)).findings.map(({ rule }) => rule.id);
  assert.deepEqual(found([api], '提供多个 APIs 供调用\n'), []);
  assert.deepEqual(found([{ ...api, plural: 'singular' }], '提供多个 APIs 供调用\n'), ['kept-number']);
  assert.deepEqual(found([], '提供多个 APIs 供调用\n'), ['latin-plural']);
});
