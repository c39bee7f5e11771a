/** Parts of speech, one bit each. A word may have several. Patterns use these names. */
export const PARTS = {
  noun: 1 << 0,
  verb: 1 << 1,
  adjective: 1 << 2,
  adverb: 1 << 3,
  /** Tells how something is done: before a verb with 地, before a noun with 的. */
  manner: 1 << 4,
  /** Tells how something is done, and never what it is like: 逐步, 一遍又一遍. */
  onlyManner: 1 << 5,
  degree: 1 << 6,
  /** Expects a verb after it: 可以, 必须, 如何. */
  modal: 1 << 7,
  preposition: 1 << 8,
  conjunction: 1 << 9,
  pronoun: 1 << 10,
  /** Starts a phrase about something definite: 这, 每, 所有. */
  determiner: 1 << 11,
  numeral: 1 << 12,
  measure: 1 << 13,
  localizer: 1 << 14,
  particle: 1 << 15,
  aspect: 1 << 16,
  /** After a verb, tells its outcome: 到, 出, 成. */
  complement: 1 << 17,
  /** Takes somebody who then does something: 让, 帮助. */
  pivot: 1 << 18,
  passive: 1 << 19,
  /** Forms a noun with the verb before it: 方法, 过程. */
  head: 1 << 20,
  /** Turns the verb before it into a noun: 器, 者. */
  suffix: 1 << 21,
  /** Not a Chinese word: code, a link, a Latin name. */
  opaque: 1 << 22,
  /** After 得, tells how something turns out: 快, 好. */
  grade: 1 << 24,
  /** A verb that takes a degree after it: 运行得很快. */
  graded: 1 << 25,
  /** A verb that is hardly ever a noun: 得到, 遵守. */
  pure: 1 << 28,
  /** Tells how a person acts, and hardly ever what a thing is like: 仔细, 自动. */
  doer: 1 << 23,
  /** The edges of a clause. */
  start: 1 << 26,
  end: 1 << 27,
} as const;

export type Part = keyof typeof PARTS;
