import type { Block } from '../../markdown/blocks.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import type { AtomKind } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';

/** A part of a block that translations keep: code, a link target, a placeholder. `key` is equal on both pages. */
export interface Piece extends Span {
  readonly key: string;
  readonly text: string;
}

/** Reads the pieces of blocks; spans are offsets in the page. The pieces of each leaf are cached. */
export type Reader = (blocks: readonly Block[]) => Piece[];

/** Turns a reader of one leaf, with spans relative to its source, into a reader of blocks. */
export function pieceReader(read: (leaf: Leaf) => readonly Piece[]): Reader {
  const known = new WeakMap<Leaf, readonly Piece[]>();
  return (blocks) =>
    blocks.flatMap(({ leaf, from }) => {
      let pieces = known.get(leaf);
      if (!pieces) {
        pieces = read(leaf);
        known.set(leaf, pieces);
      }
      return pieces.map((piece) => ({ ...piece, from: piece.from + from, to: piece.to + from }));
    });
}

/** The opaque things of some kinds in the prose of a leaf. `keyOf` returns their keys; undefined leaves a thing out. */
export function atomPieces(
  { prose, source }: Leaf,
  kinds: readonly AtomKind[],
  keyOf: (text: string) => string | undefined,
): Piece[] {
  return prose.flatMap(({ atoms }) =>
    atoms.flatMap(({ kind, from, to }) => {
      if (!kinds.includes(kind)) return [];
      const text = source.slice(from, to);
      const key = keyOf(text);
      return key === undefined ? [] : [{ key, text, from, to }];
    }),
  );
}

/** The pieces whose key is not among the others; of equal ones only the first. */
export function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  const keys = new Set(others.map(({ key }) => key));
  return pieces.filter(({ key }) => {
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

/** The inline code of blocks: between backticks, in roles such as :ref:`x`, and in HTML's `<code>`. */
export const codeSpansIn = pieceReader((leaf) =>
  atomPieces(leaf, ['code', 'role', 'html'], (text) => {
    if (text.startsWith(':')) return text;
    if (text.startsWith('`')) return codeKey(text.replace(/^`+|`+$/g, ''));
    const html = /^<code\b[^>]*>([^<]*)<\/code>$/i.exec(text)?.[1];
    return html === undefined ? undefined : codeKey(decoded(html));
  }),
);

// Quotation style, the () of a function and the scheme of a URL are matters of taste.
function codeKey(code: string): string | undefined {
  const key = code
    .replace(/\s+/g, ' ')
    .replace(/[“”'‘’]/g, '"')
    .replace(/ \/>/g, '/>')
    .trim();
  return key.replace(/(?<=\w)\(\)$/, '').replace(/^https?:\/\/(?=.)/, '') || undefined;
}

function decoded(html: string): string {
  return html.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' };
