import { type Block, blocksOf } from '../../markdown/blocks.ts';
import { frontMatterEnd } from '../../markdown/dialects/front-matter.ts';
import { type Markdown, parseMarkdown } from '../../markdown/parse.ts';
import { type Unit, unitsOf } from '../../markdown/units.ts';
import { applyEdits, type Edit } from '../../text/span.ts';
import { headingIdsIn, slugOf } from '../facts/heading-ids.ts';
import { hasWords, markAbove, textsOf } from './marks.ts';

/** How a new translation is laid out. */
export interface DraftOptions {
  /** `marked`: the English, a mark above each block. `comments`: the English in a comment, and room for the Chinese below it. */
  readonly form: DraftForm;
  readonly mdx: boolean;
  /** How headings get ids that the source leaves to its generator; undefined where it is left to it here, too. */
  readonly ids?: HeadingIds | undefined;
  /** The front matter with its fences, in place of that of the source. */
  readonly frontMatter?: string | undefined;
  /** A line above the text, as one that names the source. */
  readonly above?: string | undefined;
}

export type DraftForm = 'marked' | 'comments';

export interface HeadingIds {
  /** `## 标题 {#id}`, `## 标题 {/*id…` in MDX, or `<a id="id"></a>` above. */
  readonly form: 'braces' | 'comment' | 'anchor';
  /** Whether headings of the first level have one. */
  readonly first: boolean;
}

/** The text of a page that is still to be translated. Code, pictures and bare markup are there as they are. */
export function draftOf(english: Markdown, options: DraftOptions): string {
  const { text } = english;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = frontMatterEnd(text);
  const units = unitsOf(english).filter(({ blocks }) => blocks.some(hasWords));
  const ids = newIds(english, options.ids);
  const edits =
    options.form === 'comments'
      ? units.map((unit) =>
          isFrame(unit.blocks[0]!)
            ? markAbove(text, unit.from, options.mdx, newline)
            : inComment(text, unit, ids, options, newline),
        )
      : [...idEdits(text, ids, options.ids, newline), ...harmlessMarks(english, units, options.mdx, newline)];
  const body = applyEdits(text, edits).slice(start);
  const frontMatter = options.frontMatter?.replace(/\r\n?|\n/g, newline) ?? text.slice(0, start);
  const above = options.above ? `${options.above}${newline}${newline}` : '';
  const rest = body.replace(/^(?:[^\S\r\n]*(?:\r\n?|\n))+/, '');
  return `${frontMatter}${frontMatter ? newline + newline : ''}${above}${rest}`;
}

// A tag or the beginning of a container with words in it: in a comment it would open nothing.
function isFrame({ leaf, listDepth, quoteDepth }: Block): boolean {
  return listDepth + quoteDepth === 0 && (leaf.kind === 'html' || leaf.kind === 'directive');
}

// A mark that would change how the text around it is read is left out.
function harmlessMarks(english: Markdown, units: readonly Unit[], mdx: boolean, newline: string): Edit[] {
  const { text } = english;
  const marks = units.map((unit) => markAbove(text, unit.from, mdx, newline));
  const expected = textsOf(blocksOf(english)).join('\n');
  const fits = (edits: readonly Edit[]) => {
    const marked = parseMarkdown(applyEdits(text, edits), english, edits);
    return textsOf(blocksOf(marked)).join('\n') === expected;
  };
  if (fits(marks)) return marks;
  const taken: Edit[] = [];
  for (const mark of marks) if (fits([...taken, mark])) taken.push(mark);
  return taken;
}

/** The ids of headings that have none of their own, as a generator would make them, by where the headings begin. */
function newIds(english: Markdown, wanted: HeadingIds | undefined): ReadonlyMap<number, NewId> {
  const used = new Map<string, number>();
  const ids = new Map<number, NewId>();
  for (const block of blocksOf(english)) {
    const { kind, level, source } = block.leaf;
    if (kind !== 'heading' || block.listDepth + block.quoteDepth > 0) continue;
    const [line = ''] = source.split(/[\r\n]/, 1);
    const slug = slugOf({ ...block, leaf: { ...block.leaf, source: line.replace(/[^\S\n]+#+[^\S\n]*$/, '') } });
    const isOwn = headingIdsIn([block]).length > 0 || /\b(?:id|name)=/.test(source);
    if (isOwn || !wanted || (level === 1 && !wanted.first) || !/[a-z\d]/.test(slug)) continue;
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    ids.set(block.from, { block, id: count > 0 ? `${slug}-${count}` : slug });
  }
  return ids;
}

interface NewId {
  readonly block: Block;
  readonly id: string;
}

function idEdits(
  text: string,
  ids: ReadonlyMap<number, NewId>,
  wanted: HeadingIds | undefined,
  newline: string,
): Edit[] {
  return [...ids.values()].map(({ block: { from, leaf }, id }) => {
    if (wanted?.form === 'anchor') {
      const at = text.lastIndexOf('\n', from - 1) + 1;
      return { from: at, to: at, insert: `<a id="${id}"></a>${newline}${newline}` };
    }
    const [line = ''] = leaf.source.split(/[\r\n]/, 1);
    const end = from + line.replace(/[^\S\n]+#+[^\S\n]*$/, '').trimEnd().length;
    return { from: end, to: end, insert: ` ${writtenId(id, wanted)}` };
  });
}

function writtenId(id: string, wanted: HeadingIds | undefined): string {
  return wanted?.form === 'comment' ? `{/*${id}*/}` : `{#${id}}`;
}

function inComment(
  text: string,
  { from, to, blocks }: Unit,
  ids: ReadonlyMap<number, NewId>,
  { mdx, ids: wanted }: DraftOptions,
  newline: string,
): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = to + /^[^\r\n]*/.exec(text.slice(to))![0].length;
  const english = text.slice(start, end).trimEnd();
  const [open, close] = mdx ? ['{/*', '*/}'] : ['<!--', '-->'];
  // What would end the comment is written otherwise.
  const inner = mdx ? english.replaceAll('*/', '* /') : english.replaceAll('-->', '--&gt;');
  const heading = blocks.length === 1 && blocks[0]!.leaf.kind === 'heading' ? blocks[0]! : undefined;
  const own = heading && headingIdsIn([heading])[0]?.text;
  const made = heading && ids.get(heading.from)?.id;
  const id = own ?? (made && writtenId(made, wanted?.form === 'anchor' ? undefined : wanted));
  const place = heading && id ? `${'#'.repeat(heading.leaf.level)}  ${id}` : '';
  const anchor = made && wanted?.form === 'anchor' ? `<a id="${made}"></a>${newline}${newline}` : '';
  return { from: start, to: end, insert: [open, inner, close, anchor || place].join(newline) };
}
