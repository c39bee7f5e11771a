import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { faults } from '../../../../server/core/glossary/format/faults.ts';
import { formats } from '../../../../server/core/glossary/format/list.ts';
import { fileFaults, readGlossary } from '../../../../server/core/glossary/format/read.ts';
import { toTheEnd } from '../../../helpers/hang.ts';
import { show } from '../show.ts';

const messages = { ...faults, ...fileFaults };

const fixtures = new URL('../../../fixtures/glossaries/', import.meta.url);

function check(title: string, file: string, lines: readonly string[], expected: readonly string[]): void {
  test(`${file}: ${title}`, () => {
    const text = lines.join('\n');
    const { terms, faults } = readGlossary(text, file);
    const found = [
      ...terms.map((term) => `${term.origin.line}: ${show(term)}`),
      ...faults.map(({ from, to, message }) => `${nameOf(message)} ${JSON.stringify(text.slice(from, to))}`),
    ];
    assert.deepEqual(found, expected);
  });
}

function nameOf(message: object): string | undefined {
  return Object.entries(messages).find(([, known]) => known === message)?.[0];
}

check('a header in English', 'a.csv', ['term,translation', 'token,词元'], ['1: token = 词元']);
check(
  'a header in Chinese, the Chinese first',
  'a.csv',
  ['中文,英文,备注', '词元,token,NLP'],
  ['1: token = 词元 # NLP'],
);
check('locales', 'a.csv', ['en_US;de_DE;zh_CN', 'token;Token;词元'], ['1: token = 词元']);
check('no header', 'a.csv', ['token,词元', 'bias,偏置,机器学习'], ['0: token = 词元', '1: bias = 偏置 # 机器学习']);
check('no header, the Chinese first', 'a.tsv', ['词元\ttoken', '偏置\tbias'], ['0: token = 词元', '1: bias = 偏置']);
check(
  'a row about a word of headers',
  'a.csv',
  ['translation,翻译', 'term,术语'],
  ['0: translation = 翻译', '1: term = 术语'],
);
check(
  'every column',
  'a.csv',
  ['词性,Rejected,en,zh,状态,note', 'v.,"注、类",type,标注,允许,TS'],
  ['1: type (verb) = ~标注 | !注 | !类 # TS'],
);
check(
  'all line ends, blank lines, a byte order mark',
  'a.csv',
  ['\ufeffen,zh\r\n\r\ntoken,词元\rbias,偏置', ''],
  ['2: token = 词元', '3: bias = 偏置'],
);
check(
  'quoted cells',
  'a.csv',
  ['en,zh', '"a, ""b""",词', '"self\nattention",x'],
  ['1: a | b = 词', 'severalLines "\\"self\\nattention\\",x"'],
);
check(
  'quotes that quote nothing',
  'a.tsv',
  ['en\tzh', 'a\t"甲"或"乙"', 'b\t丙（不用"丁"）'],
  ['1: a = 甲 | ~乙', '2: b = 丙 | !丁'],
);
check(
  'a quote that is never closed',
  'a.csv',
  ['en,zh', 'a,"甲', 'b,乙', '"c",丙'],
  ['2: b = 乙', '3: c = 丙', 'unclosedQuote "\\"甲"'],
);
check(
  'an unclosed quote in the last row',
  'a.csv',
  ['en,zh', 'b,乙', '"c,丙'],
  ['1: b = 乙', 'unclosedQuote "\\"c,丙"'],
);
check(
  'rows that lack a side',
  'a.csv',
  ['en,zh', 'a,', ',乙', '甲,乙', 'b,丙', ',,'],
  ['4: b = 丙', 'noChinese "a,"', 'noEnglish ",乙"', 'noEnglish "甲,乙"'],
);
check('chapters and comments', 'a.csv', ['en,zh', '**A**,', '# from here, by hand,', 'a,甲'], ['3: a = 甲']);
check('nothing recognisable', 'a.csv', ['x,y', 'z,w'], ['noColumns "x,y"']);
check('nothing at all', 'a.csv', ['', ' '], []);
check(
  'what Excel writes in GBK',
  'a.csv',
  ['en,zh', 'a,\ufffd\ufffd', 'b,乙', 'c,丙'],
  ['2: b = 乙', '3: c = 丙', 'undecodable "a,\ufffd\ufffd"'],
);
check('a workbook by a wrong name', 'a.csv', ['PK\x03\x04\0\0'], ['binary "\\u0000"']);
check('a format that is none', 'a.xlsx', ['{}', ''], ['unsupported "{}"']);
check('an unknown extension with tabs', 'terms', ['token\t词元'], ['0: token = 词元']);

