import { readGlossary } from '../../../server/core/glossary/format/read.ts';
import { createGlossary, type Glossary } from '../../../server/core/glossary/glossary.ts';

/** A glossary from lines of `english | 中文 | forbidden, forbidden`. */
export function glossaryOf(...lines: string[]): Glossary {
  const text = ['|en|zh|forbidden|', '|-|-|-|', ...lines.map((line) => `|${line}|`)].join('\n');
  const { terms, faults } = readGlossary(text, 'terms.md');
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return createGlossary(terms);
}
