import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLogParser, type FileChange } from '../../../server/workspace/history/node-git-log.ts';
import { createParser, type GitObject } from '../../../server/workspace/history/node-git-objects.ts';

const id = (digit: string) => digit.repeat(40);
const none = id('0');

/** A text in pieces of any size. */
const pieces = (text: string) => {
  const bytes = Buffer.from(text);
  return fc.array(fc.nat(bytes.length), { maxLength: 8 }).map((cuts) => {
    const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
    return places.slice(1).map((to, i) => bytes.subarray(places[i]!, to));
  });
};

test('the log is read in pieces of any size', () => {
  const log = [
    `\u0001${id('a')}\u0002HEAD -> main, tag: grafted-1`,
    `\n:100644 100644 ${id('1')} ${id('2')} M`,
    'docs/页 ":\u0001.md',
    `:100644 100644 ${id('3')} ${id('4')} R087`,
    'old\n.md',
    'docs/new.md',
    `:100644 100644 ${id('5')} ${id('6')} M`,
    'code.ts',
    `\u0001${id('b')}\u0002`,
    '',
    `::100644 100644 100644 ${id('7')} ${id('8')} ${id('9')} MM`,
    'docs/new.md',
    `\u0001${id('c')}\u0002grafted`,
    `\n:000000 100644 ${none} ${id('1')} A`,
    'a.md',
    `:100644 000000 ${id('1')} ${none} D`,
    'b.md',
    '',
  ].join('\0');
  const change = (order: number, revision: string, path: string, before: string[], content?: string) => ({
    order,
    revision: id(revision),
    path,
    from: path,
    likeness: 100,
    content: content && id(content),
    before: before.map(id),
    isCut: revision === 'c',
  });
  const expected: FileChange[] = [
    change(0, 'a', 'docs/页 ":\u0001.md', ['1'], '2'),
    { ...change(0, 'a', 'docs/new.md', ['3'], '4'), from: 'old\n.md', likeness: 87 },
    change(1, 'b', 'docs/new.md', ['7', '8'], '9'),
    change(2, 'c', 'a.md', [], '1'),
    change(2, 'c', 'b.md', ['1']),
  ];
  fc.assert(
    fc.property(pieces(log), (parts) => {
      const found: FileChange[] = [];
      const read = createLogParser((one) => found.push(one));
      for (const part of parts) read(part);
      assert.deepEqual(found, expected);
    }),
  );
});

test('objects are read in pieces of any size', () => {
  const output = `${id('a')} blob 7\na\nmis\n\0\n${id('f')}:x missing\n${id('b')} blob 0\n\nname ambiguous\n${id('c')} commit 2\n\n\n\n`;
  fc.assert(
    fc.property(pieces(output), (parts) => {
      const found: (GitObject | undefined)[] = [];
      const read = createParser((one) => found.push(one));
      for (const part of parts) read(part);
      assert.deepEqual(
        found.map((one) => one && [one.id[0], one.type, Buffer.from(one.bytes!).toString()]),
        [['a', 'blob', 'a\nmis\n\0'], undefined, ['b', 'blob', ''], undefined, ['c', 'commit', '\n\n']],
      );
    }),
  );
});
