import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, blocksOf } from '../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../server/core/markdown/parse.ts';

/** A page beside its source, aligned by hand. */
export interface GoldPage {
  readonly name: string;
  readonly text: { readonly chinese: string; readonly english: string };
  readonly chinese: readonly Block[];
  readonly english: readonly Block[];
  /** `<Chinese block> <English block>`, counted from 0. */
  readonly links: ReadonlySet<string>;
  /** Links on which one can disagree: neither right nor wrong. */
  readonly open: ReadonlySet<string>;
}

/** The pages of test/fixtures/alignment. */
export function goldPages(): GoldPage[] {
  const rows: { page: string; blocks: [number, number]; links: string; open?: string }[] = JSON.parse(
    read('gold.json'),
  );
  return rows.map(({ page, blocks, links, open = '' }) => {
    const text = {
      chinese: read(page.replace(/(?=\.mdx?$)/, '.zh')),
      english: read(page.replace(/(?=\.mdx?$)/, '.en')),
    };
    const chinese = blocksOf(parseMarkdown(text.chinese));
    const english = blocksOf(parseMarkdown(text.english));
    if (chinese.length !== blocks[0] || english.length !== blocks[1]) {
      throw new Error(`${page} has ${chinese.length} and ${english.length} blocks, its gold was made for ${blocks}.`);
    }
    return { name: page, text, chinese, english, links: linksIn(links), open: linksIn(open) };
  });
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/alignment', name), 'utf8');
}

// `0-2:1-3` links each to each in order; where one side has fewer, its last one is joined with the rest.
function linksIn(text: string): Set<string> {
  const links = new Set<string>();
  for (const group of text.split(' ').filter(Boolean)) {
    const [chinese, english] = group.split(':').map(numbersIn) as [number[], number[]];
    for (let at = 0; at < Math.max(chinese.length, english.length); at++) {
      links.add(`${chinese[at] ?? chinese.at(-1)} ${english[at] ?? english.at(-1)}`);
    }
  }
  return links;
}

function numbersIn(list: string): number[] {
  return list.split(',').flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
