import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { LineRange } from '../workspace/comparing.ts';
import { normalUri } from '../workspace/files/paths.ts';

/** The lines of each open page that somebody is looking at or working on. */
export interface Focus {
  /** 0-based lines: what is seen, as far as the client tells, then what was edited last. */
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
        // A page that was replaced as a whole was edited nowhere in particular.
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

/** Cursors, and parts of a page between what is folded, that are followed. */
const MAX_RANGES = 50;
