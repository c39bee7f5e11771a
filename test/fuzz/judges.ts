import { Parser } from 'commonmark';
import markdownIt from 'markdown-it';
import { type MdastNode, mdastOf, readMdast } from '../helpers/oracle.ts';

/** What a reader of Markdown makes of a page: all but prose, and the prose. */
export interface Reading {
  readonly structure: string;
  readonly visible: string;
}

/** Readers that share no code with the product, nor with each other. */
export const judges: Readonly<Record<string, (text: string) => Reading>> = {
  micromark: (text) => readMdast(withoutAdmonitions(text)),
  'markdown-it': (text) => byMarkdownIt(withoutFootnotes(withoutFrontMatter(withoutAdmonitions(text)))),
  'commonmark.js': (text) => byCommonmark(withoutFootnotes(withoutFrontMatter(withoutAdmonitions(text)))),
};

// What a judge has never heard of is told it in other words. An item of a list has the same body as an admonition, four
// columns further in, and nearly that of a footnote.
const margin = '^((?:[ \\t>]|[-+*] |\\d{1,9}[.)] )*)';
const admonition = new RegExp(`${margin}(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]+(?=[\\w-])|===[!+]?[ \\t]+(?=["“]))`, 'gm');
const footnote = new RegExp(`${margin}\\[\\^[^\\]\\s]+\\]:[ \\t]*(?:($)|)`, 'gm');

function withoutAdmonitions(text: string): string {
  let told = '';
  let end = 0;
  for (const { 0: mark, 1: before, index } of text.matchAll(admonition)) {
    told += text.slice(end, index);
    const margin = marginOf(before!, text.slice(0, index));
    told += margin === undefined || endsInCode(told) ? mark : `${margin}1.  # `;
    end = index + mark.length;
  }
  return told + text.slice(end);
}

/** Whether a line below would go on with a paragraph in which a run of backticks is still open. */
function endsInCode(above: string): boolean {
  if (!above.includes('`')) return false;
  let node: MdastNode | undefined = mdastOf(`${above}x`);
  while (node && node.type !== 'paragraph') node = node.children?.at(-1);
  const paragraph = above.slice(node?.position?.start.offset ?? above.length);
  return paragraph.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '').includes('`');
}

// A mark that is not quite at the margin has its body no further in; four columns in, outside of lists, it is none.
function marginOf(before: string, above: string): string | undefined {
  if (before.trim() !== '' || /^[ >]*(?:[-+*]|\d+[.)]|!!!|\?\?\?|===|\[\^)/m.test(above)) return before;
  return before.length < 4 ? '' : undefined;
}

// An item whose first line is empty ends sooner than a footnote, to which what is indented below belongs.
function withoutFootnotes(text: string): string {
  return text.replace(footnote, (mark: string, before: string, end: string | undefined, at: number) => {
    const margin = marginOf(before, text.slice(0, at));
    const isOpen = end !== undefined && bodyBelow(before).test(text.slice(at + mark.length));
    return margin === undefined ? mark : `${margin}1.  ${isOpen ? 'x' : ''}`;
  });
}

const bodyBelow = (before: string) =>
  new RegExp(`^(?:\\r\\n?|\\n)(?:[ \\t]*>){${before.split('>').length - 1}}(?: {4}|\\t|[ \\t]*$)`, 'm');

const withoutFrontMatter = (text: string) =>
  text.replace(
    /^(---|\+\+\+)[ \t]*(\r\n?|\n)(?:.*?\2)??\1[ \t]*(?=[\r\n]|$)/s,
    (front) => `\`\`\`\`\`\`\`\`\n${front}\n\`\`\`\`\`\`\`\`\n`,
  );

export type Judge = keyof typeof judges;

/**
 * Why a reader sees more change than was written; undefined when a fix changed nothing but its own characters. How many
 * of each character a reader sees must change as it does in the source; blanks may show or not.
 */
export function damageSeenBy(judge: Judge, before: string, after: string): string | undefined {
  const read = judges[judge]!;
  const [was, is] = [read(before), read(after)];
  if (was.structure !== is.structure) return firstDifference(was.structure, is.structure);
  const written = countsBetween(before, after);
  for (const [character, count] of countsBetween(was.visible, is.visible)) {
    if ((written.get(character) ?? 0) !== count) return `${character} is seen ${count} times more`;
    written.delete(character);
  }
  for (const [character, count] of written) {
    // A backslash goes with the mark that it escapes.
    if (character === '\\' && count < 0) continue;
    return `${character} is written ${count} times more, and not seen`;
  }
  return undefined;
}

function countsBetween(before: string, after: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, by: number) => {
    for (const character of text) if (!/\s/.test(character)) counts.set(character, (counts.get(character) ?? 0) + by);
  };
  add(after, 1);
  add(before, -1);
  for (const [character, count] of counts) if (count === 0) counts.delete(character);
  return counts;
}

function firstDifference(before: string, after: string): string {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const at = was.findIndex((line, i) => line !== is[i]);
  return `${JSON.stringify(was[at]?.trim())} becomes ${JSON.stringify(is[at < 0 ? was.length : at]?.trim())}`;
}

const markdown = markdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null);

function byMarkdownIt(text: string): Reading {
  const lines: string[] = [];
  let visible = '';
  const visit = (tokens: ReturnType<typeof markdown.parse>) => {
    for (const token of tokens) {
      if (token.type === 'text') visible += token.content;
      else if (token.type === 'softbreak') visible += '\n';
      else if (token.type === 'inline') visit(token.children ?? []);
      else {
        const opaque = token.children === null || token.type === 'image' ? token.content : '';
        lines.push(
          [token.type, token.tag, token.hidden, token.info, JSON.stringify(token.attrs ?? []), opaque].join(' '),
        );
      }
    }
  };
  visit(markdown.parse(text, {}));
  return { structure: lines.join('\n'), visible };
}

const commonmark = new Parser();

function byCommonmark(text: string): Reading {
  const lines: string[] = [];
  let visible = '';
  const walker = commonmark.parse(text).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    visible += node.type === 'text' ? (node.literal ?? '') : '\n';
    if (node.type === 'text' || node.type === 'softbreak') continue;
    if (!entering) lines.push(`/${node.type}`);
    else {
      const { type, literal, destination, title, info, level } = node;
      const list = type === 'list' ? [node.listType, node.listStart, node.listTight] : [];
      lines.push([type, literal, destination, title, info, level, ...list].filter((one) => one != null).join(' '));
    }
  }
  return { structure: lines.join('\n'), visible };
}
