import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { commands } from '../../server/lsp/protocol.ts';
import { inProcess } from '../helpers/lsp.ts';
import { sampleFolder } from '../helpers/workspace.ts';

test('the edit of an action that is offered without one comes when it is chosen', async () => {
  const folder = sampleFolder();
  const client = await inProcess({ folders: [folder.uri('')] });
  const uri = folder.uri('new.md');
  await client.open(uri, '用CLIP的,好\n');
  const chosen = { title: 'Fix all', data: { uri, rule: 'space-han-latin' } };
  const resolved: CodeAction = await client.connection.sendRequest('codeAction/resolve', chosen);
  assert.equal(client.apply(uri, resolved), '用 CLIP 的,好\n');
  const elsewhere = { title: 'Fix all', data: { uri: folder.uri('closed.md'), rule: 'space-han-latin' } };
  assert.deepEqual(await client.connection.sendRequest('codeAction/resolve', elsewhere), elsewhere);
  await client.stop();
  folder.remove();
});

const explained: [text: string, at: number, title: RegExp][] = [
  ['用CLIP的。\n', 0, /^Why this rule\? \(space-han-latin\)$/],
  // Its fix would begin and end emphasis elsewhere.
  [
    '用。*。*_[*。*](u)——_的。\n',
    1,
    /^No fix here: it would change how the page is read\. Why this rule\? \(repeated-mark\)$/,
  ],
];

for (const [text, at, title] of explained) {
  test(`what is told of a finding in ${JSON.stringify(text)}`, async () => {
    const folder = sampleFolder();
    const client = await inProcess({
      folders: [folder.uri('')],
      initializationOptions: { commands: [commands.openRule] },
    });
    const page = folder.uri('new.md');
    await client.open(page, text);
    const place = { line: 0, character: at };
    const told = (await client.actions(page, { start: place, end: place })).map((action) => action.title);
    assert.ok(
      told.some((one) => title.test(one)),
      told.join('\n'),
    );
    await client.stop();
    folder.remove();
  });
}
