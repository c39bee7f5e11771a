import type { Block } from '../../markdown/blocks.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import { DIGIT, GREEK, HAN, HANGUL, KANA, LATIN } from '../../text/han.ts';
import { htmlText } from './html.ts';

/**
 * Whether readers would miss the block. Comments, rules, imports, link definitions and bare tags show nothing. Links to
 * the page in other languages are not content either.
 */
export function isContent({ leaf }: Block): boolean {
  if (isLanguageSwitch(leaf)) return false;
  if (leaf.kind === 'html') return SHOWN.test(leaf.source) || /\w{2}|[\u3400-\u9fff]/.test(htmlText(leaf.source));
  if (leaf.kind === 'code' || leaf.kind === 'math' || leaf.kind === 'frontMatter') return true;
  if (SHOWN.test(leaf.source)) return leaf.prose.length > 0;
  return leaf.prose.some(
    (prose) =>
      (prose.classes & LETTERS) !== 0 || prose.atoms.some(({ kind }) => kind !== 'html' && kind !== 'placeholder'),
  );
}

const LETTERS = HAN | LATIN | DIGIT | GREEK | KANA | HANGUL;

const SHOWN = /<(?:img|video|audio|iframe|svg)\b/i;

/** A line like `English | [简体中文](README.zh-CN.md)`: only links and names of languages. */
function isLanguageSwitch({ kind, prose, source }: Leaf): boolean {
  if (source.length > LONGEST_SWITCH) return false;
  if (kind === 'html') return source.includes('<a ') && LANGUAGES.test(htmlText(source));
  const isLinked = prose.some(({ marks }) => marks.some((mark) => mark.kind === 'link'));
  return kind === 'paragraph' && isLinked && LANGUAGES.test(prose.map(({ text }) => text).join('\n'));
}

const LONGEST_SWITCH = 3000;
const NAMES =
  '(?:(?:simplified|traditional) )?chinese|english|japanese|korean|spanish|french|german|russian|portuguese|italian|(?:简体|繁體|繁体|正體)?中文|英文|英语|日文|日语|日本語|韩文|韩语|한국어|español|français|deutsch|русский|português|italiano|tiếng việt|bahasa indonesia|ไทย|türkçe|العربية|فارسی|हिन्दी|українська|polski|nederlands|čeština|zh|en|ja|ko|cn|tw|hans|hant|readme|languages?|语言';
/** What stands between them. Code and images are noncharacters in prose, and do not occur in such a line. */
const BETWEEN = '[^\\p{L}\\p{N}\\ufdd0-\\ufdef]*';
const LANGUAGES = new RegExp(`^${BETWEEN}(?:(?:${NAMES})${BETWEEN})+$`, 'iu');
