import { parsePage } from '../../core/markdown/parse.ts';
import { type Evidence, gatherEvidence } from '../../core/style/detect.ts';
import { isChinesePage } from '../../core/text/sentence.ts';
import type { Files } from '../files/files.ts';
import { textOf } from '../files/text-file.ts';

/** Counts how a bounded sample of the Chinese pages below a root decides each style point. */
export async function sampleEvidence(
  files: Files,
  root: string,
  counts: (uri: string) => boolean = () => true,
): Promise<{ evidence: Evidence; pages: number }> {
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
  return { evidence: gatherEvidence(parsed()), pages: chosen.length };
}

const MAX_CANDIDATES = 500;
const MAX_PAGES = 60;
const MAX_BYTES = 1_000_000;

/** At most `count` items of a list, evenly spread from first to last. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))]!);
}