check(
  'tables among prose',
  'a.md',
  [
    '# 术语表',
    '| 英文 | 建议翻译 | 备注 |',
    '| --- | :-: | --- |',
    '| **A** | | |',
    '| [token](https://x.y) | 词元 | `a \\| b` |',
    '| `a\\|b` | 甲 |',
    '| lonely | | 待定 |',
    '',
    '| 版本 | 日期 |',
    '| --- | --- |',
    '| v1 | 一月 |',
    '- bias：偏置',
  ],
  ['4: token = 词元 # a | b', '5: a|b = 甲', 'noChinese "| lonely | | 待定 |"'],
);
check(
  'without outer pipes, indented',
  'a.md',
  ['  Original | 译文', '  ---|---', '  token | 词元'],
  ['2: token = 词元'],
);
check(
  'a convention about Chinese',
  'a.md',
  ['中文|约定写法', '-|-', '其他/其它|统一为"其他"', '应用程序|应用'],
  ['2:  = 其他 | !其它', '3:  = 应用 | !应用程序'],
);
check(
  'lists and a dictionary in a comment beside a table',
  'a.md',
  [
    '| en | zh |',
    '| - | - |',
    '| token | 词元 |',
    '',
    '## 更多',
    '',
    '- mask，掩膜',
    '- beam search，束搜索',
    '- key',
    '  * 在加密上下文中，译为密钥',
    '',
    '## 写法',
    '',
    '- API — 统一大写，不要写成 Api。',
    '- 用全角标点：，。',
    '- Good: 使用中文标点',
    '',
    '<!--',
    'Dictionary',
    'tokenize: 词元化',
    'transformer: transformer（不翻译）',
    'Trainer: 训练器',
    'checkpoint: 检查点',
    '-->',
  ],
  [
    '2: token = 词元',
    '6: mask = 掩膜',
    '7: beam search = 束搜索',
    '9: key = 密钥 # 在加密上下文中，译为密钥',
    '19: tokenize = 词元化',
    '20: transformer = KEEP',
    '21: Trainer = 训练器',
    '22: checkpoint = 检查点',
  ],
);
check(
  'a note that rejects a wording, and notes that do so under a condition',
  'a.csv',
  ['en,zh,备注', 'precheck,前置检查,不译成”预检查”', 'key,键,加密时不译成“键”', 'map,映射,不是“地图”的意思'],
  [
    '1: precheck = 前置检查 | !预检查 # 不译成”预检查”',
    '2: key = 键 # 加密时不译成“键”',
    '3: map = 映射 # 不是“地图”的意思',
  ],
);
check(
  'a list that only blanks divide',
  'a.md',
  ['# 词汇表', '', '* 张量 Tensor', '* 层 Layer', '* 学习率 Learning Rate'],
  ['2: Tensor = 张量', '3: Layer = 层', '4: Learning Rate = 学习率'],
);
check(
  'a list of other things',
  'a.md',
  ['- 张量 Tensor', '- 使用 Docker 部署', '- 层 Layer'],
  ['noTerms "- 张量 Tensor"'],
);
const huge = '字'.repeat(1_000_000);
for (const [file, text, kept] of [
  ['a.csv', `en,zh\ntoken,词元\nhuge,${huge}\n`, 1],
  ['a.md', `- token，词元\n- mask，掩膜\n- huge，${huge}\n`, 2],
  ['b.md', `| en | zh |\n| - | - |\n| token | 词元 |\n| huge | ${huge} |\n`, 1],
  ['a.yml', `- { source: token, target: 词元 }\n- { source: huge, target: ${huge} }\n`, 1],
  ['a.po', `msgid "token"\nmsgstr "词元"\n\nmsgid "huge"\nmsgstr "${huge}"\n`, 1],
  [
    'a.tbx',
    `<martif><text><body>${['词元', huge].map((zh) => `<termEntry><langSet xml:lang="en"><tig><term>a</term></tig></langSet><langSet xml:lang="zh"><tig><term>${zh}</term></tig></langSet></termEntry>`).join('')}</body></text></martif>`,
    1,
  ],
] as const) {
  test(`${file}: a cell of a million characters is told, and the other rows stand`, () => {
    const { terms, faults } = readGlossary(text, file);
    assert.equal(terms.length, kept);
    assert.equal(faults.length, 1);
    assert.match(faults[0]!.message.en, /too long/);
  });
}
check('a table without telling names', 'a.md', ['| | |', '|-|-|', '| token | 词元 |'], ['2: token = 词元']);
check('a table in fenced code', 'a.md', ['```', '|en|zh|', '|-|-|', '|a|甲|', '```'], ['noTerms "```"']);
check(
  'bullets, the English first',
  'a.md',
  [
    '# 术语',
    '下面列出译名：',
    '- namespace，名字空间，命名空间',
    '* transformer: transformer（不翻译）',
    '1. disruption — 干扰（请勿译为“中断”）',
    '- 词元，',
    '- token：',
  ],
  [
    '2: namespace = 名字空间 | ~命名空间',
    '3: transformer = KEEP',
    '4: disruption = 干扰 | !中断',
    'noEnglish "- 词元，"',
    'noChinese "- token："',
  ],
);
check(
  'paragraphs, the Chinese first',
  'a.md',
  ['## 英汉术语对照', '', '鞍点，saddle point', '', '实例/示例，instance'],
  ['2: saddle point = 鞍点', '4: instance = 实例 | ~示例'],
);
check(
  'prose',
  'a.md',
  ['# 说明', '', '本书使用 PyTorch，请先安装。', '', 'See: https://x.y', '', '谢谢。'],
  ['noTerms "# 说明"'],
);

