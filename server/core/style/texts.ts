import type { Bilingual } from '../text/bilingual.ts';
import { type StyleId, stylePoints } from './points.ts';
import { MIXED } from './style.ts';

/** Explains what a value of a style point means. */
export function meaningOf(id: StyleId, value: string): Bilingual {
  return own[id]?.[value] ?? common[value] ?? { en: `Write ${value}.`, zh: `写作“${value}”。` };
}

/** The same without its example, its reason and its full stop, for a list. */
export function shortMeaning(id: StyleId, value: string): Bilingual {
  const { en, zh } = meaningOf(id, value);
  const short = (text: string) => text.replace(/[:：,，].*$/su, '').replace(/[.。]$/u, '');
  return { en: short(en), zh: short(zh) };
}

export function valuesOf(id: StyleId): readonly string[] {
  return [...stylePoints[id].values, MIXED];
}

const common: Readonly<Record<string, Bilingual>> = {
  space: { en: 'With a space.', zh: '加空格。' },
  none: { en: 'Without a space.', zh: '不加空格。' },
  full: { en: 'Full-width.', zh: '全角。' },
  half: { en: 'Half-width.', zh: '半角。' },
  mixed: { en: 'Either: nothing is reported.', zh: '均可，不作报告。' },
};

const own: Partial<Record<StyleId, Readonly<Record<string, Bilingual>>>> = {
  hanLatin: {
    space: { en: 'With a space: 名为 CLIP 的模型.', zh: '加空格：名为 CLIP 的模型。' },
    none: { en: 'Without a space: 名为CLIP的模型.', zh: '不加空格：名为CLIP的模型。' },
  },
  hanDigit: {
    space: { en: 'With a space: 第 3 层.', zh: '加空格：第 3 层。' },
    none: { en: 'Without a space: 第3层.', zh: '不加空格：第3层。' },
  },
  inlineCode: {
    space: { en: 'With a space: 使用 `fit` 方法.', zh: '加空格：使用 `fit` 方法。' },
    none: { en: 'Without a space: 使用`fit`方法.', zh: '不加空格：使用`fit`方法。' },
  },
  brackets: {
    full: { en: 'Full-width （ ） around Chinese.', zh: '中文用全角（）。' },
    half: { en: 'Half-width ( ), as in English.', zh: '与英文一样用半角 ()。' },
  },
  quotes: {
    curly: { en: '“ ” and ‘ ’, the standard of mainland China.', zh: '“”和‘’，中国大陆的国家标准。' },
    corner: { en: '「 」 and 『 』, as in Taiwan and Hong Kong.', zh: '「」和『』，常见于台湾和香港。' },
    straight: { en: '"straight", as typed on a keyboard.', zh: '"直引号"，键盘直接输入的样子。' },
  },
  unit: {
    space: { en: 'With a space: 16 GB.', zh: '加空格：16 GB。' },
    none: { en: 'Without a space: 16GB.', zh: '不加空格：16GB。' },
  },
  region: {
    'zh-CN': { en: 'Mainland China: simplified characters.', zh: '中国大陆：简体字。' },
    'zh-TW': { en: 'Taiwan: traditional characters and terms.', zh: '台湾：繁体字与当地用语。' },
    'zh-HK': { en: 'Hong Kong: traditional characters and terms.', zh: '香港：繁体字与当地用语。' },
  },
  labelColon: {
    full: { en: 'Full-width: **注意**：这里.', zh: '全角：**注意**：这里。' },
    half: { en: 'Half-width with a space: **注意**: 这里.', zh: '半角加空格：**注意**: 这里。' },
  },
  boldColon: {
    outside: { en: 'Outside the bold text: **注意**：这里.', zh: '写在标记之外：**注意**：这里。' },
    inside: { en: 'Inside the bold text: **注意：**这里.', zh: '写在标记之内：**注意：**这里。' },
  },
  labelSpace: {
    none: { en: 'Without a space: **类型：**`number`.', zh: '不加空格：**类型：**`number`。' },
    space: { en: 'With a space: **类型：** `number`.', zh: '加空格：**类型：** `number`。' },
  },
  degree: {
    space: { en: 'With a space: 37 °C.', zh: '加空格：37 °C。' },
    none: { en: 'Without a space: 37°C.', zh: '不加空格：37°C。' },
  },
  range: {
    '～': { en: 'With a wave: 1～10.', zh: '用浪纹线：1～10。' },
    '~': { en: 'With a tilde: 1~10.', zh: '用波浪号：1~10。' },
    '–': { en: 'With an en dash: 1–10.', zh: '用短横（en dash）：1–10。' },
    '-': { en: 'With a hyphen: 1-10.', zh: '用连字符：1-10。' },
  },
  pronoun: {
    你: { en: 'The reader is 你.', zh: '称读者为“你”。' },
    您: { en: 'The reader is 您.', zh: '称读者为“您”。' },
  },
};
