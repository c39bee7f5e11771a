import type { Prose } from '../../../markdown/prose.ts';
import {
  ASCII_PUNCTUATION,
  ATOM,
  classAt,
  classBefore,
  DIGIT,
  FULL_WIDTH,
  HAN,
  LATIN,
  UNUSUAL,
} from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { removeInvisible } from '../../shared-texts.ts';
import { isRightToLeft, nameOf } from './characters.ts';

export default defineRule({
  id: 'zero-width',
  group: 'unicode',
  level: 'warning',
  fix: 'safe',
  title: { en: 'No invisible characters', zh: '不夹带不可见字符' },
  why: {
    en: 'Characters without width come along when text is copied from a web page or a chat. Nobody sees them, but search, links, glossaries and comparison fail on a word that holds one.',
    zh: '零宽字符多是从网页或聊天记录复制时带入的。它们看不见，却会使搜索、锚点、术语匹配和版本比较失效。',
  },
  message: removeInvisible,
  needs: [UNUSUAL],
  examples: [
    ['获取语\u200b\u200b料库', '获取语料库'],
    ['使用\u2060模型', '使用模型'],
    ['中\ufeff文', '中文'],
    ['模\u200c型和模\u200d型', '模型和模型'],
    ['从左到右\u200e的文字', '从左到右的文字'],
    ['函数 f\u2061(x) 与空\u3164白', '函数 f(x) 与空白'],
    ['表情\ufe0f符号', '表情符号'],
    '❤\ufe0f 喜欢，1\ufe0f\u20e3 第一，Ⓜ\ufe0f 地铁，©\ufe0f 版权',
    '甲 | 乙\n-|-\n\u200b | 丙',
    '👩\u200d🎓 学习，🏋️\u200d♂️ 训练',
    '**真的。\u200b**她说',
    '长标识符 very_long\u200bIdentifier 可在此换行',
    '波斯文 می\u200cخواهم 一词',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    const found = [...text.matchAll(invisible)];
    if (found.length === 0) return;
    const rightToLeft = isRightToLeft(text);
    for (const { index: from, 0: run } of found) {
      const to = from + run.length;
      if (isWanted(prose, from, to, rightToLeft)) continue;
      report({ from, to }, { character: nameOf(run) }, { edits: [{ from, to, insert: '' }] });
    }
  },
});

const invisible =
  /\u200b+|\u200c+|\u200d+|[\u200e\u200f\u061c]+|[\u2060-\u2064\u206a-\u206f]+|\ufeff+|[\u034f\u180e]+|[\u115f\u1160\u3164\uffa0]+|[\ufe0e\ufe0f]+/g;

function isWanted({ text, source, start, end }: Prose, from: number, to: number, rightToLeft: boolean): boolean {
  const left = classBefore(text, from);
  const right = classAt(text, to);
  // Alone it keeps a line or a cell open. Between marks it may keep them from being markup.
  if (!((left | right) & (HAN | LATIN | DIGIT | FULL_WIDTH))) return true;
  switch (text[from]) {
    case '\u200b':
      // After punctuation it lets emphasis end (CommonMark §6.2). In a long name it allows a line break.
      return (
        /[*_~]/.test(`${source[start(from) - 1] ?? ''}${source[end(to)] ?? ''}`) || (isAscii(left) && isAscii(right))
      );
    case '\u200c':
    case '\u200d':
      // Emoji and the scripts of Persia and India need these.
      return (from > 0 && left === 0) || (to < text.length && right === 0);
    case '\ufeff':
      // A byte order mark.
      return from === 0;
    case '\u200e':
    case '\u200f':
    case '\u061c':
      return rightToLeft;
    case '\ufe0e':
    case '\ufe0f':
      // They turn digits into keycaps and symbols into emoji. Letters and Chinese have no such form.
      return !(left & (HAN | LATIN));
    default:
      return false;
  }
}

const ASCII = LATIN | DIGIT | ASCII_PUNCTUATION | ATOM;

function isAscii(classes: number): boolean {
  return (classes & ASCII) !== 0;
}
