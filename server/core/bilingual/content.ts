import type { Block } from '../markdown/blocks.ts';
import { DIGIT, GREEK, HAN, HANGUL, KANA, LATIN } from '../text/han.ts';
import { htmlText } from './html.ts';

/** Whether a reader would miss the block. Comments, rules, imports, definitions of links and bare tags show nothing. */
export function isContent({ leaf }: Block): boolean {
  if (leaf.kind === 'html') return SHOWN.test(leaf.source) || /\w{2}|[\u3400-\u9fff]/.test(htmlText(leaf.source));
  if (leaf.kind === 'code' || leaf.kind === 'math' || leaf.kind === 'frontMatter') return true;
  if (SHOWN.test(leaf.source)) return leaf.prose.length > 0;
  return leaf.prose.some(
    (prose) =>
      (prose.classes & LETTERS) !== 0 || prose.atoms.some(({ kind }) => kind !== 'html' && kind !== 'placeholder'),
  );
}

const LETTERS = HAN | LATIN | DIGIT | GREEK | KANA | HANGUL;

const SHOWN = /<(?:img|video|audio|iframe|svg)\b/i;
