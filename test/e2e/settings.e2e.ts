import { until, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import { band, goToLine, hideSideBar, screenshot } from './window.ts';

const settings = `{
  "rules": { "dash-spacing": "warning" },
  "style": {
    
  },
  "glossary": ["glossary.csv"]
}
`;

for (const language of ['en', 'zh-CN'] as const) {
  const options = { folder: 'sample', files: { '.yijiao.jsonc': settings }, openFile: '.yijiao.jsonc', language };
  scenario(`the settings of a project are completed and explained (${language})`, options, async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 560 });
    await hideSideBar(page);
    await goToLine(page, 4);
    await page.keyboard.press('End');
    const rows = page.locator('.suggest-widget .monaco-list-row');
    await until(
      page,
      'the points of style',
      async () => {
        await page.keyboard.press('Control+Space');
        await page.waitForTimeout(500);
        return (await rows.allInnerTexts()).join();
      },
      (all) => all.includes('brackets'),
    );
    await waitForText(page, '"style"');
    await screenshot(page, language === 'en' ? 'settings' : `${language}/settings`, {
      picture: true,
      clip: band(page, 0, 420),
    });
  });
}
