import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { nodeGit } from '../../../server/workspace/history/node-git.ts';
import { markerIn, orUnknown, translatedRevisions } from '../../../server/workspace/history/revision.ts';
import { commitAll, git } from '../../helpers/git.ts';
import { type TestFolder, testFolder } from '../../helpers/workspace.ts';

describe('nodeGit', () => {
  let folder: TestFolder;
  let first: string;
  let second: string;
  let english: string;

  before(() => {
    folder = testFolder({ 'en/page.md': 'One.\n', 'zh/page.md': '一。\n' });
    first = commitAll(folder, 'First: a\ttab');
    folder.write('en/page.md', 'One and two.\n');
    git(folder, 'commit', '-qam', 'Second');
    second = git(folder, 'rev-parse', 'HEAD');
    english = folder.uri('en/page.md');
  });
  after(() => folder.remove());

  test('reads a file as it was', async () => {
    assert.equal(Buffer.from((await nodeGit.read(english, first))!).toString(), 'One.\n');
    assert.equal(Buffer.from((await nodeGit.read(english, 'main'))!).toString(), 'One and two.\n');
    assert.equal(await nodeGit.read(english, 'deadbeef'), undefined);
    assert.equal(await nodeGit.read(folder.uri('en/other.md'), first), undefined);
    assert.equal(await nodeGit.read(folder.uri('gone/page.md'), first), undefined);
  });

  test('tells the revisions of a file', async () => {
    assert.equal((await nodeGit.last(english))?.id, second);
    const last = await nodeGit.last(folder.uri('zh/page.md'));
    assert.equal(last?.id, first);
    assert.equal(last?.time, Number(git(folder, 'log', '-1', '--format=%ct', first)));
    const versions = await nodeGit.versions(english);
    assert.deepEqual(
      versions?.map(({ revision, uri, isCut }) => [revision, uri, isCut]),
      [
        [second, english, false],
        [first, english, false],
      ],
    );
    assert.deepEqual(versions![0]!.before, [versions![1]!.content]);
    assert.deepEqual(versions![1]!.before, []);
    assert.equal(Buffer.from((await nodeGit.content(english, versions![1]!.content))!).toString(), 'One.\n');
    assert.equal(await nodeGit.versions(folder.uri('en/other.md')), undefined);
    assert.deepEqual(await nodeGit.below(folder.uri('')).versions(english), versions);
    assert.deepEqual(await nodeGit.below(folder.uri('zh')).versions(english), versions);
  });

  test('resolves names and finds where histories part', async () => {
    assert.equal(await nodeGit.resolve(english, first.slice(0, 8)), first);
    assert.equal(await nodeGit.resolve(english, 'main~1'), first);
    assert.equal(await nodeGit.resolve(english, 'nothing'), undefined);
    assert.equal(await nodeGit.mergeBase(english, 'main', first), first);
  });

  test('takes no name for an option, and no path out of the checkout', async () => {
    for (const name of ['--help', '-1', 'main:../../x', 'main; touch x', '$(touch x)', '']) {
      assert.equal(await nodeGit.read(english, name), undefined, name);
      assert.equal(await nodeGit.resolve(english, name), undefined, name);
      assert.equal(await nodeGit.content(english, name), undefined, name);
    }
  });

  test('says that there is no checkout, and is silent where the head is detached or the history shallow', async () => {
    const bare = testFolder({ 'page.md': 'x' });
    const fault = { reason: 'noHistory' };
    await assert.rejects(nodeGit.last(bare.uri('page.md')), fault);
    await assert.rejects(nodeGit.read(bare.uri('page.md'), 'HEAD'), fault);
    await assert.rejects(nodeGit.versions('untitled:page.md'), fault);
    bare.remove();
    const shallow = testFolder();
    shallow.remove();
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder.path}`, shallow.path]);
    const page = shallow.uri('en/page.md');
    assert.equal(await nodeGit.last(page), undefined);
    assert.equal(await nodeGit.read(page, first), undefined);
    git(shallow, 'checkout', '-q', '--detach');
    assert.equal(await nodeGit.last(page), undefined);
    shallow.write('en/page.md', 'Changed.\n');
    git(shallow, 'commit', '-qam', 'Change it');
    assert.equal((await nodeGit.last(page))?.id, git(shallow, 'rev-parse', 'HEAD'));
    shallow.remove();
  });

  test('finds the revision that a page was translated from', async () => {
    const zh = folder.uri('zh/page.md');
    const revision = async (text: string) => {
      const found = await orUnknown(() => translatedRevisions(nodeGit, { uri: zh, text }, english));
      return 'unknown' in found ? found : found[0];
    };
    assert.deepEqual(await revision('一。\n'), { id: first, by: 'commit', page: zh });
    const marked = `---\nl10n:\n  sourceCommit: ${first}\n---\n一。\n`;
    assert.deepEqual(await revision(marked), {
      id: first,
      by: 'marker',
      marker: { from: marked.indexOf(first), to: marked.indexOf(first) + 40 },
    });
    assert.deepEqual(await revision(marked.replace(first, 'f'.repeat(40))), { unknown: 'unknownMark' });
  });
});

describe('markers of a revision', () => {
  const cases: [text: string, id: string | undefined][] = [
    ['---\ntitle: 页\nl10n:\n  sourceCommit: 1a2b3c4d5e\n---\n', '1a2b3c4d5e'],
    ['---\ndefault_lang_commit: "1a2b3c4d5e"\n---\n', '1a2b3c4d5e'],
    ['---\r\ndefault_lang_commit: 1a2b3c4d5e\r\n---\r\n', '1a2b3c4d5e'],
    ['# 页\n\n> [ch01.md](https://github.com/rust-lang/book/blob/1a2b3c4d5e/src/ch01.md)\n', '1a2b3c4d5e'],
    ['<!-- commit 1a2b3c4d5e6f -->\n# 页\n', '1a2b3c4d5e6f'],
    ['# 页\n\n[main](https://github.com/o/r/blob/main/src/ch01.md)\n', undefined],
    ['---\ntitle: 页\n---\nsourceCommit: 1a2b3c4d5e\n', undefined],
    [`# 页\n${'\n文字'.repeat(20)}\nhttps://github.com/o/r/blob/1a2b3c4d5e/a.md\n`, undefined],
  ];
  for (const [text, id] of cases) {
    test(JSON.stringify(text.slice(0, 60)), () => {
      const span = markerIn(text);
      assert.equal(span && text.slice(span.from, span.to), id);
    });
  }
});
