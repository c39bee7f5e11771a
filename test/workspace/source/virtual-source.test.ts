import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { nodeFiles } from '../../../server/workspace/files/node-files.ts';
import { nodeGit } from '../../../server/workspace/history/node-git.ts';
import { findSource } from '../../../server/workspace/source/source.ts';
import { commentsUri, revisionUri, withVirtualPages } from '../../../server/workspace/source/virtual-pages.ts';
import { commitAll, git } from '../../helpers/git.ts';
import { testFolder } from '../../helpers/workspace.ts';

const chinese = '这一页是用中文写的，不能是来源。\n';
const english = 'This page is written in English.\n';

describe('sources that no file holds', () => {
  test('the comments of the page itself', async () => {
    const text = `<!--
## Objectives
-->
## 教程目标

<!--
Learn what a *Pod* is.
-->
学习什么是 *Pod*。

<!-- * Deploy an app. -->
* 部署一个应用。

<!-- markdownlint-disable MD001 -->
`;
    const page = 'file:///docs/pods.md';
    const files = withVirtualPages(memoryFiles({ [page]: text, 'file:///docs/plain.md': `${chinese}<!-- TODO -->\n` }));
    const found = await findSource(files, page, { root: 'file:///docs' });
    assert.equal(found.source, commentsUri(page));
    const bytes = await files.read(found.source!);
    assert.equal(new TextDecoder().decode(bytes), '## Objectives\n\nLearn what a *Pod* is.\n\n* Deploy an app.\n');
    assert.equal((await findSource(files, 'file:///docs/plain.md', { root: 'file:///docs' })).source, undefined);
  });

  test('the upstream of a fork that translates in place', async () => {
    const folder = testFolder({ 'src/guide/a.md': english, 'src/guide/b.md': chinese });
    commitAll(folder, 'Original');
    git(folder, 'update-ref', 'refs/remotes/upstream/main', 'HEAD');
    folder.write('src/guide/a.md', chinese);
    git(folder, 'commit', '-qam', 'Translate');
    const files = withVirtualPages(nodeFiles, nodeGit);
    const options = { root: folder.uri(''), history: nodeGit };
    const page = folder.uri('src/guide/a.md');
    const found = await findSource(files, page, options);
    assert.equal(found.source, revisionUri(page, 'upstream/main'));
    assert.equal(new TextDecoder().decode(await files.read(found.source!)), english);
    assert.equal(
      (await findSource(files, folder.uri('src/guide/b.md'), options)).source,
      undefined,
      'Chinese there too',
    );
    assert.equal((await findSource(files, page, { root: folder.uri('') })).source, undefined, 'no leave to ask git');
    folder.remove();
  });

  test('a link to a revision in the first lines', async () => {
    const folder = testFolder({ 'src/ch01.md': english });
    const id = commitAll(folder, 'Original');
    git(folder, 'rm', '-q', 'src/ch01.md');
    git(folder, 'commit', '-qm', 'Only the translation stays');
    const page = folder.uri('zh/one.md');
    folder.write(
      'zh/one.md',
      `# 一\n\n> [ch01.md](https://github.com/rust-lang/book/blob/${id}/src/ch01.md)\n\n${chinese}`,
    );
    const files = withVirtualPages(nodeFiles, nodeGit);
    const options = { root: folder.uri(''), history: nodeGit };
    assert.equal((await findSource(files, page, options)).source, revisionUri(folder.uri('src/ch01.md'), id));
    folder.write('src/ch01.md', english);
    assert.equal((await findSource(files, page, options)).source, folder.uri('src/ch01.md'), 'the file goes before');
    folder.remove();
  });

  test('the clone of the source that is open beside', async () => {
    const files = memoryFiles({
      'file:///w/translated-content/files/zh-cn/web/api/index.md': chinese,
      'file:///w/content/files/en-us/web/api/index.md': english,
    });
    const page = 'file:///w/translated-content/files/zh-cn/web/api/index.md';
    const root = 'file:///w/translated-content';
    const found = await findSource(files, page, { root, folders: [root, 'file:///w/content'] });
    assert.equal(found.source, 'file:///w/content/files/en-us/web/api/index.md');
    assert.equal((await findSource(files, page, { root })).source, undefined);
  });

  test('a URI made by hand reads nothing else', async () => {
    const files = withVirtualPages(nodeFiles, nodeGit);
    for (const query of [
      '',
      '{}',
      'null',
      '{"file":1,"revision":"HEAD"}',
      '{"file":"https://example.com/a.md","revision":"HEAD"}',
    ]) {
      assert.equal(await files.read(`yijiao-source:/a.md?${encodeURIComponent(query)}`), undefined, query);
    }
  });
});
