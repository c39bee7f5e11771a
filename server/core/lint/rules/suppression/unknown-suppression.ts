import { didYouMean } from '../../../text/shared-texts.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { nameRemovalOf, removalOf } from './removal.ts';

export default defineRule({
  id: 'unknown-suppression',
  group: 'suppression',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Comment with an unknown name', zh: '停用注释中的名称不存在' },
  why: {
    en: 'With a slip in the name of a rule or an instruction, a comment has no effect, and nobody notices: what it should silence is still reported.',
    zh: '停用注释中的规则名或指令名一旦写错，注释就不起作用，却不易察觉：本想停用的问题照样报告。',
  },
  message: {
    en: 'There is no {kind} “{name}”.{hint}',
    zh: '没有名为“{name}”的{kind}。{hint}',
  },
  examples: [
    ['<!-- yijiao-disable-file elipsis-ascii -->', '<!-- yijiao-disable-file ellipsis-ascii -->'],
    ['<!-- yijiao-disable-nextline -->\n\n一行', '<!-- yijiao-disable-next-line -->\n\n一行'],
    '<!-- yijiao-disable-file ellipsis-ascii -->',
    '`<!-- yijiao-disable-file elipsis-ascii -->`',
  ],
  comments({ markdown }, { uses, report }) {
    for (const { comment, names, meant, isKnown } of uses) {
      if (!isKnown) {
        const fixes = meant ? [renaming(comment.kindSpan, meant)] : removalOf(markdown.text, comment);
        const name = `yijiao-${comment.kind}`;
        report(comment.kindSpan, { kind: instruction, name, hint: didYouMean(meant && `yijiao-${meant}`) }, ...fixes);
        continue;
      }
      for (const name of names) {
        if (name.use !== 'unknown') continue;
        const fixes = name.meant ? [renaming(name, name.meant)] : [];
        const removal = comment.names.length > 1 ? [nameRemovalOf(comment, name)] : removalOf(markdown.text, comment);
        report(name, { kind: rule, name: name.id, hint: didYouMean(name.meant) }, ...fixes, ...removal);
      }
    }
  },
});

const instruction = { en: 'instruction', zh: '指令' };
const rule = { en: 'rule', zh: '规则' };

function renaming({ from, to }: Span, meant: string): Fix {
  return { edits: [{ from, to, insert: meant }], changesComments: true };
}
