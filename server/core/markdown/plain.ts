import { createAttachedCache } from '../text/attached-cache.ts';
import { applyEdits, type Edit } from '../text/span.ts';
import { definitionsOf } from './blocks.ts';
import { normalizeLabel } from './labels.ts';
import { type Markdown, parseMarkdown } from './parse.ts';

/**
 * The page as a parser reads it that knows CommonMark and tables only; the page itself if that makes no difference. The
 * text may differ from the page's, but has the same length. With the plain reading of an earlier version and the edits
 * since then, only what changed is read again.
 */
export function plainReading(markdown: Markdown, previous?: Markdown, edits?: readonly Edit[]): Markdown {
  const known = cache.get(markdown);
  if (known) return known;
  const earlier = previous?.reading === 'plain' && !rewritten.has(previous) ? previous : undefined;
  const isSame = markdown.reading === 'plain' || (previous?.reading !== 'plain' && !holdsMore(markdown));
  const plain = isSame ? markdown : withoutReferences(parseMarkdown(markdown.text, earlier, edits, 'plain'), markdown);
  cache.set(markdown, plain);
  return plain;
}

const cache = createAttachedCache<Markdown, Markdown>();

function holdsMore({ tree, text }: Markdown): boolean {
  let found = false;
  tree.iterate({
    enter({ name, from, to }) {
      found ||= beyond.has(name);
      if (addresses.has(name)) found ||= /[*_~`[\]!&\\]/.test(text.slice(from, to));
      if (name === 'Link') found ||= crossable.test(text.slice(from, to));
      return !found;
    },
  });
  return found;
}

const addresses = new Set(['URL', 'BareUrl']);
const beyond = new Set([
  ...[
    'MathBlock',
    'Esm',
    'JsxBlock',
    'JsxCode',
    'TemplateBlock',
    'CommentBlock',
    'Directive',
    'Disputed',
    'InlineMath',
  ],
  ...['Placeholder', 'Shortcode', 'Role', 'WikiLink', 'Jsx'],
]);

/** A reference with emphasis marks in its brackets. If it is not defined, emphasis may start or end inside of it. */
const crossable = /^(?=.*[*_~])\[[^\]]*\](?:\[[^\]]*\])?$/s;

// The parser treats any brackets as a reference, defined or not. Undefined
// ones must not hide their marks, so they become parentheses.
function withoutReferences(plain: Markdown, markdown: Markdown): Markdown {
  const definitions = definitionsOf(markdown);
  const edits: Edit[] = [];
  plain.tree.iterate({
    enter({ name, from, to }) {
      const source = name === 'Link' ? plain.text.slice(from, to) : '';
      if (!crossable.test(source)) return;
      const label = source.endsWith('[]') || !source.includes('][') ? source : source.slice(source.lastIndexOf('['));
      if (definitions.has(normalizeLabel(label))) return;
      edits.push({ from, to, insert: source.replace(/\[/g, '(').replace(/\]/g, ')') });
    },
  });
  if (edits.length === 0) return plain;
  const bare = parseMarkdown(applyEdits(plain.text, edits), undefined, undefined, 'plain');
  rewritten.add(bare);
  return bare;
}

const rewritten = new WeakSet<Markdown>();
