import { BLANK, classAt, classBefore, DIGIT, HAN, LINE_END } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'tilde-strikethrough',
  group: 'markdown',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Tildes that strike out the text between them', zh: '波浪号造成的删除线' },
  why: {
    en: 'GitHub and remark-gfm read two single tildes in one paragraph as strikethrough: in “1~10 和 2~5” the reader sees “10 和 2” struck out. Write ～ for a range, or a backslash before the tilde.',
    zh: 'GitHub 和 remark-gfm 把同一段落中的两个单独的波浪号当作删除线：“1~10 和 2~5”中的“10 和 2”会被划掉。表示范围时请用“～”，或在波浪号前加反斜线。',
  },
  message: {
    en: 'These two tildes strike out the text between them. Write ～ for a range, or a backslash before each tilde.',
    zh: '这两个波浪号成对，中间的文字会被划掉。表示范围请用“～”，否则在波浪号前加反斜线。',
  },
  needs: [HAN, DIGIT],
  examples: [
    ['取 1~10 个，每个 2~5 页', '取 1～10 个，每个 2～5 页'],
    '取 1~10 个',
    '取 1\\~10 个，每个 2\\~5 页',
    '取 1～10 个，每个 2～5 页',
    '约 ~10 个，又 ~5 页',
    '~~删去 1 个~~，这~1 处~，见 `1~2` 和 `3~4`',
  ],
  prose(prose, { report }) {
    const { text, source } = prose;
    const tildes: number[] = [];
    for (let at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
      // An escaped one is longer in the source.
      if (text[at - 1] === '~' || text[at + 1] === '~' || source[prose.end(at + 1) - 2] === '\\') continue;
      const joins = classBefore(text, at) & (DIGIT | HAN) && classAt(text, at + 1) & DIGIT;
      if (joins) tildes.push(at);
      else if (!((classBefore(text, at) | classAt(text, at + 1)) & (BLANK | LINE_END))) return;
    }
    for (let i = 1; i < tildes.length; i += 2) {
      const pair = [tildes[i - 1]!, tildes[i]!];
      const edits = pair.map((at) => ({ from: at, to: at + 1, insert: '～' }));
      report({ from: pair[0]!, to: pair[1]! + 1 }, {}, { edits, changesMarkup: true });
    }
  },
});
