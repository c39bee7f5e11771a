import { stringify } from 'yaml';
import type { FileEntry, FileRendering, FileRenderings, FileSense } from '../schema.ts';
import { type Rendering, type Status, statuses, type Term } from '../term.ts';

/** Yijiao's own format, which holds everything; only the order of wordings of different status is not kept. */
export function writeYaml(terms: readonly Term[]): string {
  const text = stringify({ terms: terms.map(entryOf) }, { lineWidth: 0, aliasDuplicateObjects: false });
  return `# yijiao-glossary\n${text}`;
}

const names: Readonly<Record<Status, keyof FileSense>> = {
  preferred: 'target',
  admitted: 'admitted',
  deprecated: 'deprecated',
  forbidden: 'forbidden',
};

function entryOf(term: Term): FileEntry & FileSense {
  const { source, renderings, doNotTranslate, keptWhere, id, except, refs, origin, ...plain } = term;
  const wordings = statuses.flatMap((status) => {
    const some = renderings.filter((rendering) => rendering.status === status).map(renderingOf);
    return some.length > 0 ? [[names[status], oneOrMore(some)] as [keyof FileSense, FileRenderings]] : [];
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
