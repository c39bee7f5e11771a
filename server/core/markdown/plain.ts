import { createSlot } from '../text/slot.ts';
import type { Edit } from '../text/span.ts';
import { type Markdown, parseMarkdown } from './parse.ts';

/**
 * A page as it is read by those who know CommonMark and tables, and nothing of what tools have added; the page itself where
 * that makes no difference. With the reading of an earlier version and the edits since then only what changed is read.
 */
export function plainReading(markdown: Markdown, previous?: Markdown, edits?: readonly Edit[]): Markdown {
  const known = slot.get(markdown);
  if (known) return known;
  const earlier = previous?.reading === 'plain' ? previous : undefined;
  const isSame = markdown.reading === 'plain' || (!earlier && !holdsMore(markdown));
  const plain = isSame ? markdown : parseMarkdown(markdown.text, earlier, earlier && edits, 'plain');
  slot.set(markdown, plain);
  return plain;
}

const slot = createSlot<Markdown, Markdown>();

function holdsMore({ tree, text }: Markdown): boolean {
  let found = false;
  tree.iterate({
    enter({ name, from, to }) {
      found ||= beyond.has(name) || (addresses.has(name) && /[*_~`[\]!&\\]/.test(text.slice(from, to)));
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
