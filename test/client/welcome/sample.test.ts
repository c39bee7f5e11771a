import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE_PAGE, sample } from '../../../client/welcome/sample.data.ts';
import { type CompareResult, compareRequest } from '../../../server/lsp/protocol.ts';
import { inProcess, rangeOf, type TestClient } from '../../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../../helpers/workspace.ts';

const text = sample[SAMPLE_PAGE]!;

// Without a workspace, as in an empty window.
describe('the sample pages show', () => {
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    folder = testFolder(sample);
    client = await inProcess();
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });
  const uri = () => folder.uri(SAMPLE_PAGE);

  test('each kind of finding', async () => {
    const codes = (await client.open(uri(), text)).map(({ code }) => code).sort();
    assert.deepEqual(
      [...new Set(codes)],
      ['forbidden-term', 'fullwidth-comma', 'missing-block', 'number-differs', 'space-han-digit', 'space-inline-code'],
    );
  });

  test('what can be fixed at once', async () => {
    const [all] = await client.actions(uri(), rangeOf(text, '扩散'), ['source.fixAll.yijiao']);
    assert.ok(all);
    const fixed = client.apply(uri(), all);
    assert.match(fixed, /用 600 张/);
    assert.match(fixed, /调用 `pipe\(prompt\)`。/);
  });

  test('what is missing beside the English', async () => {
    const { pages, pairs } = await client.connection.sendRequest<CompareResult>(compareRequest, { uri: uri() });
    assert.equal(pages?.english, folder.uri('guide.md'));
    assert.equal(pairs.filter(({ state }) => state === 'missing').length, 1);
    assert.deepEqual([...new Set(pairs.map(({ state }) => state))].sort(), ['aligned', 'missing']);
  });

  test('an entry of the glossary in a hover', async () => {
    const { line, character } = rangeOf(text, '文本提示').start;
    assert.match((await client.hover(uri(), line, character + 1)) ?? '', /text prompt/);
  });
});