for (const [markdown, tsv, count] of [
  ['d2l-zh_TERMINOLOGY.md', 'd2l-zh.tsv', 138],
  ['vue_terminology.md', 'vue_terminology.tsv', 74],
] as const) {
  test(`${markdown} and ${tsv} say the same`, () => {
    const [a, b] = [markdown, tsv].map((file) => readGlossary(readFileSync(new URL(file, fixtures), 'utf8'), file));
    assert.deepEqual([a!.faults, b!.faults], [[], []]);
    assert.equal(a!.terms.length, count);
    assert.deepEqual(a!.terms.map(show), b!.terms.map(show));
  });
}

test('every term knows its row', () => {
  for (const file of ['d2l-zh_TERMINOLOGY.md', 'd2l-zh.tsv', 'vue_terminology.md', 'vue_terminology.tsv']) {
    const text = readFileSync(new URL(file, fixtures), 'utf8');
    const lines = text.split('\n');
    for (const { origin, source, renderings } of readGlossary(text, file).terms) {
      const row = text.slice(origin.from, origin.to);
      assert.equal(row, lines[origin.line]!.trim());
      assert.ok(row.includes(source[0] ?? renderings[0]!.text), row);
    }
  }
});

test('a hundred unclosed quotes leave the good rows', () => {
  const rows = Array.from({ length: 100 }, (_, row) => `"bad${row},坏\ngood${row},好`);
  const { terms, faults } = readGlossary(['en,zh', ...rows].join('\n'), 'a.csv');
  assert.equal(terms.filter((term) => term.source[0]?.startsWith('good')).length, 100);
  assert.ok(faults.length >= 32);
});

test('hostile files end', () => {
  for (const unit of ['"', '`', '(', '"\n', '/', '[', '译为', '或', '|\n', '|-', '，', '**', '…', '不', 'a,"']) {
    const long = unit.repeat(4000);
    const rows = `en,zh,forbidden\n${long},${long},${long}`;
    for (const file of ['a.csv', 'a.tsv', 'a.md', 'a']) toTheEnd(() => readGlossary(rows, file));
    const table = `|en|zh|forbidden|\n|-|-|-|\n|${long}|${long}|${long}|\n- ${long}：${long}`;
    toTheEnd(() => readGlossary(table, 'a.md'));
  }
});

const pieces = [
  '"',
  ',',
  '\t',
  '\n',
  '\r\n',
  '|',
  '\n|-|-|\n',
  'en',
  'zh',
  '中文',
  '鞍点',
  'saddle point',
  '，',
  '：',
  '/',
];
const marks = [
  '（不译）',
  '(',
  ')',
  '（请勿译为“',
  '”）',
  '译为"',
  '或',
  '……',
  '`',
  '**',
  '\\',
  '\ud800',
  '\ufeff',
  '\0',
  '- ',
  '```',
];
const structure = [
  'terms:',
  '- source: a',
  '\n  target: ',
  'senses:',
  '{',
  '}',
  '[',
  ']',
  '&a',
  '*a',
  ': ',
  '<termEntry>',
  '<langSet xml:lang="zh">',
  '<term>',
  '</',
  '>',
  '&',
  ';',
  '<!--',
  '-->',
  'msgid "a"',
  '\nmsgstr "',
  '{"en":',
  '"zh":"',
  '",',
  '[{"source":',
  '"target":{"text":',
  '}]',
  '#~ ',
  '#. ',
];
const files = ['a', 'a.constructor', ...formats.map(({ id }) => `a.${id}`)];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces, ...marks, ...structure), { maxLength: 60 }).map((parts) => parts.join('')),
);

test('no text makes a reader throw, and offsets lie in the text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...files), (text, file) => {
      const { terms, faults } = readGlossary(text, file);
      for (const { from, to } of [...faults, ...terms.map((term) => term.origin)]) {
        assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to} of ${text.length}`);
      }
      for (const term of terms) for (const { text } of term.renderings) assert.equal(text.trim(), text);
    }),
    { numRuns: 1000 },
  );
});
