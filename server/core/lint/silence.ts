import { frontMatterEnd } from '../markdown/dialects/front-matter.ts';
import type { Markdown } from '../markdown/parse.ts';
import { lineIndex } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { suppressionsIn } from './comments.ts';
import { isHarmless } from './fix.ts';
import type { Finding } from './rule.ts';

/**
 * The edit that adds a `disable-next-line` comment for a finding without changing anything else: on a line of its own,
 * or else at the end of the line before. Undefined if Markdown allows neither.
 */
export function silencingEdit(markdown: Markdown, finding: Finding, mdx: boolean): Edit | undefined {
  const lines = lineIndex(markdown.text);
  const { line } = lines.position(finding.from);
  const start = lines.start(line);
  const comment = commentOf(`yijiao-disable-next-line ${finding.rule.id}`, mdx);
  const indent = /^\s*/.exec(markdown.text.slice(start, lines.end(line)))![0];
  const before = line > 0 ? lines.end(line - 1) : -1;
  const end = lineEndOf(markdown.text);
  const isBlank = before >= 0 && before === lines.start(line - 1);
  const candidates: Edit[] = [];
  // On a line of its own a comment would split a paragraph, so it goes there only at the start of a block.
  if (line === 0 || isBlank) {
    for (const margin of [indent, '  ', '   ', '    ']) {
      candidates.push({ from: start, to: start, insert: `${margin}${comment}${end}` });
    }
  } else {
    const row = /\s*\|\s*$/.exec(markdown.text.slice(lines.start(line - 1), before));
    const at = row ? before - row[0].length : before;
    candidates.push({ from: at, to: at, insert: ` ${comment}${row?.[0].startsWith('|') ? ' ' : ''}` });
    candidates.push({ from: start, to: start, insert: `${indent}${comment}${end}` });
  }
  return candidates.find((edit) => isHarmless(markdown, [edit], true));
}

/** The edit that silences a rule on the whole page: in the existing `disable-file` comment, or else at the top. */
export function silencingFileEdit(markdown: Markdown, finding: Finding, mdx: boolean): Edit | undefined {
  const { text } = markdown;
  const known = suppressionsIn(markdown).find(({ kind, names }) => kind === 'disable-file' && names.length > 0);
  const at = known?.names.at(-1)?.to;
  const top = Math.max(frontMatterEnd(text), text.startsWith('\uFEFF') ? 1 : 0);
  const end = lineEndOf(text);
  const comment = commentOf(`yijiao-disable-file ${finding.rule.id}`, mdx);
  const blanks = /^(?:[ \t]*\r?\n)*/.exec(text.slice(top))![0].length;
  const atTop = [top + blanks, top].map((place) => {
    const before = place > 1 && !text.slice(0, place).endsWith('\n') ? end : '';
    return { from: place, to: place, insert: `${before}${comment}${end}${end}` };
  });
  const candidates = at === undefined ? atTop : [{ from: at, to: at, insert: `, ${finding.rule.id}` }, ...atTop];
  return candidates.find((edit) => isHarmless(markdown, [edit], true));
}

function commentOf(instruction: string, mdx: boolean): string {
  return mdx ? `{/* ${instruction} */}` : `<!-- ${instruction} -->`;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
