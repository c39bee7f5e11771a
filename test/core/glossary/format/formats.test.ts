import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formatNamed } from '../../../../server/core/glossary/format/index.ts';
import { readGlossary } from '../../../../server/core/glossary/format/read.ts';
import type { Reading } from '../../../../server/core/glossary/term.ts';
import { decodeText } from '../../../../server/workspace/files/text-file.ts';
import { showAll } from '../show.ts';

const samples = new URL('../../../fixtures/glossaries/formats/', import.meta.url);

function linesOf({ terms, faults }: Reading, text: string): string[] {
  return [
    ...terms.map((term) => `${term.origin.line + 1}: ${showAll(term)}`),
    ...faults.map(
      ({ from, to, message }) =>
        `${message.en.split(/(?<=[.:]) /)[0]} ${JSON.stringify(text.slice(from, to).slice(0, 40))}`,
    ),
  ];
}

describe('glossaries as teams keep them', () => {
  const golden: Record<string, readonly string[]> = {
    'basic-v2.tbx': [
      '9: taint (noun) = 污点 | ?瑕疵 # 读起来像质量缺陷 {id: c1; domain: scheduling; region: zh-CN}',
      '9: taint (noun) = 汙點 {id: c1; domain: scheduling; region: zh-TW}',
      '32: persistent volume | PV = 持久卷 | !持续卷 {id: c2}',
      '61: Pod = KEEP {id: c3}',
      'This row has no Chinese translation. "<termEntry id=\\"c4\\">"',
    ],
    'basic-v3-dca.tbx': [
      '6: lens (noun) = 透镜 | ~镜片 | ?玻璃片 # A piece of glass that bends light {id: lens; domain: optics; refs: https://example.org/lens}',
    ],
    'basic-v3-dct.tbx': ['7: focal length (noun) = 焦距 | ?聚焦长度 # 不随物距变化 {id: focus; domain: optics}'],
    'terms.csv': [
      '2: mask (noun) = 掩膜 | !蒙版',
      '3: beam search = 束搜索 | ~集束搜索 # 也见 "greedy" {domain: 解码}',
      '4: GPU = KEEP',
    ],
    'terms.tsv': ['2: mask = 掩膜 | !蒙版 # 统一', '3: learning rate = 学习率', '4: GPU = KEEP'],
    'terms.json': [
      '4: beam search (noun) = 束搜索 # 也见 "greedy"',
      '5: mask = 掩膜 | ~掩码 | !蒙版',
      '7: key = 密钥 {when: context encrypt}',
      '7: key = 键',
      '14: GPU = KEEP',
    ],
    'map.json': [
      '3: token = 词元',
      '4: mask = 掩膜 | !蒙版',
      '5: learning rate = 学习率 | ~学习速率',
      '7: block = 区块 {domain: CSS}',
      '8: flex item = 弹性项 | ~弹性项目 {domain: CSS}',
      '9: element = 元素 {domain: CSS / HTML}',
      '11: GPU = KEEP',
    ],
    'terms.po': [
      '9: bed = 苗床 | !床 # a bed of soil',
      '18: rake = 耙子 # 指工具 {domain: tools}',
      '22: rake = 倾角 {domain: tables}',
      '27: pH = KEEP',
      '32: mulch = 覆盖物',
    ],
    'style-guide.md': [
      '12: API Server = API 服务器',
      '13: GA | general availability = 正式发布',
      '15: key = 密钥 # 在加密解密上下文中，译为密钥',
      '16: key = 主键 | ~键 # 在配置文件上下文中，译为主键，或键',
      '18: scale (verb) = 扩缩 | ~改变规模 # 做动词用时，译为“扩缩”，或者“改变规模”',
      '19: scale (noun) = 规模 # 做名词用时，译为“规模”',
      '20: scale in = 横向缩容',
      '20: scale out = 横向扩容',
      '21: traffic = 流量',
      '22: traffic = ~服务请求 # 在某些上下文中，可以根据情况译为“服务请求”',
      '23: disruption = 干扰 | !中断',
      '24: control plane = 控制平面 | ~控制面',
    ],
    'dictionary.md': [
      '7: Beehive = KEEP',
      '8: swarm = 蜂群 # 并用括号标注原英文 {firstUse: zh（en）}',
      '9: Frame = 巢框 | ~Frame # 当作为类名出现时不翻译 {keptWhere: asClassName}',
      '10: honey | nectar = 蜜',
      '11: Tools = 工具 # e.g., smoker, hive tool',
      '12: example = ~用例 # 当特指 example 目录时翻译为「用例」',
    ],
    'subjects.md': [
      '9: block = 区块 # 用于表示布局 {refs: https://example.org/issues/1; domain: CSS}',
      '10: block end = 块末 {refs: 同 block; domain: CSS}',
      '10: block start = 块首 {refs: 同 block; domain: CSS}',
      '16: Header = 标头 # HTTP 消息中的附加信息。 {domain: HTTP}',
      '22: repository = 仓库',
    ],
    'gate.md': [
      '5: ledger = 台账 | !账本 # of tests；账本 reads as blockchain {id: 1; match: prefix; 账本 ≠ 台账本}',
      '6:  = 数据集 | !资料集 | !资料库 # wrong anywhere {id: 2; 资料库 ≠ 资料库存}',
      '7: canonical = 规范化 | !标准化 {id: 3; match: prefix}',
      '8: literal = 字面量 | !字面值 {id: 4; match: prefix; except: literally}',
      '9: BeeML | BeeQL = KEEP | !蜂语 # the names survive {id: 5; case: yes}',
      '10: brood cycle = 育子周期 {id: 6; match: prefix; firstUse: zh（en）}',
      '11: surface = 接口 | !表面 {id: 7; match: prefix; 表面 ≠ 表面上 | 表面看来}',
      'Regular expressions are not supported, so this pattern is ignored. "| 7 | surface | surface | 接口 | E | `/表面("',
    ],
    'glossary.yijiao.yml': [
      '3: attention | attention mechanism (noun) = 注意力 | ~注意力机制 | ?关注机制 | !关注 | !决定性 # 全书统一。 {id: attn; domain: 深度学习; firstUse: zh（en）; refs: https://example.org/1; 关注机制 → 注意力机制; 决定性 → 确定性; 决定性 ≠ 决定性能}',
      '20: key = 密钥 {case: no; when: context encrypt | decrypt, files docs/security/**}',
      '20: key = 键 {case: no; severity: hint; when: heading dict}',
      '30: Trainer = 训练器 {keptWhere: asClassName; case: yes; inflect: false; plural: singular}',
      '36: token = 詞元 {region: zh-TW; match: prefix; except: token ring}',
      '41:  = 应用 | !应用程序',
    ],
  };
  for (const [file, expected] of Object.entries(golden)) {
    const text = readFileSync(new URL(file, samples), 'utf8');
    test(file, () => assert.deepEqual(linesOf(readGlossary(text, file), text), expected));
  }
});

