import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_PAGE, sample } from '../../client/welcome/sample.data.ts';
import { animation } from '../../scripts/pictures/animation.ts';
import { cursorTo, hoverText, waitForSquiggle, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import {
  applyQuickFix,
  goToLine,
  hideSideBar,
  openQuickInput,
  putPicture,
  quickFixes,
  runCommand,
  screenshots,
} from './window.ts';
import { type Language, named } from './words.ts';

/** The animation of the README: found, explained, mended, compared, filled in. */
const words: Record<Language, { fix: string; found: RegExp; inserted: string; state: string }> = {
  en: {
    fix: 'Add a space',
    found: /Add a space between/,
    inserted: 'A larger guidance scale',
    state: 'not translated',
  },
  'zh-CN': { fix: '插入空格', found: /之间应加空格/, inserted: 'A larger guidance scale', state: '未翻译' },
};
const settings = {
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.lineHeight': 1.5,
};

for (const language of ['en', 'zh-CN'] as const) {
  const options = { files: sample, openFile: SAMPLE_PAGE, settings, language };
  scenario(`a page becomes right and complete in a minute (${language})`, options, async ({ page }) => {
    const shots: { png: Uint8Array; delay: number }[] = [];
    const shoot = async (delay: number) => void shots.push({ png: await page.screenshot(), delay });
    await page.setViewportSize({ width: 1100, height: 520 });
    await hideSideBar(page);
    await goToLine(page, 1);
    await waitForSquiggle(page, '用6');
    await shoot(1500);

    assert.match(await hoverText(page, '用600'), words[language].found);
    await shoot(2000);
    await page.keyboard.press('Escape');
    await cursorTo(page, '600张');
    const fixes = await quickFixes(page);
    await shoot(1800);
    assert.equal(fixes[0], words[language].fix);
    await applyQuickFix(page, words[language].fix);
    await waitForText(page, '用 600张');
    await shoot(1200);

    const fixAll = named(language, 'command.fixAll');
    await openQuickInput(page, 'F1', `>译校 ${fixAll}`);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: fixAll }).first().waitFor();
    await shoot(1600);
    await page.keyboard.press('Escape');
    await runCommand(page, fixAll);
    await waitForText(page, '用 600 张');
    await waitForText(page, '调用 `pipe(prompt)`');
    await shoot(1800);

    await runCommand(page, named(language, 'command.compare'));
    await waitForText(page, words[language].inserted);
    await shoot(2200);
    await runCommand(page, named(language, 'command.nextDifference'));
    await runCommand(page, named(language, 'command.insertMissing'));
    await waitForText(page, 'TODO: 翻译');
    await waitForText(page, words[language].state);
    // What was told of the difference goes with the mouse.
    await page.mouse.move(20, 500);
    await page.waitForTimeout(1000);
    await shoot(3000);

    const tour = animation(shots);
    await mkdir(screenshots, { recursive: true });
    await writeFile(join(screenshots, `tour-${language}.png`), tour);
    await putPicture(tour, language === 'en' ? 'tour' : `${language}/tour`);
  });
}
