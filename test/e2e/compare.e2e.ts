import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { cursorTo, locate, until, visibleText, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import {
  answer,
  band,
  choose,
  goToLine,
  hideSideBar,
  listed,
  notifications,
  pressTitleButton,
  runCommand,
  screenshot,
} from './window.ts';

const options = { folder: 'sample', openFile: 'markdown/unit3/README_CN.md' };

scenario('a page stands beside its source and both scroll together', options, async ({ page }) => {
  await hideSideBar(page);
  await goToLine(page, 23);
  await runCommand(page, 'Compare with English Source');
  await waitForText(page, 'Stable Diffusion is a powerful text-conditioned latent');
  await screenshot(page, 'compare-1-opened');

  await wheelToTop(page, ':loudspeaker: 别忘了', '## 无分类器的引导');
  await waitForText(page, '## Classifier-free Guidance');
  await screenshot(page, 'compare-2-down-in-chinese');

  await wheelToTop(page, '## Classifier-free Guidance', '## Fine-Tuning with DreamBooth');
  await waitForText(page, '## 使用 DreamBooth 微调');
  await screenshot(page, 'compare-3-down-in-english');
});

scenario('the block that matches the cursor is shown', options, async ({ page }) => {
  await page.setViewportSize({ width: 1300, height: 760 });
  await hideSideBar(page);
  await goToLine(page, 23);
  await pressTitleButton(page, 'Compare with English Source');
  await waitForMarked(page, 'Stable Diffusion is a powerful text-conditioned latent');
  await screenshot(page, 'compare-4-block');
  await cursorTo(page, ':loudspeaker: 别忘了');
  await waitForMarked(page, "Don't forget to join the");
  await screenshot(page, 'compare', { picture: true, clip: band(page, 0, 600) });
});

const lonely = {
  folder: 'sample',
  openFile: 'markdown/guide_CN.md',
  files: { 'markdown/guide_CN.md': '# 指南\n\n第一段。\n' },
};

scenario('a page without a source is told so, and one can be chosen', lonely, async ({ page }) => {
  await pressTitleButton(page, 'Compare with English Source');
  const [message] = await until(
    page,
    'a message',
    () => notifications(page),
    (all) => all.length > 0,
  );
  await screenshot(page, 'source-1-none');
  assert.match(message!, /No English source of markdown\/guide_CN\.md was found/);
  await answer(page, 'Choose the Source…');
  assert.ok((await listed(page)).includes('unit3/README.md'));
  await screenshot(page, 'source-2-choose');
  await choose(page, 'unit3/README.md');
  await waitForText(page, '# Unit 3: Stable Diffusion');
  await screenshot(page, 'source-3-compared');
  assert.match(await visibleText(page), /# 指南/);
});

/** Waits until the background of a text is that of the counterpart. */
async function waitForMarked(page: Page, text: string): Promise<void> {
  const marked = page.locator('.part.editor .cdr[class*="ced-"]');
  await until(
    page,
    `“${text}” to be marked`,
    async () => {
      const tops = await marked.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      const { y } = await locate(page, text);
      return tops.some((top) => Math.abs(top - y) < 8);
    },
    Boolean,
  );
}

/** Turns the wheel over the editor that shows one text until another is near its top. */
async function wheelToTop(page: Page, over: string, wanted: string): Promise<void> {
  const place = await locate(page, over);
  await page.mouse.move(place.x + 20, place.y + 5);
  let seen = false;
  await until(
    page,
    `“${wanted}” under the wheel`,
    async () => {
      const isThere = (await visibleText(page)).includes(wanted);
      seen ||= isThere;
      // Where a busy window draws late, it may have gone past.
      await page.mouse.wheel(0, seen && !isThere ? -80 : 80);
      await page.waitForTimeout(100);
      return (await visibleText(page)).includes(wanted) ? (await locate(page, wanted)).y : undefined;
    },
    (y) => y !== undefined && y < 250,
  );
}
