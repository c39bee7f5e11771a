/** Which blocks are translations of each other: indexes, ascending; at most two on a side, none where one is missing. */
export interface Bead {
  readonly chinese: readonly number[];
  readonly english: readonly number[];
  /** Lower is surer; a skip costs about 5. */
  readonly cost: number;
  /** For a block without a counterpart in its place: the blocks of the other side that are its counterpart elsewhere. */
  readonly moved?: readonly number[];
}

export type BeadKind = '1-1' | '1-0' | '0-1' | '2-1' | '1-2';

export function beadKind({ chinese, english }: Bead): BeadKind {
  return `${chinese.length}-${english.length}` as BeadKind;
}

/** Whether both sides have something. */
export function isPair({ chinese, english }: Bead): boolean {
  return chinese.length > 0 && english.length > 0;
}
