import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { defaults } from '../../helpers/settings.ts';

const lint = createLinter(defaults);

/** What becomes of texts in which Chinese is not alone; a text without a second one must stay as it is. */
const cases: [text: string, fixed?: string][] = [
  // Sentences, paragraphs, items and cells of English.
  ['An English sentence, with 中文 in it. And more: yes!'],
  ['# 标题\n\nThe model (CLIP) works, does it not? Yes.\n\n中文。'],
  [
    'An English sentence, with 中文 in it. 然后用CLIP,很好。',
    'An English sentence, with 中文 in it. 然后用 CLIP，很好。',
  ],
  ['- Item: a, b (c).\n- 中文项:一,二', '- Item: a, b (c).\n- 中文项：一，二'],
  ['| Cell, b | 中文,格 |\n|-|-|\n| a, b: c | 一,二 |', '| Cell, b | 中文，格 |\n|-|-|\n| a, b: c | 一，二 |'],
  ['> Quoted words, and more: yes!\n\n中文,好', '> Quoted words, and more: yes!\n\n中文，好'],
  // English in Chinese quotation marks and titles.
  ['他说“Hello, world. How are you?”然后走了,好。', '他说“Hello, world. How are you?”然后走了，好。'],
  ['他说：“Hello, world!”'],
  ['他说「Hello, world.」'],
  ['论文《Attention: a, b》'],
  // Blocks and pages of Japanese and Korean.
  ['これはRustの本です,はい。'],
  ['CLIP모델을 사용합니다.'],
  ['中文页面用CLIP模型,很好。\n\nこれはCLIPです,はい。', '中文页面用 CLIP 模型，很好。\n\nこれはCLIPです,はい。'],
  ['# 目次\n\n東京都a区,日本。\n\nこのページは日本語で書かれています。とても便利です。'],
  ['漢字a文,中。\n\n한국어 문서입니다. 더 많은 텍스트가 있습니다.'],
  // A letter of theirs makes no Japanese.
  ['中文里の店用CLIP', '中文里の店用 CLIP'],
];

for (const [text, expected = text] of cases) {
  test(JSON.stringify(text), () => assert.equal(fixAll(parseMarkdown(text), lint).text, expected));
}
