import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { editEntry } from '../../../../server/core/glossary/edit/edit-entry.ts';
import { type EntryFields, fieldsOf, termWith } from '../../../../server/core/glossary/edit/entry-fields.ts';
import { lostIn } from '../../../../server/core/glossary/format/lost.ts';
import { readGlossary } from '../../../../server/core/glossary/format/read.ts';
import { applyEdits } from '../../../../server/core/text/span.ts';

const csv = 'en,zh,forbidden,note\nmask,掩膜,,\ntoken,词元,令牌,"甲, 乙"\ntensor,不翻译,,\n';
const table = '| 英文 | 中文 | 备注 |\n| --- | --- | --- |\n| mask | 掩膜 | |\n| token | 词元，标记 | 不是令牌 |\n';
const list = '- mask，掩膜\n- disruption，干扰（请勿译为“中断”）\n';
const yaml = `terms:
  # of the network
  - source: mask
    target: 掩膜
  - source: token
    target: 词元
    admitted: [标记, 符号]
    forbidden:
      - 令牌
      - text: 代币
        suggest: 词元
    note: 甲
  - { source: key, target: 键 }
  - source: index
    senses:
      - target: 索引
      - { target: 下标, note: 数学 }
`;
const commented = `terms:
  - source: mask
    target: 掩膜 # Masks
  - source: token
    target: 词元
    forbidden:
      - 令牌 # passes
      - 代币 # money
`;
const po = 'msgid ""\nmsgstr "Language: zh\\n"\n\n#. 甲\nmsgid "mask"\nmsgstr "掩膜"\n\nmsgid "token"\nmsgstr "词元"\n';
const tbx = `<?xml version="1.0"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en"><text><body>
<conceptEntry id="c1"><note>甲</note><langSec xml:lang="en"><termSec><term>mask</term></termSec></langSec>
<langSec xml:lang="zh-CN"><termSec><term>掩膜</term></termSec></langSec></conceptEntry>
</body></text></tbx>
`;

const map = '{\n  "mask": "掩膜",\n  "CSS": { "block": ["区块", "块"] },\n  "key": { "zh": "键", "note": "n" }\n}\n';
const json = `{
  "terms": [
    { "source": "mask", "target": "掩膜" }, // of images
    {
      "source": "token",
      "target": "词元",
      "admitted": ["标记", "符号"],
      "forbidden": ["令牌", { "text": "代币", "suggest": "词元" }],
      "note": "甲"
    },
    { "source": "index", "senses": [{ "target": "索引" }, { "target": "下标", "note": "数学" }] }
  ]
}
`;

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const eight = '甲一，甲二，甲三，甲四，甲五，甲六，甲七，甲八';

