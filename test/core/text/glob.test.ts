import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { closestName } from '../../../server/core/text/edit-distance.ts';
import { globFault, pathMatcher } from '../../../server/core/text/glob.ts';
import { toTheEnd } from '../../helpers/hang.ts';

const cases: [globs: string[], meant: string[], others: string[]][] = [
  [['docs/blog/**'], ['docs/blog/a.md', 'docs/blog/x/y.md'], ['docs/a.md', 'x/docs/blog/a.md']],
  [['docs/blog'], ['docs/blog/a.md'], ['docs/blog.md']],
  [['./docs/blog/'], ['docs/blog/a.md'], ['docs/a.md']],
  [['*.mdx'], ['a.mdx', 'x/y/a.mdx'], ['a.md']],
  [['/a.md'], ['a.md'], ['x/a.md']],
  [['CHANGELOG.md'], ['CHANGELOG.md', 'x/CHANGELOG.md'], ['CHANGELOG.mdx']],
  [['docs/**', '!docs/keep/**'], ['docs/a.md'], ['docs/keep/a.md']],
  [['docs/{zh,en}/*.md'], ['docs/zh/a.md'], ['docs/fr/a.md', 'docs/zh/x/a.md']],
  [
    ['docs (zh)/**', 'a+b/*.md'],
    ['docs (zh)/a.md', 'a+b/x.md'],
    ['docs zh/a.md', 'aab/x.md'],
  ],
  [['**/*.md'], ['a.md', '.github/a.md', 'x/.y/a.md'], ['a.txt']],
  [['中文/**'], ['中文/a.md'], ['英文/a.md']],
  [['[ab].md'], ['a.md'], ['c.md']],
  [['../x/**', '', 'docs\\a.md'], [], ['x/a.md', 'docs/a.md']],
];

describe('globs', () => {
  for (const [globs, meant, others] of cases) {
    test(globs.join(' '), () => {
      const matches = pathMatcher(globs);
      assert.deepEqual(meant.filter(matches), meant);
      assert.deepEqual(others.filter(matches), []);
    });
  }

  const faulty = [
    '',
    '!',
    ' ',
    '/',
    './',
    '../x',
    'docs/../../x',
    'C:/x',
    '~/x',
    'a\\b',
    '[a',
    '{a',
    '*a*b*c*d',
    'x'.repeat(400),
  ];
  for (const glob of faulty) {
    test(`${glob.slice(0, 20)} is faulty`, () => assert.match(globFault(glob)!.zh, /[\u4e00-\u9fff]/));
  }

  test('no glob throws or goes on for ever', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('*', '**', '/', 'a', '{', '}', '[', ']', '(', ')', '!', '+', '?', ',', '..', '$')),
        (parts) => {
          toTheEnd(() => pathMatcher([parts.join('')])(`${'a'.repeat(100)}/${'a'.repeat(100)}.md`));
        },
      ),
    );
  });
});

const names = ['space-han-latin', 'space-han-digit', 'ellipsis-ascii'];
const meant: [name: string, near: string | undefined][] = [
  ['space-han-latn', 'space-han-latin'],
  ['elipsis-ascii', 'ellipsis-ascii'],
  ['Space-Han-Digit', 'space-han-digit'],
  ['no-such-rule-at-all', undefined],
  ['', undefined],
];
for (const [name, near] of meant) test(`“${name}” means ${near}`, () => assert.equal(closestName(name, names), near));
