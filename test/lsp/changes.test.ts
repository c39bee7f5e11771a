import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type CodeLens, FileChangeType, WorkDoneProgress } from 'vscode-languageserver-protocol';
import {
  type ChangesResult,
  type CoverageResult,
  changesRequest,
  commands,
  compareRequest,
  coverageChangedNotification,
  coverageRequest,
  insertRequest,
  type PageEdit,
  type SyncResult,
  syncRequest,
  trustNotification,
} from '../../server/lsp/protocol.ts';
import { nodeFiles, uriOf } from '../../server/workspace/files/node-files.ts';
import { commitAll, git } from '../helpers/git.ts';
import { HANG } from '../helpers/hang.ts';
import { type ClientOptions, inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const english = `# Noise

The model learns to remove noise from an image.

## Training

It was trained with \`fit()\` on many pictures of flowers.

See the [notes](https://example.com/a) on the model for more.
`;
const chinese = `# 噪声

模型学习去除图像中的噪声。

## 训练

它用 \`fit()\` 在许多张花的图片上训练。

更多内容请看关于模型的[说明](https://example.com/a)。
`;
const changed = english
  .replace('many pictures of flowers', 'one million drawings of flowers')
  .replace('example.com/a', 'example.com/b');

const initializationOptions = { commands: Object.values(commands) };
const start = (folder: TestFolder, options: ClientOptions = {}) =>
  inProcess({ folders: [folder.uri('')], initializationOptions, ...options });

describe('what changed in the source since a page was translated', () => {
  let folder: TestFolder;
  let client: TestClient;
  let first: string;
  let second: string;
  const page = () => folder.uri('docs/zh/a.md');
  const changesOf = (uri = page()): Promise<ChangesResult> => client.connection.sendRequest(changesRequest, { uri });
  const sync = (add = false, uri = page()): Promise<SyncResult> =>
    client.connection.sendRequest(syncRequest, { uri, add });
  const lensesOf = (uri = page()): Promise<CodeLens[]> =>
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });

  before(async () => {
    folder = testFolder({ 'docs/en/a.md': english, 'docs/zh/a.md': chinese });
    first = commitAll(folder, 'Translate');
    folder.write('docs/en/a.md', changed);
    git(folder, 'commit', '-qam', 'Train on more');
    second = git(folder, 'rev-parse', 'HEAD');
    client = await start(folder);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  test('is told block by block, with the words, trivial changes apart', async () => {
    const { pages, before, revision, changes, reason } = await changesOf();
    assert.equal(reason, undefined);
    assert.deepEqual(pages, { chinese: page(), english: folder.uri('docs/en/a.md') });
    assert.deepEqual(revision, { id: first, by: 'commit' });
    assert.equal(await client.connection.sendRequest('yijiao/text', { uri: before }), english);
    const [trained, notes, ...more] = changes;
    assert.deepEqual(more, []);
    assert.deepEqual(
      [trained!.chinese, trained!.after, trained!.trivial],
      [{ from: 6, to: 6 }, { from: 6, to: 6 }, false],
    );
    assert.ok(trained!.diff.some(({ text, state }) => state === 'added' && text.includes('million')));
    assert.equal(notes!.trivial, true);
  });

  test('stands above the heading of its section, and in the hover of its block', async () => {
    await client.open(page(), chinese);
    const lenses = await lensesOf();
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title, command?.command]),
      [
        [4, 'English changed: 1 paragraph', commands.showChanges],
        [4, 'Mark as synced', commands.markSynced],
      ],
    );
    const hover = await client.hover(page(), 6, 2);
    assert.match(hover!, /English has changed/);
    assert.match(hover!, /\*\*[^*]*million[^*]*\*\*/);
    assert.equal(await client.hover(page(), 2, 2), undefined);
  });

  test('is settled by the commit of a page that names no revision, or by a name that is added', async () => {
    assert.deepEqual(await sync(), { reason: 'committing' });
    const { edit } = await sync(true);
    assert.deepEqual(edit, {
      uri: page(),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      newText: `---\nsourceCommit: ${second}\n---\n\n`,
    });
  });

  test('is settled by the marker that a page has', async () => {
    const uri = folder.uri('docs/zh/b.md');
    folder.write('docs/en/b.md', changed);
    const text = `---\ntitle: 噪声\nl10n:\n  sourceCommit: ${first}\n---\n\n${chinese}`;
    folder.write('docs/zh/b.md', text);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'Another page');
    const third = git(folder, 'rev-parse', 'HEAD');
    const { edit } = await sync(false, uri);
    assert.equal(edit?.newText, third);
    assert.deepEqual(edit?.range, rangeOf(text, first));
    folder.write('docs/zh/b.md', text.replace(first, third));
    assert.deepEqual(await sync(false, uri), { reason: 'already' });
    folder.write('docs/en/b.md', `${changed}\nNot committed.\n`);
    assert.deepEqual(await sync(false, uri), { reason: 'unsaved' });
  });

  test('is told on a detached head, and not in a clone that is too shallow', async () => {
    const clone = testFolder();
    clone.remove();
    execFileSync('git', ['clone', '-q', `file://${folder.path}`, clone.path]);
    git(clone, 'checkout', '-q', '--detach');
    assert.equal((await changesOf(uriOf(clone.at('docs/zh/a.md')))).revision?.id, first);
    clone.remove();
    const shallow = testFolder();
    shallow.remove();
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder.path}`, shallow.path]);
    const marked = `---\nsourceCommit: ${first}\n---\n\n${chinese}`;
    shallow.write('docs/zh/a.md', marked);
    assert.equal((await changesOf(uriOf(shallow.at('docs/zh/a.md')))).reason, 'shallow');
    assert.equal(
      (await sync(false, uriOf(shallow.at('docs/zh/a.md')))).edit?.newText,
      git(shallow, 'rev-parse', 'HEAD'),
    );
    git(shallow, 'checkout', '-q', 'docs/zh/a.md');
    // The first commit of a shallow history seems to have made every file.
    assert.equal((await changesOf(uriOf(shallow.at('docs/zh/a.md')))).reason, 'shallow');
    shallow.remove();
  });

  test('is not asked for where nobody trusts the workspace, until somebody does', async () => {
    const trusting = client;
    client = await start(folder, { initializationOptions: { ...initializationOptions, trusted: false } });
    const refused = await changesOf();
    assert.equal(refused.reason, 'untrusted');
    assert.match(refused.why!, /Trust this workspace/);
    assert.equal((await sync()).reason, 'untrusted');
    await client.open(page(), chinese);
    assert.deepEqual(await lensesOf(), []);
    await client.connection.sendNotification(trustNotification);
    assert.equal((await changesOf()).reason, undefined);
    await client.stop();
    client = trusting;
  });

  test('says why where there is no history, and no source', async () => {
    const other = testFolder({ 'docs/en/a.md': english, 'docs/zh/a.md': chinese, 'b.md': chinese });
    assert.equal((await changesOf(other.uri('docs/zh/a.md'))).reason, 'noHistory');
    assert.equal((await changesOf(other.uri('b.md'))).reason, 'noSource');
    assert.equal((await changesOf(other.uri('gone.md'))).reason, 'noSource');
    other.remove();
    // A page that was never saved has no file, no source and no history.
    await client.open('untitled:Untitled-1', chinese);
    assert.equal((await changesOf('untitled:Untitled-1')).reason, 'noSource');
    assert.equal((await sync(false, 'untitled:Untitled-1')).reason, 'noSource');
    const compared = await client.connection.sendRequest<{ pages?: unknown }>('yijiao/compare', {
      uri: 'untitled:Untitled-1',
    });
    assert.equal(compared.pages, undefined);
  });

  test('is told of a page outside of every folder that is open', async () => {
    const outside = testFolder({ 'docs/en/a.md': english, 'docs/zh/a.md': chinese });
    const first = commitAll(outside, 'Translate');
    outside.write('docs/en/a.md', changed);
    const { revision, changes } = await changesOf(outside.uri('docs/zh/a.md'));
    assert.deepEqual([revision?.id, changes.length], [first, 2]);
    outside.remove();
  });

  test('is silent where the settings say so', async () => {
    const other = await start(folder, { configuration: () => ({ codeLens: false }) });
    await other.open(page(), chinese);
    const lenses = await other.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: page() } });
    assert.deepEqual(lenses, []);
    await other.stop();
  });
});

describe('a missing block', () => {
  const short = chinese.replace(/它用[^\n]*\n\n/, '');
  const inserted = 'It was trained with `fit()` on many pictures of flowers.';

  test('is inserted from either side, and by a code action, in text that is not saved', async () => {
    const folder = testFolder({ 'docs/en/a.md': english, 'docs/zh/a.md': chinese });
    const client = await start(folder);
    const uri = folder.uri('docs/zh/a.md');
    const insert = (line: number, side: string, all = false): Promise<PageEdit | null> =>
      client.connection.sendRequest(insertRequest, { uri, line, side, all });
    await client.open(uri, short);
    for (const [line, side] of [
      [6, 'english'],
      [4, 'chinese'],
      [6, 'chinese'],
    ] as const) {
      const edit = await insert(line, side);
      assert.equal(edit?.range.start.line, 4, `${side} ${line}`);
      assert.ok(edit?.newText.endsWith(inserted), side);
    }
    assert.equal(await insert(2, 'english'), null);
    assert.equal(await insert(0, 'chinese'), null);
    const [action] = await client.actions(uri, rangeOf(short, '## 训练'), ['refactor']);
    assert.equal(action?.title, 'Insert the missing English block');
    assert.match(client.apply(uri, action!), /## 训练\n\n<!-- TODO: 翻译 -->\n\nIt was trained/);
    const quick = async (at: string) => {
      const actions = await client.actions(uri, rangeOf(short, at), ['quickfix']);
      return actions.filter(({ title }) => title === action?.title);
    };
    const [fix, ...others] = await quick('训练');
    assert.deepEqual(others, []);
    assert.deepEqual(
      fix?.diagnostics?.map(({ code }) => code),
      ['missing-block'],
    );
    assert.deepEqual(await quick('模型学习'), []);
    await client.stop();
    folder.remove();
  });
});

describe('the translations of a folder', () => {
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    const settings = '{ "ignore": ["docs/zh/ignored.md"], "glossary": ["terms.csv"] }';
    folder = testFolder({ 'docs/en/new.md': english, '.yijiao.jsonc': settings, 'terms.csv': 'en,zh\nnoise,噪声\n' });
    for (const name of ['same', 'changed', 'ignored']) {
      folder.write(`docs/en/${name}.md`, english);
      folder.write(`docs/zh/${name}.md`, chinese);
    }
    commitAll(folder, 'All in step');
    folder.write('docs/en/changed.md', changed);
    client = await start(folder);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  test('are told with their states and progress, and reported as HTML', async () => {
    const told: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'walk', (value) => void told.push(value.message ?? ''));
    const params = { folder: folder.uri('').replace(/\/$/, ''), report: true, workDoneToken: 'walk' };
    const { pages, isPartial, report } = await client.connection.sendRequest<CoverageResult>(coverageRequest, params);
    assert.equal(isPartial, false);
    const states = pages.map(({ chinese, english: source, state, behind }) => [chinese ?? source, state, behind]);
    assert.deepEqual(states.sort(), [
      [folder.uri('docs/en/ignored.md'), 'untranslated', 0],
      [folder.uri('docs/en/new.md'), 'untranslated', 0],
      [folder.uri('docs/zh/changed.md'), 'behind', 1],
      [folder.uri('docs/zh/same.md'), 'inSync', 0],
    ]);
    assert.ok(told.includes('docs/zh/changed.md'), told.join());
    assert.match(report!, /^<!doctype html>[\s\S]*docs\/zh\/changed\.md/);
  });

  test('are looked at again when told to, but only those that changed', async () => {
    const read: string[] = [];
    const own = await inProcess({
      folders: [folder.uri('')],
      initializationOptions,
      files: {
        ...nodeFiles,
        async read(uri) {
          if (uri.endsWith('.md')) read.push(uri.slice(folder.uri('x').length - 1));
          return nodeFiles.read(uri);
        },
      },
    });
    let stale = 0;
    own.connection.onNotification(coverageChangedNotification, () => {
      stale++;
    });
    const look = async (kept = true) => {
      read.length = 0;
      const params = { folder: folder.uri('').replace(/\/$/, ''), kept };
      const { pages } = await own.connection.sendRequest<CoverageResult>(coverageRequest, params);
      return pages.map((page) => `${page.chinese ?? page.english} ${page.state}`);
    };
    const touched = async (...changes: [name: string, type: FileChangeType][]) => {
      stale = 0;
      await own.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(([name, type]) => ({ uri: folder.uri(name), type })),
      });
    };
    const state = (name: string, text: string) => `${folder.uri(name)} ${text}`;
    const all = await look(false);
    assert.deepEqual(await look(), all);
    assert.equal(read.join(), '');

    // A save of the Chinese page.
    folder.write('docs/zh/same.md', chinese.replace('模型学习去除图像中的噪声。', ''));
    await touched(['docs/zh/same.md', FileChangeType.Changed]);
    assert.ok((await look()).includes(state('docs/zh/same.md', 'incomplete')));
    assert.equal(stale, 1);
    assert.deepEqual(new Set(read), new Set(['docs/zh/same.md', 'docs/en/same.md']));

    // A save of the English page.
    folder.write('docs/en/same.md', english.replace('The model learns to remove noise from an image.', ''));
    await touched(['docs/en/same.md', FileChangeType.Changed]);
    assert.ok((await look()).includes(state('docs/zh/same.md', 'behind')));
    assert.ok(!read.some((name) => name === 'docs/zh/changed.md'), read.join());

    // A page that comes, and one that goes.
    folder.write('docs/zh/new.md', chinese);
    await touched(['docs/zh/new.md', FileChangeType.Created]);
    assert.ok((await look()).includes(state('docs/zh/new.md', 'unknown')));
    rmSync(folder.at('docs/zh/new.md'));
    rmSync(folder.at('docs/en/same.md'));
    await touched(['docs/zh/new.md', FileChangeType.Deleted], ['docs/en/same.md', FileChangeType.Deleted]);
    const less = await look();
    assert.ok(less.includes(state('docs/en/new.md', 'untranslated')));
    assert.ok(less.includes(state('docs/zh/same.md', 'noSource')));

    // A commit: what was behind is in step.
    folder.write('docs/en/same.md', english);
    folder.write('docs/zh/same.md', chinese);
    folder.write('docs/zh/changed.md', chinese.replace('许多张花的图片', '一百万幅花的绘画'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'Bring up to date');
    await touched(['.git/logs/HEAD', FileChangeType.Changed]);
    assert.ok((await look()).includes(state('docs/zh/changed.md', 'inSync')));
    assert.equal(stale, 1);

    // What is typed is seen at the next look; what is no page is nothing to look again for.
    await own.open(folder.uri('docs/zh/changed.md'), '# 噪声\n');
    assert.ok((await look()).includes(state('docs/zh/changed.md', 'incomplete')));
    await touched(['terms.csv', FileChangeType.Changed]);
    await look();
    assert.equal(stale, 0);
    assert.equal(read.join(), '');
    await touched(['.yijiao.jsonc', FileChangeType.Changed]);
    await look();
    assert.equal(stale, 1);
    assert.ok(read.includes('docs/zh/same.md'));
    await own.stop();
  });

  test('have the source that a person chose, in this session or an earlier one', async () => {
    const many = testFolder({
      'a/en/guide.md': english,
      'b/en/guide.md': english,
      'c/guide_CN.md': chinese,
    });
    const params = { folder: many.uri('').replace(/\/$/, '') };
    const stateIn = async (client: TestClient) => {
      const { pages } = await client.connection.sendRequest<CoverageResult>(coverageRequest, params);
      return pages.find((page) => page.chinese === many.uri('c/guide_CN.md'))?.state;
    };
    const choice = { uri: many.uri('c/guide_CN.md'), source: many.uri('b/en/guide.md') };
    const now = await start(many);
    assert.equal(await stateIn(now), 'noSource');
    await now.connection.sendRequest(compareRequest, choice);
    assert.equal(await stateIn(now), 'unknown');
    await now.stop();
    const chosenSources = { [choice.uri]: choice.source };
    const later = await start(many, { initializationOptions: { ...initializationOptions, chosenSources } });
    assert.equal(await stateIn(later), 'unknown');
    await later.stop();
    many.remove();
  });
});

test('a page of 20,000 lines is compared to its end', HANG, async () => {
  const lines = (text: (i: number) => string) => Array.from({ length: 10_000 }, (_, i) => text(i)).join('\n\n');
  const folder = testFolder({
    'docs/en/long.md': lines((i) => `Paragraph ${i} tells of the noise in an image.`),
    'docs/zh/long.md': lines((i) => (i === 5000 ? '' : `第 ${i} 段讲图像中的噪声。`)),
  });
  const client = await start(folder);
  const { pairs } = await client.connection.sendRequest<{ pairs: { state: string }[] }>('yijiao/compare', {
    uri: folder.uri('docs/zh/long.md'),
  });
  await client.stop();
  folder.remove();
  assert.ok(pairs.length >= 9999);
});