/** File, its text, the entry by its wording, what is changed, and what is written in place of what; undefined: refused. */
const rows: readonly [string, string, string, Partial<EntryFields>, (readonly [string, string])[] | undefined][] = [
  ['g.csv', csv, 'mask', { approved: '掩码' }, [['掩膜', '掩码']]],
  ['g.csv', csv, 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
  ['g.csv', csv, 'mask', { rejected: '面具、假面' }, [['mask,掩膜,', 'mask,掩膜,面具，假面']]],
  ['g.csv', csv, 'mask', { note: '见 "手册", 甲' }, [['mask,掩膜,,', 'mask,掩膜,,"见 ""手册"", 甲"']]],
  ['g.csv', csv, 'token', { rejected: '', note: '' }, [['词元,令牌,"甲, 乙"', '词元,,']]],
  ['g.csv', csv, 'token', { approved: '标记', rejected: '令牌，词元' }, [['词元,令牌', '标记,令牌，词元']]],
  ['g.csv', csv, 'tensor', { approved: '张量' }, [['不翻译', '张量']]],
  ['g.csv', csv, 'token', { approved: '' }, [['词元', '不翻译']]],
  ['g.csv', 'mask,掩膜\ntoken,词元\n', 'mask', { rejected: '面具' }, [['掩膜', '掩膜（请勿译为“面具”）']]],
  ['g.tsv', 'en\tzh\nmask\t掩膜\n', 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
  ['g.csv', 'en;zh;note\r\nmask;掩膜;\r\n', 'mask', { note: '甲' }, [['掩膜;', '掩膜;甲']]],
  ['g.csv', csv, 'mask', {}, []],
  ['g.md', table, 'mask', { approved: '掩码', note: '图像' }, [['掩膜 | |', '掩码 | 图像 |']]],
  ['g.md', table.replace('掩膜', '掩膜（见第 3 章）'), 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
  ['g.md', table, 'mask', { rejected: '面具' }, [['掩膜', '掩膜（请勿译为“面具”）']]],
  ['g.md', table, 'token', { approved: '词元' }, [['词元，标记', '词元']]],
  ['g.md', table, 'token', { approved: '词元，标记，符号' }, [['词元，标记', '词元，标记，符号']]],
  ['g.md', list, 'mask', { approved: '掩码' }, [['掩膜', '掩码']]],
  ['g.md', list, 'mask', { rejected: '面具' }, [['掩膜', '掩膜（请勿译为“面具”）']]],
  ['g.md', list, 'mask', { note: '图像' }, [['掩膜', '掩膜（图像）']]],
  ['g.md', list, 'disruption', { approved: '扰动' }, [['干扰', '扰动']]],
  ['g.md', list, 'disruption', { rejected: '' }, [['（请勿译为“中断”）', '']]],
  ['g.yml', yaml, 'mask', { approved: '掩码' }, [['掩膜', '掩码']]],
  ['g.yml', yaml, 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码\n    admitted: 遮罩']]],
  ['g.yml', yaml, 'mask', { note: '见：甲' }, [['掩膜', '掩膜\n    note: "见：甲"']]],
  ['g.yml', yaml, 'mask', { approved: '' }, [['target: 掩膜', 'doNotTranslate: true']]],
  ['g.yml', yaml, 'token', { approved: '词元，标记' }, [['[标记, 符号]', '标记']]],
  [
    'g.yml',
    yaml,
    'token',
    { approved: '标记，词元，符号' },
    [['词元\n    admitted: [标记, 符号]', '标记\n    admitted: [词元, 符号]']],
  ],
  ['g.yml', yaml, 'token', { rejected: '令牌，代币，记号' }, [['suggest: 词元', 'suggest: 词元\n      - 记号']]],
  ['g.yml', yaml, 'token', { note: '' }, [['    note: 甲\n', '']]],
  ['g.yml', yaml, 'key', { rejected: '钥匙' }, [['键 }', '键, forbidden: 钥匙 }']]],
  ['g.yml', crlf(yaml), 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码\r\n    admitted: 遮罩']]],
  [
    'g.yml',
    crlf(yaml),
    'token',
    { rejected: '令牌，代币，记号' },
    [['词元\r\n    note', '词元\r\n      - 记号\r\n    note']],
  ],
  ['g.yml', crlf(yaml), 'token', { note: '' }, [['    note: 甲\r\n', '']]],
  ['g.yml', commented, 'mask', { note: '甲' }, [['# Masks', '# Masks\n    note: 甲']]],
  ['g.yml', commented, 'token', { rejected: '令牌，代币，记号' }, [['# money', '# money\n      - 记号']]],
  ['g.yml', commented, 'token', { rejected: '令牌，记号' }, [['代币', '记号']]],
  ['g.yml', commented, 'token', { rejected: '记号' }, undefined],
  ['g.yml', yaml, 'index', { approved: '检索' }, [['索引', '检索']]],
  ['g.po', po, 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
  ['g.po', po, 'token', { rejected: '令牌' }, [['词元', '词元（请勿译为“令牌”）']]],
  ['g.po', po, 'token', { note: '乙' }, [['msgid "token"', '#. 乙\nmsgid "token"']]],
  ['g.po', po, 'mask', { note: '乙' }, [['甲', '乙']]],
  ['g.po', crlf(po), 'token', { note: '乙' }, [['msgid "token"', '#. 乙\r\nmsgid "token"']]],
  // Eight words, each in seven places: a choice for each of them would be sixteen million rows.
  [
    'g.csv',
    `en,zh,note\nmask,${eight},${eight.repeat(6)}\n`,
    'mask',
    { approved: eight.replaceAll('甲', '乙') },
    [[eight, eight.replaceAll('甲', '乙')]],
  ],
  // What a link leads to is told by no field.
  ['g.md', table.replace('词元，标记', '[词元](a.md)，标记'), 'token', { approved: '词元，符号，记号' }, undefined],
  ['g.md', table.replace('词元，标记', '[词元](a.md)，标记'), 'token', { approved: '记号，标记' }, [['词元', '记号']]],
  [
    'g.tbx',
    tbx,
    'mask',
    { approved: '掩码 & 遮罩', note: '' },
    [
      ['<note>甲</note>', ''],
      ['掩膜', '掩码 &amp; 遮罩'],
    ],
  ],
  ['g.tbx', tbx, 'mask', { rejected: '面具' }, undefined],
  ['g.json', map, 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
  ['g.json', map, 'mask', { rejected: '面具' }, [['掩膜', '掩膜（请勿译为“面具”）']]],
  ['g.json', map, 'mask', { note: '见 "手册"' }, [['掩膜', '掩膜（见 \\"手册\\"）']]],
  ['g.json', map, 'mask', { approved: '' }, [['掩膜', 'mask']]],
  ['g.json', map, 'block', { approved: '块级，块' }, [['区块', '块级']]],
  ['g.json', map, 'key', { note: '' }, [[', "note": "n"', '']]],
  ['g.json', map, 'key', { rejected: '钥' }, [['"n"', '"n", "forbidden": "钥"']]],
  ['g.json', json, 'mask', { note: '统一' }, [['"掩膜"', '"掩膜", "note": "统一"']]],
  ['g.json', json, 'mask', { approved: '' }, [['"target": "掩膜"', '"doNotTranslate": true']]],
  ['g.json', json, 'mask', { approved: '掩膜，遮罩' }, [['"掩膜"', '"掩膜", "admitted": "遮罩"']]],
  ['g.json', json, 'token', { approved: '词元，标记' }, [['["标记", "符号"]', '["标记"]']]],
  [
    'g.json',
    json,
    'token',
    { approved: '记号，标记，符号，子词' },
    [
      ['词元', '记号'],
      ['"符号"', '"符号", "子词"'],
    ],
  ],
  ['g.json', json, 'token', { rejected: '代币' }, [['"令牌", ', '']]],
  ['g.json', json, 'token', { rejected: '令牌，代币，币' }, [['"词元" }', '"词元" }, "币"']]],
  ['g.json', json, 'token', { note: '' }, [[',\n      "note": "甲"', '']]],
  [
    'g.json',
    crlf(json),
    'token',
    { rejected: '' },
    [['\r\n      "forbidden": ["令牌", { "text": "代币", "suggest": "词元" }],', '']],
  ],
  ['g.json', map.replace('"note"', '/* why */ "note"'), 'key', { note: '' }, [['"n"', '""']]],
  ['g.json', json, 'index', { approved: '检索' }, [['索引', '检索']]],
  ['g.csv', csv, 'mask', { approved: '/^a/' }, undefined],
  // A cell that nobody reads, with quotation marks that are none.
  ['g.csv', 'en,zh,disk\nmask,掩膜,5" disk\n', 'mask', { approved: '' }, undefined],
  ['g.csv', 'en,zh,disk\nmask,掩膜,5" disk\n', 'mask', { approved: '掩码，遮罩' }, [['掩膜', '掩码，遮罩']]],
];

describe('an entry is changed, and nothing else', () => {
  for (const [file, text, name, changed, expected] of rows) {
    test(`${file}: ${name} ${JSON.stringify(changed)}`, () => {
      const { terms } = readGlossary(text, file);
      const term = terms.find(({ source }) => source[0] === name)!;
      const edits = editEntry(text, term, { ...fieldsOf(term), ...changed });
      const wanted = expected?.reduce((all, [from, to]) => all.replace(from, () => to), text);
      assert.equal(edits && applyEdits(text, edits), wanted);
    });
  }
});

test('whatever is wished, other entries stay, and no wish makes it throw', () => {
  const files = {
    'g.csv': csv,
    'g.md': table,
    'h.md': list,
    'g.yml': yaml,
    'g.po': po,
    'g.tbx': tbx,
    'g.json': json,
    'h.json': map,
  };
  const wish = fc.oneof(
    fc.constantFrom(
      '',
      '甲',
      '甲，乙',
      '词元',
      '令牌，甲',
      'token',
      '不翻译',
      '(n.)',
      '"',
      '|',
      ']',
      '<b>',
      '$&',
      '[a-z',
      '\\',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[])),
      fc.nat(),
      fc.record({ approved: wish, rejected: wish, note: wish }),
      (file, at, fields) => {
        const { terms, faults } = readGlossary(files[file], file);
        const term = terms[at % terms.length]!;
        const edits = editEntry(files[file], term, fields);
        if (!edits) return;
        const after = readGlossary(applyEdits(files[file], edits), file);
        assert.equal(after.faults.length, faults.length);
        const others = terms.filter((one) => one !== term);
        assert.deepEqual(lostIn(others, after.terms), []);
        assert.deepEqual(lostIn([termWith(term, fields)], after.terms), []);
      },
    ),
    { numRuns: 300 },
  );
});
