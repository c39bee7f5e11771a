import { classesIn, HAN } from '../../../text/han.ts';
import { skipBlanks } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'bold-colon',
  group: 'punctuation',
  level: 'info',
  fix: 'safe',
  style: 'boldColon',
  title: { en: 'Colon outside bold text', zh: '冒号放在加粗标记之外' },
  why: {
    en: 'The colon belongs to the sentence, not to the word before it. Also, bold text that ends with a full-width mark is not rendered when a letter follows (CommonMark §6.2). The guide of React asks for the colon outside, and Vue writes it so; other projects keep it inside. The rule follows the pages of the project.',
    zh: '冒号属于整个句子，而不只属于前面的词；加粗文字以全角标点结尾且后面紧跟文字时，加粗还会失效（CommonMark §6.2）。React 的指南要求把冒号写在外面，Vue 也这样写，有的项目则放在里面。本规则以项目页面的写法为准。',
  },
  message: {
    en: 'Move “{mark}” out of the bold text.',
    zh: '“{mark}”应移到加粗标记之后。',
  },
  needs: [HAN],
  examples: [
    ['- **相关内容：** [指南](u)', '- **相关内容**：[指南](u)'],
    ['- **预期：** `number`', '- **预期**：`number`'],
    ['**注意:** 这里', '**注意**：这里'],
    '- **相关内容**：[指南](u)',
    '**这里有三点：**',
    '**Note:** 这里',
    '**前面：后面**的内容',
  ],
  prose({ text, marks }, { style, report }) {
    if (style.boldColon !== 'outside') return;
    for (const { kind, content } of marks) {
      const at = content.to - 1;
      const mark = text[at];
      if (kind !== 'strong' || at <= content.from || (mark !== '：' && mark !== ':')) continue;
      if (!(classesIn(text.slice(content.from, at)) & HAN)) continue;
      const to = skipBlanks(text, content.to);
      // Bold text at the end of its block, or as a heading of its own, keeps its colon.
      if (to === text.length || text[to] === '\n' || text[to] === '：') continue;
      const edits = [
        { from: at, to: at + 1, insert: '' },
        { from: content.to, to, insert: '：' },
      ];
      report({ from: at, to: at + 1 }, { mark }, { edits });
    }
  },
});
