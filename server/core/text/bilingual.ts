/**
 * A text for people, in both languages. Texts stand in a table `texts` beside their use; one with parts is a function that
 * returns both languages.
 */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Bilingual;

/** The language that a setting names or, where it names none, that of a locale such as `zh-CN` or `zh_CN.UTF-8`. */
export function languageOf(locale: string | undefined, setting?: unknown): Language {
  if (setting === 'en' || setting === 'zh') return setting;
  return /^zh/i.test(locale ?? '') ? 'zh' : 'en';
}

/** What is the same in every language: a name, a command. */
export function unworded(text: string): Bilingual {
  return { en: text, zh: text };
}

/** A text that is made separately for each language, from others or from what they quote. */
export function inEach(make: (language: Language) => string): Bilingual {
  return { en: make('en'), zh: make('zh') };
}

/** Both languages in one text, where the reader's language is unknown. */
export function inBoth({ en, zh }: Bilingual): string {
  return `${en} · ${zh}`;
}
