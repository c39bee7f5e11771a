import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { main } from '../../server/cli/main.ts';
import type { Terminal } from '../../server/cli/terminal.ts';
import { configSchema } from '../../server/core/config/schema.ts';
import { appendTerm } from '../../server/core/glossary/edit/append.ts';
import { editEntry } from '../../server/core/glossary/edit/edit-entry.ts';
import { fieldsOf } from '../../server/core/glossary/edit/entry-fields.ts';
import { renameInRow } from '../../server/core/glossary/edit/rename.ts';
import { type Ability, abilities } from '../../server/core/glossary/format/abilities.ts';
import { formatOf, glossaryExtensions } from '../../server/core/glossary/format/index.ts';
import { formats } from '../../server/core/glossary/format/list.ts';
import { lostIn } from '../../server/core/glossary/format/lost.ts';
import { fileFaults, readGlossary } from '../../server/core/glossary/format/read.ts';
import type { Term } from '../../server/core/glossary/term.ts';
import { applyEdits } from '../../server/core/text/span.ts';
import { repository } from '../helpers/workspace.ts';

/** What a new glossary format needs, beside its file in `server/core/glossary/format/`. What is forgotten is named by its test. */
const text = (file: string) => readFileSync(join(repository, file), 'utf8');
const folder = 'server/core/glossary/format';
const samples = 'test/fixtures/glossaries/formats';

test('every file that holds a format is in the list, once', async () => {
  const files = readdirSync(join(repository, folder)).filter((name) => name.endsWith('.ts'));
  const made = await Promise.all(files.map(async (file) => (await import(join(repository, folder, file))).default));
  const known = made.filter((one) => one !== undefined);
  assert.deepEqual(new Set(known), new Set(formats));
  assert.equal(known.length, formats.length);
  assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
  assert.equal(new Set(glossaryExtensions).size, glossaryExtensions.length, 'an extension leads to one format');
});

const origin = { file: '', line: 0, from: 0, to: 0 };
const plain = { source: ['mask'], renderings: [{ text: '掩膜', status: 'preferred' }], doNotTranslate: false } as const;
const also = (
  ...more: readonly [string, 'preferred' | 'admitted' | 'deprecated' | 'forbidden'][]
): Omit<Term, 'origin'> => ({
  ...plain,
  renderings: [...plain.renderings, ...more.map(([text, status]) => ({ text, status }))],
});

/** Terms of which each is more than a format can say that lacks the ability. */
const needing: Record<Ability, readonly Omit<Term, 'origin'>[]> = {
  wordings: [{ ...also(['蒙版', 'forbidden']), note: '统一' }],
  kept: [{ source: ['GPU'], renderings: [], doNotTranslate: true }],
  admitted: [also(['掩码', 'admitted'])],
  deprecated: [also(['旧掩膜', 'deprecated'])],
  severalPreferred: [also(['掩码', 'preferred'])],
  domain: [{ ...plain, domain: 'vision' }],
  details: [
    { ...plain, pos: 'noun' },
    { ...plain, region: 'zh-TW' },
    { ...plain, refs: ['https://example.org/1'] },
    { ...plain, id: 'm1' },
  ],
  case: [{ ...plain, case: 'yes' }],
  conventions: [{ ...also(['应用程序', 'forbidden']), source: [] }],
  marks: [
    { ...plain, source: ['mask (a, b)'] },
    { ...plain, renderings: [{ text: '甲/乙（丙，丁）', status: 'preferred' }] },
  ],
  conditions: [
    { ...plain, when: { context: ['image'] } },
    { ...plain, firstUse: 'zh（en）' },
    { ...plain, plural: 'keep' },
    { ...plain, match: 'prefix' },
    { ...plain, except: ['mask layer'] },
    { ...plain, renderings: [...plain.renderings, { text: '蒙版', status: 'forbidden', suggest: '掩膜' }] },
    { ...plain, severity: 'hint' },
  ],
};

