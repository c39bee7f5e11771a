import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { decideStyle, gatherEvidence } from '../../../server/core/style/detect.ts';
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
