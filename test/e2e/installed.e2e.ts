import assert from 'node:assert/strict';
import { scenario } from './scenario.ts';
import { notifications, openFile, runCommand } from './window.ts';

scenario('the packaged extension installs and starts without a word', { folder: 'sample' }, async ({ page }) => {
  await openFile(page, 'markdown/unit3/README_CN.md');
  await runCommand(page, 'Extensions: Show Installed Extensions');
  const extension = page.locator('.extensions-list .monaco-list-row', { hasText: /yijiao|译校/i });
  await extension.first().waitFor({ timeout: 60_000 });
  assert.deepEqual(await notifications(page), []);
});
