import { headingIdsIn, slugOf } from '../../core/bilingual/facts/heading-ids.ts';
import { plainId } from '../../core/bilingual/facts/links.ts';
import { compare } from '../../core/bilingual/state/compare.ts';
import type { HeadingIds } from '../../core/bilingual/state/draft.ts';
import { frontMatterEnd } from '../../core/markdown/dialects/front-matter.ts';
import type { Markdown } from '../../core/markdown/parse.ts';
import { markerIn } from '../history/revision.ts';
import { type Entry, entriesOf, written } from './front-matter.ts';
import type { KnownPair } from './pairs.ts';

/** A translation of the project, read. */
export interface ReadPair extends KnownPair {
  readonly texts: { readonly chinese: Markdown; readonly english: Markdown };
}

/** The page that is to be made: its path and that of its source, and the revision that it will name, if it can. */
export interface NewPage {
  readonly path: string;
  readonly source: string;
  readonly revision: string | undefined;
}

/** How most of the project's pages give ids to headings whose source has none; undefined where they do not. */
export function idHabit(pairs: readonly ReadPair[]): HeadingIds | undefined {
  const counts = { none: 0, braces: 0, comment: 0, anchor: 0, first: 0, firstWith: 0 };
  for (const { texts } of pairs) {
    for (const { blocks } of compare(texts.chinese, texts.english).pairs) {
      const [chinese, english] = [blocks.chinese[0], blocks.english[0]];
      if (chinese?.leaf.kind !== 'heading' || english?.leaf.kind !== 'heading') continue;
      if (headingIdsIn([english]).length > 0 || /\b(?:id|name)=/.test(english.leaf.source)) continue;
      const form = idForm(texts.chinese, chinese.from, headingIdsIn([chinese])[0]?.text, slugOf(english));
      counts[form]++;
      if (english.leaf.level !== 1) continue;
      counts.first++;
      if (form !== 'none') counts.firstWith++;
    }
  }
  const { none, first, firstWith } = counts;
  const [form = 'braces', count = 0] = (['braces', 'comment', 'anchor'] as const)
    .map((name) => [name, counts[name]] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a));
  // Headings of the first level count apart: many projects give them none.
  if (count < 2 || count < none - (first - firstWith)) return undefined;
  return { form, first: firstWith > 0 && firstWith * 2 >= first };
}

function idForm(page: Markdown, at: number, own: string | undefined, slug: string): 'none' | HeadingIds['form'] {
  if (own) return own.startsWith('{#') ? 'braces' : 'comment';
  const [, above] = /<a (?:id|name)="([^"\n]+)">\s*<\/a>\s*$/.exec(page.text.slice(Math.max(0, at - 200), at)) ?? [];
  return above !== undefined && plainId(above) === plainId(slug) ? 'anchor' : 'none';
}

/**
 * The front matter of a new page: that of its source, without the keys that translations never have, with those that they all
 * have beside it. What names the source or its revision is written anew. Undefined where it is to stay as it is.
 */
export function frontMatterFor(english: Markdown, page: NewPage, pairs: readonly ReadPair[]): string | undefined {
  const own = entriesOf(english.text);
  if (!own) return undefined;
  const read = pairs.flatMap((pair) => {
    const [chinese, source] = [entriesOf(pair.texts.chinese.text), entriesOf(pair.texts.english.text)];
    return chinese && source ? [{ pair, chinese, source }] : [];
  });
  const has = (entries: readonly Entry[], key: string) => entries.some((entry) => entry.key === key);
  const kept = own.filter(({ key }) => {
    const known = read.filter(({ source }) => has(source, key));
    return known.length < FEW || known.some(({ chinese }) => has(chinese, key));
  });
  const keys = new Set(read.flatMap(({ chinese }) => chinese.map(({ key }) => key)));
  const added = [...keys].flatMap((key) => {
    const known = read.filter(({ chinese, source }) => has(chinese, key) && !has(source, key));
    if (has(own, key) || known.length === 0 || known.length * 2 < read.length) return [];
    const texts = known.map(({ chinese, pair }) => ({ pair, text: chinese.find((entry) => entry.key === key)!.text }));
    const text = entryFor(page, texts);
    return text === undefined ? [] : [{ key, text }];
  });
  return kept.length === own.length && added.length === 0 ? undefined : written([...kept, ...added]);
}

const FEW = 3;

function entryFor(page: NewPage, known: readonly { readonly pair: ReadPair; readonly text: string }[]) {
  const [first] = known;
  const fenced = `---\n${first!.text}\n---\n`;
  const marker = markerIn(fenced);
  if (marker) {
    if (!page.revision) return undefined;
    const id = page.revision.slice(0, Math.max(7, marker.to - marker.from));
    return (fenced.slice(0, marker.from) + id + fenced.slice(marker.to)).slice(4, -5);
  }
  for (const { pair, text } of known) {
    const named = namedSource(text, pair, page);
    if (named !== undefined) return named;
  }
  // What all have alike says something of translations, not of one page.
  return known.length >= FEW && known.every(({ text }) => text === first!.text) ? first!.text : undefined;
}

// `original: ../en/page.md` or `source: /docs/page`: the same way to the new source.
function namedSource(text: string, { chinese, english }: ReadPair, page: NewPage): string | undefined {
  const [, before = '', value = '', after = ''] = /^([^:]+:[^\S\n]*["']?)([^"'\n]+?)(["']?[^\S\n]*)$/.exec(text) ?? [];
  if (value === '') return undefined;
  const plain = (path: string, as: string) => (/\.\w+$/.test(as) ? path : path.replace(/\.\w+$/, ''));
  const ways: ((from: string, to: string) => string)[] = [
    (_, to) => to,
    (_, to) => `/${to}`,
    (from, to) => relativeWay(from, to),
    (from, to) => `./${relativeWay(from, to)}`,
  ];
  const way = ways.find((one) => plain(one(chinese.path, english.path), value) === value);
  return way && before + plain(way(page.path, page.source), value) + after;
}

function relativeWay(from: string, to: string): string {
  const [folders, target] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < folders.length && folders[common] === target[common]) common++;
  return [...folders.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** The line above the text by which pages name the revision of their source: that of another page, written anew. */
export function lineAboveFor(page: NewPage, pairs: readonly ReadPair[]): string | undefined {
  if (!page.revision) return undefined;
  const lines = pairs.flatMap((pair) => {
    const { text } = pair.texts.chinese;
    const marker = markerIn(text);
    if (!marker || marker.from < frontMatterEnd(text)) return [];
    const from = text.lastIndexOf('\n', marker.from - 1) + 1;
    const to = marker.to + /^[^\r\n]*/.exec(text.slice(marker.to))![0].length;
    return [{ pair, line: text.slice(from, to), at: marker.from - from, length: marker.to - marker.from }];
  });
  if (lines.length * 2 < pairs.length) return undefined;
  const [one] = lines;
  if (!one) return undefined;
  const { line, at, length, pair } = one;
  const id = page.revision.slice(0, length);
  const old = line.slice(at, at + length);
  const fileOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return line
    .replaceAll(old, id)
    .replaceAll(pair.english.path, page.source)
    .replaceAll(fileOf(pair.english.path), fileOf(page.source));
}
