import { fragmentOf, linksIn, linkTargets } from '../../../bilingual/facts/links.ts';
import type { Piece } from '../../../bilingual/facts/pieces.ts';
import { lastSegment, pageOfUrl } from '../../../bilingual/facts/url.ts';
import { isOneSlip, likeness } from '../../../text/edit-distance.ts';
import { defineRule } from '../../rule.ts';
import { being, firstLine, isTranslated, nothing } from './both-sides.ts';

export default defineRule({
  id: 'link-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Link or image differs from the source', zh: '链接或图片的目标与原文不一致' },
  why: {
    en: 'A link that is lost or leads to another page is a mistake of the translation, unless that page is the Chinese version of the same one. Locale folders, hosts, suffixes, and headings in Chinese count as the same.',
    zh: '除非指向同一页面的中文版，丢失的链接或指向别处的链接就是译文的错误。语言目录、语言域名、后缀以及中文标题锚点都视为相同。',
  },
  message: {
    en: 'The source links to {expected}, the translation links to {found}.',
    zh: '链接的目标：原文{expected}，译文{found}。',
  },
  translatedExamples: [
    {
      english: 'See [the guide](/en/guide/install/).\n',
      chinese: ['参见[指南](/zh-cn/guide/instal/)。\n', '参见[指南](/zh-cn/guide/install/)。\n'],
    },
    {
      english: 'See [the guide](https://a.com/guide) and [the API](https://a.com/api).\n',
      chinese: [
        '参见[指南](https://a.com/guide)和 API。\n',
        '参见[指南](https://a.com/guide)和 [API](https://a.com/api)。\n',
        'hand',
      ],
    },
    { english: '![A cat](./img/cat.png)\n', chinese: ['![猫](./img/cta.png)\n', '![猫](./img/cat.png)\n'] },
    { english: '![A cat](./img/cat.png)\n', chinese: '![猫](./img/cat-zh.png)\n' },
    {
      english: '[Docs](https://a.com/#/en-US/docs/start?anchor=API)\n',
      chinese: '[文档](https://a.com/#/zh-CN/docs/start?anchor=API)\n',
    },
    { english: '[Docs](https://a.com/en/index.html)\n', chinese: '[文档](https://a.com/zh-cn/)\n' },
    { english: '[Site](https://a.com/)\n', chinese: '[网站](https://a.com/?language=zh-CN)\n' },
    { english: '[Rules](https://a.com/)\n', chinese: '[规则](https://a.com/lang/zh-CN/)\n' },
    { english: '[简体中文](./README.zh-CN.md) | English\n', chinese: '简体中文 | [English](/README.md)\n' },
    { english: 'See [this](../guide.md#set-up).\n', chinese: '参见[此处](/zh/guide/#设置)。\n' },
    {
      english: '[Wikipedia](https://en.wikipedia.org/wiki/Noise)\n',
      chinese: '[维基百科](https://zh.wikipedia.org/wiki/噪声)\n',
    },
  ],
  translation({ comparison: { pairs } }, { report }) {
    const translated = pairs.filter(isTranslated);
    const wholeChinese = linkTargets(pairs.flatMap(({ blocks }) => linksIn(blocks.chinese)));
    const wholeEnglish = linkTargets(pairs.flatMap(({ blocks }) => linksIn(blocks.english)));
    for (const { blocks } of translated) {
      const here = linksIn(blocks.chinese);
      const there = linksIn(blocks.english);
      if (here.length + there.length === 0) continue;
      const targetsHere = linkTargets(here);
      const targetsThere = linkTargets(there);
      // If two sections of a page are linked, a wrong link to one must not count as the other.
      const wrong = new Set(
        here.filter((link) => fragmentOf(link) !== '' && !targetsThere.hasExactly(link)).map(({ key }) => key),
      );
      const lost = distinct(
        there.filter((link) => {
          if (!isComparable(link)) return false;
          // A link in another paragraph has only moved.
          const fewer = wholeChinese.count(link) < wholeEnglish.count(link);
          if (!targetsHere.has(link) || (wrong.has(link.key) && !targetsHere.hasExactly(link)))
            return fewer || !wholeChinese.has(link);
          return fewer && targetsHere.count(link) < targetsThere.count(link) && here.length < there.length;
        }),
      );
      if (lost.length === 0) continue;
      const alien = distinct(
        here.filter((link) => !targetsThere.has(link) || (wrong.has(link.key) && !targetsThere.hasExactly(link))),
      );
      const foreign = foreignLinks(alien, lost);
      if (alien.length - foreign.length >= lost.length) continue;
      const swapped = foreign.length === lost.length && foreign.every((link, at) => isAlike(link, lost[at]!));
      if (!swapped) {
        const { from, to } = lost[0]!;
        const expected = lost.map(({ text }) => text).join(', ');
        report({ ...firstLine(blocks.chinese), english: { from, to } }, { expected: being(expected), found: nothing });
        continue;
      }
      for (const [at, { from, to, text }] of lost.entries()) {
        const other = foreign[at]!;
        const span = { from: other.from, to: other.to };
        const insert = inLocale(text, [other, ...here]);
        report(
          { ...span, english: { from, to } },
          { expected: being(text), found: being(other.text) },
          { edits: [{ ...span, insert }], changesMarkup: true },
        );
      }
    }
  },
});