describe('what is wrong in a file is told at its place, and costs nothing else', () => {
  const entry = (en: string, zh: string) =>
    `<termEntry><langSet xml:lang="en"><tig><term>${en}</term></tig></langSet><langSet xml:lang="zh"><tig><term>${zh}</term></tig></langSet></termEntry>`;
  const martif = (...body: string[]) => ['<martif><text><body>', ...body, '</body></text></martif>'].join('\n');
  const cases: [title: string, file: string, lines: string | readonly string[], expected: readonly string[]][] = [
    [
      'a tag that is not closed',
      'a.tbx',
      martif(entry('a', '甲'), entry('b', '乙<b>'), entry('c', '丙')),
      ['2: a = 甲', '4: c = 丙', 'This is not valid XML: "</term></tig></langSet></termEntry>"'],
    ],
    [
      'cut off',
      'a.tbx',
      ['<martif><text><body>', entry('a', '甲'), '<termEntry><langSet xml:lang="en"><tig><te'],
      ['2: a = 甲', 'This is not valid XML: ""'],
    ],
    [
      'an entity that refers to a file',
      'a.tbx',
      ['<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>', martif(entry('a', '&x;'), entry('b', '乙'))],
      ['4: b = 乙', 'This is not valid XML: "&x;</term></tig></langSet></termEntry>"'],
    ],
    [
      'entities that grow',
      'a.xml',
      [
        '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        martif(entry('a', '&b;'), entry('b', '乙')),
      ],
      ['4: b = 乙', 'This is not valid XML: "&b;</term></tig></langSet></termEntry>"'],
    ],
    [
      'no glossary',
      'a.xml',
      '<svg width="1"><g/></svg>',
      ['No entries with English and Chinese terms were found. "<svg width=\\"1\\">"'],
    ],
    ['no XML', 'a.tbx', 'token,词元', ['This is not valid XML: "token,词元"']],

    [
      'a quote that is not closed',
      'a.yml',
      [
        'terms:',
        '  - source: a',
        '    target: 甲',
        '  - source: "b',
        '    target: 乙',
        '  - source: c',
        '    target: 丙',
      ],
      ['2: a = 甲', '6: c = 丙', 'This is not valid YAML: ""'],
    ],
    [
      'cut off',
      'a.yml',
      ['- source: a', '  target: 甲', '- source: b', '  target: [乙, '],
      ['1: a = 甲', 'This is not valid YAML: ""'],
    ],
    [
      'fields that are not known, values that cannot be',
      'a.yml',
      [
        'terms:',
        '  - { source: a, target: 甲, forbiden: 丙 }',
        '  - { source: a, target: 甲, case: maybe }',
        '  - { source: a, target: [甲, 7] }',
        '  - { source: a, when: { path: x }, target: 甲 }',
        '  - { source: a, senses: [{ target: 甲, region: zh }] }',
        '  - a',
        '  - { source: a }',
        '  - { target: 甲 }',
        '  - { source: a, target: 甲, target: 乙 }',
        '  - { source: ok, target: 好 }',
        'version: 1',
      ],
      [
        '11: ok = 好',
        'There is no field “forbiden” in a glossary. "forbiden"',
        '“case” must be one of yes, permissive, no. "maybe"',
        '“target” has a wrong value. "7"',
        'There is no field “path” in a glossary. "path"',
        '“region” must be one of zh-CN, zh-TW, zh-HK. "zh"',
        'This is not an entry. "a"',
        'This entry has no Chinese. "{ source: a }"',
        'This entry has no `source`. "{ target: 甲 }"',
        'This field is written twice in the entry, so the entry is left out. "target"',
        'There is no field “version” in a glossary. "version"',
      ],
    ],
    [
      'anchors that grow',
      'a.yml',
      [
        '- source: &a [x, x, x, x, x, x, x, x, x, x]',
        '  target: 甲',
        '- { source: [y], target: 乙, note: { a: &b [*a, *a, *a, *a], b: &c [*b, *b, *b, *b], c: &d [*c, *c, *c, *c], d: &e [*d, *d, *d], e: [*e, *e] } }',
      ],
      [
        '1: x | x | x | x | x | x | x | x | x | x = 甲',
        'This entry refers by an alias (`*name`) to something that is not there, or to too much. "{ source: [y], target: 乙, note: { a: &b "',
      ],
    ],
    [
      'anchors that are used',
      'a.yml',
      [
        '- { source: &a word, target: &b [词, 单词] }',
        '- { source: *a, target: *b, region: zh-TW }',
        '- { source: &a name, target: 名称 }',
        '- { source: *a, target: *c }',
        '- &d { source: x, target: 某, note: *d }',
        '- { source: [*a, title], target: *b }',
      ],
      [
        '1: word = 词 | 单词',
        '2: word = 词 | 单词 {region: zh-TW}',
        '3: name = 名称',
        '6: name | title = 词 | 单词',
        'This entry refers by an alias (`*name`) to something that is not there, or to too much. "{ source: *a, target: *c }"',
        'This entry refers by an alias (`*name`) to something that is not there, or to too much. "{ source: x, target: 某, note: *d }"',
      ],
    ],
    ['a page of settings', 'a.yml', 'name: x', ['This file holds no list of entries. "name: x"']],
    ['a sentence', 'a.yaml', 'token', ['This file holds no list of entries. "token"']],

    [
      'lines that are none',
      'a.po',
      [
        'msgid "a"',
        'msgstr "甲"',
        '',
        'msgid "b',
        'msgstr "乙"',
        '',
        'nonsense',
        'msgid "c"',
        'msgstr "丙"',
        '',
        'msgid "d"',
        'msgstr "丁',
      ],
      [
        '1: a = 甲',
        'This line is not valid in a PO file, so its entry is left out. "msgid \\"b"',
        'This line is not valid in a PO file, so its entry is left out. "nonsense"',
        'This line is not valid in a PO file, so its entry is left out. "msgstr \\"丁"',
      ],
    ],
    ['no PO', 'a.po', '# nothing', ['No entries were found. "# nothing"']],

    [
      'wrong types',
      'a.json',
      '{"a": 1, "b": null, "c": [true], "d": "", "e": {"zh": {}}, "f": "己"}',
      [
        '1: f = 己',
        'This is not a wording. "1"',
        'This row has no Chinese translation. "\\"b\\": null"',
        'This is not a wording. "[true]"',
        'This row has no Chinese translation. "\\"d\\": \\"\\""',
        'This is not a wording. "{}"',
      ],
    ],
    [
      'items that are no entries',
      'a.json',
      '[1, "a", {"source": "b"}, {"source": "c", "tarjet": "丙"}, {"source": "d", "target": 4}, {"en": "e", "zh": "戊"}]',
      [
        '1: e = 戊',
        'This is not an entry. "1"',
        'This is not an entry. "\\"a\\""',
        'This entry has no Chinese. "{\\"source\\": \\"b\\"}"',
        'There is no field “tarjet” in a glossary. "\\"tarjet\\""',
        '“target” has a wrong value. "4"',
      ],
    ],
    [
      'what is written twice',
      'a.json',
      '{"a": "甲", "b": {"zh": "乙", "zh": "贰"}, "a": "丙", "g": {"a": "丁"}}',
      [
        '1: a = 甲',
        '1: a = 丁 {domain: g}',
        'This field is written twice in the entry, so the entry is left out. "\\"zh\\""',
        'This English is in the map twice, and other programs see only one of the two. "\\"a\\""',
      ],
    ],
    [
      'a value that is missing',
      'a.json',
      '[{"en": "a", "zh": "甲"}, {"en": "b", "zh": }, {"en": "c", "zh": "丙"}]',
      ['1: a = 甲', '1: c = 丙', 'This is not valid JSON: "}"'],
    ],
    [
      'a comma that is missing',
      'a.json',
      '{"a": "甲" "b": "乙"}',
      ['1: a = 甲', '1: b = 乙', 'This is not valid JSON: "\\"b\\""'],
    ],
    ['cut off', 'a.json', '{"a": "甲", "b": "乙', ['1: a = 甲', 'This is not valid JSON: "\\"乙"']],
    ['a list that is not closed', 'a.json', '[{"en": "a", "zh": "甲"}', ['1: a = 甲', 'This is not valid JSON: ""']],
    ['too deep', 'a.json', '['.repeat(100_000), ['This is not valid JSON: "["']],
    [
      'a file for each language',
      'a.json',
      '{"en": {"a": "a"}, "zh": {"a": "甲"}}',
      [
        'The two languages are in separate groups here. "{\\"en\\": {\\"a\\": \\"a\\"}, \\"zh\\": {\\"a\\": \\"甲\\"}}"',
      ],
    ],
    ['nothing', 'a.json', '{}', ['This file holds no entries. "{}"']],
    ['a sentence', 'a.json', 'token', ['This is not valid JSON: "token"']],
    [
      'keys that objects have anyway',
      'a.json',
      '[{"source": "a", "target": "甲", "__proto__": {"note": "x"}}, {"source": "b", "target": "乙", "toString": 1}]',
      [
        'There is no field “__proto__” in a glossary. "\\"__proto__\\""',
        'There is no field “toString” in a glossary. "\\"toString\\""',
      ],
    ],
    [
      'keys that objects have anyway, as English',
      'a.json',
      '{"constructor": "构造函数", "hasOwnProperty": "自有属性", "toString": {"zh": "转为字符串"}}',
      ['1: constructor = 构造函数', '1: hasOwnProperty = 自有属性', '1: toString = 转为字符串'],
    ],
    [
      'English that is a name of a column',
      'a.json',
      '{"English": "英语", "Chinese": "中文", "m": {"target": "目标", "loss": "损失"}, "n": {"English": "英语", "Chinese": "中文"}}',
      [
        '1: English = 英语',
        '1: Chinese = 中文',
        '1: target = 目标 {domain: m}',
        '1: loss = 损失 {domain: m}',
        '1: English = 英语 {domain: n}',
        '1: Chinese = 中文 {domain: n}',
      ],
    ],
    [
      'columns of other tools, numbers and regions',
      'a.json',
      [
        '[{"term": "a", "translation": "甲", "notes": "見", "id": 7, "case sensitive": true},',
        ' {"en": "b", "zh": "乙", "zh-TW": "乙乙", "context": "x"}, {"en": "source", "zh": "译文"}]',
      ],
      [
        '1: a = 甲 # 見 {id: 7; case: yes}',
        '2: b = 乙 {region: zh-CN}',
        '2: b = 乙乙 {region: zh-TW}',
        '2: source = 译文',
      ],
    ],
    [
      'a map by ids, and entries without their English',
      'a.json',
      '{"T1": {"en": "tea", "zh": "茶"}, "cup": {"target": "杯", "forbidden": ["盏"]}}',
      ['1: tea = 茶', '1: cup = 杯 | !盏'],
    ],
  ];
  for (const [title, file, lines, expected] of cases) {
    const text = typeof lines === 'string' ? lines : lines.join('\n');
    test(`${file}: ${title}`, () => assert.deepEqual(linesOf(readGlossary(text, file), text), expected));
  }
});

