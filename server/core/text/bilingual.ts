/** A text for people, in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}
