import type { Prose } from '../markdown/prose.ts';
import { BLANK, classAt, classBefore, FULL_WIDTH, HAN, LATIN, LINE_END } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { gapsOfMarks } from './boundary.ts';

/** Takes a decision for a value, with the places of the prose between which it is seen; they may lie beyond its ends. */
export type AddDecision = (value: string, from: number, to: number) => void;

/** Blanks or none where Chinese touches another script. */
export function countBoundaries(text: string, script: number, add: AddDecision): void {
  let before = classAt(text, 0);
  for (let at = 1; at < text.length; at++) {
    const here = classAt(text, at);
    if ((before & HAN && here & script) || (before & script && here & HAN)) add('none', at - 1, at + 1);
    else if (here & BLANK) {
      const beyond = classAt(text, at + 1);
      if ((before & HAN && beyond & script) || (before & script && beyond & HAN)) add('space', at - 1, at + 2);
    }
    before = here;
  }
}

export function countAtoms({ text, atoms }: Prose, kind: string, add: AddDecision): void {
  for (const atom of atoms) if (atom.kind === kind) addEdges(text, atom.at, atom.at + 1, add);
}

export function countMarks(prose: Prose, kind: 'link' | 'strong' | 'emphasis', add: AddDecision): void {
  if (prose.marks.length === 0) return;
  for (const gap of gapsOfMarks(prose, kind)) addGap(gap, add);
}

/** A gap, empty where two things touch. */
export function addGap({ from, to }: Span, add: AddDecision): void {
  add(to > from ? 'space' : 'none', from - 1, to + 1);
}

/** Both sides of something, where Chinese stands beside it. */
export function addEdges(text: string, from: number, to: number, add: AddDecision): void {
  const before = classBefore(text, from);
  if (before & HAN) add('none', from - 1, to);
  else if (before & BLANK && classBefore(text, from - 1) & HAN) add('space', from - 2, to);
  const behind = classAt(text, to);
  if (behind & HAN) add('none', from, to + 1);
  else if (behind & BLANK && classAt(text, to + 1) & HAN) add('space', from, to + 2);
}

export function followsHan(text: string, at: number): boolean {
  return (classBefore(text, at) & HAN) !== 0 || (text[at - 1] === ' ' && (classBefore(text, at - 1) & HAN) !== 0);
}

/** A mark counts where the text inside of it is Chinese at the edge, or where it is not. */
export function countQuoteEdges(text: string, chinese: boolean, add: AddDecision): void {
  for (const { index, 0: mark } of text.matchAll(/[“”]/g)) {
    const opens = mark === '“';
    const inside = opens ? classAt(text, index + 1) : classBefore(text, index);
    if (((inside & HAN) !== 0) !== chinese || inside & (BLANK | LINE_END | FULL_WIDTH)) continue;
    const outside = opens ? index : index + 1;
    const here = opens ? classBefore(text, outside) : classAt(text, outside);
    const beyond = opens ? classBefore(text, outside - 1) : classAt(text, outside + 1);
    const seen = (length: number): [number, number] =>
      opens ? [index - length, index + 1] : [index, index + 1 + length];
    if (here & (chinese ? HAN | LATIN : HAN)) add('none', ...seen(1));
    else if (here & BLANK && beyond & (chinese ? HAN | LATIN : HAN)) add('space', ...seen(2));
  }
}