describe('what tools export', () => {
  const exports: Record<string, [lines: string[], expected: string[]]> = {
    'Term [en], Status [zh-CN]': [
      [
        'Concept Definition,Concept Subject,Term [en],Part of Speech [en],Status [en],Term [zh-CN],Status [zh-CN]',
        'a piece of glass,optics,lens,noun,preferred,透镜,preferred',
        ',optics,lens,noun,preferred,镜头,not recommended',
      ],
      ['2: lens (noun) = 透镜 # a piece of glass {domain: optics}', '3: lens (noun) = ?镜头 {domain: optics}'],
    ],
    'term, case sensitive, translatable': [
      ['term,case sensitive,translatable,description,en,zh-CN', ',false,true,NLP,token,词元', ',true,false,,Pod,'],
      ['2: token = 词元 # NLP {case: no}', '3: Pod = KEEP {case: yes}'],
    ],
    'term;casesensitive;translatable;forbidden;tags': [
      [
        'term;description;casesensitive;translatable;forbidden;tags;zh_CN',
        'token;;no;yes;no;nlp;词元',
        'token;;no;yes;yes;nlp;令牌',
      ],
      ['2: token = 词元 {case: no; domain: nlp}', '3: token = !令牌 {case: no; domain: nlp}'],
    ],
    'two regions': [
      ['en,zh-CN,zh-TW,note', 'token,词元,詞元,', 'cell,,儲存格,'],
      ['2: token = 词元 {region: zh-CN}', '2: token = 詞元 {region: zh-TW}', '3: cell = 儲存格 {region: zh-TW}'],
    ],
  };
  for (const [header, [lines, expected]] of Object.entries(exports)) {
    const text = lines.join('\n');
    test(header, () => assert.deepEqual(linesOf(readGlossary(text, 'a.csv'), text), expected));
  }
});

