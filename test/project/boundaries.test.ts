import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { importsOfProduct } from '../../scripts/imports.ts';
import { repository } from '../helpers/workspace.ts';

/** Rooms from the ground up: a room imports itself and those below it, and nothing above. */
const floors = [
  ['server/core/text'],
  ['server/core/lexicon'],
  ['server/core/glossary'],
  ['server/core/markdown'],
  ['server/core/bilingual', 'server/core/style'],
  ['server/core/lint'],
  ['server/core/config'],
  ['server/core/index.ts'],
  ['server/workspace'],
  ['server/lsp', 'server/cli'],
  ['server/node.ts', 'server/browser.ts'],
  ['server/cli.ts'],
];

/** The only files of the product that may know that they run under Node, or in a browser. */
const hosts =
  /^(server\/(node|browser|cli)\.ts|server\/workspace\/(files|history)\/node-(files|git|git-process|save)\.ts|client\/(node|browser)\.ts)$/;
/** Pure helpers of Node that the command line's words are made with. */
const allowedInCli = new Set(['node:util']);

const imports = importsOfProduct();
const files = [...imports.keys()];

function floorOf(file: string): number {
  return floors.findIndex((rooms) => rooms.some((room) => file === room || file.startsWith(`${room}/`)));
}

describe('imports run one way', () => {
  for (const [file, names] of imports) {
    if (!file.startsWith('server/')) continue;
    test(file, () => {
      const floor = floorOf(file);
      assert.ok(floor >= 0, 'stands in a known room');
      for (const name of names.filter((one) => one.startsWith('server/'))) {
        const other = floorOf(name);
        const sameRoom =
          floors[floor]!.find((room) => file.startsWith(room)) === floors[other]?.find((room) => name.startsWith(room));
        assert.ok(other < floor || (other === floor && sameRoom), `imports ${name}, which stands above or beside it`);
      }
    });
  }
});

test('the client imports nothing of the server but the protocol', () => {
  for (const [file, names] of imports) {
    if (!file.startsWith('client/')) continue;
    const server = names.filter((name) => name.startsWith('server/'));
    assert.deepEqual(
      server.filter((name) => name !== 'server/lsp/protocol.ts'),
      [],
      file,
    );
  }
});

test('only the entries and the disk know where they run', () => {
  for (const [file, names] of imports) {
    if (hosts.test(file)) continue;
    const bound = names.filter((name) => /^node:|\/(node|browser)$/.test(name));
    const allowed = file.startsWith('server/cli/') ? allowedInCli : new Set<string>();
    assert.deepEqual(
      bound.filter((name) => !allowed.has(name)),
      [],
      file,
    );
  }
});

test('the core imports neither the editor nor the protocol, and one file alone the Markdown parser', () => {
  for (const [file, names] of imports) {
    if (!file.startsWith('server/core/')) continue;
    assert.deepEqual(
      names.filter((name) => /^vscode/.test(name)),
      [],
      file,
    );
    const source = readFileSync(join(repository, file), 'utf8');
    const usesParser = /^import (?!type)[^;]*from '@lezer\/markdown'/m.test(source);
    assert.equal(usesParser, file === 'server/core/markdown/parse.ts', file);
  }
});

test('no file imports itself by way of others', () => {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: readonly string[]) => {
    assert.notEqual(state.get(file), 'open', [...path, file].join(' → '));
    if (state.get(file)) return;
    state.set(file, 'open');
    for (const name of imports.get(file) ?? []) if (imports.has(name)) visit(name, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
});

test('nothing that a workspace holds can be run or fetched', () => {
  const forbidden = /\beval\(|new Function\(|child_process|\bfetch\(|XMLHttpRequest|WebSocket|node:(?:https?|net|vm)\b/;
  for (const file of files.filter((one) => !one.endsWith('.data.ts'))) {
    const source = readFileSync(join(repository, file), 'utf8');
    // Git alone is run: by its name, without a shell, and with what a checkout could make it run switched off.
    const allowed =
      file === 'server/workspace/history/node-git-process.ts'
        ? source.replace("from 'node:child_process'", '')
        : source;
    assert.doesNotMatch(allowed, forbidden, file);
    if (allowed !== source) {
      assert.match(source, /import \{ type ChildProcessByStdio, spawn \} from/);
      assert.deepEqual(source.match(/\bspawn\([^,]*,/g), ["spawn('git',"]);
      assert.doesNotMatch(source, /\bshell\b/);
    }
  }
});

test('the segmenter reaches no bundle but its own', () => {
  const bundles: { outputs: Record<string, { inputs: Record<string, unknown> }> }[] = JSON.parse(
    readFileSync(join(repository, 'dist/meta.json'), 'utf8'),
  );
  for (const bundle of bundles) {
    for (const [output, { inputs }] of Object.entries(bundle.outputs)) {
      const holds = Object.keys(inputs).some((input) => input.includes('node_modules/segmentit/'));
      if (!output.endsWith('.map')) assert.equal(holds, output.includes('segmenter'), output);
    }
  }
});
