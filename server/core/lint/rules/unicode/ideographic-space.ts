import { ATOM, classAt, classBefore, DIGIT, HAN, LATIN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { usePlainSpace } from '../../shared-texts.ts';
import { isBehindMarker, isBetweenWords, nameOf, plainSpace } from './characters.ts';

export default defineRule({
  id: 'ideographic-space',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No ideographic space beside Latin words', zh: '中西文之间不用全角空格' },
  why: {
    en: 'Between Chinese and Western text the gap is at most a quarter of a character, for which U+0020 may stand (W3C clreq). An ideographic space is a whole character wide, and Markdown does not read it as a space: “#” followed by one makes no heading. At the start of a paragraph and between Chinese characters it is not checked.',
    zh: '中西文之间的间距不超过四分之一个汉字，可用 U+0020 表示（W3C《中文排版需求》）。全角空格宽达一个字，而且 Markdown 不把它当作空格：“#”后面跟着它不成标题。段首缩进和汉字之间的全角空格不在此列。',
  },
  message: usePlainSpace,
  needs: [HAN, UNUSUAL],
  examples: [
    ['使用\u3000CLIP 模型', '使用 CLIP 模型'],
    ['运行\u3000`fit` 方法', '运行 `fit` 方法'],
    '\u3000\u3000段首缩进',
    '张三\u3000李四',
    '姓\u3000名',
  ],
  prose(prose, { block, report }) {
    const { text } = prose;
    for (let from = text.indexOf('\u3000'); from >= 0; from = text.indexOf('\u3000', from + 1)) {
      const to = from + 1;
      const besideWestern = ((classBefore(text, from) | classAt(text, to)) & (LATIN | DIGIT | ATOM)) !== 0;
      if (!isBehindMarker(prose, from, block) && !(besideWestern && isBetweenWords(prose, from, to))) continue;
      report({ from, to }, { character: nameOf(text[from]!) }, plainSpace(prose, from, to, block));
    }
  },
});
