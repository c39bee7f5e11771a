import * as vscode from 'vscode';
import type { ComparedPair, LineRange } from '../../server/lsp/protocol.ts';
import { differencesIn, type Side } from './lock.ts';

/** The decorations in the two editors of a comparison. */
export interface Marks extends vscode.Disposable {
  counterpart(editor: vscode.TextEditor | undefined, range: LineRange | undefined): void;
  states(side: Side, editor: vscode.TextEditor | undefined, pairs: readonly ComparedPair[]): void;
}

export function createMarks(): Marks {
  const types = decorations();
  return {
    counterpart(editor, range) {
      editor?.setDecorations(types.counterpart, range ? [rangeOf(range)] : []);
      editor?.setDecorations(types.counterpartSign, range ? [startOf(range)] : []);
    },
    states(side, editor, pairs) {
      if (!editor) return;
      const here = (state: ComparedPair['state']) =>
        pairs.flatMap((pair) => (pair.state === state && pair[side] ? [pair[side]] : []));
      for (const state of ['missing', 'extra', 'untranslated', 'moved'] as const) {
        const isShown = state === 'moved' || side === (state === 'missing' ? 'english' : 'chinese');
        const ranges = isShown ? here(state) : [];
        editor.setDecorations(types[state].block, ranges.map(rangeOf));
        editor.setDecorations(types[state].sign, ranges.map(startOf));
      }
      const gaps = side === 'chinese' ? differencesIn(pairs).filter(({ state }) => state === 'missing') : [];
      const ends = gaps.map(({ line }) => endOf(line.chinese));
      editor.setDecorations(types.gap.block, ends);
      editor.setDecorations(types.gap.sign, ends);
    },
    dispose: () => vscode.Disposable.from(...all(types)).dispose(),
  };
}

function rangeOf({ from, to }: LineRange): vscode.Range {
  return new vscode.Range(from, 0, to, Number.MAX_SAFE_INTEGER);
}

// A line may be wrapped: a sign stands beside its first row, or beside the last where something is missing behind it.
function startOf({ from }: LineRange): vscode.Range {
  return new vscode.Range(from, 0, from, 0);
}

function endOf(line: number): vscode.Range {
  return new vscode.Range(line, Number.MAX_SAFE_INTEGER, line, Number.MAX_SAFE_INTEGER);
}

// Never by colour alone: each state has a shape in the gutter, and a text after its last line.
function decorations() {
  const make = vscode.window.createTextEditorDecorationType;
  const pointer = '<path d="M4 2L12 8L4 14Z" STYLE fill="FILL" stroke-width="1"/>';
  const minus = '<path d="M2 8H14" STYLE stroke-width="3"/>';
  const plus = '<path d="M2 8H14M8 2V14" STYLE stroke-width="3"/>';
  const arrows = '<path d="M5 14V3M2 6L5 2L8 6M11 2V13M8 10L11 14L14 10" STYLE fill="none" stroke-width="1.6"/>';
  const letter = '<path d="M3 14L8 2L13 14M5 9.5H11" STYLE fill="none" stroke-width="2"/>';
  const notch = '<path d="M2 5L8 11L14 5" STYLE fill="none" stroke-width="2.4"/>';
  const state = (form: string, lane: vscode.OverviewRulerLane) => ({
    block: make({
      isWholeLine: true,
      overviewRulerColor: new vscode.ThemeColor('yijiao.compare.differenceBorder'),
      overviewRulerLane: lane,
    }),
    sign: make(gutter(form, { light: '#8a6100', dark: '#e2b93d' })),
  });
  const { Left, Center, Right } = vscode.OverviewRulerLane;
  return {
    counterpart: make({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('yijiao.compare.counterpartBackground'),
      borderColor: new vscode.ThemeColor('yijiao.compare.counterpartBorder'),
      borderStyle: 'solid',
      borderWidth: '0 0 0 3px',
    }),
    counterpartSign: make(gutter(pointer, { light: '#0066cc', dark: '#3794ff' })),
    missing: state(minus, Left),
    extra: state(plus, Left),
    untranslated: state(letter, Right),
    moved: state(arrows, Center),
    gap: state(notch, Left),
  };
}

function all(types: ReturnType<typeof decorations>): vscode.TextEditorDecorationType[] {
  return Object.values(types).flatMap((type) => ('sign' in type ? [type.block, type.sign] : [type]));
}

// Themes of high contrast take the colours of their kind, light or dark.
function gutter(form: string, colours: { light: string; dark: string }): vscode.DecorationRenderOptions {
  const icon = (colour: string) => {
    const drawn = form.replace('STYLE', `stroke="${colour}"`).replace('FILL', colour);
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawn}</svg>`;
    return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`);
  };
  return {
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon(colours.light) },
    dark: { gutterIconPath: icon(colours.dark) },
  };
}
