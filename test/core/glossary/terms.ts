import { createGlossary, type Glossary } from '../../../server/core/glossary/glossary.ts';
import { readGlossary } from '../../../server/core/glossary/read/index.ts';

/** A glossary from lines of `english | 中文 | forbidden, forbidden`. */
export function glossaryOf(...lines: string[]): Glossary {
  const text = ['|en|zh|forbidden|', '|-|-|-|', ...lines.map((line) => `|${line}|`)].join('\n');
  const { terms, faults } = readGlossary(text, 'terms.md');
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return createGlossary(terms);
}