for (const format of formats) {
  const { id, extensions, name, docs } = format;
  const isOf = (file: string) => formatOf(file) === format;
  const fixtures = readdirSync(join(repository, samples)).filter(isOf);

  describe(id, () => {
    test('its names lead to it', () => {
      assert.ok(extensions.includes(id), `.${id} is among its extensions, for --to and --out`);
      for (const extension of extensions) {
        assert.ok(isOf(`a.${extension}`) && isOf(`docs/a.${extension.toUpperCase()}`));
        assert.ok(glossaryExtensions.includes(extension), 'is watched');
      }
    });

    test(`${samples}/ has a file that is read, and written without a loss`, () => {
      assert.ok(fixtures.length > 0);
      const whole = fixtures.filter((file) => {
        const { terms, faults } = readGlossary(text(join(samples, file)), file);
        const back = readGlossary(format.write(terms), `a.${id}`);
        return terms.length > 0 && faults.length === 0 && lostIn(terms, back.terms).length === 0;
      });
      assert.ok(whole.length > 0, fixtures.join());
    });

    test('it lacks what it says, and nothing else', () => {
      for (const ability of Object.keys(abilities) as Ability[]) {
        for (const one of needing[ability]) {
          const terms = [{ ...one, origin }];
          const written = format.write(terms);
          const isLost = lostIn(terms, readGlossary(written, `a.${id}`).terms).length > 0;
          assert.equal(
            isLost,
            format.lacks.some((lack) => lack === ability),
            `${ability}: ${written}`,
          );
        }
      }
    });

    test('an entry is added to each of its files, changed and renamed', () => {
      for (const file of fixtures) {
        const before = text(join(samples, file));
        const added = appendTerm(before, file, { source: 'sun dial', target: '日晷' });
        assert.ok(added, `${file}: added`);
        const longer = applyEdits(before, [added]);
        const term = readGlossary(longer, file).terms.find(({ source }) => source[0] === 'sun dial')!;
        const edits = editEntry(longer, term, { ...fieldsOf(term), approved: '日规' });
        assert.ok(edits, `${file}: changed`);
        const renamed = renameInRow(longer, term, '日晷', '日规');
        assert.ok(renamed, `${file}: renamed`);
        const said = (changed: string) => readGlossary(changed, file).terms.map(({ renderings }) => renderings);
        assert.deepEqual(said(applyEdits(longer, edits)), said(applyEdits(longer, renamed)));
      }
    });

    test('the tables of the tests for reading, adding and changing have rows about it', () => {
      const tests = ['format/formats', 'edit/append', 'edit/edit-entry'].map(
        (one) => `test/core/glossary/${one}.test.ts`,
      );
      for (const file of tests) {
        assert.ok(new RegExp(`'[\\w.-]+\\.(?:${extensions.join('|')})'`).test(text(file)), file);
      }
      assert.ok(
        fixtures.some((file) => text(tests[0]!).includes(`'${file}': [`)),
        'formats.test.ts says what a file of the fixtures holds',
      );
      assert.ok(text('test/core/glossary/format/write.test.ts').includes(`'${id}'`), 'write.test.ts');
    });

    test('people are told of it', async () => {
      const lines = text('CHANGELOG.md').split(/\n(?=- )/);
      assert.ok(
        lines.some((line) => /glossar/i.test(line) && new RegExp(`\\b${name.en}\\b`).test(line)),
        'CHANGELOG.md',
      );
      for (const [file, language] of [
        ['docs/glossary.md', 'en'],
        ['docs/glossary.zh-CN.md', 'zh'],
      ] as const) {
        assert.ok(text(file).includes(`| ${name[language]} | \`.${extensions[0]}\``), file);
        assert.ok(docs.reading[language].length > 0);
        for (const message of Object.values(fileFaults)) assert.ok(message[language].includes(name[language]));
        const { glossary } = configSchema().$defs as { glossary: { description: string } };
        assert.ok(glossary.description.includes(name[language]));
        let help = '';
        await main(['--help'], { language, out: (said: string) => (help += said) } as unknown as Terminal);
        assert.match(help, new RegExp(`convert .*\\b${id}\\b`));
      }
      for (const file of ['README.md', 'README.zh-CN.md']) assert.ok(text(file).includes(name.en), file);
    });
  });
}

test('an editor offers the schema of entries in the files of which their format says so', () => {
  const { contributes } = JSON.parse(text('package.json'));
  for (const { schema } of formats) {
    if (!schema) continue;
    const offered = contributes[schema.point].flatMap((one: { fileMatch: string | string[] }) => one.fileMatch);
    for (const file of schema.files) assert.ok(offered.includes(file), file);
  }
});
