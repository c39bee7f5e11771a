import * as vscode from 'vscode';
import type { ComparedPair, LineRange } from '../../server/lsp/protocol.ts';
import { counterpartOf, type Difference, differencesIn, type Side } from './lock.ts';

/** The decorations in the two editors of a comparison. */
export interface Marks extends vscode.Disposable {
  counterpart(editor: vscode.TextEditor | undefined, range: LineRange | undefined): void;
  states(side: Side, editor: vscode.TextEditor | undefined, pairs: readonly ComparedPair[]): void;
}

export function createMarks(): Marks {
  const types = decorations();
  return {
    counterpart: (editor, range) => editor?.setDecorations(types.counterpart, range ? [rangeOf(range)] : []),
    states(side, editor, pairs) {
      if (!editor) return;
      const here = (state: ComparedPair['state']) => pairs.filter((pair) => pair.state === state && pair[side]);
      for (const state of ['missing', 'extra', 'untranslated'] as const) {
        const isShown = side === (state === 'missing' ? 'english' : 'chinese');
        editor.setDecorations(types[state], isShown ? here(state).map((pair) => rangeOf(pair[side]!)) : []);
      }
      const moved = here('moved').map((pair) => {
        const line = (counterpartOf(pair, side)?.from ?? 0) + 1;
        return options(rangeOf(pair[side]!), vscode.l10n.t('moved: its counterpart is in line {0}', line));
      });
      editor.setDecorations(types.moved, moved);
      const gaps = side === 'chinese' ? differencesIn(pairs).filter(({ state }) => state === 'missing') : [];
      editor.setDecorations(types.gap, gaps.map(gapOf));
    },
    dispose: () => vscode.Disposable.from(...Object.values(types)).dispose(),
  };
}

function gapOf({ line, count }: Difference): vscode.DecorationOptions {
  const place = new vscode.Range(line.chinese, 0, line.chinese, Number.MAX_SAFE_INTEGER);
  return options(
    place,
    count === 1 ? vscode.l10n.t('1 block is missing here') : vscode.l10n.t('{0} blocks are missing here', count),
  );
}

function options(range: vscode.Range, text: string): vscode.DecorationOptions {
  return { range, renderOptions: { after: { contentText: `← ${text}` } } };
}

function rangeOf({ from, to }: LineRange): vscode.Range {
  return new vscode.Range(from, 0, to, Number.MAX_SAFE_INTEGER);
}

// Never by colour alone: each state has a shape in the gutter, and a text after its last line.
function decorations() {
  const make = vscode.window.createTextEditorDecorationType;
  const bar = '<path d="M8 0V16" STYLE stroke-width="4"/>';
  const minus = '<path d="M2 8H14" STYLE stroke-width="3"/>';
  const plus = '<path d="M2 8H14M8 2V14" STYLE stroke-width="3"/>';
  const arrows = '<path d="M5 14V3M2 6L5 2L8 6M11 2V13M8 10L11 14L14 10" STYLE fill="none" stroke-width="1.6"/>';
  const letter = '<path d="M3 14L8 2L13 14M5 9.5H11" STYLE fill="none" stroke-width="2"/>';
  const notch = '<path d="M2 5L8 11L14 5" STYLE fill="none" stroke-width="2.4"/>';
  const state = (form: string, lane: vscode.OverviewRulerLane, text?: string) =>
    make({
      isWholeLine: true,
      ...gutter(form, { light: '#8a6100', dark: '#e2b93d' }),
      overviewRulerColor: new vscode.ThemeColor('yijiao.compare.differenceBorder'),
      overviewRulerLane: lane,
      after: {
        ...(text === undefined ? {} : { contentText: `← ${text}` }),
        color: new vscode.ThemeColor('descriptionForeground'),
        margin: '0 0 0 1.5em',
      },
    });
  const { Left, Center, Right } = vscode.OverviewRulerLane;
  return {
    counterpart: make({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('yijiao.compare.counterpartBackground'),
      borderColor: new vscode.ThemeColor('yijiao.compare.counterpartBorder'),
      borderStyle: 'solid',
      borderWidth: '0 0 0 1px',
      ...gutter(bar, { light: '#0066cc', dark: '#3794ff' }),
    }),
    missing: state(minus, Left, vscode.l10n.t('no translation')),
    extra: state(plus, Left, vscode.l10n.t('not in the source')),
    untranslated: state(letter, Right, vscode.l10n.t('not translated')),
    moved: state(arrows, Center),
    gap: state(notch, Left),
  };
}

// High-contrast themes use the colours of light or dark themes.
function gutter(form: string, colours: { light: string; dark: string }): vscode.DecorationRenderOptions {
  const icon = (colour: string) => {
    const drawn = form.replace('STYLE', `stroke="${colour}"`);
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawn}</svg>`;
    return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`);
  };
  return {
    gutterIconSize: 'contain',
    light: { gutterIconPath: icon(colours.light) },
    dark: { gutterIconPath: icon(colours.dark) },
  };
}
