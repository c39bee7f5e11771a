import type { Range, TextEdit } from 'vscode-languageserver';
import { fixing } from '../core/lint/fix.ts';
import { blocksOf } from '../core/markdown/blocks.ts';
import type { Markdown } from '../core/markdown/parse.ts';
import { isChinesePage } from '../core/text/sentence.ts';
import { textEditOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { type Call, inSteps } from './requests.ts';

/** What “fix all” would make, in small edits; in a range, as far as it lies there. Only Chinese pages are formatted. */
export async function formattingEdits(page: AnalysedPage, call: Call, range?: Range): Promise<TextEdit[]> {
  const { markdown, lines, lint } = page;
  if (!isChinesePage(proseOf(markdown))) return [];
  const offset = ({ line, character }: Range['start']) => lines.offset(line, character);
  const within = range && { from: offset(range.start), to: offset(range.end) };
  const { edits } = await inSteps(fixing(markdown, lint, undefined, within), call);
  return edits.map((edit) => textEditOf(lines, edit));
}

// Code must not outweigh it.
function proseOf(markdown: Markdown): string {
  return blocksOf(markdown)
    .flatMap(({ leaf }) => leaf.prose.map(({ text }) => text))
    .join('\n');
}
