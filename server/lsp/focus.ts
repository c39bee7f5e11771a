import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { LineRange } from '../workspace/comparing.ts';
import { normalUri } from '../workspace/files/paths.ts';

/** The lines of each open page that the user sees or edits. */
export interface Focus {
  /** 0-based lines: those on screen, as far as the client reports them, then those edited last. */
  of(uri: string): readonly LineRange[];
  edited(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void;
  seen(uri: string, lines: readonly LineRange[]): void;
  close(uri: string): void;
}

export function createFocus(): Focus {
  const pages = new Map<string, { readonly seen: readonly LineRange[]; readonly edited: readonly LineRange[] }>();
  const known = (uri: string) => pages.get(normalUri(uri)) ?? { seen: [], edited: [] };
  return {
    of: (uri) => [...known(uri).seen, ...known(uri).edited],
    edited(uri, changes) {
      const edited = changes.slice(0, MAX_RANGES).flatMap((change): LineRange[] => {
        // A replacement of the whole page has no particular place.
        if (!('range' in change)) return [];
        const from = change.range.start.line;
        return [{ from, to: from + (change.text.match(/\n/g)?.length ?? 0) }];
      });
      if (edited.length > 0) pages.set(normalUri(uri), { ...known(uri), edited });
    },
    seen: (uri, lines) => void pages.set(normalUri(uri), { ...known(uri), seen: lines.slice(0, MAX_RANGES) }),
    close: (uri) => void pages.delete(normalUri(uri)),
  };
}

/** How many cursors, and visible parts between folded ones, to keep. */
const MAX_RANGES = 50;
