import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { importsOfProduct } from '../../scripts/imports.ts';
import { languageOf } from '../../server/core/text/bilingual.ts';
import { repository } from '../helpers/workspace.ts';

const sources = [...importsOfProduct().keys()]
  .filter((file) => file.startsWith('server/'))
  .map((file) => ({ file, source: readFileSync(join(repository, file), 'utf8') }));

/** Where a setting and a locale become a language. */
const resolver = 'server/core/text/bilingual.ts';
/** Where `en` and `zh` are columns of somebody's table. */
const columns = 'server/core/glossary/format/cells/';
const choices = /[!=]==? ['"](?:en|zh)['"]|['"](?:en|zh)['"] [!=]==?|case ['"](?:en|zh)['"]:|\b(?:zh|en) \?(?![.?])/;

test('words for people are looked up by language, and no source asks which language it is', () => {
  assert.match("language === 'zh' ? '没有' : 'none'", choices);
  assert.match("const word = zh ? '没有' : 'none'", choices);
  assert.ok(sources.length > 300);
  for (const { file, source } of sources) {
    const found = source.split('\n').filter((line) => choices.test(line));
    if (file === resolver) assert.equal(found.length, 1);
    else if (!file.startsWith(columns)) assert.deepEqual(found, [], file);
  }
});

test('a sentence stands in one place', () => {
  const places = new Map<string, string[]>();
  for (const { file, source } of sources) {
    for (const [, language, , text] of source.matchAll(/\b(en|zh):\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/g)) {
      if (!isSentence(language!, text!)) continue;
      places.set(text!, [...(places.get(text!) ?? []), file]);
    }
  }
  assert.ok(places.size > 1000);
  const repeated = [...places].filter(([, files]) => files.length > 1);
  assert.deepEqual(Object.fromEntries(repeated), {});
});

/** Single words and short names may be the same by chance. */
function isSentence(language: string, text: string): boolean {
  return language === 'en' ? text.split(' ').length > 2 : text.length > 6;
}

describe('a language follows the setting, then the locale', () => {
  const rows: [locale: string | undefined, setting: unknown, language: string][] = [
    ['zh-cn', undefined, 'zh'],
    ['zh-CN', 'auto', 'zh'],
    ['zh_CN.UTF-8', undefined, 'zh'],
    ['zh-TW', 'en', 'en'],
    ['en-US', undefined, 'en'],
    ['en_GB.UTF-8', 'zh', 'zh'],
    ['C', undefined, 'en'],
    ['', undefined, 'en'],
    [undefined, undefined, 'en'],
    ['de', 7, 'en'],
  ];
  for (const [locale, setting, language] of rows) {
    test(`${locale} with ${setting} speaks ${language}`, () => assert.equal(languageOf(locale, setting), language));
  }
});
