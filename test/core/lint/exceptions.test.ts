import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createExceptions } from '../../../server/core/lint/exceptions.ts';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { wordAt } from '../../../server/core/lint/word.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { defaults } from '../../helpers/settings.ts';

const findingsIn = (text: string, exceptions: readonly string[] = []) =>
  createLinter({ ...defaults, exceptions })(parseMarkdown(text)).findings;

const cases: [words: string[], text: string, fixed: string][] = [
  [['豆瓣FM'], '我用豆瓣FM听歌', '我用豆瓣FM 听歌'],
  [['豆瓣FM'], '豆瓣**FM**', '豆瓣**FM**'],
  [['豆瓣FM'], '豆瓣fm', '豆瓣 fm'],
  [['豆瓣FM'], '豆瓣FMX', '豆瓣 FMX'],
  [['QQ音乐', '音乐FM'], '打开QQ音乐FM', '打开 QQ音乐FM'],
  [['微软Office365'], '微软Office365和Word', '微软Office365 和 Word'],
  [['A'], '用API', '用 API'],
  [['Yahoo!'], '雅虎Yahoo!很大', '雅虎 Yahoo!很大'],
  [['', ' ', '\uD842'], '用A', '用 A'],
];

describe('words that are written as they are', () => {
  for (const [words, text, fixed] of cases) {
    test(`${words.join('、')}: ${text} becomes ${fixed}`, () => {
      const lint = createLinter({ ...defaults, exceptions: words });
      assert.equal(fixAll(parseMarkdown(text), lint).text, fixed);
    });
  }

  test('hold for wording as for spaces', () => {
    assert.deepEqual(
      findingsIn('访问Github页面').map(({ rule }) => rule.id),
      ['space-han-latin', 'product-name', 'space-han-latin'],
    );
    assert.deepEqual(
      findingsIn('访问Github页面', ['Github']).map(({ rule }) => rule.id),
      ['space-han-latin', 'space-han-latin'],
    );
  });

  test('hundreds of long words that nearly match come to an end', () => {
    const words = Array.from({ length: 500 }, (_, i) => `${'中'.repeat(90)}${i}`);
    const found = toTheEnd(() => createExceptions(words).find('中'.repeat(200_000)));
    assert.deepEqual(found, []);
  });
});

/** The word that is offered for the first finding; none where a word would be no answer. */
const offered: [text: string, word: string | undefined][] = [
  ['我用豆瓣FM听歌', '豆瓣FM'],
  ['打开QQ音乐播放', '打开QQ'],
  ['雅虎Yahoo!很大', '雅虎Yahoo'],
  ['行尾  ', undefined],
  ['你好,世界', undefined],
  ['等等...', undefined],
  ['运行 Node.js程序', 'Node.js程序'],
];

describe('the word that a finding is in', () => {
  for (const [text, word] of offered) {
    test(`${text}: ${word}`, () => {
      const [finding] = findingsIn(text);
      assert.equal(wordAt(text, finding!), word);
      if (word)
        assert.ok(findingsIn(text, [word]).every(({ from, rule }) => from !== finding!.from || rule !== finding!.rule));
    });
  }
});
