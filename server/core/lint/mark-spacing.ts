import { gapsOfMarks } from '../style/boundary.ts';
import { type StyleId, stylePoints } from '../style/points.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { HAN, lengthAt, lengthBefore } from '../text/han.ts';
import { defineRule, type Example, type Rule } from './rule.ts';
import { addSpace, removeSpace } from './shared-texts.ts';

/** Creates the rules about spaces around links, bold and italic Chinese, from what differs between them. */
export interface MarkSpacing {
  readonly id: string;
  readonly style: StyleId;
  readonly kind: 'link' | 'strong' | 'emphasis';
  readonly name: Bilingual;
  readonly why: Bilingual;
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
    title: stylePoints[style].title,
    why,
    message: { en: '{action} beside the {name}.', zh: '{name}旁{action}。' },
    needs: [HAN],
    examples,
    styledExamples: { space: spaced },
    prose(prose, { style: { [style]: wanted }, report }) {
      if (prose.marks.length === 0 || (wanted !== 'space' && wanted !== 'none')) return;
      for (const { from, to, opens } of gapsOfMarks(prose, kind)) {
        if (wanted === 'none' && to > from) {
          report({ from, to }, { action: removeSpace, name }, { edits: [{ from, to, insert: '' }] });
        } else if (wanted === 'space' && to === from) {
          // The character outside of the markup.
          const span = opens
            ? { from: from - lengthBefore(prose.text, from), to: from }
            : { from: to, to: to + lengthAt(prose.text, to) };
          report(span, { action: addSpace, name }, { edits: [{ from, to, insert: ' ' }] });
        }
      }
    },
  });
}
