import type { Bilingual } from '../text/bilingual.ts';

/** Texts that several rules share. `as const` keeps the placeholders of a message in its type. */

/** What to do about a space: the `{action}` of messages, which add where. */
export const addSpace: Bilingual = { en: 'Add a space', zh: '应加空格' };
export const removeSpace: Bilingual = { en: 'Remove the space', zh: '不应有空格' };

export const useInstead = {
  en: 'Use “{right}” instead of “{wrong}”.',
  zh: '“{wrong}”应改为“{right}”。',
} as const;

export const useHalfWidth = {
  en: 'Use half-width “{half}” instead of “{full}”.',
  zh: '“{full}”应改为半角“{half}”。',
} as const;

export const usePlainSpace = {
  en: 'Use a plain space instead of {character}.',
  zh: '{character} 应改为普通空格。',
} as const;

export const useEllipsis = {
  en: 'Use “……” instead of “{dots}”.',
  zh: '“{dots}”应改为中文省略号“……”。',
} as const;

export const removeInvisible = {
  en: 'Remove the invisible character {character}.',
  zh: '请删去不可见字符 {character}。',
} as const;

export const noCounterpart = {
  en: 'The mark {mark} has no counterpart. Add the other one, or remove it.',
  zh: '{mark} 没有配对。请补上另一半，或将其删去。',
} as const;

/** Help for an option: spellings that the rule would report. */
export const meantForms: Bilingual = { en: 'Forms that the project writes on purpose.', zh: '项目有意采用的写法。' };
