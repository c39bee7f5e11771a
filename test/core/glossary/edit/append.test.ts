import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { appendTerm } from '../../../../server/core/glossary/edit/append.ts';
import csv from '../../../../server/core/glossary/format/csv.ts';
import type { Draft } from '../../../../server/core/glossary/format/format.ts';
import { formatOf, glossaryExtensions } from '../../../../server/core/glossary/format/index.ts';
import { readGlossary } from '../../../../server/core/glossary/format/read.ts';
import { applyEdits } from '../../../../server/core/text/span.ts';
import { repository } from '../../../helpers/workspace.ts';

const draft = { source: 'beam search', target: '束搜索', note: '统一' };

const rows: [name: string, file: string, text: string, added: Draft, expected: string | undefined][] = [
  ['CSV with a header', 'a.csv', '英文,中文,禁用译法,备注\nmask,掩膜,蒙版,\n', draft, 'beam search,束搜索,,统一\n'],
  ['a new glossary', 'a.csv', csv.blank, draft, 'beam search,束搜索,统一\n'],
  ['CSV without a last line end', 'a.csv', 'en,zh\nmask,掩膜', draft, '\nbeam search,束搜索（统一）\n'],
  [
    'a table without a last line end',
    'a.md',
    '| en | zh |\n| - | - |\n| a | 甲 |',
    { source: 'b', target: '乙' },
    '\n| b | 乙 |\n',
  ],
  [
    'YAML without a last line end',
    'a.yml',
    '- source: mask\n  target: 掩膜',
    { source: 'b', target: '乙' },
    '\n- source: b\n  target: 乙\n',
  ],
  [
    'bullets without a last line end, CRLF',
    'a.md',
    '- mask，掩膜\r\n- token，词元',
    { source: 'b', target: '乙' },
    '\r\n- b，乙\r\n',
  ],
  ['CSV with CRLF', 'a.csv', 'en,zh\r\nmask,掩膜\r\n', { source: 'beam', target: '束' }, 'beam,束\r\n'],
  [
    'CSV without a header, Chinese first',
    'a.csv',
    '掩膜,mask\n词元,token\n',
    { source: 'beam', target: '束' },
    '束,beam\n',
  ],
  ['CSV, what stays', 'a.csv', 'en,zh\nmask,掩膜\n', { source: 'GPU' }, 'GPU,不翻译\n'],
  [
    'CSV, a comma in the note',
    'a.csv',
    'en,zh,note\nmask,掩膜,\n',
    { ...draft, note: '也见, "束"' },
    'beam search,束搜索,"也见, ""束"""\n',
  ],
  ['TSV', 'a.tsv', 'mask\t掩膜\n', { source: 'beam', target: '束' }, 'beam\t束\n'],
  [
    'a table',
    'a.md',
    '# 术语\n\n| 英文 | 中文 | 备注 |\n| --- | --- | --- |\n| mask | 掩膜 | |\n\n完。\n',
    draft,
    '\n| beam search | 束搜索 | 统一 |',
  ],
  ['a table without rows', 'a.md', '| en | zh |\n| --- | --- |\n', { source: 'a_b', target: '甲' }, '\n| a\\_b | 甲 |'],
  ['bullets', 'a.md', '- mask，掩膜\n- token，词元\n\n完。\n', draft, '\n- beam search，束搜索（统一）'],
  ['numbers', 'a.md', '1. mask: 掩膜\n2. token: 词元\n', { source: 'beam', target: '束' }, '\n3. beam: 束'],
  [
    'paragraphs, Chinese first',
    'a.md',
    '掩膜，mask\n\n词元，token\n',
    { source: 'beam', target: '束' },
    '\n\n束，beam',
  ],
  ['a comment', 'a.md', '<!---\nmask: 掩膜\ntoken: 词元\n-->\n', { source: 'beam', target: '束' }, '\nbeam: 束'],
  [
    'YAML',
    'a.yijiao.yml',
    'terms:\n  - source: mask\n    target: 掩膜\n',
    draft,
    '  - source: beam search\n    target: 束搜索\n    note: 统一\n',
  ],
  [
    'YAML, a list at the left',
    'a.yml',
    '- source: mask\n  target: 掩膜\n',
    { source: 'no' },
    '- source: "no"\n  doNotTranslate: true\n',
  ],
  [
    'PO',
    'a.po',
    'msgid ""\nmsgstr ""\n"Language: zh\\n"\n\nmsgid "mask"\nmsgstr "掩膜"\n',
    draft,
    '\n#. 统一\nmsgid "beam search"\nmsgstr "束搜索"\n',
  ],
  [
    'JSON, a new file',
    'a.json',
    '\n',
    { source: 'GPU' },
    '{\n  "terms": [\n    {\n      "source": "GPU",\n      "doNotTranslate": true\n    }\n  ]\n}\n',
  ],
  [
    'JSON, a map',
    'a.json',
    '{\n  "mask": "掩膜" // of images\n}\n',
    draft,
    ', // of images\n  "beam search": "束搜索（统一）"',
  ],
  ['JSON, a map in a line', 'a.json', '{"mask":"掩膜"}', { source: 'GPU' }, ', "GPU": "不翻译"'],
  [
    'JSON, a map of entries',
    'a.json',
    '{\n\t"mask": {\n\t\t"zh": "掩膜"\n\t}\n}',
    draft,
    ',\n\t"beam search": {\n\t\t"zh": "束搜索",\n\t\t"note": "统一"\n\t}',
  ],
  [
    'JSON, rows in lines of their own',
    'a.json',
    '{\n  "version": 1,\n  "terms": [\n    { "term": "mask", "translation": "掩膜", "notes": "" }, // x\n  ]\n}\n',
    draft,
    ', // x\n    { "term": "beam search", "translation": "束搜索", "notes": "统一" },',
  ],
  [
    'JSON, entries of our own, CRLF and a mark',
    'a.yijiao.json',
    '\ufeff[\r\n  {\r\n    "source": "mask",\r\n    "target": "掩膜"\r\n  }\r\n]\r\n',
    { source: 'a, b', target: '甲/乙' },
    ',\r\n  {\r\n    "source": "a, b",\r\n    "target": "甲/乙"\r\n  }',
  ],
  ['JSON, a comment in place of entries', 'a.json', '{\n  // none yet\n}\n', draft, undefined],
  ['JSON, a term that is there', 'a.json', '{ "beam search": "集束" }', draft, undefined],
  ['JSON that is cut off', 'a.json', '{"mask": "掩膜", ', draft, undefined],
  [
    'TBX',
    'a.tbx',
    '<martif><text><body>\n<termEntry id="c1"><langSet xml:lang="en"><tig><term>mask</term></tig></langSet>' +
      '<langSet xml:lang="zh"><tig><term>掩膜</term></tig></langSet></termEntry>\n</body></text></martif>\n',
    { source: 'a < b', target: '束' },
    '<termEntry id="c2"><langSet xml:lang="en"><tig><term>a &lt; b</term></tig></langSet>' +
      '<langSet xml:lang="zh"><tig><term>束</term></tig></langSet></termEntry>\n',
  ],
  [
    'a name that means something else in a cell',
    'a.csv',
    'en,zh\nmask,掩膜\n',
    { source: 'a, b', target: '甲' },
    undefined,
  ],
  [
    'a wording that means something else in a cell',
    'a.csv',
    'en,zh\nmask,掩膜\n',
    { source: 'a', target: '甲，乙' },
    undefined,
  ],
  ['prose', 'a.md', '# 关于\n\n这里没有术语。\n', draft, undefined],
  ['a spreadsheet', 'a.xlsx', 'PK', draft, undefined],
];

describe('an entry is added as the others are written', () => {
  for (const [name, file, text, added, expected] of rows) {
    test(name, () => assert.equal(appendTerm(text, file, added)?.insert, expected));
  }

  const folder = join(repository, 'test/fixtures/glossaries');
  const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => formatOf(file) && !file.endsWith('LICENSES.md'),
  );
  for (const file of fixtures) {
    test(`${file} keeps all it says`, () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const edit = appendTerm(text, file, { source: 'beam searcher', target: '束搜索器' });
      assert.ok(edit, 'has a place for it');
      const after = readGlossary(applyEdits(text, [edit]), file);
      assert.equal(after.terms.length, readGlossary(text, file).terms.length + 1);
    });
  }
});

test('no text and no draft makes it throw, and what is added is read back', () => {
  const some = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(some, some, some, fc.constantFrom(...glossaryExtensions), (source, target, text, format) => {
      const edit = appendTerm(text, `a.${format}`, { source, target });
      if (!edit) return;
      const { terms } = readGlossary(applyEdits(text, [edit]), `a.${format}`);
      assert.ok(terms.some((term) => term.source[0] === source));
    }),
  );
});
