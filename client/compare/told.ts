import * as vscode from 'vscode';
import type { ComparedPair } from '../../server/lsp/protocol.ts';
import { type Difference, differencesIn, type Numbered, type Side } from './lock.ts';

/** Which of all differences this is, and what is different, as a person hears it on one side. */
export function toldOf({ number, all, difference }: Numbered, side: Side): string {
  return vscode.l10n.t('Difference {0} of {1}: {2}', number, all, stateOf(difference, side));
}

/** What stands behind the lines of one side: at the blocks that are marked there, and where some are missing. */
export function labelsOn(
  pairs: readonly ComparedPair[],
  side: Side,
): { readonly line: number; readonly text: string }[] {
  return differencesIn(pairs).flatMap((difference) => {
    const { state, pairs: blocks, line } = difference;
    const here = blocks.flatMap((pair) => pair[side] ?? []);
    if (state === 'missing' && here.length === 0) return [{ line: line[side], text: stateOf(difference, side) }];
    const isMarked = state === 'missing' || state === 'moved' || side === 'chinese';
    return isMarked ? here.map(({ to }, at) => ({ line: to, text: stateOf(difference, side, at) })) : [];
  });
}

function stateOf({ state, count, pairs }: Difference, side: Side, at = 0): string {
  const isHere = pairs[at]?.[side] !== undefined;
  switch (state) {
    case 'missing':
      if (isHere) return vscode.l10n.t('no translation');
      return count === 1
        ? vscode.l10n.t('1 block is missing here')
        : vscode.l10n.t('{0} blocks are missing here', count);
    case 'extra':
      if (isHere) return vscode.l10n.t('not in the source');
      return count === 1
        ? vscode.l10n.t('1 block stands only in the translation here')
        : vscode.l10n.t('{0} blocks stand only in the translation here', count);
    case 'untranslated':
      return vscode.l10n.t('not translated');
    case 'moved': {
      const line = (pairs[at]?.counterpart?.from ?? 0) + 1;
      if (isHere) return vscode.l10n.t('moved: its counterpart is in line {0}', line);
      return vscode.l10n.t('what belongs here stands in line {0}', line);
    }
  }
}
