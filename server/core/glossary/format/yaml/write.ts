import { Document, isScalar, visit } from 'yaml';
import type { Term } from '../../term.ts';
import { entryOf } from '../own/write.ts';

/** Writes our own format, which holds everything. Only the order between wordings of different status is lost. */
export function writeYaml(terms: readonly Term[]): string {
  const document = new Document({ terms: terms.map(entryOf) }, { aliasDuplicateObjects: false });
  // Lists of words go on one line, as people write them.
  visit(document, {
    Seq(_, list) {
      if (list.items.every(isScalar)) list.flow = true;
    },
  });
  return `# yijiao-glossary\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}
