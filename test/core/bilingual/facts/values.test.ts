import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { datesIn, sameDate } from '../../../../server/core/bilingual/facts/dates.ts';
import { quantitiesIn, shapesIn, valuesIn } from '../../../../server/core/bilingual/facts/quantities.ts';

/** What `number-differs` calls the same: every number of either text is a value of the other. */
function agree(english: string, chinese: string): boolean {
  const within = (text: string, other: string) =>
    quantitiesIn(text).every(({ values }) => values.some((value) => valuesIn(other).has(value)));
  return within(english, chinese) && within(chinese, english);
}

const same: [english: string, chinese: string][] = [
  ['12 layers', '12 层'],
  ['twelve layers', '12 层'],
  ['12 layers', '十二层'],
  ['1,000 steps', '1000 步'],
  ['1,234,567', '1234567'],
  ['2 million images', '200 万张图片'],
  ['1.5 billion parameters', '15 亿参数'],
  ['10k steps', '1 万步'],
  ['10,000 steps', '一万步'],
  ['three hundred and five', '305'],
  ['25 pages', '二十五页'],
  ['a hundred', '100'],
  ['the 3rd step', '第三步'],
  ['the third step', '第 3 步'],
  ['twice as fast', '2 倍'],
  ['half of it', '50%'],
  ['50%', '百分之五十'],
  ['3/4 of it', '四分之三'],
  ['a dozen', '12 个'],
  ['version 3.10.0', '3.10.0 版'],
  ['v18', '18 版'],
  ['4x64x64', '4×64×64'],
  ['512px', '512 px'],
  ['at 3:30 PM', '下午 3:30'],
  ['at 3:30 PM', '15:30'],
  ['the 1990s', '20 世纪 90 年代'.slice(6)],
  ['.5 and 1.50', '0.5 和 1.5'],
  ['ES2015 and E2E', 'ES6'],
  ['１２ layers', '12 层'],
  ['ch12-05-title', '第十二章'],
  ['GPT-4', 'GPT-4'],
  ['the 64-bit one', '64 位'],
];
const different: [english: string, chinese: string][] = [
  ['12 layers', '13 层'],
  ['version 3.10', '3.11 版'],
  ['2 million', '20 万'],
  ['three ways', '4 种'],
  ['React 18', 'React'],
  ['77x1024', '77×1014'],
  ['1,000', '100'],
  ['GPT-4', 'GPT-5'],
  ['512px', '521px'],
  ['the 1990s', '80 年代'],
];

describe('numbers in both languages', () => {
  for (const [english, chinese] of same) test(`${english} is ${chinese}`, () => assert.ok(agree(english, chinese)));
  for (const [english, chinese] of different)
    test(`${english} is not ${chinese}`, () => assert.ok(!agree(english, chinese)));
  test('a shape is one thing', () => {
    assert.deepEqual(
      shapesIn('4 x 64 x 64 或 3×3').map(({ values }) => values[0]),
      ['4×64×64', '3×3'],
    );
  });
});

describe('dates in both languages', () => {
  const dates: [text: string, ...expected: string[]][] = [
    ['March 08, 2022', '2022-3-8'],
    ['8 March 2022', '2022-3-8'],
    ['the 8th of March', '-3-8'],
    ['Mar. 8', '-3-8'],
    ['March 2022', '2022-3-'],
    ['in July', '-7-'],
    ['We may 5 or march 8', ''],
    ['May I?', ''],
    ['2022-03-08 and 2022/3/9', '2022-3-8', '2022-3-9'],
    ['2022 年 3 月 8 日', '2022-3-8'],
    ['3月8号', '-3-8'],
    ['三月八日，十二月三十一日', '-3-8', '-12-31'],
    ['22 年 3 月', '2022-3-'],
    ['3 个月', ''],
    ['7 月份', '-7-'],
    ['13 月 8 日', ''],
    ['It ends on March 8.', '-3-8'],
  ];
  for (const [text, ...expected] of dates) {
    test(text, () =>
      assert.deepEqual(
        datesIn(text).map(({ year = '', month, day = '' }) => `${year}-${month}-${day}`),
        expected.filter(Boolean),
      ),
    );
  }
  test('a date without a year is that of any year', () => {
    const [english, chinese, other] = ['March 8, 2022', '3 月 8 日', '8 月 3 日'].map((text) => datesIn(text)[0]!);
    assert.ok(sameDate(english!, chinese!));
    assert.ok(!sameDate(english!, other!));
  });
});
