import type { Segmenter } from '../word-boundaries.ts';
import { EDGE, isFunctionWord } from './phrases.ts';

/** A name in parentheses in a Chinese text, and the wordings before it that it may explain, the longest first. */
export interface Annotation {
  readonly name: string;
  readonly wordings: readonly string[];
  /** Punctuation, or a word that no term contains, stands before the longest wording. */
  readonly isSure: boolean;
}

/**
 * Finds `自注意力（self-attention）`. The text does not say where the
 * wording starts, so it may start at any word of the segmenter.
 */
export function annotationsIn(text: string, segmenter: Segmenter | undefined): Annotation[] {
  const found: Annotation[] = [];
  for (const { index, 1: inside } of text.matchAll(annotation)) {
    const name = nameIn(inside!);
    if (!name) continue;
    const before = text.slice(Math.max(0, index - MAX_BEFORE), index);
    const quoted = /[“"「『《]([\p{Script=Han}]{2,16})[”"」』》]\s*$/u.exec(before)?.[1];
    const edged = new RegExp(`${EDGE}([\\p{Script=Han}]{2,16})${EDGE}\\s*$`, 'u').exec(before)?.[1];
    const run = quoted ?? edged ?? new RegExp(`([\\p{Script=Han}]+)${EDGE}*\\s*$`, 'u').exec(before)?.[1];
    if (!run) continue;
    const words = name.split(/[\s-]+/).length;
    // Each letter of an abbreviation stands for a word.
    const least = /^[A-Z]+$/.test(name) ? name.length : words > 1 ? words + 1 : 1;
    const fits = (wording: string) => wording.length >= Math.max(2, least) && wording.length <= 3 + least * 3;
    if (quoted || edged) {
      if (fits(run)) found.push({ name, wordings: [run], isSure: true });
      continue;
    }
    const { wordings, isSure } = endingsOf(
      run,
      before.length < MAX_BEFORE || run.length < before.trimEnd().length,
      segmenter,
    );
    const fitting = wordings.filter(fits);
    if (fitting.length > 0) found.push({ name, wordings: fitting, isSure: isSure && fitting[0] === wordings[0] });
  }
  return found;
}

const MAX_BEFORE = 40;
const annotation = /[（(]\s{0,3}([A-Za-z][A-Za-z0-9 '’/.,，+-]{1,80}?)\s{0,3}[）)]/g;

/**
 * The name in parentheses: `Long Short-Term Memory, LSTM` is a name with its abbreviation; a sentence is not a name.
 */
function nameIn(inside: string): string | undefined {
  const [name, other, ...more] = inside.split(/\s*[,，]\s*/);
  if (!name || more.length > 0 || (other !== undefined && !/^[A-Z][A-Za-z-]*s?$/.test(other))) return undefined;
  if (name.split(/\s+/).length > 6 || /[/+.]|\d|\s-\s/.test(name) || remark.test(name)) return undefined;
  return /^[A-Z]{2,}$/.test(name) && other ? other : name;
}

// First words of remarks that are not names.
const remark =
  /^(?:see|or|and|i|e|eg|ie|such|like|with|without|by|from|in|on|at|the|a|an|this|that|optional|default|required|deprecated|note|also|not|e\.g)\b/i;

/** The suffixes of a run that start at a word, back to the last word that no term contains. */
function endingsOf(
  run: string,
  isWhole: boolean,
  segmenter: Segmenter | undefined,
): { wordings: string[]; isSure: boolean } {
  const words = segmenter ? segmenter(run) : [run];
  const wordings: string[] = [];
  let ending = '';
  for (let at = words.length - 1; at >= 0; at--) {
    if (isFunctionWord(words[at]!)) return { wordings, isSure: wordings.length > 0 };
    ending = words[at]! + ending;
    wordings.unshift(ending);
  }
  return { wordings, isSure: isWhole };
}
