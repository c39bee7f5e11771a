import type { Leaf } from '../../../markdown/leaf.ts';
import type { Atom, Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, DIGIT, FULL_OPEN, FULL_WIDTH, HAN, LATIN, QUOTE } from '../../../text/han.ts';
import { defineRule, type Fix, type ParsedPage } from '../../rule.ts';

export default defineRule({
  id: 'autolink-swallow',
  group: 'markdown',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Chinese text swallowed by a bare URL', zh: '裸网址吞掉后面的中文' },
  why: {
    en: 'A bare URL ends only at a space or “<” (GitHub Flavored Markdown, extended autolinks). Chinese text or full-width punctuation directly after it becomes part of the link, which then leads nowhere.',
    zh: '没有标记的网址遇到空格或“<”才算结束（GitHub Flavored Markdown 的扩展自动链接），紧跟其后的中文和全角标点会成为链接的一部分，链接因此失效。',
  },
  message: {
    en: 'The link takes in “{text}”, too. Put the URL in “<…>”, or add a space after it.',
    zh: '链接会把“{text}”也包含进去。请用“<…>”包住网址，或在其后加空格。',
  },
  examples: [
    ['见 https://a.com/docs）。', '见 <https://a.com/docs>）。'],
    ['请访问https://a.com查看', '请访问https://a.com 查看'],
    ['见 https://a.com/docs，另见下文', '见 <https://a.com/docs>，另见下文'],
    ['见 https://zh.wikipedia.org/wiki/北京。', '见 <https://zh.wikipedia.org/wiki/北京>。'],
    ['见 www.example.com/docs。', '见 www.example.com/docs 。'],
    ['打开 **http://localhost:80/**。然后', '打开 **<http://localhost:80/>**。然后'],
    ['见 https://a.com/docs)、下文', '见 <https://a.com/docs>)、下文'],
    ['用 https://a.com/docs)的框架', '用 <https://a.com/docs>)的框架'],
    '见 https://zh.wikipedia.org/wiki/北京大学',
    '见 https://zh.wikipedia.org/wiki/水星（行星）',
    '见 https://a.com/page#api参考',
    '见 https://a.com 查看',
    '见 https://例子.中国/页面',
    '见 https://a.com/search?q=AI模型',
    '见 <https://a.com>。',
    '见[官网](https://a.com)。',
    '见[https://a.com，官网](https://a.com)。',
    '见 `https://a.com`。',
    'See https://a.com/docs.',
  ],
  document(page, { report }) {
    let mdx: boolean | undefined;
    for (const { leaf, from } of page.blocks) {
      for (const prose of leaf.prose) {
        for (const atom of urlsOutsideLinks(prose)) {
          const url = leaf.source.slice(atom.from, atom.to);
          const at = swallowedFrom(url);
          if (at < 0) continue;
          mdx ??= isMdx(page);
          const [start, end] = [from + atom.from, from + atom.from + at];
          const last = start + trimmed(url.slice(0, at)).length;
          const blank: Fix = { edits: [{ from: end, to: end, insert: ' ' }], changesMarkup: true, title: titles.blank };
          const fixes = [blank];
          // CommonMark requires a scheme between angle brackets, and MDX reads them as a tag.
          if (!mdx && !url.startsWith('www.')) {
            const edits = [
              { from: start, to: start, insert: '<' },
              { from: last, to: last, insert: '>' },
            ];
            const wrapped: Fix = { edits, changesMarkup: true, title: titles.wrap };
            // A space may stand before a word, but not before a full stop.
            if (classAt(url, at) & HAN) fixes.push(wrapped);
            else fixes.unshift(wrapped);
          }
          report({ from: end, to: from + atom.to }, { text: shortened(url.slice(at)) }, ...fixes);
        }
      }
    }
  },
});

const titles = {
  blank: { en: 'Add a space after the URL', zh: '在网址后加空格' },
  wrap: { en: 'Put the URL in <…>', zh: '用 <…> 包住网址' },
};

/** The offset in a GFM URL where the text of the page continues; −1 if it does not. */
function swallowedFrom(url: string): number {
  if (url.startsWith('<')) return -1;
  const host = /^(?:https?:\/\/)?[\w.:@-]*/i.exec(url)![0].length;
  let chinese = false;
  for (let at = host; at < url.length; at++) {
    const classes = classAt(url, at);
    const afterHan = (classBefore(url, at) & HAN) !== 0;
    // A title may contain a bracket: /wiki/水星（行星）.
    if (classes & (FULL_WIDTH | QUOTE)) return afterHan && classes & FULL_OPEN ? -1 : at;
    if (classes & HAN && url[at - 1] === ')' && isUnbalanced(url.slice(0, at))) return at - 1;
    if ('?#='.includes(url[at]!)) chinese = true;
    if (!(classes & HAN) || afterHan || chinese) continue;
    // Paths, queries and fragments may be Chinese. Only Chinese right after a Latin word continues the sentence.
    if (classBefore(url, at) & (LATIN | DIGIT)) return at;
    chinese = true;
  }
  return -1;
}

/** The URL without the trailing marks that GFM excludes. */
function trimmed(url: string): string {
  let end = url.length;
  while (/[?!.,:*_~'"]/.test(url[end - 1] ?? '') || (url[end - 1] === ')' && isUnbalanced(url.slice(0, end)))) end--;
  return url.slice(0, end);
}

function isUnbalanced(url: string): boolean {
  return url.split(')').length > url.split('(').length;
}

function shortened(text: string): string {
  const characters = [...text.slice(0, 40)];
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}…` : text;
}

// A URL inside the text of a link is not a link itself. Links do not nest, so both lists are in order.
function urlsOutsideLinks({ atoms, marks }: Prose): Atom[] {
  const urls = atoms.filter(({ kind }) => kind === 'url');
  if (urls.length === 0) return urls;
  const links = marks.filter(({ kind }) => kind === 'link');
  let next = 0;
  return urls.filter(({ from }) => {
    while (next < links.length && links[next]!.to <= from) next++;
    return next === links.length || from < links[next]!.from;
  });
}

function isMdx({ blocks }: ParsedPage): boolean {
  return blocks.some(({ leaf }) => leaf.kind === 'esm' || isComponent(leaf));
}

function isComponent({ kind, source }: Leaf): boolean {
  return kind === 'html' && /^<[A-Z]/.test(source);
}
