import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withoutPagesOutside } from '../../../server/workspace/files/links.ts';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { nodeFiles, uriOf } from '../../../server/workspace/files/node-files.ts';
import { openProject } from '../../../server/workspace/project/project.ts';
import { findSource } from '../../../server/workspace/source/source.ts';
import { type TestFolder, testFolder } from '../../helpers/workspace.ts';

describe('symbolic links', () => {
  let folder: TestFolder;
  const link = (target: string, name: string) => {
    mkdirSync(dirname(folder.at(name)), { recursive: true });
    symlinkSync(target, folder.at(name));
  };
  before(() => {
    folder = testFolder({
      'outside/secret.csv': 'en,zh\npassword,密码\n',
      'outside/page.md': 'A page that nobody named.\n',
      'root/real.csv': 'en,zh\ntoken,词元\n',
      'root/deep/real.csv': 'en,zh\nbias,偏置\n',
    });
    link(folder.at('outside/secret.csv'), 'root/file.csv');
    link('../outside/secret.csv', 'root/relative.csv');
    link(folder.at('outside'), 'root/folder');
    link('file.csv', 'root/chain.csv');
    link('..', 'root/up');
    link('nowhere.csv', 'root/dangling.csv');
    link('loop.csv', 'root/loop.csv');
    link('real.csv', 'root/inside.csv');
    link('deep', 'root/beside');
    link(folder.at('root'), 'door');
  });
  after(() => folder.remove());

  const outside = /symbolic link that leads outside of the project/;
  const missing = /was not found/;
  const cases: [path: string, root: string, terms: readonly string[], fault?: RegExp][] = [
    ['real.csv', 'root', ['token']],
    ['inside.csv', 'root', ['token']],
    ['beside/real.csv', 'root', ['bias']],
    ['real.csv', 'door', ['token']],
    ['inside.csv', 'door', ['token']],
    ['file.csv', 'root', [], outside],
    ['file.csv', 'door', [], outside],
    ['relative.csv', 'root', [], outside],
    ['chain.csv', 'root', [], outside],
    ['folder/secret.csv', 'root', [], outside],
    ['up/outside/secret.csv', 'root', [], outside],
    ['up/root/real.csv', 'root', ['token']],
    ['folder/*.csv', 'root', [], outside],
    ['fold*/*.csv', 'root', [], missing],
    ['*.csv', 'root', ['bias', 'token']],
    ['dangling.csv', 'root', [], missing],
    ['loop.csv', 'root', [], missing],
  ];
  for (const [path, root, terms, fault] of cases) {
    test(`the glossary ${path} of ${root}`, async () => {
      folder.write('root/.yijiao.jsonc', JSON.stringify({ glossary: [path] }));
      const settings = folder.uri(`${root}/.yijiao.jsonc`);
      const project = await openProject(nodeFiles, folder.uri(root));
      const found = project.settingsOf(folder.uri(`${root}/a.md`)).glossary.terms.flatMap(({ source }) => source);
      assert.deepEqual(found.sort(), terms);
      const told = project.faults.get(settings)?.faults ?? [];
      assert.equal(told.length, fault ? 1 : 0);
      if (!fault) return;
      assert.match(told[0]!.message.en, fault);
      const { text } = project.faults.get(settings)!;
      assert.equal(text.slice(told[0]!.from, told[0]!.to), JSON.stringify(path));
      // A file that takes the place of the link is seen.
      assert.ok(path.includes('*') || project.files.includes(folder.uri(`${root}/${path}`)));
    });
  }

  test('lead to no source outside of the root, or of a clone that is named', async () => {
    const chinese = '这一页是用中文写的，不能是来源。';
    folder.write('root/page_zh.md', chinese);
    link('../outside/page.md', 'root/page.md');
    folder.write('root/named_zh.md', `---\noriginal: folder/page.md\n---\n${chinese}`);
    folder.write('root/files/zh-cn/a/index.md', chinese);
    link('../../../../outside/page.md', 'clone/files/en-us/a/index.md');
    folder.write('good/files/en-us/a/index.md', 'The source of the page.\n');
    const source = async (page: string, ...clones: string[]) =>
      (await findSource(nodeFiles, folder.uri(page), { root: folder.uri('root'), folders: clones.map(folder.uri) }))
        .source;
    assert.equal(await source('root/page_zh.md'), undefined);
    assert.equal(await source('root/named_zh.md'), undefined);
    assert.equal(await source('root/files/zh-cn/a/index.md', 'clone'), undefined);
    assert.equal(await source('root/files/zh-cn/a/index.md', 'good'), folder.uri('good/files/en-us/a/index.md'));
  });

  test('are not followed by an editor that follows them when it looks for pages', async () => {
    folder.write('root/own.md', 'A page.\n');
    const all = ['own.md', 'folder/page.md', 'door.md'];
    link('../outside/page.md', 'root/door.md');
    const editor = { ...nodeFiles, markdown: async (root: string) => all.map((name) => `${root}/${name}`) };
    const root = folder.uri('root');
    assert.deepEqual(await withoutPagesOutside(editor).markdown(root), [`${root}/own.md`]);
    const virtual = memoryFiles({ 'mem:/root/a.md': 'A page.\n' });
    assert.deepEqual(await withoutPagesOutside(virtual).markdown('mem:/root'), ['mem:/root/a.md']);
  });

  test('are followed to the root, and nowhere in a file system that has none', async () => {
    assert.equal(await nodeFiles.real!(folder.uri('door/real.csv')), uriOf(folder.at('root/real.csv')));
    assert.equal(await nodeFiles.real!(folder.uri('root/loop.csv')), undefined);
    assert.equal(await nodeFiles.real!('vscode-vfs://host/a.md'), 'vscode-vfs://host/a.md');
  });
});
