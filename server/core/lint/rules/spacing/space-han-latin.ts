import type { Prose } from '../../../markdown/prose.ts';
import { stylePoints } from '../../../style/points.ts';
import { ASCII_PUNCTUATION, classAt, classBefore, GREEK, HAN, LATIN } from '../../../text/han.ts';
import { tokenFrom, tokenTo } from '../../../text/token.ts';
import { defineRule } from '../../rule.ts';
import { gapMessage, gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-han-latin',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'word',
  style: 'hanLatin',
  title: stylePoints.hanLatin.title,
  why: {
    en: 'A space between Chinese characters and Latin letters helps the eye to tell the two scripts apart. W3C clreq allows up to a quarter em, which browsers do not add by themselves. The style guides of Hugging Face, Kubernetes, MDN, Vue, React and TiDB ask for the space; that of Dive into Deep Learning forbids it. The rule follows the pages of the project.',
    zh: '中文与拉丁字母之间留出空隙，两种文字才容易分辨。W3C《中文排版需求》允许不超过四分之一字宽的间距，而浏览器不会自动添加；Hugging Face、Kubernetes、MDN、Vue、React 和 TiDB 的中文指南要求加空格，《动手学深度学习》则不加。本规则以项目页面的写法为准。',
  },
  message: gapMessage,
  needs: [HAN, LATIN | GREEK],
  examples: [
    ['名为CLIP的预训练transformer模型', '名为 CLIP 的预训练 transformer 模型'],
    ['使用**PyTorch**训练', '使用 **PyTorch** 训练'],
    ['加入[Discord](https://example.com/邀请a)频道', '加入 [Discord](https://example.com/邀请a) 频道'],
    ['C++代码与C#代码', 'C++ 代码与 C# 代码'],
    ['学习率为α时', '学习率为 α 时'],
    ['使用-m参数和--help选项', '使用 -m 参数和 --help 选项'],
    ['感谢@hf的支持', '感谢 @hf 的支持'],
    ['𠮷野家abc', '𠮷野家 abc'],
    '名为 CLIP 的模型（CLIP）',
    '见 [文档][说明a] 和 `代码a中`',
    '<code>中a文</code>',
    '腾讯-ADR-已发行，类型-A 参数，张三@qq.com',
  ],
  styledExamples: {
    none: [['一个 CNN 模型', '一个CNN模型'], '一个CNN模型', '使用 -m。', '先用 `a` 再用 `b`'],
  },
  prose(prose, { style, report }) {
    if (!mayHaveGaps(prose, style.hanLatin, LATIN | GREEK | ASCII_PUNCTUATION)) return;
    for (const { span, args, fix } of gaps(prose, style.hanLatin, endsWord, startsWord)) report(span, args, fix);
  },
});

function startsWord(prose: Prose, place: number): boolean {
  const { text } = prose;
  if (classAt(text, place) & (LATIN | GREEK)) return true;
  // Even if no spaces are wanted, those before such a mark stay.
  if (!'-@'.includes(text[place] ?? ' ') || !(classBefore(text, place) & HAN)) return false;
  const token = tokenFrom(prose, place);
  return token?.kind === 'option' || (token?.kind === 'mention' && (classAt(text, place + 1) & LATIN) !== 0);
}

// C++, C# and fit() end in marks that belong to the word.
function endsWord(prose: Prose, place: number): boolean {
  const { text } = prose;
  if (classBefore(text, place) & (LATIN | GREEK)) return true;
  if (!'+#)'.includes(text[place - 1] ?? ' ')) return false;
  const token = tokenTo(prose, place);
  return token?.kind === 'call' || (token?.kind === 'name' && place - token.from <= LONGEST);
}

// Notepad++ is left alone.
const LONGEST = 3;
