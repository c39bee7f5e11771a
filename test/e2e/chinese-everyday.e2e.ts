import assert from 'node:assert/strict';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { cursorTo, hoverText, until, visibleText, waitForSquiggle } from './editor.ts';
import { playing } from './play.ts';
import { startWebHost } from './web-host.ts';
import { goToLine, hideSideBar, openFile, quickFixes, screenshot } from './window.ts';

const page_CN = 'markdown/unit3/README_CN.md';

for (const language of ['zh-cn', 'zh-tw'] as const) {
  playing(`in a VS Code that speaks ${language} Yijiao says nothing in English`, async (vsix, open) => {
    const host = await startWebHost({ vsix, folder: join(repoRoot, 'sample'), settings: quietSettings, language });
    const page = await open(host.url);
    await openFile(page, page_CN);
    await hideSideBar(page);
    await page.locator('#status\\.languageStatus:not(:has(.codicon-loading)) [aria-label*="译校："]').first().waitFor();
    await goToLine(page, 43);
    await waitForSquiggle(page, '为C');
    const finding = await hoverText(page, '名为CLIP');
    await screenshot(page, `chinese-${language}-1-finding`);
    assert.match(finding, /“为”与“C”之间应加空格/);
    await page.keyboard.press('Escape');
    await cursorTo(page, 'CLIP的预训练');
    const fixes = await quickFixes(page);
    assert.deepEqual(
      fixes.filter((title) =>
        /[A-Za-z]{3}/.test(title.replace(/\(.*?\)|（.*?）|[\w-]*-[\w-]+|CLIP|\.yijiao\.jsonc/g, '')),
      ),
      [],
    );
    await page.keyboard.press('Escape');
    await page.locator('.editor-group-container.active .editor-actions [aria-label^="与英文原文对照"]').click();
    await page.locator('.statusbar-item', { hasText: '段' }).first().waitFor();
    const text = async () => (await visibleText(page)).replaceAll('\n', '');
    await until(page, 'the source', text, (all) => all.includes('Stable Diffusion is a powerful'));
    await screenshot(page, `chinese-${language}-2-compare`);
  });
}
