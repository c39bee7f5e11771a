import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { nodeFiles } from '../../../server/workspace/files/node-files.ts';
import { nodeGit } from '../../../server/workspace/history/node-git.ts';
import { newTranslation } from '../../../server/workspace/starting/start.ts';
import { commitAll } from '../../helpers/git.ts';
import { type TestFolder, testFolder } from '../../helpers/workspace.ts';

const mark = '<!-- TODO: 翻译 -->\n\n';
const OLD = '0123456789abcdef0123456789abcdef01234567';
const names = ['a', 'b', 'c'];

/** Three translations, and the page `docs/en/new.md` without one. */
function project(pair: (name: string) => { english: string; chinese: string }, page: string): Record<string, string> {
  const files: Record<string, string> = { 'docs/en/new.md': page };
  for (const name of names) {
    files[`docs/en/${name}.md`] = pair(name).english;
    files[`docs/zh/${name}.md`] = pair(name).chinese;
  }
  return files;
}

const text = (name: string) => `# Page ${name}\n\nSome text of it.\n\n## Set up\n\nMore text here.\n`;
const translated = (name: string) => `# 页面 ${name}\n\n一些文字。\n\n## 设置\n\n更多的文字。\n`;

/** [what, the other pages, the source, the page that is made of it]. */
const cases: [what: string, files: Record<string, string>, expected: string][] = [
  [
    'as it is where the others are',
    project((name) => ({ english: text(name), chinese: translated(name) }), '# New\n\nSome text.\n'),
    `${mark}# New\n\n${mark}Some text.\n`,
  ],
  [
    'with ids where the others have them',
    project(
      (name) => ({ english: text(name), chinese: translated(name).replace('## 设置', '## 设置 {#set-up}') }),
      '# New\n\n## To do\n',
    ),
    `${mark}# New\n\n${mark}## To do {#to-do}\n`,
  ],
  [
    'with ids in anchors where the others have those',
    project(
      (name) => ({
        english: text(name),
        chinese: translated(name).replace('## 设置', '<a id="set-up"></a>\n\n## 设置'),
      }),
      '# New\n\n## To do\n',
    ),
    `${mark}# New\n\n<a id="to-do"></a>\n\n${mark}## To do\n`,
  ],
  [
    'as those that lie alike, whatever others do',
    {
      ...project(
        (name) => ({ english: text(name), chinese: translated(name).replace('## 设置', '## 设置 {#set-up}') }),
        '# New\n\n## To do\n',
      ),
      'README.md': text('r').repeat(5),
      'README_CN.md': translated('r').repeat(5),
    },
    `${mark}# New\n\n${mark}## To do {#to-do}\n`,
  ],
  [
    'without the keys that translations never have, with those that they all have',
    project(
      (name) => ({
        english: `---\ntitle: ${name}\nsidebar: x\n---\n\n${text(name)}`,
        chinese: `---\ntitle: ${name}\nlang: zh-CN\noriginal: ../en/${name}.md\ntranslator: ${name}\n---\n\n${translated(name)}`,
      }),
      '---\ntitle: New\nsidebar: y\nweight: 3\n---\n\nSome text.\n',
    ),
    `---\ntitle: New\nweight: 3\nlang: zh-CN\noriginal: ../en/new.md\n---\n\n${mark}Some text.\n`,
  ],
  [
    'with a path from the root, without an extension, where others have that',
    project(
      (name) => ({ english: text(name), chinese: `---\nsource: "/docs/en/${name}"\n---\n\n${translated(name)}` }),
      'Some text.\n',
    ),
    `---\nsource: "/docs/en/new"\n---\n\n${mark}Some text.\n`,
  ],
];

describe('a new translation is written', () => {
  const root = 'file:///home/project';
  for (const [what, files, expected] of cases) {
    test(what, async () => {
      const memory = memoryFiles(
        Object.fromEntries(Object.entries(files).map(([path, own]) => [`${root}/${path}`, own])),
      );
      const made = await newTranslation(
        memory,
        undefined,
        `${root}/docs/en/new.md`,
        `${root}/docs/zh/new.md`,
        'marked',
        { root },
      );
      assert.equal(made?.text, expected);
      assert.equal(made?.leadsBack, true);
    });
  }

  test('in a page that is MDX by another name with marks of MDX', async () => {
    const memory = memoryFiles({ [`${root}/docs/en/new.md`]: '# Set up {/*set-up*/}\n' });
    const [english, target] = [`${root}/docs/en/new.md`, `${root}/docs/zh/new.md`];
    const made = await newTranslation(memory, undefined, english, target, 'comments', { root });
    assert.equal(made?.text, '{/* TODO: 翻译 */}\n\n# Set up {/*set-up*/}\n');
  });

  test('elsewhere than its source is looked for, it says so', async () => {
    const memory = memoryFiles({ [`${root}/docs/en/new.md`]: 'Some text.\n' });
    const made = await newTranslation(
      memory,
      undefined,
      `${root}/docs/en/new.md`,
      `${root}/other/page.md`,
      'comments',
      { root },
    );
    assert.deepEqual(made, { text: '<!--\nSome text.\n-->\n\n', isUnnamed: false, leadsBack: false });
  });
});

describe('a new translation names the revision of its source', () => {
  const folders: TestFolder[] = [];
  after(() => folders.forEach((folder) => void folder.remove()));
  const made = async (chinese: (name: string) => string, change?: string) => {
    const page = '---\ntitle: New\n---\n\nSome text.\n';
    const pair = (name: string) => ({ english: `---\ntitle: ${name}\n---\n\n${text(name)}`, chinese: chinese(name) });
    const folder = testFolder(project(pair, page));
    folders.push(folder);
    const id = commitAll(folder, 'Translate');
    if (change) folder.write('docs/en/new.md', page + change);
    const root = folder.uri('').replace(/\/$/, '');
    const [english, target] = [folder.uri('docs/en/new.md'), folder.uri('docs/zh/new.md')];
    return {
      id,
      page: await newTranslation(nodeFiles, nodeGit, english, target, 'marked', { root, history: nodeGit }),
    };
  };
  const mdn = (name: string) => `---\ntitle: ${name}\nl10n:\n  sourceCommit: ${OLD}\n---\n\n${translated(name)}`;

  test('in the front matter, below the key that others have', async () => {
    const { id, page } = await made(mdn);
    assert.equal(page?.text, `---\ntitle: New\nl10n:\n  sourceCommit: ${id}\n---\n\n${mark}Some text.\n`);
  });

  test('in the first lines, shortened as in others', async () => {
    const link = (name: string) => `https://github.com/a/b/blob/${OLD.slice(0, 10)}/docs/en/${name}.md`;
    const { id, page } = await made(
      (name) => `---\ntitle: ${name}\n---\n\n> [${name}.md](${link(name)})\n\n${translated(name)}`,
    );
    const [line] = page!.text.slice('---\ntitle: New\n---\n\n'.length).split('\n');
    assert.equal(line, `> [new.md](https://github.com/a/b/blob/${id.slice(0, 10)}/docs/en/new.md)`);
  });

  test('unless it is not committed as it is, which is told', async () => {
    const { page } = await made(mdn, 'A new line.\n');
    assert.equal(page?.text, `---\ntitle: New\n---\n\n${mark}Some text.\nA new line.\n`);
    assert.equal(page?.isUnnamed, true);
  });
});
