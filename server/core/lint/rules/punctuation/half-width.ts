import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import type { StyleId } from '../../../style/points.ts';
import type { Style } from '../../../style/style.ts';
import type { Bilingual } from '../../../text/bilingual.ts';
import {
  ASCII_PUNCTUATION,
  ATOM,
  BLANK,
  classAt,
  classBefore,
  classesIn,
  DIGIT,
  HAN,
  LATIN,
} from '../../../text/han.ts';
import { isInChineseSentence, sentenceAt } from '../../../text/sentence.ts';
import { tokenAt } from '../../../text/token.ts';
import { followsChinese, isInLiteral, skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule, type Example, type ProseContext } from '../../rule.ts';

/** Creates the rules about half-width marks in Chinese, from what differs between them. */
export interface HalfWidthMark {
  readonly id: string;
  readonly half: string;
  readonly full: string;
  readonly name: Bilingual;
  /** Where the mark stands, if the rule is only about some places. */
  readonly where?: Bilingual;
  readonly examples: readonly Example[];
  readonly style?: StyleId;
  readonly styledExamples?: Readonly<Record<string, readonly Example[]>>;
  /** Whether the mark at `at` may be converted. For conditions of a single rule. */
  readonly allows?: (prose: Prose, at: number, style: Style) => boolean;
  /** Also convert after a Latin word or code, if the sentence is Chinese and continues in Chinese or ends there. */
  readonly afterOther?: boolean;
}

export function halfWidthRule({ id, half, full, name, where, allows, afterOther = false, ...rest }: HalfWidthMark) {
  return defineRule({
    ...rest,
    id,
    group: 'punctuation',
    level: 'warning',
    fix: 'safe',
    title: {
      en: `Full-width ${name.en}${where ? ` ${where.en}` : ''} in Chinese`,
      zh: `中文${where?.zh ?? ''}使用全角${name.zh}`,
    },
    why: {
      en: `Chinese text uses full-width marks, each one character wide (GB/T 15834-2011 §5.1; W3C clreq). A half-width ${name.en} belongs in English sentences, numbers and code, which are not checked.`,
      zh: `中文行文使用全角标点，每个占一个字的位置（GB/T 15834-2011 §5.1；W3C《中文排版需求》）。半角${name.zh}只用于英文句子、数字和代码，这些不在此列。`,
    },
    message: {
      en: 'Use full-width “{full}” instead of “{half}” in Chinese.',
      zh: '中文里的“{half}”应改为全角“{full}”。',
    },
    needs: [HAN, ASCII_PUNCTUATION],
    prose(prose, context) {
      const { text } = prose;
      for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
        const from = skipBlanksBack(text, at);
        const to = skipBlanks(text, at + 1);
        const chinese = followsChinese(text, from)
          ? isInChinese(text, at)
          : afterOther && isInChineseAfterOther(text, at, to);
        if (!chinese || (allows && !allows(prose, at, context.style)) || isInLiteral(text, at)) continue;
        // Skip marks that are part of a path, an operator or a time, or that are only mentioned.
        if (tokenAt(prose, at)?.kind === 'mark') reportMark(prose, context, { from, to }, at, half, full);
      }
    },
  });
}

// A Chinese word in an English sentence does not make its punctuation Chinese. A Chinese clause before English does.
function isInChinese(text: string, at: number): boolean {
  const sentence = sentenceAt(text, at);
  const clause = classesIn(text.slice(Math.max(sentence.from, at - MAX_CLAUSE), at));
  return !(clause & LATIN) || isInChineseSentence(text, at);
}

const MAX_CLAUSE = 200;

// `加载 CLIP, 然后` and `` 放在 `dist/`. 你可以 ``. Without a space, what follows may be a path, a number or code.
function isInChineseAfterOther(text: string, at: number, to: number): boolean {
  const before = classBefore(text, at);
  if (before & BLANK || !(before & (LATIN | DIGIT | ATOM) || /[)\]'"%/]/.test(text[at - 1] ?? ''))) return false;
  const ends = (to === text.length || text[to] === '\n' || text[to] === ATOMS.placeholder) && text[at] !== ',';
  const continues = (classAt(text, to) & HAN) !== 0 && (text[at] !== '.' || to > at + 1);
  if (!continues && !ends) return false;
  return isInChineseSentence(text, at - 1);
}

// The spaces around the mark go with it, except before a line end.
function reportMark(
  prose: Prose,
  { report }: ProseContext<'half' | 'full'>,
  { from, to }: { from: number; to: number },
  at: number,
  half: string,
  full: string,
): void {
  const { text } = prose;
  const end = to === text.length || text[to] === '\n' || /[-–]\s/.test(text.slice(to, to + 2)) ? at + 1 : to;
  const hidden = prose.end(at + 1) !== prose.start(at + 1) && end > at + 1;
  const keepsBlank = classAt(text, end) & ATOM && text[end] === ATOMS.placeholder;
  const edits = [
    { from, to: at, insert: '' },
    { from: at, to: hidden || keepsBlank ? at + 1 : end, insert: full },
  ].filter((edit) => edit.to > edit.from);
  report({ from: at, to: at + 1 }, { half, full }, { edits });
}
