import { areRelated } from '../../../bilingual/align/related.ts';
import { isBegunInComments } from '../../../bilingual/state/comments.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'unrelated-source',
  group: 'source',
  level: 'hint',
  fix: 'none',
  unrelated: true,
  title: { en: 'Source that does not belong to the page', zh: '原文与本页不对应' },
  why: {
    en: 'Fewer than half of the blocks have a counterpart. To compare them would only give false findings.',
    zh: '能对应的内容不到一半，逐块比较只会产生误报。',
  },
  message: {
    en: 'This page does not seem to be a translation of its source, so the two are not compared. Name the right source in the settings or the front matter.',
    zh: '本页似乎不是这篇原文的译文，因此不作比较。请在设置或文件头元数据中指定正确的原文。',
  },
  translatedExamples: [
    {
      english:
        '# Baking\n\nTake `flour`.\n\nAdd `water`.\n\n- Salt\n- Yeast\n\n## Oven\n\nBake it at 220 degrees for `1h`.\n',
      chinese: [
        '# 安装 Astro\n\n运行 `npm create astro`。\n\n```sh\nnpm run dev\n```\n\n1. 打开 `src/pages`\n2. 编辑 `index.astro`\n',
        '# 烘焙\n\n取 `flour`。\n\n加 `water`。\n\n- 盐\n- 酵母\n\n## 烤箱\n\n以 220 度烘烤 `1h`。\n',
      ],
    },
    { english: '# Baking\n\nTake flour.\n', chinese: '# 安装\n\n```sh\nnpm i\n```\n' },
    {
      english: '# Baking\n\nTake `flour`.\n\nAdd `water`.\n\nBake it for an hour.\n',
      chinese: '# 烘焙\n\n<!--\nTake `flour`.\n-->\n\n<!--\nAdd `water`.\n-->\n\n<!--\nBake it for an hour.\n-->\n',
    },
  ],
  translation({ chinese, comparison: { pairs } }, { report }) {
    if (areRelated(pairs) || isBegunInComments(chinese, pairs)) return;
    const end = chinese.text.search(/[\r\n]/);
    report({ from: 0, to: end < 0 ? chinese.text.length : end }, {});
  },
});
