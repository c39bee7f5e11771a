import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatNamed, formatOf } from '../../../../server/core/glossary/format/index.ts';
import { formats } from '../../../../server/core/glossary/format/list.ts';
import { lostIn } from '../../../../server/core/glossary/format/lost.ts';
import { readGlossary } from '../../../../server/core/glossary/format/read.ts';
import {
  caseModes,
  firstUses,
  keptKinds,
  matchModes,
  plurals,
  regions,
  severities,
  type statuses,
  type Term,
} from '../../../../server/core/glossary/term.ts';

const origin = { file: '', line: 0, from: 0, to: 0 };

function readBack(terms: readonly Term[], format: string) {
  const text = formatNamed(format)!.write(terms);
  const reading = readGlossary(text, `a.${format}`);
  assert.deepEqual(reading.faults, [], text);
  return reading.terms.map((term) => ({ ...term, origin }));
}

const word = fc
  .stringMatching(/^[a-z]{3,8}$/)
  .filter((text) => !/^(?:adj|adv|noun|verb|none|dnt|avoid|never|not)$/.test(text));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const wording = fc.stringMatching(/^[词元注意力机制偏置张量卷积层]{2,6}$/);
/** What only formats hold that do not read a cell: any printable text without blanks at its ends. */
const anyWording = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && text.isWellFormed() && !/[\p{C}\ufdd0-\ufdef]/u.test(text));
const note = fc
  .array(fc.constantFrom('统一', 'see above', 'A | B', '*x*', '<b>', '"q"', '`c`'), { minLength: 1 })
  // A cell that is wholly quoted or emphasised is read without the marks.
  .map((words) => `也见 ${words.join(' ')}`);
const address = fc.webUrl().filter((url) => !/[;|]/.test(url));

type Fields = { readonly [Name in keyof Term]?: fc.Arbitrary<Term[Name]> };

function optional(fields: Fields): fc.Arbitrary<Partial<Term>> {
  return fc.record(fields as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [], noNullPrototype: true });
}

/** Terms with wordings of each status in their order, as many preferred ones as a format can tell apart. */
function termsWith(
  text: fc.Arbitrary<string>,
  names: fc.Arbitrary<string>,
  mostPreferred: number,
  fields: Fields,
): fc.Arbitrary<Term[]> {
  const texts = (status: (typeof statuses)[number], min: number, max: number) =>
    fc.array(text, { minLength: min, maxLength: max }).map((all) => all.map((one) => ({ text: one, status })));
  const term = fc
    .record({
      source: fc.uniqueArray(names, { minLength: 1, maxLength: 3, selector: (one) => one.toLowerCase() }),
      doNotTranslate: fc.boolean(),
      preferred: texts('preferred', 1, mostPreferred),
      others: fc.tuple(texts('admitted', 0, 2), texts('deprecated', 0, 2), texts('forbidden', 0, 2)),
      more: optional(fields),
    })
    .map(({ source, doNotTranslate, preferred, others: [admitted, ...rejected], more }): Term => {
      const all = [...(doNotTranslate ? [] : [...preferred, ...admitted]), ...rejected.flat()];
      const renderings = all.filter((one, index) => all.findIndex((other) => other.text === one.text) === index);
      return { source, renderings, doNotTranslate, ...more, origin };
    });
  return fc.array(term, { minLength: 1, maxLength: 4 });
}

const ofCells: Fields = {
  id: word,
  pos: fc.constantFrom('noun', 'verb', 'adjective', 'adverb'),
  case: fc.constantFrom(...caseModes),
  domain: word,
  region: fc.constantFrom(...regions),
  refs: fc.array(address, { minLength: 1, maxLength: 2 }),
  note,
};

const { case: _, ...ofTbx } = ofCells;

const anyWords = fc.array(anyWording, { minLength: 1, maxLength: 3 });
const everything: Fields = {
  ...ofCells,
  id: anyWording,
  domain: anyWording,
  inflect: fc.boolean(),
  match: fc.constantFrom(...matchModes),
  except: anyWords,
  when: fc.record(
    { context: anyWords, heading: anyWords, files: anyWords },
    { requiredKeys: [], noNullPrototype: true },
  ),
  firstUse: fc.constantFrom(...firstUses),
  plural: fc.constantFrom(...plurals),
  severity: fc.constantFrom(...severities),
  refs: anyWords,
  note: anyWording,
};

