import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cursorTo, until } from './editor.ts';
import { scenario } from './scenario.ts';
import {
  applyQuickFix,
  hideSideBar,
  notifications,
  openFile,
  problems,
  quickFixes,
  runCommand,
  screenshot,
} from './window.ts';

const options = { folder: 'sample', openFile: 'markdown/unit3/README_CN.md' };
const page_CN = 'README_CN.md';

scenario('the page of a rule stands beside the text and stays there', options, async ({ page }) => {
  await hideSideBar(page);
  await cursorTo(page, '3：Stable');
  await quickFixes(page, 'keyboard');
  const why = page.locator('.action-widget .monaco-list-row.action', { hasText: 'Why this rule?' }).first();
  const [, rule = ''] = /\((.*)\)/.exec(await why.innerText()) ?? [];
  await applyQuickFix(page, 'Why this rule?');
  const tab = page.locator('.tab', { hasText: rule });
  await tab.waitFor();
  // The text keeps its column and the keyboard.
  assert.equal(await page.locator('.editor-group-container').count(), 2);
  await page.locator('.editor-group-container.active .tab.active', { hasText: page_CN }).waitFor();
  const words = await ruleText(page);
  await screenshot(page, 'everyday-1-rule');
  assert.ok(words.indexOf('Why') < words.indexOf('理由'), 'English first');
  assert.ok(words.includes('理由'));
});

scenario(
  'a term becomes an entry of a new glossary in three steps, with a way back',
  { folder: 'syntaxes', openFile: 'page_CN.md', files: { 'page_CN.md': '# 页\n\n这里用束搜索。\n' } },
  async ({ page, folder }) => {
    await hideSideBar(page);
    await cursorTo(page, '束搜索');
    for (let count = 0; count < 3; count++) await page.keyboard.press('Shift+ArrowRight');
    await runCommand(page, 'Add to Glossary…');
    const field = page.locator('.quick-input-widget input').first();
    const step = (number: number) => page.locator('.quick-input-title', { hasText: `(${number}/3)` }).waitFor();
    await step(1);
    await screenshot(page, 'everyday-2-step');
    await field.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'A term needs its English name.' }).waitFor();
    await field.fill('beam serch');
    await field.press('Enter');
    await step(2);
    assert.equal(await field.inputValue(), '束搜索');
    await page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await step(1);
    assert.equal(await field.inputValue(), 'beam serch');
    await field.fill('beam search');
    await field.press('Enter');
    await step(2);
    await field.press('Enter');
    await step(3);
    await field.press('Enter');
    const done = (all: string[]) => all.some((text) => text.includes('Added to'));
    await until(page, 'word that the entry is there', () => notifications(page), done);
    await screenshot(page, 'everyday-3-added');
    assert.deepEqual(await page.locator('.tab').count(), 1, 'no tab was opened');
    assert.equal(readFileSync(join(folder, 'glossary.csv'), 'utf8'), 'en,zh,note\nbeam search,束搜索,\n');
    assert.match(readFileSync(join(folder, '.yijiao.jsonc'), 'utf8'), /"glossary\.csv"\n {2}\]\n\}\n$/);
  },
);

const settings = { folder: 'syntaxes', settings: { 'editor.autoClosingBrackets': 'never' } };

scenario('a mistake in the settings is listed once', settings, async ({ page, folder }) => {
  writeFileSync(join(folder, '.yijiao.jsonc'), '{}\n');
  await openFile(page, '.yijiao.jsonc');
  const write = async (text: string) => {
    await page.locator('.tab.active', { hasText: '.yijiao.jsonc' }).click();
    await page.locator('.editor-group-container.active .monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+A');
    // Over a selection a bracket would be put around it.
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
  };
  // The first row is that of the file.
  const told = async (wanted: RegExp) => (await problems(page, wanted)).slice(1);
  await write('{ "rules": { "space-han-latin": "loud" }, "wordz": 3 }\n');
  const faults = await told(/wordz[\s\S]*/);
  await screenshot(page, 'everyday-4-settings');
  assert.equal(faults.length, 2, faults.join('\n'));
  await write('{ "rules": { }\n');
  const [broken, ...more] = await until(
    page,
    'that the brace is missing',
    () => told(/./),
    (rows) => rows.length > 0 && !rows.some((row) => row.includes('wordz')),
  );
  await screenshot(page, 'everyday-5-broken');
  assert.ok(broken);
  assert.deepEqual(more, []);
});

/** The text of the page of a rule: a frame in a frame. */
async function ruleText(page: Page): Promise<string> {
  return until(
    page,
    'the text of the page of the rule',
    async () => {
      const texts = await Promise.all(
        page.frames().map((frame) =>
          frame
            .locator('.markdown-body')
            .first()
            .innerText({ timeout: 500 })
            .catch(() => ''),
        ),
      );
      return texts.join('');
    },
    (text) => text.length > 0,
  );
}
