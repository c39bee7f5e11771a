import { classAt, classBefore, HAN, LATIN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { removeInvisible } from '../../shared-texts.ts';
import { nameOf } from './characters.ts';

export default defineRule({
  id: 'soft-hyphen',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No soft hyphens', zh: '不夹带软连字符' },
  why: {
    en: 'A soft hyphen shows only where a line breaks at it. It comes along when text is copied from a PDF or a web page, and search and glossaries do not find a word that holds one.',
    zh: '软连字符只在恰好换行时才显示，多是从 PDF 或网页复制时带入的；夹有它的词搜索不到，也匹配不上术语。',
  },
  message: removeInvisible,
  needs: [UNUSUAL],
  examples: [
    ['变分自编码器 Auto\u00adencoder', '变分自编码器 Autoencoder'],
    '软连字符&shy;实体',
    '预训练 pre-training',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const { index: from, 0: run } of text.matchAll(/\u00ad+/g)) {
      const to = from + run.length;
      if (!((classBefore(text, from) | classAt(text, to)) & (HAN | LATIN))) continue;
      report({ from, to }, { character: nameOf(run) }, { edits: [{ from, to, insert: '' }] });
    }
  },
});
