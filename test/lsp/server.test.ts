import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CompareResult } from '../../server/lsp/protocol.ts';
import { inProcess, overStdio, rangeOf, type StartClient, type TestClient } from '../helpers/lsp.ts';
import { productNode, repository, sampleFolder, type TestFolder } from '../helpers/workspace.ts';

const transports: [name: string, start: StartClient][] = [
  ['in process', inProcess],
  ['over stdio', overStdio(productNode, join(repository, 'dist/cli.cjs'), 'lsp', '--stdio')],
  ['over stdio, the server alone', overStdio(productNode, join(repository, 'dist/server.cjs'), '--stdio')],
];

const PAGE = 'markdown/unit3/README_CN.md';
const SOURCE = 'unit3/README.md';

for (const [name, start] of transports) {
  describe(`the server ${name}`, () => {
    let folder: TestFolder;
    let client: TestClient;
    let page: string;
    let text: string;

    before(async () => {
      folder = sampleFolder();
      client = await start({ folders: [folder.uri('')] });
      page = folder.uri(PAGE);
      text = readFileSync(folder.at(PAGE), 'utf8');
      await client.open(page, text);
    });
    after(async () => {
      await client.stop();
      folder.remove();
    });

    test('says that its offsets are UTF-16', () => {
      assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    });

    test('publishes one diagnostic a defect, with the rule and the page of the rule', async () => {
      const diagnostics = await client.diagnostics(page, (all) => all.length > 40);
      const range = rangeOf(text, '为CLIP的');
      const start = { ...range.start };
      const here = diagnostics.filter(
        (one) => one.range.start.line === start.line && one.range.start.character === start.character,
      );
      assert.equal(here.length, 1);
      const [diagnostic] = here;
      assert.deepEqual(diagnostic!.range.end, { line: start.line, character: start.character + 2 });
      assert.equal(diagnostic!.code, 'space-han-latin');
      assert.equal(diagnostic!.source, 'yijiao');
      assert.match(diagnostic!.codeDescription!.href, /docs\/rules\/space-han-latin\.md$/);
      assert.equal(diagnostic!.severity, 2);
      assert.match(String(diagnostic!.message), /Add a space/);
    });

    test('offers to fix this, all of this rule, and to disable it', async () => {
      const actions = await client.actions(page, rangeOf(text, '为C'));
      assert.deepEqual(
        actions.map((action) => action.title),
        [
          'Add a space',
          'Fix all “Space between Chinese and Latin letters” in this file',
          'Disable space-han-latin for this line (writes a comment above it)',
          'Disable space-han-latin in this file (writes a comment into it)',
          'Add “名为CLIP” to the words of the project',
          'Your pages do so in 111 of 134 places: settle it (in .yijiao.jsonc)',
          'Turn space-han-latin off for the project (in .yijiao.jsonc)',
          'Fix everything that is safe in this page (43)',
        ],
      );
      assert.equal(actions[0]!.isPreferred, true);
      assert.ok(client.apply(page, actions[0]!).includes('名为 CLIP的预训练'));
      const all = client.apply(page, actions[1]!);
      assert.ok(all.includes('名为 CLIP 的预训练 transformer 模型'));
      assert.ok(all.includes('需要16倍'), 'other rules are left alone');
      assert.ok(
        client.apply(page, actions[2]!).includes('<!-- yijiao-disable-next-line space-han-latin -->\n为了达成这一目的'),
      );
    });

    test('fixes all at once, in small edits', async () => {
      const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const [action] = await client.actions(page, whole, ['source.fixAll']);
      assert.equal(action!.kind, 'source.fixAll.yijiao');
      const edits = action!.edit!.changes![page]!;
      assert.ok(edits.length > 30 && edits.every((edit) => edit.newText.length < 4));
      const fixed = client.apply(page, action!);
      assert.ok(fixed.includes('名为 CLIP 的预训练 transformer 模型') && fixed.includes('需要 16 倍'));
    });

    test('offers each approved term for a forbidden rendering', async () => {
      const diagnostics = await client.diagnostics(page);
      assert.equal(diagnostics.filter((one) => one.code === 'forbidden-term').length, 4);
      const actions = await client.actions(page, rangeOf(text, '文字提示'));
      assert.equal(actions[0]!.title, 'Replace with “文本提示”');
      assert.ok(client.apply(page, actions[0]!).includes('一个输入文本提示会首先'));
    });

    test('shows what the glossary says of a Chinese and of an English term', async () => {
      const chinese = rangeOf(text, '自注意力机制').start;
      const shown = await client.hover(page, chinese.line, chinese.character + 2);
      assert.match(shown!, /\*\*self\\-attention\*\*/);
      assert.match(shown!, /自注意力机制 · preferred/);
      assert.match(shown!, /自关注机制~~ · do not use/);
      assert.match(shown!, /glossary\\\.csv, line 7/);
      const source = folder.uri(SOURCE);
      const english = readFileSync(folder.at(SOURCE), 'utf8');
      assert.deepEqual(await client.open(source, english), []);
      const place = rangeOf(english, 'self-attention').start;
      assert.match((await client.hover(source, place.line, place.character + 1))!, /自注意力机制/);
      const inCode = rangeOf(text, '#diffusion-models-class').start;
      assert.equal(await client.hover(page, inCode.line, inCode.character + 1), undefined);
    });

    test('compares the page with its source, from either side', async () => {
      for (const uri of [page, folder.uri(SOURCE)]) {
        const result: CompareResult = await client.connection.sendRequest('yijiao/compare', { uri });
        assert.deepEqual(result.pages, { chinese: page, english: folder.uri(SOURCE) });
        assert.equal(result.pairs.length, 51);
        assert.deepEqual(
          result.pairs.filter((pair) => pair.state === 'missing' || pair.state === 'extra'),
          [],
        );
        assert.deepEqual(result.pairs[0], {
          chinese: { from: 0, to: 0 },
          english: { from: 0, to: 0 },
          state: 'aligned',
        });
      }
    });

    test('follows incremental changes', async () => {
      const uri = folder.uri('typing.md');
      assert.deepEqual(await client.open(uri, '第一段。\n\n名为模型'), []);
      const at = (line: number, from: number, to: number) => ({
        start: { line, character: from },
        end: { line, character: to },
      });
      assert.equal((await client.change(uri, { range: at(2, 2, 2), text: 'CLIP' })).length, 2);
      assert.equal((await client.change(uri, { range: at(2, 2, 2), text: ' ' })).length, 1);
      assert.deepEqual(await client.change(uri, { range: at(2, 7, 7), text: ' ' }), []);
      assert.equal(client.text(uri), '第一段。\n\n名为 CLIP 模型');
    });

    test('checks MDX', async () => {
      const uri = folder.uri('quiz.mdx');
      const quiz = '<Question\n  choices={[\n    { text: "正确,因为A" },\n\n  ]}\n/>\n\n用A的\n';
      assert.equal((await client.open(uri, quiz, 'mdx')).length, 2);
      const actions = await client.actions(uri, rangeOf(quiz, '用A'));
      const silence = actions.find((action) => action.title.startsWith('Disable'))!;
      assert.match(client.apply(uri, silence), /\{\/\* yijiao-disable-next-line space-han-latin \*\/\}\n用A的/);
    });
  });
}
