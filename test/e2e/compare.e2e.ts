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

const differing = {
  folder: 'sample',
  openFile: 'guide_CN.md',
  files: {
    'guide.md': `# Guide

The model learns to remove noise from an image.

## Training

It was trained with \`fit()\` on many pictures of flowers.

The loss is the distance between both kinds of noise.

## Sampling

Start from pure noise and call \`step()\` until the picture is clear.

## Limits

See the notes on the model for more about it.

Faces with \`hands\` are often drawn badly by this model.
`,
    'guide_CN.md': `# 指南

模型学习去除图像中的噪声。

## 采样

从纯噪声出发，反复调用 \`step()\`，直到图片清晰。

## 训练

它用 \`fit()\` 在许多张花的图片上训练。

## 局限

See the notes on the model for more about it.

此模型画带 \`hands\` 的人脸时常常画得不好。

译者补充：\`v2\` 版本已经有所改进，欢迎读者在评论区留言讨论。
`,
  },
};

for (const [theme, name] of [
  ['Default High Contrast', 'dark'],
  ['Default High Contrast Light', 'light'],
]) {
  const settings = { 'workbench.colorTheme': theme };
  scenario(`differences are seen in high contrast, ${name}`, { ...differing, settings }, async ({ page }) => {
    await hideSideBar(page);
    await pressTitleButton(page, 'Compare with English Source');
    // Words for each state, so that colour is not the only sign.
    const words = ['no translation', 'not in the source', 'not translated', 'moved: its counterpart', 'missing here'];
    await until(
      page,
      'words for each state',
      async () => (await visibleText(page)).replaceAll('\n', ''),
      (text) => words.every((word) => text.includes(word)),
    );
    await cursorTo(page, '此模型画带');
    await waitForMarked(page, 'Faces with');
    await screenshot(page, `compare-high-contrast-${name}`);
  });
}

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
