import { HAN } from '../../../text/han.ts';
import { scriptOf } from '../../../text/script.ts';
import { replaceWith } from '../../../text/shared-texts.ts';
import { defineRule } from '../../rule.ts';
import { hongKong, mainland, taiwan } from './region-terms.data.ts';
import { replacementsIn } from './replacements.ts';
import { isWordAt } from './word-at.ts';

export default defineRule({
  id: 'region-term',
  group: 'wording',
  level: 'info',
  fix: 'suggest',
  style: 'region',
  title: { en: 'Terms of another region', zh: '使用本地区的用语' },
  why: {
    en: 'Mainland China, Taiwan and Hong Kong have different names for many things in computing (软件 and 軟體, 默认 and 預設). Converting the script of a text does not convert its terms. Only terms that the page’s region does not use in another sense are reported.',
    zh: '大陆、台湾和香港对许多计算机概念的叫法不同（软件与軟體，默认与預設），只转换简繁并不会转换用语。只报告本地区没有其他含义的外地用语。',
  },
  message: {
    en: '“{wrong}” is a term of another region. Readers here know “{right}”.',
    zh: '“{wrong}”是其他地区的用语，本地区的读者习惯用“{right}”。',
  },
  needs: [HAN],
  examples: [
    ['在伺服器上安装软体', '在服务器上安装软件'],
    ['这段 **程式码** 占用记忆体', '这段 **代码** 占用内存'],
    '在服务器上安装软件，单击鼠标，工作列表如下，四个预设值',
    '软体动物的文字元素',
    '`伺服器` 与 [服务器](https://example.com/伺服器)',
    '這段程式碼在伺服器上執行',
  ],
  styledExamples: {
    'zh-TW': [
      ['請在服務器上安裝軟件', '請在伺服器上安裝軟體'],
      ['這個參數的默認值', '這個參數的預設值'],
      '這個伺服器的預設值，電視頻道，國內存在的文字符號',
      '在服务器上安装软件',
    ],
    'zh-HK': [['這個軟件的默認值', '這個軟件的預設值'], '這個軟件的網絡數據庫'],
  },
  prose({ text }, { style, wordBoundaries, wantSegmenter, report }) {
    const region = regions[style.region];
    if (!region) return;
    let script: ReturnType<typeof scriptOf> | 'unread' = 'unread';
    for (const { from, to, right } of region.find(text)) {
      if (script === 'unread') script = scriptOf(text);
      // A paragraph in the other script is a quotation or belongs to another edition.
      if (script !== undefined && script !== region.script) return;
      // The segmenter only knows simplified words.
      const isWord = region.script === 'traditional' || isWordAt(wordBoundaries, text, from, to);
      if (isWord === undefined) wantSegmenter();
      if (!isWord) continue;
      const fixes = right.map((insert) => ({
        edits: [{ from, to, insert }],
        title: replaceWith(insert),
      }));
      report({ from, to }, { wrong: text.slice(from, to), right: right.join('”/“') }, ...fixes);
    }
  },
});

const regions: Readonly<Record<string, { script: string; find: ReturnType<typeof replacementsIn> }>> = {
  'zh-CN': { script: 'simplified', find: replacementsIn(mainland) },
  'zh-TW': { script: 'traditional', find: replacementsIn(taiwan) },
  'zh-HK': { script: 'traditional', find: replacementsIn(hongKong) },
};
