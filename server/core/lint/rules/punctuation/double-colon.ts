import { FULL_STOP, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'double-colon',
  group: 'punctuation',
  level: 'hint',
  fix: 'none',
  title: { en: 'One colon in a sentence', zh: '一句只用一个冒号' },
  why: {
    en: 'A colon announces what follows up to the end of the sentence. With a second one, nobody can tell how far the first reaches (the guide of TiDB). A label at the start of a line, and colons in brackets and quotations, are not counted.',
    zh: '冒号提示下文，管到句末；一句中再用一个，前一个管到哪里就不清楚了（TiDB 指南）。行首的标签以及括号、引号中的冒号不计。',
  },
  message: {
    en: 'This sentence has a second colon. Rephrase it.',
    zh: '一句话中出现了第二个冒号，宜改写。',
  },
  needs: [HAN, FULL_STOP],
  examples: [
    ['我们还需要最后一步：指定一个解码器：', '我们还需要最后一步，即指定一个解码器：'],
    ['父组件是默认私有的：子组件必须显式暴露：', '父组件是默认私有的，子组件必须显式暴露：'],
    '注意：可以是下列值之一：',
    '`type`：可以是下列值之一：`a`、`b`',
    '类型：`string` - 默认值：`a`',
    '输入很小（样本数：`n`，特征数：`m`）。',
    '他写道：“标题：正文”。',
    '第一步：下载。第二步：安装。',
  ],
  prose({ text }, { report }) {
    const colon = text.indexOf('：');
    if (colon < 0 || text.indexOf('：', colon + 1) < 0) return;
    let depth = 0;
    let lineStart = 0;
    let first = false;
    for (const { index, 0: mark } of text.matchAll(/[：。！？；\n（()）“”「」]/g)) {
      if ('（(“「'.includes(mark)) depth++;
      else if ('）)”」'.includes(mark)) depth = Math.max(0, depth - 1);
      else if (mark !== '：') {
        depth = 0;
        first = false;
        if (mark === '\n') lineStart = index + 1;
      } else if (depth === 0) {
        // `注意：` and `示例 11-3：` introduce the paragraph, not a part of the sentence.
        if (first) report({ from: index, to: index + 1 }, {});
        else first = index - lineStart > MAX_LABEL;
      }
    }
  },
});

const MAX_LABEL = 8;
