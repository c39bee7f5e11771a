import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { classBefore, FULL_CLOSE, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'list-end-punctuation',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'List items end the same way', zh: '列表各项结尾一致' },
  why: {
    en: 'Either all items of a list end with a full stop, or none does. One that differs looks like an oversight. Only a single item is reported, where at least three others all end the other way.',
    zh: '同一列表的各项要么都以句号结尾，要么都不用；只有一项不同，像是遗漏。只报告与其余各项都不同的那一项，而且其余至少有三项。',
  },
  message: {
    en: '{action}, as in the other items.',
    zh: '{action}，与其他各项一致。',
  },
  examples: [
    [
      '- 安装所有需要的依赖。\n- 打开配置文件并修改。\n- 启动本地的服务器\n- 在浏览器中查看。',
      '- 安装所有需要的依赖。\n- 打开配置文件并修改。\n- 启动本地的服务器。\n- 在浏览器中查看。',
    ],
    ['- 安装依赖\n- 修改配置。\n- 启动服务\n- 查看结果', '- 安装依赖\n- 修改配置\n- 启动服务\n- 查看结果'],
    '- 安装依赖\n- 修改配置\n- 启动服务\n- 查看结果。',
    '- 安装依赖；\n- 修改配置；\n- 启动服务；\n- 查看结果。',
    '- 安装依赖。\n- 修改配置\n- 启动服务',
    '- 安装依赖。\n- 修改配置\n- 启动服务\n- 查看结果。',
    '- 安装依赖\n- 先看配置。再修改它。\n- 启动服务\n- 查看结果',
    '- 安装所有的依赖。\n- 打开配置文件并修改：\n\n  说明。\n- 启动本地的服务器。\n- 查看结果。',
  ],
  document({ blocks }, { report }) {
    for (const items of listsOf(blocks)) {
      const stopped = items.filter(({ ends }) => ends === '。');
      const open = items.filter(({ ends }) => ends === '');
      if (stopped.length + open.length < items.length) continue;
      const [odd] = stopped.length === 1 ? stopped : open.length === 1 ? open : [];
      if (!odd || !isSlip(odd, odd === items.at(-1))) continue;
      const { block, prose, to } = odd;
      const at = block.from + prose.end(to);
      if (odd.ends === '') {
        const edits = [{ from: at, to: at, insert: '。' }];
        report({ from: block.from + prose.start(to - 1), to: at }, { action: add }, { edits });
      } else report({ from: at - 1, to: at }, { action: remove }, { edits: [{ from: at - 1, to: at, insert: '' }] });
    }
  },
});

const add = { en: 'Add a full stop', zh: '末尾应加句号' };
const remove = { en: 'Remove the full stop', zh: '末尾不应有句号' };

interface Item {
  readonly block: Block;
  readonly prose: Prose;
  /** The end of its visible text. */
  readonly to: number;
  /** The mark at its end. */
  readonly ends: string;
}

/** Runs of at least four adjacent items with one paragraph each. */
function listsOf(blocks: readonly Block[]): Item[][] {
  const lists: Item[][] = [];
  let run: Item[] = [];
  const endRun = () => {
    if (run.length >= 4) lists.push(run);
    run = [];
  };
  for (const [i, block] of blocks.entries()) {
    const before = run.at(-1)?.block;
    if (before && (before.listDepth !== block.listDepth || before.quoteDepth !== block.quoteDepth)) endRun();
    const next = blocks[i + 1];
    const [prose] = block.leaf.prose;
    const isAlone = !next || next.itemStart || next.listDepth < block.listDepth;
    if (block.listDepth === 0 || !block.itemStart || !isAlone || block.leaf.kind !== 'paragraph' || !prose) {
      endRun();
      continue;
    }
    const text = prose.text.trimEnd();
    run.push({ block, prose, to: text.length, ends: /[。，；：？！.,;:?!…、]$/.exec(text)?.[0] ?? '' });
  }
  endRun();
  return lists;
}

// The last item may end the list with a full stop, and an item of several sentences needs its full stops.
function isSlip({ prose: { text }, to, ends }: Item, isLast: boolean): boolean {
  if (ends === '。') return !isLast && text.indexOf('。') === to - 1;
  return to >= 8 && (classBefore(text, to) & (HAN | FULL_CLOSE)) !== 0;
}
