import type { Block } from '../../../markdown/blocks.ts';
import { defineRule } from '../../rule.ts';
import { firstLine, isTranslated, proseOf } from './both-sides.ts';

export default defineRule({
  id: 'emphasis-lost',
  group: 'source',
  level: 'hint',
  fix: 'none',
  title: { en: 'Bold text of the source is not bold here', zh: '原文的粗体未保留' },
  why: {
    en: 'Bold text leads the eye to a term or a warning. Italics are not checked: Chinese hardly uses them.',
    zh: '粗体引导读者注意术语或警告。斜体不检查，因为中文通常不用斜体。',
  },
  message: {
    en: 'The source has “{text}” in bold; nothing here is bold.',
    zh: '原文中“{text}”是粗体，此处没有粗体。',
  },
  translatedExamples: [
    {
      english: 'A **diffusion model** removes noise.\n',
      chinese: ['扩散模型去除噪声。\n', '**扩散模型**去除噪声。\n'],
    },
    { english: 'A *diffusion model* removes noise.\n', chinese: '扩散模型去除噪声。\n' },
    { english: 'You **must** save.\n', chinese: '“必须”保存。\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    const strong = strongIn(english)[0];
    if (!strong || strongIn(chinese).length > 0 || chinese.some(({ leaf }) => MARKED.test(leaf.source))) return;
    report({ ...firstLine(chinese), english: { from: strong.from, to: strong.to } }, { text: strong.text });
  },
});

// Bold by other means, failed delimiters (another rule reports them), or quotation marks instead.
const MARKED = /\*\*|__|<(?:b|strong|em|mark)\b|[“”「」『』《》*_]/;

function strongIn(blocks: readonly Block[]): { from: number; to: number; text: string }[] {
  return proseOf(blocks).flatMap(({ prose, offset }) =>
    prose.marks.flatMap(({ kind, from, to, content }) =>
      kind === 'strong' && /\w/.test(prose.text.slice(content.from, content.to))
        ? [{ from: offset + from, to: offset + to, text: prose.text.slice(content.from, content.to).slice(0, 60) }]
        : [],
    ),
  );
}
