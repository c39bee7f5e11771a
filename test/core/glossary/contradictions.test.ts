import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictionsIn } from '../../../server/core/glossary/contradictions.ts';
import { readGlossary } from '../../../server/core/glossary/format/read.ts';
import { createGlossary } from '../../../server/core/glossary/glossary.ts';
import { toTheEnd } from '../../helpers/hang.ts';

function check(title: string, rows: readonly string[], ...expected: string[]): void {
  test(title, () => {
    const { terms, faults } = readGlossary(['en,zh,forbidden,pos,region,note', ...rows].join('\n'), 'file:///a/g.csv');
    assert.deepEqual(faults, []);
    const found = contradictionsIn(terms).map(
      ({ origin, other, level, message }) => `${origin.line}–${other.line} ${level}: ${message.en.split(' (')[0]}`,
    );
    assert.deepEqual(found, expected);
  });
}

check('rows that agree', ['token,词元', 'bias,偏置', 'TOKEN ring,令牌环']);
check('a row twice', ['token,词元', 'Token,词元'], '2–1 info: “Token” has a row already');
check(
  'two wordings without a word on when',
  ['load,负载', 'load,加载'],
  '2–1 warning: “load” is “加载” here and “负载” in another row',
);
check('senses', ['build,构建版本,,noun', 'build,构建,,verb', 'load,负载,,,,名词', 'load,加载,,,,动作']);
check('regions', ['token,词元,,,zh-CN', 'token,詞元,,,zh-TW']);
check(
  'approved and rejected',
  ['attention,注意力,关注', 'attention,关注'],
  '2–1 warning: One row approves “关注” for “attention”, another',
);
check(
  'kept and translated',
  ['Pod,不翻译', 'pod,容器组'],
  '2–1 warning: “pod” stays in English in one row and is translated in another',
);
check('told once for all names', ['aa/bb,甲', '"bb, aa",乙'], '2–1 warning: “bb” is “乙” here and “甲” in another row');
check('a wording that is only added', ['token,词元', 'token,,令牌']);

test('a file overrules those after it, and that is only mentioned', () => {
  const read = (file: string, ...rows: string[]) =>
    readGlossary(['en,zh,forbidden,pos,region,note', ...rows].join('\n'), file).terms;
  const terms = [
    ...read(
      'own.csv',
      'token,词元',
      'token,令牌,,,,认证',
      '"attention, attn",注意力',
      'build,构建,,v.',
      'cell,儲存格,,,zh-TW',
    ),
    ...read(
      'base.csv',
      'Token,标记',
      'attn,关注',
      'attention,关注',
      'build,构建版本,,n.',
      'cell,单元格,,,zh-CN',
      'bias,偏置',
    ),
  ];
  assert.deepEqual(
    createGlossary(terms).terms.map(({ source, renderings }) => `${source[0]} ${renderings[0]!.text}`),
    [
      'token 词元',
      'token 令牌',
      'attention 注意力',
      'build 构建',
      'cell 儲存格',
      'build 构建版本',
      'cell 单元格',
      'bias 偏置',
    ],
  );
  assert.deepEqual(
    contradictionsIn(terms).map(({ origin, level }) => `${origin.file} ${origin.line} ${level}`),
    ['base.csv 1 info', 'base.csv 2 info', 'base.csv 3 info'],
  );
});

test('many rows of one name come to an end', () => {
  const rows = Array.from({ length: 200_000 }, (_, row) => `token,词${row},,,,${row}`);
  const { terms } = readGlossary(['en,zh,forbidden,pos,region,note', ...rows].join('\n'), 'g.csv');
  assert.deepEqual(
    toTheEnd(() => contradictionsIn(terms)),
    [],
  );
});
