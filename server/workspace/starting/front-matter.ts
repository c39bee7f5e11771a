import { frontMatterEnd } from '../../core/markdown/dialects/front-matter.ts';

/** An entry of the first level: its key, and its lines with all that is indented below. */
export interface Entry {
  readonly key: string;
  readonly text: string;
}

/** The entries of YAML between `---`, in order; undefined for a page with another front matter, none for a page without one. */
export function entriesOf(page: string): readonly Entry[] | undefined {
  const end = frontMatterEnd(page);
  if (end === 0) return [];
  const lines = page
    .slice(0, end)
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/);
  if (!lines[0]!.startsWith('---')) return undefined;
  const entries: { key: string; text: string }[] = [];
  for (const line of lines.slice(1, -1)) {
    const key = /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"[{-][^:#]*?))\s*:(?:\s|$)/.exec(line)?.slice(1).find(Boolean);
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key, text: line });
    else if (last) last.text += `\n${line}`;
    else entries.push({ key: '', text: line });
  }
  return entries;
}

export function written(entries: readonly Entry[]): string {
  return entries.length === 0 ? '' : ['---', ...entries.map(({ text }) => text), '---'].join('\n');
}
