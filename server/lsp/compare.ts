import { lineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import { comparePage } from '../workspace/comparing.ts';
import type { Files } from '../workspace/files.ts';
import type { Project } from '../workspace/project.ts';
import type { CompareParams, CompareResult, LineRange } from './protocol.ts';

/** A page beside its other side, as line ranges. `files` show open pages as they are in the editor. */
export async function comparePages(files: Files, project: Project, params: CompareParams): Promise<CompareResult> {
  const options = { root: project.root, sources: project.config.sources };
  const result = await comparePage(files, params.uri, options, params.source);
  if (!('comparison' in result)) {
    const tried = result.unreadable ? [result.unreadable] : result.tried;
    return { pairs: [], candidates: result.candidates, tried };
  }
  const { chinese, english, comparison } = result;
  const chineseLines = lineIndex(chinese.text);
  const englishLines = lineIndex(english.text);
  const range = (lines: typeof chineseLines, span: Span): LineRange => ({
    from: lines.position(span.from).line,
    to: lines.position(Math.max(span.from, span.to - 1)).line,
  });
  return {
    pages: { chinese: chinese.uri, english: english.uri },
    candidates: [],
    tried: [],
    pairs: comparison.pairs.map((pair) => ({
      state: pair.state,
      ...(pair.chinese ? { chinese: range(chineseLines, pair.chinese) } : {}),
      ...(pair.english ? { english: range(englishLines, pair.english) } : {}),
    })),
  };
}