describe('what is written is read back', () => {
  const held: [format: string, terms: fc.Arbitrary<Term[]>][] = [
    ['csv', termsWith(wording, name, 1, ofCells)],
    ['tsv', termsWith(wording, name, 1, ofCells)],
    ['md', termsWith(wording, name, 1, ofCells)],
    [
      'tbx',
      termsWith(
        wording,
        anyWording.filter((text) => !/\p{Script=Han}/u.test(text)),
        3,
        ofTbx,
      ),
    ],
    ['yaml', termsWith(anyWording, anyWording, 3, everything)],
    ['json', termsWith(anyWording, anyWording, 3, everything)],
  ];
  for (const [format, terms] of held) {
    test(format, () => {
      fc.assert(
        fc.property(terms, (some) => assert.deepEqual(readBack(some, format), some)),
        { numRuns: 200 },
      );
    });
  }

  test('po', () => {
    const terms = termsWith(wording, name, 1, { domain: word, note }).map((all) =>
      all.map((term) => ({ ...term, renderings: term.renderings.filter(({ status }) => status !== 'deprecated') })),
    );
    fc.assert(
      fc.property(terms, (some) => assert.deepEqual(readBack(some, 'po'), some)),
      { numRuns: 200 },
    );
  });

  test('yaml and json: suggestions, exceptions, a name kept somewhere only, conventions', () => {
    const terms: Term[] = [
      {
        source: ['determinism'],
        renderings: [
          { text: '确定性', status: 'preferred' },
          { text: '决定性', status: 'forbidden', suggest: '确定性', except: ['决定性能'] },
        ],
        doNotTranslate: false,
        origin,
      },
      ...keptKinds.map(
        (keptWhere): Term => ({
          source: ['Trainer'],
          renderings: [{ text: '训练器', status: 'preferred' }],
          doNotTranslate: false,
          keptWhere,
          origin,
        }),
      ),
      {
        source: [],
        renderings: [
          { text: '应用', status: 'preferred' },
          { text: '应用程序', status: 'forbidden' },
        ],
        doNotTranslate: false,
        origin,
      },
    ];
    assert.deepEqual(readBack(terms, 'yaml'), terms);
    assert.deepEqual(readBack(terms, 'json'), terms);
    assert.deepEqual(readBack(terms.slice(3), 'csv'), terms.slice(3));
    assert.deepEqual(readBack(terms.slice(3), 'md'), terms.slice(3));
  });
});

test('every glossary of the fixtures goes through YAML and JSON', () => {
  for (const folder of ['', 'formats/']) {
    const path = new URL(`../../../fixtures/glossaries/${folder}`, import.meta.url);
    for (const file of readdirSync(path)) {
      if (!/\.\w+$/.test(file) || file === 'LICENSES.md') continue;
      const { terms } = readGlossary(readFileSync(new URL(file, path), 'utf8'), file);
      for (const format of ['yaml', 'json']) assert.deepEqual(lostIn(terms, readBack(terms, format)), [], file);
    }
  }
});

test('what a format cannot hold is told', () => {
  const [kept, lost]: Term[] = [
    { source: ['a'], renderings: [{ text: '甲', status: 'preferred' }], doNotTranslate: false, origin },
    { source: ['b'], renderings: [{ text: '乙', status: 'preferred' }], doNotTranslate: false, plural: 'keep', origin },
  ] as Term[];
  assert.deepEqual(lostIn([kept!, lost!], readBack([kept!, lost!], 'csv')), [lost]);
});

test('the name of a file asks for a format', () => {
  const names = [
    'a.CSV',
    'a/b.tsv',
    'x.md',
    'g.yijiao.yml',
    'g.yaml',
    'a.tbx',
    'a.xml',
    'a.po',
    'a',
    'a.xlsx',
    'a.mdx',
    'a.pot',
  ];
  const expected = ['csv', 'tsv', 'md', 'yaml', 'yaml', 'tbx', 'tbx', 'po', undefined, undefined, 'md', 'po'];
  assert.deepEqual(
    names.map((name) => formatOf(name)?.id),
    expected,
  );
});

test('any terms can be written in any format', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 20 });
  const terms = termsWith(anyText, anyText, 3, { ...everything, note: anyText, id: anyText });
  fc.assert(
    fc.property(terms, fc.constantFrom(...formats), (some, { id, write }) => {
      readGlossary(write(some), `a.${id}`);
    }),
    { numRuns: 300 },
  );
});

test('the order of wordings of different status is no part of what a term says', () => {
  const preferred = { text: '甲', status: 'preferred' } as const;
  const deprecated = { text: '乙', status: 'deprecated' } as const;
  const admitted = { text: '丙', status: 'admitted' } as const;
  const origin = { file: 'a.tbx', line: 0, from: 0, to: 0 };
  const term = { source: ['a'], renderings: [preferred, deprecated, admitted], doNotTranslate: false, origin };
  assert.deepEqual(lostIn([term], [{ ...term, renderings: [preferred, admitted, deprecated] }]), []);
  const other = { text: '丁', status: 'preferred' } as const;
  const [a, b] = [
    [preferred, other],
    [other, preferred],
  ].map((renderings) => ({ ...term, renderings }));
  assert.deepEqual(lostIn([a!], [b!]), [a]);
});
