import { type Rendering, statuses, type Term, type WordingStatus } from '../../term.ts';
import type { FileEntry, FileRendering, FileRenderings, FileSense } from './schema.ts';

/** The field for the wordings of each status. */
export const fieldOf: Readonly<Record<WordingStatus, keyof FileSense>> = {
  preferred: 'target',
  admitted: 'admitted',
  deprecated: 'deprecated',
  forbidden: 'forbidden',
};

/** A term as an entry. Only the order between wordings of different status is lost. */
export function entryOf(term: Term): FileEntry & FileSense {
  const { source, renderings, doNotTranslate, keptWhere, id, except, refs, origin, ...plain } = term;
  const wordings = statuses.flatMap((status) => {
    const some = renderings.filter((rendering) => rendering.status === status).map(renderingOf);
    return some.length > 0 ? [[fieldOf[status], oneOrMore(some)] as [keyof FileSense, FileRenderings]] : [];
  });
  return {
    ...(source.length > 0 && { source: oneOrMore(source) }),
    ...(id !== undefined && { id }),
    ...Object.fromEntries(wordings),
    ...((doNotTranslate || keptWhere) && { doNotTranslate: keptWhere ?? true }),
    ...(except && { except: oneOrMore(except) }),
    ...(refs && { refs: oneOrMore(refs) }),
    ...plain,
  };
}

function renderingOf({ text, suggest, except }: Rendering): FileRendering {
  if (!suggest && !except) return text;
  return { text, ...(suggest && { suggest }), ...(except && { except: oneOrMore(except) }) };
}

function oneOrMore<Item>(items: readonly Item[]): Item | readonly Item[] {
  return items.length === 1 ? items[0]! : items;
}
