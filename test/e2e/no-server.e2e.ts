import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../scripts/vscode-host/cleanup.ts';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { until, waitForSquiggle, waitForText } from './editor.ts';
import { playing } from './play.ts';
import { extensionIn, startWebHost } from './web-host.ts';
import { answer, goToLine, notifications, openFile, screenshot } from './window.ts';

const sample = join(repoRoot, 'sample');
const page_CN = 'markdown/unit3/README_CN.md';

const told = (page: Page) =>
  until(
    page,
    'word that there is no server',
    () => notifications(page),
    (all) => all.some((message) => /language server of Yijiao is not running/.test(message)),
  );

/** Mends what was broken, presses Restart, and waits for a finding. */
async function restarted(page: Page, mend: () => Promise<unknown>): Promise<void> {
  await mend();
  await answer(page, 'Restart');
  await goToLine(page, 43);
  await waitForSquiggle(page, '为C');
  const none = (all: string[]) => all.length === 0;
  await until(page, 'no message to be left', () => notifications(page), none);
}

playing('in the browser, a server whose script is missing is told and can be restarted', async (vsix, open) => {
  const { url, extension } = await startWebHost({ vsix, folder: sample, settings: quietSettings });
  const script = extension.get('dist/server.browser.js')!;
  extension.delete('dist/server.browser.js');
  const page = await open(url);
  await openFile(page, page_CN);
  await told(page);
  await screenshot(page, 'no-server-1-browser');
  await restarted(page, async () => extension.set('dist/server.browser.js', script));
  await screenshot(page, 'no-server-2-browser-restarted');
});

playing('as a process, a server whose script is missing is told and can be restarted', async (vsix, open) => {
  const { path } = await temporaryFolder();
  for (const [name, content] of extensionIn(await readFile(vsix))) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  const script = join(path, 'dist', 'server.cjs');
  await rename(script, `${script}.away`);
  const server = await startServer({ settings: quietSettings, linked: [path] });
  const page = await open(server.url({ folder: sample }));
  await openFile(page, page_CN);
  await told(page);
  await screenshot(page, 'no-server-3-process');
  await restarted(page, () => rename(`${script}.away`, script));
  await screenshot(page, 'no-server-4-process-restarted');
});

playing('in the browser, with an extension that a remote machine holds, the log has the reason', async (vsix, open) => {
  const settings = { ...quietSettings, 'remote.extensionKind': { 'yijiao.yijiao': ['web'] } };
  const server = await startServer({ settings, vsix: [vsix] });
  const page = await open(server.url({ folder: sample }));
  await openFile(page, page_CN);
  await told(page);
  await screenshot(page, 'no-server-5-remote');
  await answer(page, 'Show log');
  await waitForText(page, 'Remove Yijiao from the setting', '.part.panel');
  await screenshot(page, 'no-server-6-remote-log');
});
