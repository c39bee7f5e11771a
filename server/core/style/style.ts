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

/** The style without any pages to learn from. */
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
