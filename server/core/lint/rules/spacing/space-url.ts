import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { ATOM, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-url',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'url',
  style: 'hanLatin',
  title: { en: 'Space between Chinese and a URL', zh: '中文与网址之间的空格' },
  why: {
    en: 'A URL is set like Latin text. Directly after Chinese it is hard to see where it begins, and some Markdown readers find no link there. Where a project writes no space beside letters, URLs are not checked either.',
    zh: '网址如同拉丁字母，和中文之间应留空隙；紧挨中文时不易看出网址从哪里开始，有的 Markdown 工具也识别不出链接。如果项目在字母旁不加空格，则不作要求。',
  },
  message: {
    en: '{action} beside the URL.',
    zh: '网址旁{action}。',
  },
  needs: [HAN, ATOM],
  examples: [
    ['从<https://example.com>获取', '从 <https://example.com> 获取'],
    ['请访问https://example.com 查看', '请访问 https://example.com 查看'],
    '请访问 <https://example.com> 查看，或见 https://example.com 。',
    '（https://example.com）',
    '请[访问](https://example.com)网站，见[https://example.com](https://example.com)网站',
  ],
  styledExamples: {
    none: ['从<https://example.com>获取', '从 <https://example.com> 获取'],
  },
  prose(prose, { style, report }) {
    const { text, atoms, marks } = prose;
    if (style.hanLatin !== 'space' || !text.includes(ATOMS.url) || !mayHaveGaps(prose, 'space', ATOM)) return;
    // The rule for links covers a URL that is the text of a link.
    const linked = new Set(marks.filter(({ kind }) => kind === 'link').map(({ content }) => content.from));
    const urls = new Set(atoms.flatMap(({ kind, at }) => (kind === 'url' && !linked.has(at) ? [at] : [])));
    if (urls.size === 0) return;
    const ends = (_: Prose, place: number) => urls.has(place - 1);
    const starts = (_: Prose, place: number) => urls.has(place);
    for (const { span, args, fix } of gaps(prose, 'space', ends, starts)) report(span, args, fix);
  },
});
