import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pausedNotification } from '../../server/lsp/protocol.ts';
import { rangeOf } from '../helpers/lsp.ts';
import { chinese, within } from '../helpers/project.ts';
import { testFolder } from '../helpers/workspace.ts';

describe('a pause', () => {
  test('takes all findings back and offers nothing until it ends', () =>
    within(
      testFolder({ 'a.md': chinese('用A。'), 'b.md': chinese('用A。'), '.yijiao.jsonc': '{ "nonsense": 1 }' }),
      async ({ client, check, folder, found }) => {
        const uri = folder.uri('b.md');
        const text = chinese('用A。');
        await client.open(uri, text);
        await check();
        await found('a.md', 1);
        await found('.yijiao.jsonc', 1);
        await client.connection.sendNotification(pausedNotification, { isPaused: true });
        for (const name of ['a.md', 'b.md', '.yijiao.jsonc']) await found(name, 0);
        assert.deepEqual(await client.actions(uri, rangeOf(text, '用A')), []);
        assert.equal((await check()).isPartial, true);
        await client.connection.sendNotification(pausedNotification, { isPaused: false });
        for (const name of ['a.md', 'b.md', '.yijiao.jsonc']) await found(name, 1);
        assert.ok((await client.actions(uri, rangeOf(text, '用A'))).length > 0);
      },
    ));

  test('can be there from the start', () =>
    within(
      testFolder({ 'a.md': chinese('用A。') }),
      async ({ client, check, found, folder }) => {
        const uri = folder.uri('a.md');
        const textDocument = { uri, languageId: 'markdown', version: 1, text: chinese('用A。') };
        await client.connection.sendNotification('textDocument/didOpen', { textDocument });
        assert.equal((await check()).pages, 0);
        await client.connection.sendNotification(pausedNotification, { isPaused: false });
        await found('a.md', 1);
      },
      { paused: true },
    ));
});
