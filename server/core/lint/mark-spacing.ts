import { gapsOfMarks } from '../style/boundary.ts';
import type { StyleId } from '../style/points.ts';
import { HAN, lengthAt, lengthBefore } from '../text/han.ts';
import { defineRule, type Example, type Rule } from './rule.ts';

/** Creates the rules about spaces around links, bold and italic Chinese, from what differs between them. */
export interface MarkSpacing {
  readonly id: string;
  readonly style: StyleId;
  readonly kind: 'link' | 'strong' | 'emphasis';
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
    boundary: kind,
    style,
    title: { en: `Space around ${name.en}`, zh: `${name.zh}两侧的空格` },
    why,
    message: { en: '{action} beside the {name}.', zh: '{name}旁{action}。' },
    needs: [HAN],
    examples,
    styledExamples: { space: spaced },
    prose(prose, { style: { [style]: wanted }, report }) {
      if (prose.marks.length === 0 || (wanted !== 'space' && wanted !== 'none')) return;
      for (const { from, to, opens } of gapsOfMarks(prose, kind)) {
        if (wanted === 'none' && to > from) {
          report({ from, to }, { action: remove, name }, { edits: [{ from, to, insert: '' }] });
        } else if (wanted === 'space' && to === from) {
          // The character outside of the markup.
          const span = opens
            ? { from: from - lengthBefore(prose.text, from), to: from }
            : { from: to, to: to + lengthAt(prose.text, to) };
          report(span, { action: add, name }, { edits: [{ from, to, insert: ' ' }] });
        }
      }
    },
  });
}

const add = { en: 'Add a space', zh: '应加空格' };
const remove = { en: 'Remove the space', zh: '不应有空格' };
