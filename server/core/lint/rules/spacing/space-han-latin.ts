import { HAN, LATIN } from '../../../text/han.ts';
import { meetings } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'space-han-latin',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Space between Chinese and Latin letters', zh: '中文与拉丁字母之间加空格' },
  why: {
    en: 'A blank between Chinese characters and Latin letters keeps the two scripts apart for the eye. W3C clreq allows up to a quarter em, which browsers do not add by themselves; the style guides of Hugging Face, Kubernetes, MDN, Vue, React and TiDB all ask for the blank.',
    zh: '中文与拉丁字母之间留出空隙，两种文字才容易分辨。W3C《中文排版需求》允许不超过四分之一字宽的间距，而浏览器不会自动添加；Hugging Face、Kubernetes、MDN、Vue、React 和 TiDB 的中文指南都要求加空格。',
  },
  message: {
    en: 'Add a space between “{left}” and “{right}”.',
    zh: '“{left}”与“{right}”之间应加空格。',
  },
  needs: [HAN, LATIN],
  examples: [
    ['名为CLIP的预训练transformer模型', '名为 CLIP 的预训练 transformer 模型'],
    ['使用**PyTorch**训练', '使用 **PyTorch** 训练'],
    ['加入[Discord](https://example.com/邀请a)频道', '加入 [Discord](https://example.com/邀请a) 频道'],
    ['𠮷野家abc', '𠮷野家 abc'],
    '名为 CLIP 的模型（CLIP）',
    '见 [文档][说明a] 和 `代码a中`',
    '<code>中a文</code>',
  ],
  prose(prose, { report }) {
    for (const [left, right] of [
      [HAN, LATIN],
      [LATIN, HAN],
    ] as const) {
      for (const { at, from, to } of meetings(prose.text, left, right)) {
        const args = { left: prose.text.slice(from, at), right: prose.text.slice(at, to) };
        report({ from, to }, args, { edits: [{ from: at, to: at, insert: ' ' }] });
      }
    }
  },
});
