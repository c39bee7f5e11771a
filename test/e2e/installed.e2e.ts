import assert from 'node:assert/strict';
import { scenario } from './scenario.ts';
import { notifications, openFile, runCommand, settled } from './window.ts';

scenario('the packaged extension installs and starts without a word', { folder: 'sample' }, async ({ page }) => {
  await openFile(page, 'markdown/unit3/README_CN.md');
  await settled(page);
  await runCommand(page, 'Extensions: Show Installed Extensions');
  const extension = page.locator('.extensions-list .monaco-list-row', { hasText: /yijiao|译校/i });
  await extension.first().waitFor();
  assert.deepEqual(await notifications(page), []);
});
