import type { Glossary } from '../glossary/glossary.ts';
import type { Leaf } from '../markdown/leaf.ts';

/**
 * Returns a function that takes the blocks of a page in order and returns the headings above each one, itself
 * included. Undefined if no term of the glossary depends on headings, because otherwise findings could not be
 * cached across changes of a heading.
 */
export function headingsAbove(glossary: Glossary): (leaves: readonly Leaf[]) => readonly string[] | undefined {
  if (!glossary.terms.some(({ when }) => when?.heading)) return () => undefined;
  let open: readonly { readonly level: number; readonly text: string }[] = [];
  let texts: readonly string[] = [];
  return (leaves) => {
    const headings = leaves.filter(({ kind }) => kind === 'heading');
    if (headings.length > 0) {
      const level = Math.min(...headings.map((leaf) => leaf.level));
      const own = headings.map(({ prose }) => ({ level, text: prose.map(({ text }) => text).join(' ') }));
      open = [...open.filter((one) => one.level < level), ...own];
      texts = open.map(({ text }) => text);
    }
    return texts;
  };
}

export function isSameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a !== undefined && a.length === b?.length && a.every((one, i) => one === b[i]));
}
