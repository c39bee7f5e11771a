import * as vscode from 'vscode';
import type { ComparedPair } from '../../server/lsp/protocol.ts';
import { type Difference, differencesIn, type Side } from './lock.ts';

/** Which of all differences this is, and what is different, as a person hears it on one side. */
export function toldOf({ number, all, difference }: Numbered, side: Side): string {
  return vscode.l10n.t('Difference {0} of {1}: {2}', number, all, stateOf(difference, side));
}

export interface Numbered {
  readonly difference: Difference;
  /** From 1. */
  readonly number: number;
  readonly all: number;
}

/** The differences of a line: that of its block, and that of blocks which belong behind it and are only on the other side. */
export function differencesAt(pairs: readonly ComparedPair[], side: Side, line: number): Numbered[] {
  const differences = differencesIn(pairs);
  const isHere = (difference: Difference) => {
    if (!isShown(difference, side)) return false;
    if (!difference.pair[side]) return difference.line[side] === line;
    return difference.pairs.some((pair) => pair[side]!.from <= line && line <= pair[side]!.to);
  };
  return differences.flatMap((difference, at) =>
    isHere(difference) ? [{ difference, number: at + 1, all: differences.length }] : [],
  );
}

/** What stands behind the lines of one side. */
export function labelsOn(
  pairs: readonly ComparedPair[],
  side: Side,
): { readonly line: number; readonly text: string }[] {
  return differencesIn(pairs).flatMap((difference) => {
    if (!isShown(difference, side)) return [];
    const here = difference.pairs.flatMap((pair) => pair[side] ?? []);
    if (here.length === 0) return [{ line: difference.line[side], text: stateOf(difference, side) }];
    return here.map(({ to }, at) => ({ line: to, text: stateOf(difference, side, at) }));
  });
}

/** Of what is missing both sides tell; else the translation does, and of what was moved each place. */
function isShown({ state, pair }: Difference, side: Side): boolean {
  if (state === 'missing') return true;
  return pair[side] !== undefined && (side === 'chinese' || state === 'moved');
}

function stateOf({ state, count, pairs }: Difference, side: Side, at = 0): string {
  switch (state) {
    case 'missing':
      if (side === 'english') return vscode.l10n.t('no translation');
      return count === 1
        ? vscode.l10n.t('1 block is missing here')
        : vscode.l10n.t('{0} blocks are missing here', count);
    case 'extra':
      return vscode.l10n.t('not in the source');
    case 'untranslated':
      return vscode.l10n.t('not translated');
    case 'moved':
      return vscode.l10n.t('moved: its counterpart is in line {0}', (pairs[at]?.counterpart?.from ?? 0) + 1);
  }
}
