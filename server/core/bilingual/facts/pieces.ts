import type { Block } from '../../markdown/blocks.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import type { AtomKind } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';

/** Something of a block that a translation keeps: a code, a link target, a placeholder. `key` is the same on both pages. */
export interface Piece extends Span {
  readonly key: string;
  /** As it is written. */
  readonly text: string;
}

/** Reads the pieces of blocks (spans in the page); those of a leaf are kept as long as it lives. */
export type Reader = (blocks: readonly Block[]) => Piece[];

/** Of a reader of one leaf, whose spans are offsets in its source, a reader of blocks at their places. */
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

/** The opaque things of some kinds in the prose of a leaf; `keyOf` gives their keys, undefined for those to leave out. */
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

/** The pieces whose key none of the others has; of equal ones the first. */
export function without(pieces: readonly Piece[], others: readonly Piece[]): Piece[] {
  const keys = new Set(others.map(({ key }) => key));
  return pieces.filter(({ key }) => {
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

/** The inline code of blocks: between backticks, of roles such as :ref:`x`, and of HTML's `<code>`. */
export const codeSpansIn = pieceReader((leaf) =>
  atomPieces(leaf, ['code', 'role', 'html'], (text) => {
    if (text.startsWith(':')) return text;
    if (text.startsWith('`')) return codeKey(text.replace(/^`+|`+$/g, ''));
    const html = /^<code\b[^>]*>([^<]*)<\/code>$/i.exec(text)?.[1];
    return html === undefined ? undefined : codeKey(decoded(html));
  }),
);

// Kinds of quotes, the () of a function and the scheme of a URL are a matter of taste.
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
