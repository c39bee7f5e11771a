import { atomPieces, type Piece, pieceReader, without } from '../../../bilingual/facts/pieces.ts';
import { defineRule } from '../../rule.ts';
import { isTranslated, readableText, reportLost } from './both-sides.ts';

export default defineRule({
  id: 'placeholder-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Placeholder differs from the source', zh: '占位符与原文不一致' },
  why: {
    en: 'A program fills in what stands in braces or after %. It does not know a translated or misspelt name.',
    zh: '花括号中的内容和 % 占位符由程序填写；名称翻译了或写错了，程序就认不出来。',
  },
  message: {
    en: 'The source has {expected}, the translation has {found}.',
    zh: '占位符：原文{expected}，译文{found}。',
  },
  translatedExamples: [
    { english: 'Hello {userName}!\n', chinese: ['你好，{usrName}！\n', '你好，{userName}！\n'] },
    { english: 'Loaded %s of the files.\n', chinese: ['已加载文件。\n', '已加载 %s 个文件。\n', 'hand'] },
    { english: 'Since {{ version }}\n', chinese: '自 {{version}} 起\n' },
    { english: '## Title {#title}\n', chinese: '## 标题\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair)) return;
    const { chinese, english } = pair.blocks;
    const here = placeholdersIn(chinese);
    const there = placeholdersIn(english);
    if (here.length + there.length === 0) return;
    const text = readableText(chinese).replace(/\s/g, '');
    const lost = without(there, here).filter(({ key }) => !text.includes(key));
    reportLost(report, chinese, lost, without(here, there));
  },
});

const placeholdersIn = pieceReader((leaf) => [
  ...atomPieces(leaf, ['placeholder'], placeholderKey),
  ...leaf.prose.flatMap((prose) =>
    [...prose.text.matchAll(/(?<![\w%])%(?:\d\$)?[sdif@](?![A-Za-z])/g)].map((match): Piece => {
      const [from, to] = [match.index, match.index + match[0].length];
      return { key: match[0], text: match[0], from: prose.start(from), to: prose.end(to) };
    }),
  ),
]);

// Ids, classes, comments and callouts in brackets are not placeholders for values.
function placeholderKey(text: string): string | undefined {
  if (/^\{(?:[#.:%]|\/\*|["'`])|^\[|^\{\s*\}$/.test(text)) return undefined;
  const key = text.replace(/\s/g, '');
  return /^\{+[<%]?[\w$.[\]()|"'-]+[>%]?\}+$/.test(key) ? key : undefined;
}
