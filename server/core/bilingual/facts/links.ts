import type { Leaf } from '../../markdown/leaf.ts';
import type { Prose } from '../../markdown/prose.ts';
import { type Piece, pieceReader } from './pieces.ts';
import { lastSegment, pageOfUrl, routeOf } from './url.ts';

/** The targets of links and images in blocks. The spans cover just the URLs. */
export const linksIn = pieceReader((leaf) => [
  ...leaf.prose.flatMap((prose) => [...marked(prose), ...opaque(prose)]),
  ...(leaf.kind === 'html' ? attributes(leaf.source, 0) : []),
  ...(leaf.kind === 'definition' ? definition(leaf) : []),
]);

function marked({ marks, source }: Prose): Piece[] {
  return marks.flatMap(({ url }) => (url ? [piece(source.slice(url.from, url.to), url.from)] : []));
}

function opaque({ atoms, source }: Prose): Piece[] {
  return atoms.flatMap(({ kind, from, to }) => {
    const text = source.slice(from, to);
    if (kind === 'url') return [piece(text, from)];
    if (kind === 'html') return attributes(text, from);
    if (kind !== 'image') return [];
    const open = text.lastIndexOf('](');
    const url = open < 0 ? undefined : /^\s*<?([^\s)>]+)/.exec(text.slice(open + 2));
    return url ? [piece(url[1]!, from + open + 2 + url[0].length - url[1]!.length)] : [];
  });
}

function attributes(source: string, offset: number): Piece[] {
  return [...source.matchAll(/\b(?:src|href)\s*=\s*(["'])([^"'\n]+)\1/gi)].map((match) =>
    piece(match[2]!, offset + match.index + match[0].length - 1 - match[2]!.length),
  );
}

function definition({ source }: Leaf): Piece[] {
  const found = /\]:\s*<?([^\s>]+)/.exec(source);
  return found && !source.startsWith('[^') ? [piece(found[1]!, found.index + found[0].length - found[1]!.length)] : [];
}

function piece(written: string, from: number): Piece {
  const text = written.replace(/^<|>$/g, '');
  const at = from + (written.startsWith('<') ? 1 : 0);
  return { key: urlKey(text), text, from: at, to: at + text.length };
}

// Ignores moves that redirect old addresses: of whole sites, and of the first branch of a repository.
function urlKey(url: string): string {
  return pageOfUrl(url)
    .replace(/\/{2,}/g, '/')
    .replace(/^www\.(?=[^/]+\.)/, '')
    .replace(/^twitter\.com(?=\/|$)/, 'x.com')
    .replace(/^(github\.com\/[^/]+\/[^/]+\/(?:blob|tree))\/master(?=\/|$)/, '$1/main');
}

/** The part of a URL after `#`; '' if there is none or it is the id of a Chinese heading. */
export function fragmentOf({ text }: Piece): string {
  const fragment = text.slice(0, 1000).split('#', 2)[1] ?? '';
  return /[^\x00-\x7f]|%[0-9a-f]{2}/i.test(fragment) ? '' : plainId(routeOf(fragment));
}

/** Normalises an id. It may or may not contain the underscores of emphasis in its heading. */
export function plainId(id: string): string {
  return id.toLowerCase().replace(/(?<=^|-)_([^_]+)_(?=-|$)/g, '$1');
}

/** The link targets of one page, to look up those of the other. */
export interface LinkTargets {
  has(link: Piece): boolean;
  /** Whether a link names the same page and section. */
  hasExactly(link: Piece): boolean;
  /** How many links name the same page and, if the link names one, the same section. */
  count(link: Piece): number;
}

/**
 * Two links are the same if they name the same page in any language, and not two different sections of it. A relative
 * and an absolute path are the same if they end alike.
 */
export function linkTargets(links: readonly Piece[]): LinkTargets {
  const pages = new Map<string, { count: number; fragments: Map<string, number> }>();
  const relative = new Map<string, Set<string>>();
  const absolute = new Map<string, Set<string>>();
  for (const link of links) {
    const page = pages.get(link.key) ?? { count: 0, fragments: new Map() };
    page.count++;
    const fragment = fragmentOf(link);
    page.fragments.set(fragment, (page.fragments.get(fragment) ?? 0) + 1);
    pages.set(link.key, page);
    const last = lastSegment(link.key);
    if (last === '') continue;
    const ends = isRelative(link.key) ? relative : absolute;
    ends.set(last, (ends.get(last) ?? new Set()).add(fragment));
  }
  return {
    has(link) {
      const page = pages.get(link.key);
      const fragment = fragmentOf(link);
      if (page) return isSection(fragment, page.fragments);
      const last = lastSegment(link.key);
      return (
        isSection(fragment, relative.get(last)) || (isRelative(link.key) && isSection(fragment, absolute.get(last)))
      );
    },
    hasExactly: (link) => pages.get(link.key)?.fragments.has(fragmentOf(link)) ?? false,
    count(link) {
      const page = pages.get(link.key);
      const fragment = fragmentOf(link);
      return (fragment === '' ? page?.count : page?.fragments.get(fragment)) ?? 0;
    },
  };
}

function isSection(
  fragment: string,
  fragments: ReadonlySet<string> | ReadonlyMap<string, number> | undefined,
): boolean {
  return fragments !== undefined && (fragment === '' || fragments.has('') || fragments.has(fragment));
}

function isRelative(key: string): boolean {
  return /^\.{1,2}\//.test(key) || (!key.includes('/') && !key.startsWith('#'));
}