/** The links that are not a Chinese version of a lost one. For a long list nobody can tell, so all of them count. */
function foreignLinks(alien: readonly Piece[], lost: readonly Piece[]): readonly Piece[] {
  if (alien.length * lost.length > 1000) return alien;
  return alien.filter((link) =>
    isComparable(link) ? !lost.some((other) => isOtherThread(link, other)) : isSlipOfSite(link, lost),
  );
}

function distinct(links: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return links.filter(({ text }) => !seen.has(text) && seen.add(text));
}

// Chinese names of pages and headings are translations. So are Chinese sites: cn.vitejs.dev, webpack.docschina.org.
function isComparable({ text, key }: Piece): boolean {
  return !/[^\x00-\x7f]|%[89a-f][0-9a-f]/i.test(text) && !/^#?$/.test(key) && !CHINESE_SITE.test(text);
}

const CHINESE_SITE = /^(?:https?:)?\/\/(?:[^/]*[.-])?(?:zh|cn|chs|zh-hans|zh-cn|\w*china)(?:[.-]|\/|$)/i;

// Forums have separate threads for readers of the translation. A mistyped number differs in one digit.
function isOtherThread({ key }: Piece, other: Piece): boolean {
  const [found, expected] = [/^(.*\/)(\d+)$/.exec(key), /^(.*\/)(\d+)$/.exec(other.key)];
  return (
    !!found && !!expected && found[1] === expected[1] && found[2] !== expected[2] && !isOneSlip(found[2]!, expected[2]!)
  );
}

function isSlipOfSite({ text }: Piece, lost: readonly Piece[]): boolean {
  const last = lastSegment(pageOfUrl(text));
  return CHINESE_SITE.test(text) && lost.some(({ key }) => isOneSlip(last, lastSegment(key)));
}

function isAlike({ key, text }: Piece, other: Piece): boolean {
  return key === other.key || likeness(key, other.key) >= 0.4 || isOneSlip(text, other.text);
}

/** The source's URL, with the locale of the first of these links. */
function inLocale(url: string, links: readonly Piece[]): string {
  const locale = /(?<=^|\/)(?:en|en-us)(?=\/)/i.exec(url);
  if (!locale) return url;
  for (const { text } of links) {
    const chinese = /(?<=^|\/)(?:zh|cn)(?:[-_]\w{2,4})?(?=\/)/i.exec(text)?.[0];
    if (chinese) return url.slice(0, locale.index) + chinese + url.slice(locale.index + locale[0].length);
  }
  return url;
}
