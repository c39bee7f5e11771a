import type { Prose } from '../markdown/prose.ts';
import { ATOM, classesIn, lengthBefore } from '../text/han.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Fix, ReportedSpan } from './rule.ts';

/**
 * The source span to show for a span of prose. Where markup or something opaque lies inside, it covers only the visible
 * part next to it, so that a squiggle never runs through a URL or code.
 */
export function sourceSpan(prose: Prose, span: Span): Span {
  const { from, to } = span;
  if (from === to) return { from: prose.start(from), to: prose.start(from) };
  const pieces: Span[] = [];
  let start = from;
  for (let place = from; place < to; place++) {
    const opaque = (classesIn(prose.text[place]!) & ATOM) !== 0;
    if (opaque || (place > start && prose.end(place) !== prose.start(place))) {
      if (place > start) pieces.push({ from: start, to: place });
      start = opaque ? place + 1 : place;
    }
  }
  if (to > start) pieces.push({ from: start, to });
  // Of several pieces, the one where new text would go.
  const middle = to - lengthBefore(prose.text, to);
  const last = pieces.at(-1);
  const first = pieces[0];
  const chosen = prose.insertion(middle) === prose.start(middle) ? last : first;
  if (!chosen) return { from: prose.start(from), to: prose.end(to) };
  return { from: prose.start(chosen.from), to: prose.end(chosen.to) };
}

/** Whether no markup is hidden in a span of prose. */
export function isUnbroken(prose: Prose, { from, to }: Span): boolean {
  return prose.end(to) - prose.start(from) === to - from;
}

/** A fix in places of the prose as a fix in offsets of the block; undefined when it would cross hidden markup. */
export function placedFix(prose: Prose, fix: Fix): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const placed = placedEdit(prose, edit);
    if (!placed) return undefined;
    edits.push(...placed);
  }
  return { ...fix, edits };
}

function placedEdit(prose: Prose, edit: Edit): Edit[] | undefined {
  const { from, to, insert } = edit;
  if (from === to) {
    const at = prose.insertion(from);
    return [{ from: at, to: at, insert }];
  }
  if (classesIn(prose.text.slice(from, to)) & ATOM) return undefined;
  const joints: number[] = [];
  for (let place = from + 1; place < to; place++) if (prose.end(place) !== prose.start(place)) joints.push(place);
  if (joints.length === 0) return [{ from: prose.start(from), to: prose.end(to), insert }];
  if (insert !== '') return undefined;
  return [from, ...joints].map((start, i) => ({ from: prose.start(start), to: prose.end(joints[i] ?? to), insert }));
}

/** Adapts a `report` with offsets of the document to places of a prose, for rules that look at several blocks. */
export function inBlock<Args>(
  block: Span,
  prose: Prose,
  report: (place: ReportedSpan, args: Args, ...fixes: Fix[]) => void,
): (place: ReportedSpan, args: Args, ...fixes: Fix[]) => void {
  const moved = <Moved extends Span>(span: Moved): Moved => ({
    ...span,
    from: span.from + block.from,
    to: span.to + block.from,
  });
  return (place, args, ...fixes) => {
    const placed = fixes.flatMap((fix) => placedFix(prose, fix) ?? []);
    report(
      { ...moved(sourceSpan(prose, place)), level: place.level },
      args,
      ...placed.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    );
  };
}
