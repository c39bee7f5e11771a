import { type Block, blocksOf } from '../../markdown/blocks.ts';
import type { Markdown } from '../../markdown/parse.ts';
import { ATOMS, type Atom, type Prose } from '../../markdown/prose.ts';

/**
 * What a page says, apart from how it is written: its letters and digits in order, normalised in width and
 * case, with a mark for each image or component. Whitespace, punctuation, markup, link targets, comments
 * and front matter do not count.
 */
export function saidBy(markdown: Markdown): string {
  return blocksOf(markdown).map(saidInBlock).join('');
}

function saidInBlock({ leaf: { kind, source, prose } }: Block): string {
  switch (kind) {
    case 'frontMatter':
    case 'comment':
    case 'rule':
    case 'definition':
    case 'esm':
      return '';
    case 'code':
      return letters(source.replace(/^\s*(?:`{3,}|~{3,})[^\n]*/, ''));
    case 'html':
      return letters(shown(source));
    case 'heading':
      return letters(prose.map(readIn).join('').replace(HEADING_ID, ''));
    default:
      return letters(prose.length > 0 ? prose.map(readIn).join('') : source);
  }
}

const HEADING_ID = /\{[#.:][^{}\n]{0,200}\}\s*$/;

function readIn({ text, source, atoms }: Prose): string {
  let read = '';
  let at = 0;
  for (const atom of atoms) {
    read += text.slice(at, atom.at) + readInAtom(atom, source.slice(atom.from, atom.to));
    at = atom.at + ATOMS[atom.kind].length;
  }
  return read + text.slice(at);
}

function readInAtom({ kind }: Atom, source: string): string {
  switch (kind) {
    case 'footnote':
    case 'entity':
    case 'label':
      return '';
    case 'image':
      return SHOWN + (/^!\[([^\]]*)/.exec(source)?.[1] ?? '');
    case 'html':
      return shown(source);
    default:
      return source;
  }
}

// Keeps a mark for each tag that shows something by itself: images and the like, and components.
function shown(source: string): string {
  const text = source
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(TAG, (_, name: string) => (SHOWS.test(name) ? SHOWN : ' '));
  return letters(text);
}

const SHOWN = '\uFDD2';
const TAG = /<\/?([A-Za-z][\w.:-]{0,100})(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,4000}>/g;
const SHOWS = /^(?:img|video|audio|iframe|embed|object|svg|[A-Z].*)$/;

function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NEITHER, '');
}

const NEITHER = /[^\p{L}\p{N}\uFDD2]|\p{Default_Ignorable_Code_Point}/gu;
