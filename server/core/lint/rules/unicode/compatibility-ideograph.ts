import { HAN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { codeOf } from './characters.ts';

export default defineRule({
  id: 'compatibility-ideograph',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No compatibility ideographs', zh: '不使用兼容汉字' },
  why: {
    en: 'Unicode holds some characters twice, for old Korean and Japanese codes. The second one looks the same, but search does not find it, and any program that normalises text (NFC) replaces it. It comes from PDF files and scans.',
    zh: '为兼容韩国、日本的旧编码，Unicode 重复收录了一些汉字。兼容字看起来相同，却搜索不到；任何按 NFC 规范化文本的程序都会替换它。多由 PDF 或扫描识别带入。',
  },
  message: {
    en: '“{bad}” ({badCode}) is a compatibility character. Use “{good}” ({goodCode}).',
    zh: '“{bad}”（{badCode}）是兼容汉字，应改为“{good}”（{goodCode}）。',
  },
  needs: [HAN, UNUSUAL],
  examples: [
    ['训\uf996循环神经网络', '训練循环神经网络'],
    ['\uf92c\u{2f800}', '郎丽'],
    '训练循环神经网络',
    '\ufa0e 是独立的汉字',
  ],
  prose(prose, { report }) {
    for (const { index: from, 0: bad } of prose.text.matchAll(/[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu)) {
      const good = bad.normalize('NFC');
      if (good === bad) continue;
      const to = from + bad.length;
      const args = { bad, good, badCode: codeOf(bad), goodCode: codeOf(good) };
      report({ from, to }, args, { edits: [{ from, to, insert: good }] });
    }
  },
});
