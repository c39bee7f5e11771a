import { parsePage } from '../../core/markdown/parse.ts';
import { decideStyle, type Evidence, gatherEvidence } from '../../core/style/detect.ts';
import type { Style } from '../../core/style/style.ts';
import { isChinesePage } from '../../core/text/sentence.ts';
import type { Files } from '../files/files.ts';
import { textOf } from '../files/text-file.ts';

/** What the pages of a project show of its style. */
export interface LearntStyle {
  readonly style: Partial<Style>;
  readonly evidence: Evidence;
  /** The pages that were looked at (URIs). */
  readonly pages: readonly string[];
}

export const nothingLearnt: LearntStyle = { style: {}, evidence: gatherEvidence([]), pages: [] };

/** How the Chinese pages below a root decide the points of style, by a bounded sample of them. */
export async function learnStyle(
  files: Files,
  root: string,
  counts: (uri: string) => boolean = () => true,
): Promise<LearntStyle> {
  const candidates = spread((await files.markdown(root)).filter(counts), MAX_CANDIDATES);
  const found: { text: string; uri: string }[] = [];
  for (const uri of candidates) {
    const bytes = await files.read(uri);
    if (!bytes || bytes.length > MAX_BYTES) continue;
    const text = textOf(bytes);
    if (text !== undefined && isChinesePage(text)) found.push({ text, uri });
  }
  // Stubs and tables of contents say little about style.
  const chosen = found.sort((a, b) => b.text.length - a.text.length).slice(0, MAX_PAGES);
  // One parsed page at a time, because parsed pages take the most memory.
  const parsed = function* () {
    for (const { text, uri } of chosen) yield parsePage(text, uri);
  };
  const evidence = gatherEvidence(parsed());
  return { style: decideStyle(evidence), evidence, pages: chosen.map(({ uri }) => uri) };
}

const MAX_CANDIDATES = 500;
const MAX_PAGES = 60;
const MAX_BYTES = 1_000_000;

/** At most `count` items of a list, evenly spread from first to last. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))]!);
}
