import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cursorTo, until, waitForNoSquiggle, waitForSquiggle, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import {
  answer,
  applyQuickFix,
  goToLine,
  hideSideBar,
  notifications,
  problems,
  quickFixes,
  runCommand,
  screenshot,
} from './window.ts';

const PAGE = 'markdown/unit3/README_CN.md';
const options = {
  folder: 'sample',
  files: { 'unit3/extra_CN.md': '# 标题\n\n这是一个中文页面。\n\n用API调用，再用HTTP传输。\n' },
};

const said = (page: Page, what: RegExp) =>
  until(
    page,
    `a message like ${what}`,
    () => notifications(page),
    (all) => all.some((one) => what.test(one)),
  );

scenario('all pages are checked and fixed without being opened', options, async ({ page, folder }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  // The palette lists what an extension adds only if that was there when it was opened.
  await page.locator('.pane-header', { hasText: 'Translations' }).waitFor();
  await runCommand(page, 'Yijiao: Check All Pages');
  const [summary] = await said(page, /^\d+ found on 2 of 3 pages\.$/);
  await screenshot(page, 'all-pages-1-checked');
  await answer(page, 'Show Problems');
  const rows = await problems(page, /Add a space between “元” and “3”/);
  assert.match(rows[0]!, /README_CN\.md/);
  const badge = page.locator('.part.panel .action-item.checked .badge-content');
  assert.equal(await badge.innerText(), summary!.split(' ')[0]);
  await screenshot(page, 'all-pages-2-problems');

  await runCommand(page, 'Fix Everything in the Project…');
  const preview = page.locator('.bulk-edit-panel');
  await preview.locator('.monaco-list-row', { hasText: 'README_CN.md' }).first().waitFor();
  await screenshot(page, 'all-pages-3-preview');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await said(page, /^Pages changed: 2 of 2, with \d+ fixes offered\. Left for a person: \d+\.$/);
  await screenshot(page, 'all-pages-4-fixed');
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  assert.ok(text(PAGE).includes('名为CLIP的'), 'nothing is saved unasked');
  await answer(page, 'Save These Pages');
  await until(
    page,
    'the pages to be saved',
    async () =>
      text(PAGE).includes('名为 CLIP 的') && text('unit3/extra_CN.md').includes('用 API 调用，再用 HTTP 传输'),
    Boolean,
  );
  await runCommand(page, 'Clear Project Findings');
});

scenario(
  'a page is mended from the lightbulb, and left alone in a pause',
  { ...options, openFile: PAGE },
  async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 800 });
    await hideSideBar(page);
    await goToLine(page, 43);
    await waitForSquiggle(page, '为C');
    await runCommand(page, 'Pause Yijiao');
    await waitForNoSquiggle(page);
    const status = (text: string) => page.locator(`#status\\.languageStatus [aria-label*="${text}"]`).first().waitFor();
    await status('Yijiao: paused');
    await screenshot(page, 'pause-1-paused');
    await page.reload();
    await status('Yijiao: paused');
    await goToLine(page, 43);
    await waitForText(page, '名为CLIP的');
    await waitForNoSquiggle(page);
    await page.locator('.statusbar-item', { hasText: 'Yijiao: paused' }).click();
    await waitForSquiggle(page, '为C');

    await cursorTo(page, 'CLIP的预训练');
    const fixes = await quickFixes(page);
    const last = fixes.find((title) => /^Fix everything that is safe in this page \(\d+\)$/.test(title))!;
    assert.ok(fixes.includes('Disable space-han-latin for this line (writes a comment above it)'), fixes.join('\n'));
    await screenshot(page, 'mend-1-lightbulb');
    await applyQuickFix(page, last);
    await waitForText(page, '名为 CLIP 的预训练 transformer 模型');
    await page.locator('.statusbar-item', { hasText: /Yijiao: \d+ mended, \d+ need a person/ }).waitFor();
    await screenshot(page, 'mend-2-told');
  },
);
