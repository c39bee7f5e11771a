import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { jsonText, visible, visibleOutput } from '../../../server/core/text/visible.ts';

const shown: [what: string, text: string, shown: string][] = [
  ['words as they are', '用 A 的“模型”\u3000𠮷 é 👩‍👩‍👧', '用 A 的“模型”\u3000𠮷 é 👩‍👩‍👧'],
  ['an escape', 'a\u001b[31mb', 'a␛[31mb'],
  ['a bell, a backspace, nothing', '\u0007\b\0', '␇␈␀'],
  ['what makes lines', 'a\nb\rc\u0085d\u2028e\u2029', 'a␊b␍c\\u{85}d\\u{2028}e\\u{2029}'],
  ['a tab', 'a\tb', 'a␉b'],
  ['DEL', '\u007f', '␡'],
  ['C1', '\u009b31m\u009d0;x\u009c', '\\u{9b}31m\\u{9d}0;x\\u{9c}'],
  ['what turns the order', '\u202ea\u2066b\u200f\u061c', '\\u{202e}a\\u{2066}b\\u{200f}\\u{61c}'],
];

describe('text for a terminal', () => {
  for (const [what, text, expected] of shown) test(what, () => assert.equal(visible(text), expected));

  const unsafe = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  const hostile = fc.string({
    unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...'\u001b[m;31\n\t\u009b')),
  });

  test('any text: nothing of it can act, and what is harmless stays', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(visible(text), unsafe);
        assert.doesNotMatch(visibleOutput(text, false).replace(/[\n\t]/g, ''), unsafe);
        assert.doesNotMatch(visibleOutput(text, true).replace(/[\n\t]|\u001b\[\d+(;\d+)*m/g, ''), unsafe);
        if (!unsafe.test(text)) assert.equal(visible(text), text);
      }),
    );
  });

  test('any value: its JSON says the same and holds nothing that can act', () => {
    fc.assert(
      fc.property(fc.dictionary(hostile, hostile), (value) => {
        const json = jsonText({ ...value });
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify({ ...value })));
        assert.doesNotMatch(json.replaceAll('\n', ''), unsafe);
      }),
    );
  });

  test('colours of the program stay where there are any', () => {
    assert.equal(visibleOutput('\u001b[31merror\u001b[39m\t用\n', true), '\u001b[31merror\u001b[39m\t用\n');
    assert.equal(visibleOutput('\u001b[31m\u001b[2J\u001b]0;x\u0007', true), '\u001b[31m␛[2J␛]0;x␇');
    assert.equal(visibleOutput('\u001b[31merror\n', false), '␛[31merror\n');
  });
});
