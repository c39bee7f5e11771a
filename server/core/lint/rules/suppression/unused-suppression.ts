import { defineRule } from '../../rule.ts';
import { nameRemovalOf, removalOf } from './removal.ts';

export default defineRule({
  id: 'unused-suppression',
  group: 'suppression',
  level: 'hint',
  fix: 'suggest',
  unnecessary: true,
  title: { en: 'Comment that silences nothing', zh: '不起作用的停用注释' },
  why: {
    en: 'A comment that silences nothing is out of date, stands on the wrong line, or names a rule that is off. It would hide the next finding here without anybody having decided so. As long as it is not known what the rule would find, nothing is reported.',
    zh: '停用注释如果没有停用任何问题，不是已经过时，就是写错了行，或者所写的规则本来就已关闭。留着它，以后此处再出问题也不会报告。尚不能确定规则会发现什么时，不作报告。',
  },
  message: {
    en: '{what} silences nothing here{because}. Remove it.',
    zh: '{what}在这里不起作用{because}，可删除。',
  },
  examples: [
    ['<!-- yijiao-disable-next-line -->\n没有问题的一行', '没有问题的一行'],
    ['<!-- yijiao-disable-file ellipsis-ascii -->\n\n没有问题的一页', '没有问题的一页'],
    ['用 A <!-- yijiao-enable -->', '用 A'],
    '没有问题的一行',
    '`<!-- yijiao-disable-next-line -->`',
    '<!-- yijiao-disable-file unused-suppression -->\n\n<!-- yijiao-disable -->\n\n没有问题',
  ],
  comments({ markdown }, { uses, report }) {
    for (const { comment, names, isKnown, used } of uses) {
      if (!isKnown || (names.length === 0 && used)) continue;
      const idle = names.filter((name) => name.use === 'unused' || name.use === 'off');
      const whole = idle.length === names.length;
      if (whole) {
        const because = idle.length > 0 && idle.every((name) => name.use === 'off') ? isOff : '';
        report(comment, { what: theComment, because }, ...removalOf(markdown.text, comment));
        continue;
      }
      for (const name of idle) {
        const because = name.use === 'off' ? isOff : '';
        report(name, { what: `“${name.id}”`, because }, nameRemovalOf(comment, name));
      }
    }
  },
});

const theComment = { en: 'The comment', zh: '这条注释' };
const isOff = { en: ', as the rule is off', zh: '（规则已关闭）' };
