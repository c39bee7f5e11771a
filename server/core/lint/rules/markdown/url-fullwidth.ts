import { linksIn } from '../../../bilingual/facts/links.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Leaf } from '../../../markdown/leaf.ts';
import { classBefore, HAN } from '../../../text/han.ts';
import type { Edit, Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'url-fullwidth',
  group: 'markdown',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Full-width punctuation inside a link target', zh: '链接目标中的全角标点' },
  why: {
    en: 'A URL is written with ASCII punctuation (RFC 3986). A full-width colon, full stop or bracket in it is a slip of the input method or of a machine translation, and the link leads nowhere.',
    zh: 'URL 只使用 ASCII 标点（RFC 3986）。其中的全角冒号、句号或括号是输入法或机器翻译造成的错误，链接会失效。',
  },
  message: {
    en: 'The link target has “{mark}” in it, which no URL has. Use half-width punctuation.',
    zh: '链接目标中有“{mark}”，URL 中不会有这个字符。请改用半角标点。',
  },
  examples: [
    ['参见[文档](https：//a.com/docs)。', '参见[文档](https://a.com/docs)。'],
    ['参见[文档](https://a.com/docs。html)。', '参见[文档](https://a.com/docs.html)。'],
    ['参见[文档](https://a.com/you-不需要状态。html)。', '参见[文档](https://a.com/you-不需要状态.html)。'],
    ['![图](./img/a，b.png)', '![图](./img/a,b.png)'],
    '参见[维基百科](https://zh.wikipedia.org/wiki/水星（行星）)。',
    '参见[下文](#为什么？)。',
    '参见[文档](https://a.com/docs)。',
    '参见[文档](https://a.com/路径/页面)。',
  ],
  document({ blocks }, { report }) {
    for (const block of blocks) {
      if (!mayHold(block.leaf)) continue;
      for (const { text, from } of targetsIn(block)) {
        const edits = slipsIn(text).map((edit) => ({ ...edit, from: from + edit.from, to: from + edit.to }));
        const first = edits[0];
        if (!first) continue;
        const mark = text[first.from - from]!;
        report({ from: first.from, to: edits.at(-1)!.to }, { mark }, { edits, changesMarkup: true });
      }
    }
  },
});

function mayHold({ kind, source, prose }: Leaf): boolean {
  if (kind === 'html' || kind === 'definition') return FULL.test(source);
  const isIn = ({ from, to }: Span) => FULL.test(source.slice(from, to));
  return prose.some(({ marks, atoms }) => marks.some(({ url }) => url && isIn(url)) || atoms.some(isIn));
}

// Not bare URLs. Where the sentence continues after them, another rule reports it.
function targetsIn(block: Block) {
  const bare = new Set(
    block.leaf.prose.flatMap(({ atoms }) => atoms.flatMap(({ kind, from }) => (kind === 'url' ? [from] : []))),
  );
  return linksIn([block]).filter(({ from }) => !bare.has(from - block.from));
}

function slipsIn(url: string): Edit[] {
  const end = url.indexOf('#');
  const address = end < 0 ? url : url.slice(0, end);
  return [...address.matchAll(FULL_ALL)].flatMap(({ 0: mark, index }) => {
    // A Chinese title has Chinese punctuation. After Latin letters, or before a suffix, the mark belongs to the URL.
    const isSuffix = /^[。．]\w{2,4}$/.test(address.slice(index, index + 6));
    const inTitle = (classBefore(address, index) & HAN) !== 0;
    const afterTitle = /[\u3400-\u9fff][（）]?$/.test(address.slice(Math.max(0, index - 2), index));
    return !isSuffix && (inTitle || afterTitle) ? [] : [{ from: index, to: index + 1, insert: ascii[mark]! }];
  });
}

const ascii: Readonly<Record<string, string>> = {
  '：': ':',
  '。': '.',
  '，': ',',
  '？': '?',
  '；': ';',
  '！': '!',
  '（': '(',
  '）': ')',
  '／': '/',
  '．': '.',
};
const FULL = new RegExp(`[${Object.keys(ascii).join('')}]`);
const FULL_ALL = new RegExp(FULL, 'g');
