import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { cleanUp } from '../../scripts/vscode-host/cleanup.ts';
import { openWorkbench } from '../../scripts/vscode-host/workbench.ts';
import { screenshot } from './window.ts';

/** Opens a workbench at an address; its console goes into the report of a failure. */
export type Open = (url: string) => Promise<Page>;

/** A scenario that starts a host of its own; `play` is given the packaged extension. */
export function playing(name: string, play: (vsix: string, open: Open) => Promise<void>): void {
  test(name, { timeout: 900_000 }, async () => {
    const vsix = process.env.YIJIAO_VSIX;
    if (!vsix) throw new Error('No packaged extension is named: start this with node test/e2e/run.ts.');
    const pages: Page[] = [];
    const printed: string[] = [];
    try {
      await play(vsix, async (url) => {
        const { page } = await openWorkbench(url, { onPageConsole: (line) => printed.push(line) });
        pages.push(page);
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 300_000 });
        return page;
      });
    } catch (error) {
      for (const page of pages) {
        const path = await screenshot(page, `failed-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => undefined);
        console.error(`The window at the failure: ${path ?? 'no screenshot could be taken'}`);
      }
      console.error(`The last lines of its console:\n${printed.slice(-40).join('\n')}`);
      throw error;
    } finally {
      await cleanUp();
    }
  });
}
