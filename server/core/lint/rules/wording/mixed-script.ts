import type { Prose } from '../../../markdown/prose.ts';
import { createAttachedCache } from '../../../text/attached-cache.ts';
import { classAt, HAN, KANA } from '../../../text/han.ts';
import { type Counterparts, countScripts, toSimplified, toTraditional } from '../../../text/script.ts';
import type { Span } from '../../../text/span.ts';
import { isUnbroken } from '../../places.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'mixed-script',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Traditional characters on a simplified page, or the reverse', zh: '简繁混用' },
  why: {
    en: 'A page is written in one script; a few characters of the other come from pasted text or from an input method. The script of a page is that of most of its text. Titles, quotations, and pages with more than a twentieth of the other script are not checked. Where the style point region says Hong Kong, its own characters (户, 温) are right.',
    zh: '一页文字应统一使用简体或繁体，夹杂的个别字多来自粘贴或输入法。以页面中占绝大多数的文字为准；书名、引文，以及另一种文字超过二十分之一的页面不作检查。风格项 region 为香港时，“户”“温”等香港通行的字不算混用。',
  },
  message: {
    en: '“{wrong}” is not in the script of the rest of the page.',
    zh: '“{wrong}”与本页其余文字简繁不一。',
  },
  examples: [
    [
      `${'这个页面说明怎样训练模型，并把训练结果发布给读者。'.repeat(3)}這個例子`,
      `${'这个页面说明怎样训练模型，并把训练结果发布给读者。'.repeat(3)}这个例子`,
    ],
    [
      `${'這個頁面說明怎樣訓練模型，並把訓練結果發布給讀者。'.repeat(3)}这個例子`,
      `${'這個頁面說明怎樣訓練模型，並把訓練結果發布給讀者。'.repeat(3)}這個例子`,
    ],
    `${'这个页面说明怎样训练模型，并把训练结果发布给读者。'.repeat(3)}见《說文解字》与“學而時習之”`,
    `${'这个页面说明怎样训练模型，并把训练结果发布给读者。'.repeat(3)}[繁體中文](a.md) [日本語](b.md) 干后只里着`,
    '這個与這個，两种都有',
  ],
  document({ blocks }, { style, report }) {
    let traditional = 0;
    let simplified = 0;
    for (const { leaf } of blocks) {
      for (const prose of leaf.prose) {
        const counts = countsOf(prose);
        traditional += counts.traditional;
        simplified += counts.simplified;
      }
    }
    const minority = Math.min(traditional, simplified);
    if (minority === 0 || minority * 20 > traditional + simplified) return;
    const foreign = traditional < simplified ? toSimplified : style.region === 'zh-HK' ? notInHongKong : toTraditional;
    const own = traditional < simplified ? toTraditional : toSimplified;
    for (const { leaf, from: start, quoteDepth } of blocks) {
      for (const prose of leaf.prose) {
        const { text } = prose;
        const counts = countsOf(prose);
        if ((traditional < simplified ? counts.traditional : counts.simplified) === 0) continue;
        let runs = runsOf(text, foreign);
        const first = runs[0];
        if (!first) continue;
        const whole = { from: first.from, to: runs.at(-1)!.to };
        // A paragraph wholly in the other script is one finding, or none if it is a quotation.
        if (!Array.from(text).some((character) => own.has(character))) {
          if (quoteDepth > 0) continue;
          if (isUnbroken(prose, whole)) runs = [whole];
        }
        for (const { from, to } of runs) {
          const wrong = text.slice(from, to);
          const span = { from: start + prose.start(from), to: start + prose.end(to) };
          const insert = counterpart(wrong, foreign);
          if (insert === undefined || !isUnbroken(prose, { from, to })) report(span, { wrong });
          else report(span, { wrong }, { edits: [{ ...span, insert }] });
        }
      }
    }
  },
});

/** Hong Kong writes these characters like the mainland. */
const sharedWithHongKong = new Set('户温脱税悦卧蜕污');
const notInHongKong: Counterparts = new Map(
  [...toTraditional].filter(([character]) => !sharedWithHongKong.has(character)),
);

const known = createAttachedCache<Prose, ReturnType<typeof countScripts>>();
const none = { traditional: 0, simplified: 0 };

/**
 * How many characters of either script a prose has. Cached, because this runs for the whole page at every keystroke.
 */
function countsOf(prose: Prose): ReturnType<typeof countScripts> {
  // Japanese has characters of both.
  if (!(prose.classes & HAN) || prose.classes & KANA) return none;
  let counts = known.get(prose);
  if (!counts) {
    counts = countScripts(prose.text);
    known.set(prose, counts);
  }
  return counts;
}

/** A text in the other script; undefined if a character has several counterparts (发: 發 or 髮). */
function counterpart(text: string, foreign: Counterparts): string | undefined {
  let result = '';
  for (const character of text) {
    const other = foreign.get(character) ?? character;
    if (other.length > 1) return undefined;
    result += other;
  }
  return result;
}

/**
 * Runs of foreign characters, with at most one neutral character between them. Not in
 * quotations, titles and names of scripts.
 */
function runsOf(text: string, foreign: Counterparts): Span[] {
  const runs: Span[] = [];
  let closing = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (closing !== '') {
      if (character === closing) closing = '';
      continue;
    }
    const opens = opening.indexOf(character);
    // An unclosed quotation mark encloses nothing.
    if (opens >= 0 && text.slice(at, at + longestQuotation).includes(closers[opens]!)) closing = closers[opens]!;
    if (!foreign.has(character) || isNameOfScript(text, at)) continue;
    const last = runs.at(-1);
    if (last && at - last.to <= 1 && classAt(text, last.to) & HAN)
      runs[runs.length - 1] = { from: last.from, to: at + 1 };
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** 繁體, 简体, 日本語, as in a list of languages. */
function isNameOfScript(text: string, at: number): boolean {
  if (/[体體]/.test(text[at]!)) return /[繁正简簡]/.test(text[at - 1] ?? '');
  return text[at] === '語' && text.slice(Math.max(0, at - 2), at) === '日本';
}

const opening = '《〈「『“‘"';
const closers = '》〉」』”’"';
const longestQuotation = 100;
