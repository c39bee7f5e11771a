import type { Bilingual } from '../text/bilingual.ts';
import { type StyleId, styleIds, stylePoints } from './points.ts';

/** The value of each style point. `mixed`: the pages are divided, so both sides are left alone. */
export type Style = Readonly<Record<StyleId, string>>;

export const MIXED = 'mixed';

/** Published conventions of teams. Points that a guide leaves open are missing, and are learnt from the pages. */
export const profiles = {
  huggingface: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    brackets: 'full',
    unit: 'space',
    degree: 'none',
  },
  kubernetes: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    brackets: 'full',
    link: 'none',
    strong: 'none',
    pronoun: '你',
  },
  mdn: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    brackets: 'full',
    link: 'none',
    quotes: 'curly',
    quoteSpace: 'none',
    pronoun: '你',
  },
  vue: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    brackets: 'half',
    link: 'none',
    strong: 'none',
    quotes: 'curly',
    boldColon: 'outside',
    pronoun: '你',
  },
  react: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    brackets: 'full',
    link: 'space',
    strong: 'space',
    emphasis: 'space',
    quotes: 'curly',
    boldColon: 'outside',
    quoteSpace: 'none',
    unit: 'space',
    degree: 'space',
  },
  tidb: {
    hanLatin: 'space',
    hanDigit: 'space',
    inlineCode: 'space',
    dash: 'none',
    quotes: 'curly',
    unit: 'space',
    degree: 'none',
    date: 'space',
    range: '~',
    pronoun: '你',
  },
  ruanyf: { hanLatin: 'space', brackets: 'full', quotes: 'curly', unit: 'none', range: '～' },
  d2l: {
    hanLatin: 'none',
    hanDigit: 'none',
    inlineCode: 'none',
    math: 'none',
    link: 'none',
    strong: 'none',
    unit: 'none',
  },
  gb: { brackets: 'full', dash: 'none', quotes: 'curly', quoteSpace: 'none', date: 'none', unit: 'none' },
  'zh-tw': { region: 'zh-TW', quotes: 'corner', quoteSpace: 'none', brackets: 'full', dash: 'none' },
  'zh-hk': { region: 'zh-HK', quotes: 'corner', quoteSpace: 'none', brackets: 'full', dash: 'none' },
} as const satisfies Record<string, Partial<Record<StyleId, string>>>;

export type ProfileName = keyof typeof profiles;

/** Whose each profile is. */
export const teams: Readonly<Record<ProfileName, Bilingual>> = {
  huggingface: { en: 'Hugging Face course and documentation', zh: 'Hugging Face 课程与文档' },
  kubernetes: { en: 'Kubernetes documentation', zh: 'Kubernetes 文档' },
  mdn: { en: 'MDN Web Docs', zh: 'MDN Web 文档' },
  vue: { en: 'Vue documentation', zh: 'Vue 文档' },
  react: { en: 'React documentation', zh: 'React 文档' },
  tidb: { en: 'TiDB documentation', zh: 'TiDB 文档' },
  ruanyf: { en: 'Guide for Chinese technical documents by Ruan Yifeng', zh: '阮一峰《中文技术文档的写作规范》' },
  d2l: { en: 'Dive into Deep Learning', zh: '《动手学深度学习》' },
  gb: { en: 'National standards of mainland China', zh: '中国大陆国家标准' },
  'zh-tw': { en: 'Taiwan: traditional characters and 「 」', zh: '台湾：繁体字与「」' },
  'zh-hk': { en: 'Hong Kong: traditional characters and 「 」', zh: '香港：繁体字与「」' },
};

/** The style without any page to learn from. */
export const defaultStyle: Style = Object.fromEntries(
  styleIds.map((id) => [id, stylePoints[id].taste ? MIXED : stylePoints[id].values[0]!]),
) as Style;

/** Where Taiwan and Hong Kong differ by default. */
const traditionalStyle: Partial<Style> = { quotes: 'corner' };

/** Merges styles; later ones take precedence, and all of them over the defaults. */
export function mergeStyles(...styles: readonly Partial<Style>[]): Style {
  const chosen: Partial<Style> = Object.assign({}, ...styles);
  const ofRegion = chosen.region === 'zh-TW' || chosen.region === 'zh-HK' ? traditionalStyle : {};
  return { ...defaultStyle, ...ofRegion, ...chosen };
}
