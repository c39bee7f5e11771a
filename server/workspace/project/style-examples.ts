import { parsePage } from '../../core/markdown/parse.ts';
import { placesOf } from '../../core/style/detect.ts';
import type { StyleId } from '../../core/style/points.ts';
import { lineIndex } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import type { Files } from '../files/files.ts';
import { decodeText } from '../files/text-file.ts';

/** A place where a page shows a value of a point of style. */
export interface StyleExample {
  readonly uri: string;
  readonly text: string;
  readonly place: Span;
}

/** A few of such places in pages (URIs), not all of them in the first. */
export async function styleExamples(
  files: Files,
  pages: readonly string[],
  id: StyleId,
  value: string,
): Promise<StyleExample[]> {
  const examples: StyleExample[] = [];
  for (const uri of pages) {
    const bytes = await files.read(uri);
    const decoded = bytes && decodeText(bytes);
    if (!decoded || 'fault' in decoded) continue;
    const { text } = decoded;
    const most = Math.min(MOST_OF_PAGE, MOST - examples.length);
    examples.push(...placesOf(parsePage(text, uri), id, value, most).map((place) => ({ uri, text, place })));
    if (examples.length === MOST) break;
  }
  return examples;
}

const MOST = 12;
const MOST_OF_PAGE = 3;

/** The line of an example, cut around its place, and where in it the place is. */
export function excerptOf({ text, place }: StyleExample): { excerpt: string; from: number; to: number } {
  const lines = lineIndex(text);
  const { line } = lines.position(place.from);
  const start = lines.start(line);
  const end = lines.end(line);
  const to = Math.max(place.from, Math.min(place.to, end));
  const cutFrom = place.from - start > AROUND ? place.from - AROUND : start;
  const cutTo = end - to > AROUND ? to + AROUND : end;
  const lead = cutFrom > start ? '…' : '';
  const shift = lead.length - cutFrom;
  const excerpt = `${lead}${text.slice(cutFrom, cutTo)}${cutTo < end ? '…' : ''}`;
  return { excerpt, from: place.from + shift, to: to + shift };
}

/** Characters beside the place of an example that are enough to see what it is. */
const AROUND = 24;
