import type { Mark, Prose } from '../markdown/prose.ts';
import type { StyleId } from '../style/points.ts';
import { classAt, classBefore, HAN, lengthAt, lengthBefore } from '../text/han.ts';
import { skipBlanks, skipBlanksBack } from './neighbours.ts';
import { defineRule, type Example, type ProseContext, type Rule } from './rule.ts';

/** What the rules on blanks around links, bold and italic Chinese share. */
export interface MarkSpacing {
  readonly id: string;
  readonly style: StyleId;
  readonly kind: Mark['kind'];
  readonly name: { readonly en: string; readonly zh: string };
  readonly why: { readonly en: string; readonly zh: string };
  readonly examples: readonly Example[];
  readonly spaced: readonly Example[];
}

export function markSpacingRule({ id, style, kind, name, why, examples, spaced }: MarkSpacing): Rule {
  return defineRule({
    id,
    group: 'spacing',
    level: 'info',
    fix: 'safe',
    style,
    title: { en: `Space around ${name.en}`, zh: `${name.zh}两侧的空格` },
    why,
    message: { en: '{action} beside the {name}.', zh: '{name}旁{action}。' },
    needs: [HAN],
    examples,
    styledExamples: { space: spaced },
    prose(prose, context) {
      for (const mark of prose.marks) {
        if (mark.kind === kind) checkEdges(prose, mark, name, context.style[style], context);
      }
    },
  });
}

const add = { en: 'Add a space', zh: '应加空格' };
const remove = { en: 'Remove the space', zh: '不应有空格' };

// Only edges that show Chinese on both sides: where a Latin word or code shows, other rules decide.
function checkEdges(
  prose: Prose,
  { content: { from, to } }: Mark,
  name: MarkSpacing['name'],
  wanted: string,
  { report }: ProseContext<'action' | 'name'>,
): void {
  const { text } = prose;
  if (to <= from) return;
  if (classAt(text, from) & HAN) {
    const blanks = skipBlanksBack(text, from);
    if (classBefore(text, blanks) & HAN) {
      if (wanted === 'space' && blanks === from) {
        report({ from: from - lengthBefore(text, from), to: from }, { action: add, name }, insertion(from));
      } else if (wanted === 'none' && blanks < from)
        report({ from: blanks, to: from }, { action: remove, name }, deletion(blanks, from));
    }
  }
  if (classBefore(text, to) & HAN) {
    const blanks = skipBlanks(text, to);
    if (classAt(text, blanks) & HAN) {
      if (wanted === 'space' && blanks === to) {
        report({ from: to, to: to + lengthAt(text, to) }, { action: add, name }, insertion(to));
      } else if (wanted === 'none' && blanks > to)
        report({ from: to, to: blanks }, { action: remove, name }, deletion(to, blanks));
    }
  }
}

function insertion(at: number) {
  return { edits: [{ from: at, to: at, insert: ' ' }] };
}

function deletion(from: number, to: number) {
  return { edits: [{ from, to, insert: '' }] };
}
