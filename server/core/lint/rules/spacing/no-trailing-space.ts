import { BLANK, HAN, LINE_END } from '../../../text/han.ts';
import { blankRuns } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-trailing-space',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'line',
  title: { en: 'No space at the end of a line', zh: '行尾不留空格' },
  why: {
    en: 'A space at the end of a line is invisible and does nothing. Two before a line break are a hard break (CommonMark §6.7) and are kept.',
    zh: '行尾空格看不见，也没有作用。换行前的两个空格表示硬换行（CommonMark §6.7），予以保留。',
  },
  message: {
    en: 'Remove the space at the end of the line.',
    zh: '请删除行尾的空格。',
  },
  needs: [HAN, BLANK],
  examples: [
    ['形状为 77×1024 的张量。 ', '形状为 77×1024 的张量。'],
    ['第一行 \n第二行', '第一行\n第二行'],
    '第一行  \n第二行',
    '第一行\\\n第二行',
  ],
  prose(prose, { report, block }) {
    const { text } = prose;
    if (block === 'row' || !(prose.besideBlank & LINE_END)) return;
    for (const { from, to } of blankRuns(text)) {
      if (from > 0 && text[from - 1] !== '\n' && (to === text.length || text[to] === '\n')) {
        // Without the space, a backslash or the spaces after a tab would become a hard break.
        if (text[from - 1] === '\\' || text.slice(from, to).includes('\t')) continue;
        report({ from, to }, {}, { edits: [{ from, to, insert: '' }] });
      }
    }
  },
});
