import { lineIndex } from '../../../text/lines.ts';

/** A line of a Markdown file; `line` is 0-based, `from` and `to` are UTF-16 offsets without the line break. */
export interface Line {
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The number of the multi-line HTML comment around it; 0 outside of comments. */
  readonly comment: number;
}

/** The lines outside of front matter and of fenced code, which only holds examples. */
export function proseLines(text: string): Line[] {
  const lines = lineIndex(text);
  const result: Line[] = [];
  let fence: string | undefined;
  let comments = 0;
  let inComment = false;
  for (let line = linesOfFrontMatter(text); line < lines.count; line++) {
    const from = lines.start(line) + (line === 0 && text.startsWith('\ufeff') ? 1 : 0);
    const to = Math.max(from, lines.end(line));
    const content = text.slice(from, to);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence === undefined && mark) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) && content.trim() === mark) fence = undefined;
    else if (fence === undefined) {
      const opens = !inComment && /^\s*<!--(?!.*-->)/.test(content);
      if (opens) {
        comments++;
        inComment = true;
      }
      result.push({ text: content, line, from, to, comment: inComment ? comments : 0 });
      if (inComment && !opens && content.includes('-->')) inComment = false;
    }
  }
  return result;
}

function linesOfFrontMatter(text: string): number {
  const front = /^\ufeff?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(0, 20_000))?.[0];
  return front === undefined ? 0 : lineIndex(front).count - (/\n$/.test(front) ? 1 : 0);
}

/**
 * What a reader sees of inline Markdown: no emphasis, code marks,
 * links, tags or backslashes. Long texts are returned unchanged.
 */
export function plainText(markdown: string): string {
  if (markdown.length > longest || !/[\\`*_[<&]/.test(markdown)) return markdown.trim();
  const hidden = markdown.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hide(mark));
  const plain = hidden
    .replace(/(`+)([^`]+)\1(?!`)/g, (_, _ticks, code: string) => code.trim().replace(/[*_[\]<>&]/g, hide))
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<br\s*\/?>/gi, '，')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/(\*\*|__|~~)([^*_~]+)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])([^*_]+)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '');
  return plain.replace(/[\uf721-\uf77e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - hiddenAt)).trim();
}

/** Longer texts are not terms, and would slow down the patterns above. */
const longest = 2000;
// Private-use characters stand for escaped punctuation.
const hiddenAt = 0xf700;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function hide(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) + hiddenAt);
}
