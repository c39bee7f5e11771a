import { comparePage, linePairs } from '../workspace/comparing.ts';
import type { Files } from '../workspace/files.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import type { CompareParams, CompareResult } from './protocol.ts';

/** A page beside its other side, as line ranges. `files` show open pages as they are in the editor. */
export async function comparePages(
  files: Files,
  options: SourceOptions,
  params: CompareParams,
): Promise<CompareResult> {
  const result = await comparePage(files, params.uri, options, params.source);
  if (!('comparison' in result)) {
    const tried = result.unreadable ? [result.unreadable] : result.tried;
    return { pairs: [], candidates: result.candidates, tried };
  }
  const pages = { chinese: result.chinese.uri, english: result.english.uri };
  return { pages, candidates: [], tried: [], pairs: linePairs(result) };
}
