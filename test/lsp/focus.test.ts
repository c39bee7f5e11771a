import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { mostWanted } from '../../server/lsp/diagnostics.ts';
import { visibleNotification } from '../../server/lsp/protocol.ts';
import { inProcess, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const LINES = 11_200;
/** A page with more findings than an editor keeps: two on every other line, the worst of them at its end. */
const text = `${'用A的模型。\n\n'.repeat(LINES / 2)}中文�字。\n`;

describe('a page of 11,200 lines full of findings', () => {
  let folder: TestFolder;
  let client: TestClient;
  let uri: string;
  before(async () => {
    folder = testFolder({});
    client = await inProcess({ folders: [folder.uri('')] });
    uri = folder.uri('a.md');
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const lines = (all: readonly Diagnostic[]) => all.map(({ range }) => range.start.line);
  const showsAll = (all: readonly Diagnostic[], from: number, to: number) => {
    const shown = new Set(lines(all));
    for (let line = from + (from % 2); line <= to; line += 2) if (!shown.has(line)) return false;
    return true;
  };

  test('says how many there are, and shows the most serious wherever they stand', async () => {
    const all = await client.open(uri, text);
    assert.equal(all.length, 1000);
    const [first] = all;
    assert.match(String(first!.message), /^This page has 11201 findings, and 999 of them are shown/);
    assert.deepEqual([first!.severity, first!.range.start.line], [3, 0]);
    assert.ok(lines(all).includes(LINES), 'the character that is broken is an error');
    assert.ok(showsAll(all, 0, 900));
    assert.deepEqual(
      lines(all),
      [...lines(all)].sort((a, b) => a - b),
    );
  });

  test('shows those around the lines that were edited', async () => {
    const start = { line: 8000, character: 0 };
    const all = await client.change(uri, { range: { start, end: start }, text: '这里' });
    assert.equal(all.length, 1000);
    assert.ok(showsAll(all, 7900, 8100));
    assert.ok(lines(all).includes(LINES));
  });

  test('shows those on the lines that are seen, and still those that were edited', async () => {
    await client.connection.sendNotification(visibleNotification, { uri, lines: [{ from: 5000, to: 5060 }] });
    const all = await client.diagnostics(uri, (some) => showsAll(some, 5000, 5060));
    assert.equal(all.length, 1000);
    assert.ok(showsAll(all, 4900, 5160) && showsAll(all, 7950, 8050));
  });
});

test('of a few findings all are wanted, of many those near the focus, in their order', () => {
  const finding = fc.record({
    from: fc.nat(1000),
    level: fc.constantFrom('error' as const, 'warning' as const, 'info' as const, 'hint' as const),
  });
  const line = fc.nat(1000).chain((from) => fc.nat(30).map((more) => ({ from, to: from + more })));
  fc.assert(
    fc.property(fc.array(finding), fc.array(line, { maxLength: 3 }), fc.nat(40), (findings, focus, most) => {
      findings.sort((a, b) => a.from - b.from);
      // One unit of text is a line.
      const wanted = mostWanted(findings, { position: (offset) => ({ line: offset, column: 0 }) }, focus, most);
      assert.equal(wanted.length, Math.min(most, findings.length));
      assert.deepEqual(
        wanted,
        findings.filter((one) => wanted.includes(one)),
      );
      const isIn = ({ from }: { from: number }) => focus.some((range) => range.from <= from && from <= range.to);
      const left = findings.filter((one) => !wanted.includes(one));
      if (left.some(isIn)) assert.ok(wanted.every(isIn));
    }),
  );
});
