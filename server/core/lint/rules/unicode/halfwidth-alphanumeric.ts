import { UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { useHalfWidth } from '../../shared-texts.ts';

export default defineRule({
  id: 'halfwidth-alphanumeric',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Half-width letters and digits', zh: '字母和数字使用半角' },
  why: {
    en: 'Letters and digits are half-width; full-width ones are left over from old encodings (W3C clreq; the guides of sparanoid, MDN and Ruan Yifeng). Search does not find them. Text about full width (全角) is not checked.',
    zh: '字母和数字应以半角存储，全角形式只是旧编码的遗留（W3C《中文排版需求》；sparanoid、MDN、阮一峰指南），且搜索不到。谈论“全角”的文字不在此列。',
  },
  message: useHalfWidth,
  needs: [UNUSUAL],
  examples: [
    ['使用ＣＬＩＰ模型', '使用CLIP模型'],
    ['共１２３个', '共123个'],
    ['时间１２：３０', '时间12：30'],
    '使用 CLIP 模型，共 123 个',
    '全角字母ＡＢＣ与半角字母 ABC',
    '`ＡＢＣ`',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    const found = [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+/g)];
    if (found.length === 0 || /全[角形]/.test(text)) return;
    for (const { index: from, 0: full } of found) {
      const half = full.replace(/./g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
      const to = from + full.length;
      report({ from, to }, { full, half }, { edits: [{ from, to, insert: half }] });
    }
  },
});
