import type { Prose } from '../../../markdown/prose.ts';
import { ASCII_PUNCTUATION, BLANK, classAt, classBefore, DIGIT, HAN, LATIN } from '../../../text/han.ts';
import { isChineseText, sentenceAt } from '../../../text/sentence.ts';
import { followsChinese, skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule, type Example, type ProseContext } from '../../rule.ts';

/** What the rules on half-width marks in Chinese share; each adds its own guards. */
export interface HalfWidthMark {
  readonly id: string;
  readonly half: string;
  readonly full: string;
  readonly name: { en: string; zh: string };
  readonly examples: readonly Example[];
  /** Whether the mark at `at` may be converted at all, for reasons of its own. */
  readonly allows?: (text: string, at: number) => boolean;
  /** Convert behind a Latin word or code, too, when Chinese follows. */
  readonly afterLatin?: boolean;
}

export function halfWidthRule({ id, half, full, name, examples, allows, afterLatin = false }: HalfWidthMark) {
  return defineRule({
    id,
    group: 'punctuation',
    level: 'warning',
    fix: 'safe',
    title: { en: `Full-width ${name.en} in Chinese`, zh: `中文使用全角${name.zh}` },
    why: {
      en: `Chinese text uses full-width marks, which take one square each (GB/T 15834-2011 §5.1; W3C clreq). A half-width ${name.en} belongs to English sentences, numbers and code, which are left alone.`,
      zh: `中文行文使用全角标点，每个占一个字的位置（GB/T 15834-2011 §5.1；W3C《中文排版需求》）。半角${name.zh}只用于英文句子、数字和代码，这些不在此列。`,
    },
    message: {
      en: 'Use full-width “{full}” instead of “{half}” in Chinese.',
      zh: '中文中的“{half}”应改为全角“{full}”。',
    },
    needs: [HAN, ASCII_PUNCTUATION],
    examples,
    prose(prose, context) {
      const { text } = prose;
      for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
        if (allows && !allows(text, at)) continue;
        const before = skipBlanksBack(text, at);
        const chinese = followsChinese(text, before) || (afterLatin && comesBeforeChinese(text, at));
        if (chinese && isInChinese(text, at)) {
          reportMark(prose, context, { from: before, to: skipBlanks(text, at + 1) }, at, half, full);
        }
      }
    },
  });
}

function comesBeforeChinese(text: string, at: number): boolean {
  return !(classBefore(text, at) & BLANK) && (classAt(text, skipBlanks(text, at + 1)) & HAN) !== 0;
}

// A Chinese word in an English sentence does not make its punctuation Chinese.
function isInChinese(text: string, at: number): boolean {
  const sentence = sentenceAt(text, at);
  return isChineseText(text.slice(sentence.from, sentence.to));
}

// The blanks around the mark go with it, except before a line end.
function reportMark(
  prose: Prose,
  { report }: ProseContext<'half' | 'full'>,
  { from, to }: { from: number; to: number },
  at: number,
  half: string,
  full: string,
): void {
  const { text } = prose;
  const end = to === text.length || text[to] === '\n' ? at + 1 : to;
  const hidden = prose.end(at + 1) !== prose.start(at + 1) && end > at + 1;
  const edits = [
    { from, to: at, insert: '' },
    { from: at, to: hidden ? at + 1 : end, insert: full },
  ].filter((edit) => edit.to > edit.from);
  report({ from: at, to: at + 1 }, { half, full }, { edits });
}

export function isBeforeDigit(text: string, at: number): boolean {
  return (classAt(text, at + 1) & DIGIT) !== 0;
}

/** A smiley that starts with the mark: `:)`, `;-)`. */
export const EMOTICON = /^[:;]-?[)(DPp|]/;

export function isBeforeLatin(text: string, at: number): boolean {
  return (classAt(text, at + 1) & LATIN) !== 0;
}
