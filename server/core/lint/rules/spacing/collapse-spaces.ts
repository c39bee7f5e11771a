import { BLANK, classAt, classBefore, FULL_WIDTH, HAN } from '../../../text/han.ts';
import { blankRuns, isAlignment } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'collapse-spaces',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  yields: true,
  title: { en: 'One space instead of several', zh: '不连续使用空格' },
  why: {
    en: 'Several spaces in a row show as one on the page. In the source they are a typing slip, and they get in the way of comparison and search.',
    zh: '连续的空格在页面上只显示为一个；在源文件中多半是笔误，并妨碍比较和搜索。',
  },
  message: {
    en: 'Replace {count} spaces with one.',
    zh: '{count} 个连续空格应改为一个。',
  },
  needs: [HAN, BLANK],
  examples: [
    ['独立的模型  Variational Auto-Encoder', '独立的模型 Variational Auto-Encoder'],
    '第一行  \n第二行',
    '- 项目',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    if (!(prose.besideBlank & BLANK)) return;
    for (const { from, to } of blankRuns(text)) {
      if (to - from < 2 || from === 0 || to === text.length || text[to] === '\n' || text[from - 1] === '\n') continue;
      if ((classBefore(text, from) | classAt(text, to)) & FULL_WIDTH || besideDash(text, from, to)) continue;
      if (isAlignment(text, { from, to })) continue;
      report({ from, to }, { count: String(to - from) }, { edits: [{ from, to, insert: ' ' }] });
    }
  },
});

function besideDash(text: string, from: number, to: number): boolean {
  return text.slice(to, to + 2) === '——' || text.slice(from - 2, from) === '——';
}
