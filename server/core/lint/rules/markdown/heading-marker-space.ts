import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'heading-marker-space',
  group: 'markdown',
  level: 'info',
  fix: 'safe',
  title: { en: 'One space after the marks of a heading', zh: '标题标记后只留一个空格' },
  why: {
    en: 'CommonMark §4.2 accepts one space or more after the # of a heading. More than one is a typing slip that shows only in the source.',
    zh: 'CommonMark §4.2 允许标题的 # 后有一个或多个空格；多于一个是只在源文件中可见的笔误。',
  },
  message: {
    en: 'Leave one space after “{marks}”.',
    zh: '“{marks}”后只留一个空格。',
  },
  examples: [['##  通过闭包捕获', '## 通过闭包捕获'], '## 通过闭包捕获', '##', '##  English heading'],
  document({ blocks }, { report }) {
    for (const { leaf, from } of blocks) {
      if (leaf.kind !== 'heading') continue;
      const found = /^(#{1,6})([ \t]{2,})(?=.*[\u4e00-\u9fff])/.exec(leaf.source);
      if (!found) continue;
      const span = { from: from + found[1]!.length, to: from + found[0].length };
      report(span, { marks: found[1]! }, { edits: [{ ...span, insert: ' ' }] });
    }
  },
});
