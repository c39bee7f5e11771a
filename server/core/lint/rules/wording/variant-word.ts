import { HAN } from '../../../text/han.ts';
import { scriptOf } from '../../../text/script.ts';
import { defineRule } from '../../rule.ts';
import { meantForms } from '../../shared-texts.ts';
import { replacementsIn } from './replacements.ts';
import { variantWords } from './variant-words.data.ts';
import { isWordAt } from './word-at.ts';

export default defineRule({
  id: 'variant-word',
  group: 'wording',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'The preferred spelling of a word', zh: '异形词用通行写法' },
  why: {
    en: 'Some words have two spellings (帐号 and 账号, 惟一 and 唯一). Neither is wrong, but modern dictionaries prefer one, and a page with both seems to mean two things. Traditional pages, whose habits differ, are not checked.',
    zh: '有些词有两种写法（帐号与账号、惟一与唯一）。两种都不算错，但现代词典以其中一种为通行写法；两种并用，读者会误以为所指不同。繁体页面习惯不同，不作检查。',
  },
  message: {
    en: '“{wrong}” is usually written “{right}” today.',
    zh: '“{wrong}”现在通常写作“{right}”。',
  },
  // Spellings that a project has chosen.
  options: { allow: [] },
  optionHelp: { allow: meantForms },
  needs: [HAN],
  examples: [
    ['注册一个帐号', '注册一个账号'],
    ['这是 **惟一** 的办法', '这是 **唯一** 的办法'],
    '注册一个账号，这是唯一的办法',
    '固定单位，完成份额，逼真象征',
    '`帐号` 与 [账号](https://example.com/帐号)',
    '註冊一個帳號，這個惟一的辦法',
  ],
  prose({ text }, { options, wordBoundaries, wantSegmenter, report }) {
    const allowed = options.allow as readonly string[];
    const found = findVariants(text);
    if (found.length === 0 || scriptOf(text) === 'traditional') return;
    for (const { from, to, right } of found) {
      const wrong = text.slice(from, to);
      if (allowed.includes(wrong)) continue;
      const isWord = isWordAt(wordBoundaries, text, from, to);
      if (isWord === undefined) wantSegmenter();
      if (isWord) report({ from, to }, { wrong, right: right[0]! }, { edits: [{ from, to, insert: right[0]! }] });
    }
  },
});

const findVariants = replacementsIn(variantWords);
