import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundledPackages, packageName, thirdPartyNotices } from '../../scripts/notices.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { profiles } from '../../server/core/style/style.ts';
import { repository, testFolder } from '../helpers/workspace.ts';

const text = (path: string) => readFileSync(join(repository, path), 'utf8');
const json = (path: string) => JSON.parse(text(path));
const manifest = json('package.json');

test('every %placeholder% of the manifest is said in both languages, and nothing else is', () => {
  const used = new Set([...text('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!));
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    assert.deepEqual(Object.keys(json(file)).sort(), [...used].sort(), file);
  }
});

// VS Code takes a text of the manifest between two % for the key of another, and complains that there is none.
test('no text begins and ends with % that is not the name of another', () => {
  const names = new Set(Object.keys(json('package.nls.json')).map((name) => `%${name}%`));
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((part) => textsIn(part));
  const files = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'];
  const texts = files.flatMap((file) => textsIn(json(file)));
  assert.ok(texts.length > 500);
  assert.deepEqual(
    texts.filter((one) => one.startsWith('%') && one.endsWith('%') && !names.has(one)),
    [],
  );
});

test('every sentence of the client is said in Chinese, with the same arguments', () => {
  const chinese: Record<string, string> = json('l10n/bundle.l10n.zh-cn.json');
  const said = globSync('client/**/*.ts', { cwd: repository }).flatMap((file) =>
    [...text(file).matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]!),
  );
  assert.deepEqual(Object.keys(chinese).sort(), [...new Set(said)].sort());
  const args = (sentence: string) => [...new Set(sentence.match(/\{\d\}/g))].sort();
  for (const [english, translation] of Object.entries(chinese)) assert.deepEqual(args(translation), args(english));
});

test('no text of one language stands among those of the other', () => {
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text.replace(/译校|豆瓣FM/g, ''));
  const isForBoth = (text: string) => !/[A-Za-z]{3}/.test(text.replace(/\{\d\}|Yijiao|译校|^docs\/images\/.*/g, ''));
  for (const [name, text] of Object.entries<string>(json('package.nls.json'))) assert.ok(!isChinese(text), name);
  for (const [english, chinese] of Object.entries<string>(json('l10n/bundle.l10n.zh-cn.json'))) {
    assert.ok(!isChinese(english), english);
    assert.ok(isChinese(chinese) || isForBoth(english), english);
  }
  for (const [name, text] of Object.entries<string>(json('package.nls.zh-cn.json')))
    assert.ok(isChinese(text) || isForBoth(text), name);
});

test('the Chinese of VS Code for Taiwan finds ours', () => {
  for (const file of ['package.nls', 'l10n/bundle.l10n'])
    assert.deepEqual(json(`${file}.zh-tw.json`), json(`${file}.zh-cn.json`));
});

test('every command stands below the name of the extension in both languages', () => {
  for (const { command, category } of manifest.contributes.commands) assert.equal(category, '译校 Yijiao', command);
});

test('every command of the manifest is registered by the client', () => {
  const source = globSync('client/**/*.ts', { cwd: repository }).map(text).join('\n');
  for (const { command } of manifest.contributes.commands) assert.ok(source.includes(`'${command}'`), command);
});

test('every rule has its page, and is in the schema', () => {
  const schema = json('docs/yijiao.schema.json');
  for (const { id } of rules) {
    assert.ok(existsSync(join(repository, `docs/rules/${id}.md`)), id);
    assert.ok(schema.$defs.rules.properties[id], id);
  }
});

test('every profile is named wherever they are listed', () => {
  const lists = [
    ...['package.nls.json', 'package.nls.zh-cn.json'].map((file) => json(file)['settings.style.description'] as string),
    ...['README.md', 'README.zh-CN.md'].map(text),
  ];
  for (const list of lists) for (const name of Object.keys(profiles)) assert.ok(list.includes(`\`${name}\``), name);
});

test('what the manifest names is there and is packed', () => {
  const { contributes } = manifest;
  const named = [
    manifest.main,
    manifest.browser,
    manifest.icon,
    ...contributes.walkthroughs.flatMap(({ steps }: { steps: { media: { image: string } }[] }) =>
      steps.flatMap(({ media }) =>
        ['package.nls.json', 'package.nls.zh-cn.json'].map((file) => json(file)[media.image.slice(1, -1)]),
      ),
    ),
    ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
    ...contributes.jsonValidation.map((entry: { url: string }) => entry.url),
    ...contributes.yamlValidation.map((entry: { url: string }) => entry.url),
  ];
  for (const path of named) assert.ok(existsSync(join(repository, path)), path);
});

// A shell remembers which Node it found first, also when `npm ci` has put another before it.
test('a script that installs Node leaves it to another script to run it', () => {
  for (const [name, script] of Object.entries<string>(manifest.scripts)) {
    const [, after = ''] = script.split('scripts/setup.mjs');
    assert.doesNotMatch(after, /\bnode /, name);
  }
});

const bundledFiles = () =>
  (json('dist/meta.json') as { inputs: Record<string, unknown> }[]).flatMap((bundle) => Object.keys(bundle.inputs));

test('the third-party notices follow from the packages in the bundles', async () => {
  assert.equal(
    text('THIRD_PARTY_NOTICES.md'),
    await thirdPartyNotices(repository, bundledFiles()),
    'run: npm run notices',
  );
});

test('the third-party notices hold the full licence of every package in the bundles', () => {
  const packages = bundledPackages(bundledFiles());
  assert.ok(packages.length > 10);
  for (const folder of packages) {
    const { version } = json(`${folder}/package.json`);
    const [, section = ''] = text('THIRD_PARTY_NOTICES.md').split(`\n## ${packageName(folder)} ${version}`);
    const [, licence = ''] = /^[^\n]*\n\n```text\n([\s\S]*?)\n```/.exec(section) ?? [];
    assert.ok(licence.length > 500, folder);
    // Whose it is, what is allowed, and that nothing is warranted.
    for (const part of [/copyright|licensor/i, /permi|redistribution|grant|right/i, /warrant/i])
      assert.match(licence, part, folder);
  }
});

test('a package without any licence text is no part of the bundles', async () => {
  const folder = testFolder({ 'node_modules/@a/b/package.json': '{ "version": "1.0.0", "license": "MIT" }' });
  const notices = () => thirdPartyNotices(folder.path, ['node_modules/@a/b/index.js']);
  await assert.rejects(notices, /@a\/b is bundled and holds no licence text/);
  folder.write('scripts/licences/@a+b.txt', 'Source: https://example.com\n\nAll of it.\n');
  assert.match(
    await notices(),
    /## @a\/b 1\.0\.0 \(MIT\)\n\n```text\nSource: https:\/\/example\.com\n\nAll of it\.\n```/,
  );
  folder.remove();
});
