import { createAttachedCache } from '../text/attached-cache.ts';
import { applyEdits, type Edit } from '../text/span.ts';
import { definitionsOf } from './blocks.ts';
import { normalizeLabel } from './labels.ts';
import { type Markdown, parseMarkdown } from './parse.ts';

/**
 * A page as it is read by those who know CommonMark and tables, and nothing of what tools have added; the page itself where
 * that makes no difference. Its text is as long as the page's. With the reading of an earlier version and the edits since
 * then only what changed is read.
 */
export function plainReading(markdown: Markdown, previous?: Markdown, edits?: readonly Edit[]): Markdown {
  const known = slot.get(markdown);
  if (known) return known;
  const earlier = previous?.reading === 'plain' && !rewritten.has(previous) ? previous : undefined;
  const isSame = markdown.reading === 'plain' || (previous?.reading !== 'plain' && !holdsMore(markdown));
  const plain = isSame ? markdown : withoutReferences(parseMarkdown(markdown.text, earlier, edits, 'plain'), markdown);
  slot.set(markdown, plain);
  return plain;
}

const slot = createAttachedCache<Markdown, Markdown>();

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

/** A reference with a mark of emphasis in its brackets, which begins or ends outside of them where it is no reference. */
const crossable = /^(?=.*[*_~])\[[^\]]*\](?:\[[^\]]*\])?$/s;

// The parser takes all brackets for references, defined or not. The brackets of those that are not hide nothing.
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
