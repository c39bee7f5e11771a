import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { until, visibleText, waitForSquiggle, waitForText } from './editor.ts';
import { noEnglishOfOurs } from './no-english.ts';
import { playing } from './play.ts';
import { scenario } from './scenario.ts';
import { startWebHost } from './web-host.ts';
import { answer, choose, commandsFor, listed, notifications, openFile, runCommand, screenshot } from './window.ts';
import { named, said } from './words.ts';

const noOffer = 'workbench.welcomePage.walkthroughs.openOnInstall';

for (const language of ['en', 'zh-CN'] as const) {
  const say = (english: string) => said(language, english);
  const name = (key: string) => named(language, key);
  const shot = (page: Page, step: string) => screenshot(page, `first-minutes-${language}-${step}`);

  scenario(`a new user is led through five steps (${language})`, { language }, async ({ page }) => {
    const commands = await commandsFor(page, '译校');
    for (const one of commands) assert.match(one, /^译校 Yijiao: /);
    await shot(page, '1-palette');
    await page.keyboard.press('Escape');
    assert.deepEqual(await commandsFor(page, 'yijiao'), commands);
    await page.keyboard.press('Escape');

    await runCommand(page, name('command.openWalkthrough'));
    const steps = page.locator('.getting-started-step');
    await until(
      page,
      'five steps',
      () => steps.count(),
      (count) => count === 5,
    );
    const step = (key: string) => steps.filter({ hasText: name(`walkthrough.${key}.title`) });
    const isDone = (key: string) =>
      until(
        page,
        `“${key}” to be done`,
        () => step(key).first().getAttribute('aria-checked'),
        (checked) => checked === 'true',
      );
    const press = async (key: string, button: string) => {
      await step(key).first().click();
      await page.locator('.getting-started-step.expanded .monaco-button', { hasText: button }).first().click();
    };
    const buttons = (key: string) =>
      [...name(`walkthrough.${key}.description`).matchAll(/^\[(.*)\]\(.*\)$/gm)].map(([, one]) => one!);
    await page.locator('.getting-started-media img').first().waitFor();
    await shot(page, '2-walkthrough');

    await press('check', buttons('check')[0]!);
    const isThere = (all: string[]) => all.join() === [say('Browse…'), say('Try the Sample Pages')].join();
    await until(page, 'the ways on', () => listed(page), isThere);
    await shot(page, '3-no-translation-here');
    await choose(page, say('Try the Sample Pages'));
    await waitForSquiggle(page, '用6');
    await isDone('check');
    await shot(page, '4-checked');

    await press('fix', buttons('fix')[0]!);
    await waitForText(page, '用 600 张');
    await isDone('fix');
    await shot(page, '5-fixed');

    await press('compare', buttons('compare')[0]!);
    await waitForText(page, 'A larger guidance scale');
    await isDone('compare');
    await shot(page, '6-compared');

    await press('glossary', buttons('glossary')[1]!);
    await isDone('glossary');
    await shot(page, '7-glossary');
    assert.match((await notifications(page)).join(), /4/);
    if (language !== 'en') await noEnglishOfOurs(page);
  });
}

scenario(
  'a workspace with translations is told once what can be done with them',
  { folder: 'sample', openFile: 'markdown/unit3/README_CN.md', settings: { [noOffer]: true } },
  async ({ page }) => {
    const offered = (all: string[]) => all.some((message) => /^1 translation found\./.test(message));
    await until(page, 'the offer', () => notifications(page), offered);
    await screenshot(page, 'first-minutes-offer');
    await answer(page, 'Compare');
    await waitForText(page, '# Unit 3: Stable Diffusion');
    await page.reload();
    await waitForSquiggle(page, '：');
    await page.waitForTimeout(3000);
    assert.deepEqual(
      (await notifications(page)).filter((one) => /translation/.test(one)),
      [],
    );
  },
);

scenario(
  'without an open page a person is asked which translation to compare',
  { folder: 'sample' },
  async ({ page }) => {
    await commandsFor(page, 'Yijiao');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Compare with English Source');
    const isFirst = ([first]: string[]) => first === 'markdown/unit3/README_CN.md';
    await until(page, 'the translation', () => listed(page), isFirst);
    await screenshot(page, 'first-minutes-which');
    await choose(page, 'markdown/unit3/README_CN.md');
    await waitForText(page, '# Unit 3: Stable Diffusion');
    assert.match(await visibleText(page), /第 3 单元|Stable Diffusion/);
  },
);

playing('in the browser alone there are pages to try things on, too', async (vsix, open) => {
  const host = await startWebHost({
    vsix,
    folder: join(repoRoot, 'sample'),
    settings: { ...quietSettings, [noOffer]: true },
  });
  const page = await open(host.url);
  await openFile(page, 'markdown/unit3/README_CN.md');
  const offered = (all: string[]) => all.some((message) => /^1 translation found\./.test(message));
  await until(page, 'the offer', () => notifications(page), offered);
  await runCommand(page, named('en', 'command.openSample'));
  await waitForSquiggle(page, '用6');
  await runCommand(page, named('en', 'command.fixAll'));
  await waitForText(page, '用 600 张');
  await runCommand(page, named('en', 'command.compare'));
  await waitForText(page, 'A larger guidance scale');
  await screenshot(page, 'first-minutes-web');
});