test('the examples of the documentation are read without a fault, and say the same in both languages', () => {
  const blocks = ['glossary.md', 'glossary.zh-CN.md'].map((page) => {
    const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
    return [...text.matchAll(/^```(csv|markdown|yaml|json)\n(.*?)^```$/gms)].map(([, kind, block]) => {
      const { terms, faults } = readGlossary(block!, `a.${kind}`);
      assert.deepEqual(faults, []);
      return terms.map(showAll);
    });
  });
  assert.deepEqual(
    blocks[0]!.map((terms) => terms.length),
    [5, 6, 6, 4],
  );
  assert.deepEqual(blocks[0], blocks[1]);
});

test('line ends, byte order marks and UTF-16 make no difference', () => {
  for (const file of readdirSync(samples)) {
    const text = readFileSync(new URL(file, samples), 'utf8');
    const known = readGlossary(text, file);
    const crlf = text.replaceAll('\n', '\r\n');
    const utf16 = decodeText(Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')));
    assert.ok('text' in utf16);
    for (const [way, other] of Object.entries({ crlf, bom: `\ufeff${text}`, utf16: utf16.text })) {
      const reading = readGlossary(other, file);
      const plain = linesOf(reading, other).map((line) => line.replaceAll('\\r', ''));
      assert.deepEqual(plain, linesOf(known, text), `${file}, ${way}`);
      for (const { origin } of reading.terms) {
        const before = other.slice(0, origin.from).split('\n').length - 1;
        // A note before an entry of PO belongs to it, but its line is that of the term.
        if (!file.endsWith('.po')) assert.equal(origin.line, before, file);
      }
    }
  }
});

test('a large glossary is read whole, and one too large is told', () => {
  const rows = 100_000;
  const csv = `en,zh\n${Array.from({ length: rows }, (_, row) => `term${row},词${row}`).join('\n')}`;
  const { terms } = readGlossary(csv, 'a.csv');
  assert.equal(terms.length, rows);
  const [fault] = readGlossary(
    `- source: a\n  target: ${'甲'.repeat(1_000_000)}\n- source: b\n  target: 乙`,
    'a.yml',
  ).faults;
  assert.match(fault!.message.en, /“target” is too long/);
  const tbx = readGlossary(formatNamed('tbx')!.write(terms.slice(0, 20_000)), 'a.tbx');
  assert.deepEqual([tbx.terms.length, tbx.faults], [20_000, []]);
  for (const file of ['a.yml', 'a.tbx', 'a.po', 'a.csv', 'a.md', 'a.json']) {
    const { terms, faults } = readGlossary('x'.repeat(8 * 1024 * 1024), file);
    assert.deepEqual([terms.length, faults.length], [0, 1], file);
  }
  assert.match(readGlossary('x'.repeat(8 * 1024 * 1024), 'a.yml').faults[0]!.message.en, /too large/);
});

test('hostile files of the structured formats take no time', () => {
  const units = [
    '[',
    '{',
    '- ',
    '? ',
    '&a ',
    '*a ',
    '"',
    ': ',
    'a: 1\n',
    '- source: a\n',
    '<termEntry>',
    '<a>',
    '</',
    '&lt;',
    '&x;',
    '<!--',
    '<![CDATA[',
  ];
  const start = process.cpuUsage();
  for (const unit of [...units, 'msgid "', 'msgid ""\n', '"\n', '#\n', '#~', '\\"']) {
    for (const file of ['a.yml', 'a.tbx', 'a.po', 'a.json']) readGlossary(unit.repeat(2500), file);
  }
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 6e6, `${(user + system) / 1e6} s`);
});
