import { Document, isScalar, visit } from 'yaml';
import { type Rendering, type Status, statuses, type Term } from '../../term.ts';
import type { FileEntry, FileRendering, FileRenderings, FileSense } from '../own/schema.ts';

/** Yijiao's own format, which holds everything; only the order of wordings of different status is not kept. */
export function writeYaml(terms: readonly Term[]): string {
  const document = new Document({ terms: terms.map(entryOf) }, { aliasDuplicateObjects: false });
  // Lists of words stand in one line, as people write them.
  visit(document, {
    Seq(_, list) {
      if (list.items.every(isScalar)) list.flow = true;
    },
  });
  return `# yijiao-glossary\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
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
