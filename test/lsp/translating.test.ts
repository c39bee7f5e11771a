import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompareResult,
  compareRequest,
  draftRequest,
  type InsertedAll,
  insertAllRequest,
  insertRequest,
  type NewTranslation,
  type PageEdit,
  type PageProgress,
  progressRequest,
  type StartResult,
  startRequest,
} from '../../server/lsp/protocol.ts';
import { inProcess, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const english =
  '# Noise\n\nThe model learns to remove noise from an image.\n\n- First of all, it is trained.\n- And then it is used.\n';
const chinese = '# 噪声\n\n模型学习去除图像中的噪声。\n\n- 首先，对它进行训练。\n- 然后使用它。\n';

describe('a translation is started and finished', () => {
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    folder = testFolder({
      'docs/en/a.md': english,
      'docs/en/b.md': english,
      'docs/en/c.md': english,
      'docs/zh/b.md': chinese,
      'docs/zh/c.md': '# 噪声\n',
    });
    client = await inProcess({ folders: [folder.uri('')] });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });
  const ask = <Result>(request: string, params: object) => client.connection.sendRequest<Result>(request, params);
  const progressOf = (uri: string) => ask<PageProgress | null>(progressRequest, { uri });
  /** What the stops of an open page are to be written over. */
  const stopsOf = ({ stops }: PageProgress, uri: string) => {
    const document = TextDocument.create(uri, 'markdown', 1, client.text(uri));
    return stops.map(({ why, range }) => `${why}: ${document.getText(range)}`);
  };
  const write = (uri: string, stop: PageProgress['stops'][number] | undefined, text: string) =>
    client.change(uri, { range: stop!.range, text });

  test('from the English page, in the place of the others, until nothing is left', async () => {
    const uri = folder.uri('docs/en/a.md');
    const place = await ask<StartResult>(startRequest, { uri });
    const target = folder.uri('docs/zh/a.md');
    assert.deepEqual(place, { proposals: [target], isCertain: true });
    const draft = await ask<NewTranslation>(draftRequest, { uri, chinese: target, form: 'marked' });
    assert.ok(draft.leadsBack);
    await client.open(target, draft.text);
    let progress = (await progressOf(target))!;
    assert.deepEqual([progress.translated, progress.blocks], [0, 4]);
    assert.deepEqual(progress.pages, { chinese: target, english: uri });
    assert.deepEqual(stopsOf(progress, target), [
      'marked: Noise',
      'marked: The model learns to remove noise from an image.',
      'marked: First of all, it is trained.',
      'marked: And then it is used.',
    ]);
    assert.deepEqual(
      progress.stops.map(({ lines }) => lines!.from),
      [0, 2, 4, 5],
    );
    // Without its mark a block counts as translated.
    assert.deepEqual(
      progress.stops.map(({ mark }) => mark!.start.line),
      [0, 4, 8, 8],
    );
    // Each text is written over, and the mark above it taken away.
    for (const text of ['噪声', '模型学习去除图像中的噪声。', '首先，对它进行训练。', '然后使用它。']) {
      await write(target, progress.stops[0], text);
      progress = (await progressOf(target))!;
      const [done] = progress.stops.filter(({ why }) => why === 'done');
      if (!done) continue;
      assert.equal(stopsOf(progress, target)[0], 'done: <!-- TODO: 翻译 -->\n\n');
      await write(target, done, '');
      progress = (await progressOf(target))!;
    }
    assert.equal(client.text(target), chinese);
    assert.deepEqual([progress.translated, progress.blocks, progress.stops], [4, 4, []]);
  });

  test('a page that is translated is named', async () => {
    const place = await ask<StartResult>(startRequest, { uri: folder.uri('docs/en/b.md') });
    assert.equal(place.existing, folder.uri('docs/zh/b.md'));
    assert.deepEqual(await ask(startRequest, { uri: folder.uri('docs/zh/b.md') }), {
      reason: 'chinese',
      proposals: [],
      isCertain: false,
    });
  });

  test('what is missing is brought at once, or block by block', async () => {
    const uri = folder.uri('docs/zh/c.md');
    await client.open(uri, '# 噪声\n');
    const all = (await ask<InsertedAll | null>(insertAllRequest, { uri }))!;
    assert.deepEqual([all.inserted, all.left], [3, 0]);
    const document = TextDocument.create(uri, 'markdown', 1, client.text(uri));
    assert.equal(
      TextDocument.applyEdits(document, [...all.edits]),
      `# 噪声\n\n<!-- TODO: 翻译 -->\n\nThe model learns to remove noise from an image.\n\n<!-- TODO: 翻译 -->\n\n${english.slice(english.indexOf('- ')).trimEnd()}\n`,
    );
    const one = (await ask<PageEdit | null>(insertRequest, { uri, line: 0, side: 'chinese' }))!;
    await client.change(uri, { range: one.range, text: one.newText });
    const progress = (await progressOf(uri))!;
    assert.equal(stopsOf(progress, uri)[0], 'marked: The model learns to remove noise from an image.');
  });

  test('what the lightbulb inserts is selected by clients that can', async () => {
    const known = ['yijiao.selectInserted'];
    for (const commands of [known, []]) {
      const other = await inProcess({ folders: [folder.uri('')], initializationOptions: { commands } });
      const uri = folder.uri('docs/zh/c.md');
      await other.open(uri, '# 噪声\n');
      // With so little of it, the page does not look like a translation; its source is known then.
      await other.diagnostics(uri, (all) => all.some(({ code }) => code === 'unrelated-source'));
      const start = { line: 0, character: 1 };
      const action = (await other.actions(uri, { start, end: start })).find(({ title }) =>
        /^Insert the missing/.test(title),
      )!;
      const [edit] = action.edit!.changes![uri]!;
      assert.deepEqual(action.command?.command, commands[0]);
      assert.deepEqual(action.command?.arguments, commands[0] && [{ uri, ...edit }]);
      await other.stop();
    }
  });

  test('a source that has come without a word is found when a person asks', async () => {
    const uri = folder.uri('docs/zh/late.md');
    await client.open(uri, chinese);
    assert.equal(await progressOf(uri), null);
    folder.write('docs/en/late.md', english);
    assert.equal(await progressOf(uri), null);
    const progress = await ask<PageProgress | null>(progressRequest, { uri, search: true });
    assert.deepEqual([progress?.translated, progress?.blocks], [4, 4]);
    assert.equal((await progressOf(uri))?.blocks, 4);
  });

  test('a page that has no translation says so when it is compared', async () => {
    folder.write('docs/en/lonely.md', english);
    const result = await ask<CompareResult>(compareRequest, { uri: folder.uri('docs/en/lonely.md') });
    assert.deepEqual([result.pages, result.isSource], [undefined, true]);
    const other = await ask<CompareResult>(compareRequest, { uri: folder.uri('docs/zh/b.md') });
    assert.deepEqual([other.pages?.chinese, other.isSource], [folder.uri('docs/zh/b.md'), undefined]);
  });

  test('an English page, and one without a source, have no progress', async () => {
    const uri = folder.uri('docs/en/c.md');
    await client.open(uri, english);
    assert.equal(await progressOf(uri), null);
    const alone = folder.uri('docs/zh/alone.md');
    await client.open(alone, chinese);
    assert.equal(await progressOf(alone), null);
    assert.equal(await ask(insertAllRequest, { uri: alone }), null);
  });
});
