import type { Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, HAN, LINE_END, lengthAt, lengthBefore } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'softbreak-han',
  group: 'markdown',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'No line break between Chinese characters', zh: '汉字之间不换行' },
  why: {
    en: 'A line break inside a paragraph becomes a space on the page (CommonMark §6.8). That is right between English words, and wrong in the middle of a Chinese phrase. The guide of Kubernetes breaks lines only beside punctuation or Latin words.',
    zh: '段落里的换行在页面上会显示为一个空格（CommonMark §6.8）：对英文单词正好，在中文词句中间就多出一个空格。Kubernetes 中文指南不允许在汉字与汉字之间换行。',
  },
  message: {
    en: 'This line break shows as a space between “{left}” and “{right}”. Join the lines.',
    zh: '此处换行会在“{left}”与“{right}”之间显示为空格。请将两行连成一行。',
  },
  needs: [HAN, LINE_END],
  examples: [
    ['这是一个很长的\n句子', '这是一个很长的句子'],
    '这是一个句子。\n这是另一个',
    '使用\nCLIP 模型',
    '第一行  \n第二行',
    '第一行\\\n第二行',
    '1. **注册账户**\n   打开网页',
    '术语\n:   定义',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    const titles = titleEnds(prose);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (!(classBefore(text, at) & HAN) || !(classAt(text, at + 1) & HAN)) continue;
      if (isHardBreak(prose, at) || isDefinition(prose, at + 1) || titles.has(at)) continue;
      // A quotation marker or indent at the start of the next line would be left behind.
      const joins = prose.insertion(at + 1) === prose.end(at + 1);
      const fixes = joins ? [{ edits: [{ from: at, to: at + 1, insert: '' }] }] : [];
      const from = at - lengthBefore(text, at);
      const right = text.slice(at + 1, at + 1 + lengthAt(text, at + 1));
      report({ from, to: at }, { left: text.slice(from, at), right }, ...fixes);
    }
  },
});

function isHardBreak(prose: Prose, at: number): boolean {
  return /[^\r\n]/.test(prose.source.slice(prose.start(at), prose.end(at + 1)));
}

// `:   定义` below its term.
function isDefinition({ source, start, end }: Prose, line: number): boolean {
  return /^[ \t>]*:[ \t]/.test(source.slice(end(line), start(line)));
}

/** The ends of lines that are entirely emphasis: titles of the text below. */
function titleEnds({ text, marks }: Prose): ReadonlySet<number> {
  const titles = marks.filter(({ kind, content }) => {
    return kind !== 'link' && (content.from === 0 || text[content.from - 1] === '\n');
  });
  return new Set(titles.map(({ content }) => content.to));
}
