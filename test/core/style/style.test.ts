import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { decideStyle, gatherEvidence, judge, placesOf } from '../../../server/core/style/detect.ts';
import { styleIds, stylePoints } from '../../../server/core/style/points.ts';
import { mergeStyles } from '../../../server/core/style/style.ts';
import { defaults } from '../../helpers/settings.ts';

const simplified = '这个页面说明怎样训练模型。';
const traditional = '這個頁面說明怎樣訓練模型。';
const taiwan = '使用者在網路上下載這個軟體，裡面有說明。';
const hongKong = '用戶在網絡上下載這個軟件，裏面有説明。';
const japanese = 'この頁では説明を読みます。';

const pages: [name: string, paragraphs: string[], region: string | undefined][] = [
  ['simplified pages', Array(6).fill(simplified), 'zh-CN'],
  ['traditional pages', Array(6).fill(traditional), 'zh-TW'],
  ['pages with words of Taiwan', [...Array(6).fill(traditional), taiwan, taiwan], 'zh-TW'],
  ['pages with characters of Hong Kong', [...Array(6).fill(traditional), ...Array(4).fill(hongKong)], 'zh-HK'],
  ['pages in both scripts', [...Array(5).fill(simplified), ...Array(5).fill(traditional)], 'mixed'],
  ['a simplified page with a quotation', [...Array(9).fill(simplified), traditional], 'zh-CN'],
  ['too little', [traditional, simplified], undefined],
  ['Japanese', Array(9).fill(japanese), undefined],
];

describe('the region of', () => {
  for (const [name, paragraphs, region] of pages) {
    test(name, () => {
      const style = decideStyle(gatherEvidence([parseMarkdown(paragraphs.join('\n\n'))]));
      assert.equal(style.region, region);
    });
  }
});

test('a region brings its quotation marks, unless others are asked for', () => {
  assert.equal(mergeStyles({}).quotes, 'curly');
  assert.equal(mergeStyles({ region: 'zh-TW' }).quotes, 'corner');
  assert.equal(mergeStyles({ region: 'zh-HK' }, { quotes: 'curly' }).quotes, 'curly');
});

test('good pages of Taiwan and Hong Kong are not judged by the rules of the mainland', () => {
  const good = {
    'zh-TW': '使用者在網路上下載這個「軟體」，著作裡有說明；必需使用模版，預設值為 3 個。',
    'zh-HK': '用户在網絡上下載這個「軟件」，裏面有説明着，温度過高時須要留意，預設值為 3 個。',
  };
  for (const [region, text] of Object.entries(good)) {
    const lint = createLinter({ ...defaults, style: mergeStyles({ region }) });
    assert.deepEqual(lint(parseMarkdown(`${traditional.repeat(20)}\n\n${text}\n`)).findings, [], region);
  }
});

describe('the places at which pages decide a point are as many as its counts:', () => {
  const text = [
    '# 标题 {#id}',
    '用PyTorch和 `fit()` 或`run`，见[文档](u)、 **重点** 和*斜体*（约 16GB，37 °C），还有(括号)。',
    '- **注意**：这里 1～10 个\n- **类型：** `number`，公式$x$和 $y$ 在此\n- `a`: 说明',
    '他说“你好”，又说 “再见” 和“API”——在 2024 年3月10日，您看😀吧 🤗 好。 「角」"直"。',
  ].join('\n\n');
  const page = parseMarkdown(text);
  const evidence = gatherEvidence([page]);
  for (const id of styleIds) {
    test(id, () => {
      const counts = Object.entries(evidence[id]);
      assert.ok(counts.length > 0, 'the page decides it');
      for (const [value, count] of counts) {
        const places = placesOf(page, id, value, 100);
        assert.equal(places.length, count, value);
        for (const { from, to } of places) assert.ok(0 <= from && from < to && to <= text.length);
        const [first] = places;
        const shown = text.slice(first!.from, first!.to);
        if (value === 'space') assert.match(shown, / /);
        else if (id === 'pronoun' || id === 'range') assert.equal(shown, value);
        assert.equal(placesOf(page, id, value, 1).length, 1);
      }
    });
  }

  test('one that weighs more than once is one place', () => {
    assert.deepEqual(placesOf(parseMarkdown(taiwan), 'region', 'zh-TW', 9), [{ from: 0, to: taiwan.length }]);
  });
});

test('a verdict tells how many places are wanted: fewer leave the point open, as many decide it', () => {
  for (const id of styleIds) {
    const [a, b] = stylePoints[id].values as [string, string];
    for (const first of [a, b]) {
      const second = first === a ? b : a;
      for (let total = 6; total < 40; total++) {
        for (let count = Math.ceil(total / 2); count <= total; count++) {
          const { value, wanted } = judge(id, { [first]: count, [second]: total - count });
          if (count * 2 > total)
            assert.equal(value, count >= wanted ? first : 'mixed', `${id} ${first} ${count}/${total}`);
        }
      }
      for (let total = 0; total < 8; total++) {
        const { value, wanted } = judge(id, total > 0 ? { [first]: total } : {});
        assert.equal(value, total >= wanted ? first : undefined, `${id} ${first} ${total}`);
      }
    }
  }
});
