import { classAt, classBefore, HAN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { usePlainSpace } from '../../shared-texts.ts';
import { isBehindMarker, isBetweenWords, nameOf, plainSpace } from './characters.ts';

export default defineRule({
  id: 'no-break-space',
  group: 'unicode',
  level: 'info',
  fix: 'safe',
  title: { en: 'Plain spaces beside Chinese', zh: '中文旁使用普通空格' },
  why: {
    en: 'No-break and thin spaces look like a space, but search, editors and Markdown do not read them as one: “#” followed by one makes no heading. W3C clreq accepts U+0020 between Chinese and Western text. Those between a number and its unit are not checked.',
    zh: '不换行空格和各种窄空格看似普通空格，搜索、编辑器和 Markdown 却不把它们当作空格：“#”后面跟着它们不成标题。W3C《中文排版需求》认可在中西文之间使用 U+0020。数字与单位之间的不在此列。',
  },
  message: usePlainSpace,
  needs: [HAN, UNUSUAL],
  examples: [
    ['使用\u00a0CLIP 模型', '使用 CLIP 模型'],
    ['共\u20093 个', '共 3 个'],
    ['模型\u202f`fit`', '模型 `fit`'],
    '内存为 20\u00a0GB 的机器',
    '空&nbsp;格',
    '\u00a0\u00a0缩进的段落',
  ],
  prose(prose, { block, report }) {
    const { text } = prose;
    for (const { index: from, 0: blank } of text.matchAll(/[\u00a0\u2000-\u200a\u202f\u205f]+/g)) {
      const to = from + blank.length;
      const besideHan = ((classBefore(text, from) | classAt(text, to)) & HAN) !== 0;
      if (!isBehindMarker(prose, from, block) && !(besideHan && isBetweenWords(prose, from, to))) continue;
      report({ from, to }, { character: nameOf(blank) }, plainSpace(prose, from, to, block));
    }
  },
});
