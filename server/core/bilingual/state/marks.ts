import { type Block, blocksOf } from '../../markdown/blocks.ts';
import { frontMatterEnd } from '../../markdown/dialects/front-matter.ts';
import { isMdxName, type Markdown, parseMarkdown } from '../../markdown/parse.ts';
import { type Unit, unitsOf } from '../../markdown/units.ts';
import { countHan, HAN, LATIN } from '../../text/han.ts';
import { isChinesePage } from '../../text/sentence.ts';
import { applyEdits, type Edit, type Span } from '../../text/span.ts';
import { isContent } from '../facts/content.ts';
import { htmlText } from '../facts/html.ts';

const MARK = '<!-- TODO: 翻译 -->';
const MDX_MARK = '{/* TODO: 翻译 */}';
const MARK_LINE = /^(?:<!--\s*TODO: 翻译\s*-->|\{\/\*\s*TODO: 翻译\s*\*\/\})$/;

/** Whether comments of a page are those of MDX: in MDX, and where pages of another name are MDX, as those of React. */
export function hasMdxComments(name: string, text: string): boolean {
  return isMdxName(name) || (text.includes('{/*') && !text.includes('<!--'));
}

/** The comment above a block that is still to be translated. */
export function markFor(mdx: boolean): string {
  return mdx ? MDX_MARK : MARK;
}

export function isMark({ leaf }: Block): boolean {
  return leaf.source.length < 60 && MARK_LINE.test(leaf.source.trim());
}

/**
 * Whether a page is a translation, also one that is only begun: it holds our marks, or, beside the English in its comments,
 * nothing but Chinese or nothing yet.
 */
export function isTranslation(text: string): boolean {
  if (isChinesePage(text) || text.includes(MARK) || text.includes(MDX_MARK)) return true;
  const comments = text.match(COMMENTS) ?? [];
  if (!comments.some((comment) => /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(comment))) return false;
  const rest = text.replace(COMMENTS, '');
  if (isChinesePage(rest)) return true;
  if (countHan(text) > 0 || hasProseLine(rest)) return false;
  const page = parseMarkdown(text, undefined, undefined, text.includes('<!--') ? 'md' : 'mdx');
  return !blocksOf(page).some(hasWords);
}

// Nearly every English page has one: it need not be parsed to be known.
function hasProseLine(text: string): boolean {
  let fence = '';
  for (const line of text.slice(frontMatterEnd(text)).split('\n')) {
    const [, mark = ''] = /^[ \t>]*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence) {
      if (mark.startsWith(fence)) fence = '';
    } else if (mark) fence = mark;
    else if (!OTHER_LINE.test(line) && (line.replace(OTHER, '').match(/[A-Za-z]{2,}/g)?.length ?? 0) >= PROSE)
      return true;
  }
  return false;
}

/** Words of a line that is neither code nor markup. */
const PROSE = 4;
const OTHER_LINE = /^(?: {4}|\t|import\b|export\b|\[[^\]\n]{1,200}\]:)/;
const OTHER = /<[^<>\n]{0,2000}>|!\[[^[\]\n]{0,1000}\]\([^()\n]{0,1000}\)/g;

const COMMENTS = /<!--(?:(?!<!--)[\s\S])*?-->|\{\/\*(?:(?!\{\/\*)[\s\S])*?\*\/\}/g;

/** A mark and the block of the first level that stands under it. */
export interface Marked {
  readonly mark: Span;
  readonly unit: Unit;
}

export function markedIn(markdown: Markdown): Marked[] {
  if (!/TODO: 翻译/.test(markdown.text)) return [];
  const units = unitsOf(markdown);
  return units.flatMap((unit, index) => {
    const [block] = unit.blocks;
    const next = units[index + 1];
    if (unit.blocks.length !== 1 || !isMark(block!) || !next || isMark(next.blocks[0]!)) return [];
    return [{ mark: { from: block!.from, to: block!.to }, unit: next }];
  });
}

/** Whether a block has words to translate: code, formulas, pictures and bare markup are kept as they are. */
export function hasWords(block: Block): boolean {
  const { kind, prose, source } = block.leaf;
  if (!isContent(block) || kind === 'frontMatter') return false;
  if (kind === 'html') return /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(htmlText(source));
  return prose.some(({ classes, text }) => (classes & (LATIN | HAN)) !== 0 && /\p{L}{2}|\p{Script=Han}/u.test(text));
}

/** The text of a stretch of the English, whole blocks of the first level, with a mark above each that has words. */
export function withMarks(english: Markdown, { from, to }: Span, mdx: boolean, newline = '\n'): string {
  const text = english.text.slice(from, to);
  const edits = unitsOf(english)
    .filter((unit) => from <= unit.from && unit.to <= to + 1 && unit.blocks.some(hasWords))
    .map((unit) => markAbove(text, unit.from - from, mdx, newline));
  return applyEdits(text, edits);
}

/** The edit that puts a mark above what begins at a place. */
export function markAbove(text: string, at: number, mdx: boolean, newline: string): Edit {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  // A line of text directly above would take the mark for its own.
  const isFree = /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 200), Math.max(0, start - 1)));
  const room = start === 0 || isFree ? '' : newline;
  return { from: start, to: start, insert: `${room}${markFor(mdx)}${newline}${newline}` };
}

/** What blocks say, without comments and marks, to be compared. */
export function textsOf(blocks: readonly Block[]): string[] {
  return blocks
    .filter((block) => block.leaf.kind !== 'comment' && !isMark(block))
    .map(({ leaf }) => leaf.source.replace(/\s+/g, ' ').trim());
}

export function textsIn(markdown: Markdown, { from, to }: Span): string[] {
  return textsOf(blocksOf(markdown).filter((block) => from <= block.from && block.to <= to + 1));
}
