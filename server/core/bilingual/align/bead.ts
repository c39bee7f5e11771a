/** Blocks that translate each other, as ascending indexes: at most two per side, none where a side is missing. */
export interface Bead {
  readonly chinese: readonly number[];
  readonly english: readonly number[];
  /** Lower is more certain. A skip costs about 5. */
  readonly cost: number;
  /** For a block without a counterpart in its place: its counterpart elsewhere, as indexes of the other side. */
  readonly moved?: readonly number[];
}

export type BeadKind = '1-1' | '1-0' | '0-1' | '2-1' | '1-2';

export function beadKind({ chinese, english }: Bead): BeadKind {
  return `${chinese.length}-${english.length}` as BeadKind;
}

export function isPair({ chinese, english }: Bead): boolean {
  return chinese.length > 0 && english.length > 0;
}
