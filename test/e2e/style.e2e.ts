import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { until, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import { answer, choose, listed, notifications, openFile, runCommand, screenshot, settled } from './window.ts';

/** Pages that agree on blanks beside Latin words and are divided about brackets. */
const pages = {
  'a.md': '# 训练\n\n使用 PyTorch 训练模型（见下文）。\n\n再用 NumPy 处理（可选）。\n\n结果交给 CLIP 模型（完）。\n',
  'b.md': '# 加载\n\n加载 BERT 模型，然后调用GPU计算。\n\n输出 JSON 文件(可选)。\n\n占用内存(约)。\n',
  'c.md': '# 系统\n\n这里是 Linux 系统。\n\n下载 Docker 镜像(大)。\n\n运行 Python 脚本。\n',
};

const pane = (page: Page) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Style' }) }).last();
const rows = (page: Page) => pane(page).locator('.monaco-list-row');
const row = (page: Page, text: string) => rows(page).filter({ hasText: text }).first();
const texts = async (page: Page) => (await rows(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const shows = (page: Page, ...wanted: RegExp[]) =>
  until(
    page,
    `rows with ${wanted.join(', ')}`,
    () => texts(page),
    (all) => wanted.every((one) => all.some((text) => one.test(text))),
  );

scenario(
  'a project sees how it writes, and settles what is divided',
  { folder: 'sample', files: pages, openFile: 'b.md' },
  async ({ page, folder }) => {
    await page.setViewportSize({ width: 1400, height: 900 });
    rmSync(join(folder, 'markdown'), { recursive: true });
    // More room for the view.
    await page.locator('.pane-header', { hasText: 'sample' }).first().click();
    // From the language status, as a person finds it.
    await page.locator('#status\\.languageStatus').click();
    const link = page.locator('.hover-language-status a', { hasText: 'Show style' }).first();
    await link.waitFor();
    await screenshot(page, 'style-1-status');
    await link.click();
    await shows(page, /^Brackets/, /With a space/);
    await runCommand(page, 'Yijiao: Look at the Style of the Pages Again');
    await shows(page, /Divided: rules are silent ?1/, /^Brackets ?divided · 3 : 3/, /With a space · 16\/18/);
    await until(
      page,
      'how many pages were looked at',
      () => pane(page).innerText(),
      (text) => text.includes('3 Chinese pages were looked at.'),
    );
    const heard = (await row(page, 'Brackets').getAttribute('aria-label')) ?? '';
    assert.match(heard, /The pages are divided: .* in 3 of 6 places/);
    await row(page, 'Brackets').click();
    await shows(page, /silent until 5 of 6 places agree/, /bracket-width ?silent: the pages are divided/);
    await row(page, 'Half-width').click();
    await shows(page, /输出 JSON 文件\(可选\)。 ?b\.md:5/, /下载 Docker 镜像\(大\)。 ?c\.md:5/);
    await screenshot(page, 'style-3-divided');
    await row(page, '镜像(大)').click();
    await page.locator('.tab.active', { hasText: 'c.md' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 5,' }).waitFor();
    await screenshot(page, 'style-2-example');

    await row(page, 'Brackets').hover();
    await row(page, 'Brackets').locator('[aria-label^="Settle Point of Style"]').click();
    await until(
      page,
      'the values to choose from',
      () => listed(page),
      (all) => all.includes('Either: nothing is reported.'),
    );
    await screenshot(page, 'style-3-settle');
    await choose(page, 'Full-width');
    await shows(page, /^Settled ?1$/);
    await page.locator('.squiggly-warning, .squiggly-info').first().waitFor();
    await screenshot(page, 'style-4-settled');
    await answer(page, 'Save');
    await until(
      page,
      'the settings on disk',
      async () => readFileSync(join(folder, '.yijiao.jsonc'), 'utf8'),
      (text) => /"brackets": "full"/.test(text),
    );
    await openFile(page, 'b.md');
    await settled(page);
    await waitForText(page, '(可选)');
  },
);

scenario(
  'a project of one page is told so, and gets its first settings from a profile and from its page',
  { folder: 'sample/markdown', openFile: 'unit3/README_CN.md' },
  async ({ page, folder }) => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await runCommand(page, 'Yijiao: Show Style');
    await until(
      page,
      'word of few pages',
      () => pane(page).innerText(),
      (text) => text.includes('Only 1 Chinese page was found'),
    );
    await screenshot(page, 'style-5-few');
    await runCommand(page, 'Yijiao: Write .yijiao.jsonc');
    await page.locator('.tab.active', { hasText: '.yijiao.jsonc' }).waitFor();
    await waitForText(page, 'Space between Chinese and Latin letters · 中文与拉丁字母之间的空格');
    await shows(page, /^Settled ?\d+$/);
    await screenshot(page, 'style-6-written');

    await runCommand(page, 'Yijiao: Choose Profile…');
    await listed(page);
    await screenshot(page, 'style-7-profiles');
    await choose(page, 'mdn');
    await waitForText(page, '"profile": "mdn"');

    await runCommand(page, 'Yijiao: Configure Rule…');
    await page.locator('.quick-input-widget input').first().fill('comma-overuse');
    const choices = page.locator('.quick-input-widget .monaco-list-row');
    await choices.filter({ hasText: 'comma-overuse' }).first().click();
    await choices.filter({ hasText: 'max' }).first().waitFor();
    await screenshot(page, 'style-8-rule');
    await choices.filter({ hasText: 'max' }).first().click();
    const field = page.locator('.quick-input-widget input').first();
    await until(
      page,
      'the value as it is',
      () => field.inputValue(),
      (value) => value === '6',
    );
    await field.fill('9');
    await field.press('Enter');
    await waitForText(page, '"max": 9');
    const told = await notifications(page);
    assert.ok(
      told.some((text) => text.includes('Save .yijiao.jsonc to keep it.')),
      told.join('\n'),
    );
    assert.ok(!existsSync(join(folder, '.yijiao.jsonc')) || readFileSync(join(folder, '.yijiao.jsonc'), 'utf8') === '');
    await screenshot(page, 'style-9-done');
  },
);
