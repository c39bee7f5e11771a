import assert from 'node:assert/strict';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { cursorTo, hoverText, until, visibleText, waitForSquiggle } from './editor.ts';
import { playing } from './play.ts';
import { startWebHost } from './web-host.ts';
import { hideSideBar, openFile, quickFixes, screenshot } from './window.ts';

const page_CN = 'markdown/unit3/README_CN.md';

for (const language of ['zh-cn', 'zh-tw'] as const) {
  playing(
    `in a VS Code that speaks ${language} the findings, fixes and states of Yijiao are in Chinese`,
    async (vsix, open) => {
      const host = await startWebHost({ vsix, folder: join(repoRoot, 'sample'), settings: quietSettings, language });
      const page = await open(host.url);
      await openFile(page, page_CN);
      await hideSideBar(page);
      await page
        .locator('#status\\.languageStatus:not(:has(.codicon-loading)) [aria-label*="译校："]')
        .first()
        .waitFor();
      await waitForSquiggle(page, '元3');
      const finding = await hoverText(page, '元3');
      await screenshot(page, `chinese-${language}-1-finding`);
      assert.match(finding, /“元”与“3”之间应加空格/);
      await page.keyboard.press('Escape');
      await cursorTo(page, '3：Stable');
      const fixes = await quickFixes(page);
      assert.deepEqual(
        fixes.filter((title) =>
          /[A-Za-z]{3}/.test(title.replace(/\(.*?\)|（.*?）|[\w-]*-[\w-]+|CLIP|\.yijiao\.jsonc/g, '')),
        ),
        [],
      );
      await page.keyboard.press('Escape');
      // Of extensions that the hoster brings along, VS Code takes the words of the manifest in English alone.
      const buttons = page.locator('.editor-group-container.active .editor-actions');
      await buttons
        .locator('[aria-label^="与英文原文对照"], [aria-label^="Compare with English Source"]')
        .first()
        .click();
      await page.locator('.statusbar-item', { hasText: '段' }).first().waitFor();
      const text = async () => (await visibleText(page)).replaceAll('\n', '');
      await until(page, 'the source', text, (all) => all.includes('Stable Diffusion is a powerful'));
      await screenshot(page, `chinese-${language}-2-compare`);
    },
  );
}
