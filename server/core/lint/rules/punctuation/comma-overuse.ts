import { FULL_STOP, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'comma-overuse',
  group: 'punctuation',
  level: 'hint',
  fix: 'none',
  title: { en: 'Too many commas in a sentence', zh: '避免一逗到底' },
  why: {
    en: 'A sentence that runs on from comma to comma is hard to follow, and often joins several English sentences (the guides of TiDB and Ruan Yifeng). Commas in brackets and quotations are not counted. `max` is how many are accepted.',
    zh: '一逗到底的句子难读，往往是把英文的几句并成了一句（TiDB 指南；阮一峰《中文技术文档的写作规范》）。括号和引号中的逗号不计；`max` 为允许的个数。',
  },
  message: {
    en: 'This sentence has {count} commas. Split it.',
    zh: '这句话有 {count} 个逗号，宜断开。',
  },
  options: { max: 6 },
  optionHelp: { max: { en: 'How many commas a sentence may have.', zh: '一句话中逗号的最多个数。' } },
  needs: [HAN, FULL_STOP],
  examples: [
    [
      '打开文件，读取内容，找到标题，记下位置，再看下文，跳过代码，检查标点，最后保存。',
      '打开文件，读取内容，找到标题，记下位置。再看下文，跳过代码，检查标点，最后保存。',
    ],
    '打开文件，读取内容，找到标题，记下位置，再看下文，跳过代码，最后保存。',
    '列出（一，二，三，四，五，六，七，八）',
    '打开，读取；找到，记下；再看，跳过；检查，保存，结束',
  ],
  prose({ text }, { options, report }) {
    const max = Math.max(1, Number(options.max));
    if (!hasMore(text, '，', max)) return;
    let count = 0;
    let depth = 0;
    let last = 0;
    const endSentence = () => {
      if (count > max) report({ from: last, to: last + 1 }, { count: String(count) });
      count = 0;
    };
    for (const { index, 0: mark } of text.matchAll(/[，。！？；\n（()）“”「」]/g)) {
      if ('（(“「'.includes(mark)) depth++;
      else if ('）)”」'.includes(mark)) depth = Math.max(0, depth - 1);
      else if (mark !== '，') {
        endSentence();
        depth = 0;
      } else if (depth === 0) {
        count++;
        last = index;
      }
    }
    endSentence();
  },
});

function hasMore(text: string, mark: string, count: number): boolean {
  let left = count;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) if (left-- === 0) return true;
  return false;
}
