import { classAt, classBefore, HAN, LATIN } from '../../../text/han.ts';
import { isInChineseSentence } from '../../../text/sentence.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule, type ProseContext } from '../../rule.ts';
import { addSpace, removeSpace } from '../../shared-texts.ts';

export default defineRule({
  id: 'dash-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'dash',
  style: 'dash',
  title: { en: 'Space beside the Chinese dash', zh: '破折号旁的空格' },
  why: {
    en: 'The Chinese dash —— is two characters wide and joins what stands on both sides (GB/T 15834-2011 §5.1.4; the guides of TiDB, MDN and React). Spaces beside it are an English habit. The rule follows projects that write them throughout.',
    zh: '破折号“——”占两个字的位置，连接前后两部分（GB/T 15834-2011 §5.1.4；TiDB、MDN、React 指南）。两侧加空格是英文的习惯；如果项目一贯加空格，则以项目为准。',
  },
  message: {
    en: '{action} beside “——”.',
    zh: '“——”旁{action}。',
  },
  needs: [HAN],
  examples: [
    ['冗余信息 —— 给定数据', '冗余信息——给定数据'],
    ['准备的—— 前几课', '准备的——前几课'],
    '冗余信息——给定数据',
    'An English sentence —— with 中文 in it',
  ],
  styledExamples: {
    space: [['冗余信息——给定数据', '冗余信息 —— 给定数据'], '冗余信息 —— 给定数据'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (!text.includes('——') && !text.includes('⸺')) return;
    if (style.dash === 'space') return addSpaces(text, report);
    if (style.dash !== 'none') return;
    for (const { index, 0: dash } of text.matchAll(/——|⸺/g)) {
      const end = index + dash.length;
      const from = skipBlanksBack(text, index);
      const to = skipBlanks(text, end);
      if (
        (from === index && to === end) ||
        from === 0 ||
        text[from - 1] === '\n' ||
        to === text.length ||
        text[to] === '\n'
      )
        continue;
      if (!isInChineseSentence(text, from)) continue;
      const edits = [
        { from, to: index, insert: '' },
        { from: end, to, insert: '' },
      ].filter((edit) => edit.to > edit.from);
      report({ from, to }, { action: removeSpace }, { edits });
    }
  },
});

function addSpaces(text: string, report: ProseContext<'action'>['report']): void {
  for (const { index: from } of text.matchAll(/(?<!—)——(?!—)/g)) {
    const to = from + 2;
    const edits = [from, to]
      .filter((place) => !touchesBlank(text, place))
      .map((at) => ({ from: at, to: at, insert: ' ' }));
    if (edits.length > 0) report({ from, to }, { action: addSpace }, { edits });
  }
}

// Only next to Chinese. At the start of a line or next to a quotation mark the dash is not a parenthesis.
function touchesBlank(text: string, place: number): boolean {
  const outside = text[place] === '—' ? classBefore(text, place) : classAt(text, place);
  return (outside & (HAN | LATIN)) === 0;
}
