import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { cleanUp, temporaryFolder } from '../../scripts/vscode-host/cleanup.ts';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { startServer } from '../../scripts/vscode-host/server.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { openWorkbench } from '../../scripts/vscode-host/workbench.ts';
import { PATIENCE } from './editor.ts';
import { screenshot, settled } from './window.ts';
import type { Language } from './words.ts';

export interface Scenario {
  page: Page;
  /** The copy of the folder that VS Code has open. */
  folder: string;
}

export interface ScenarioOptions {
  /** The folder to open, from the root of the repository; a copy is opened. Without it an empty one is. */
  folder?: string;
  /** A file in it that is open from the start. */
  openFile?: string;
  /** Files to put into the copy, by their paths in it. */
  files?: Record<string, string>;
  settings?: Record<string, unknown>;
  /** That of the window; English, if it is not given. */
  language?: Language;
}

const MARKDOWN = /\.mdx?$/;

/** Milliseconds after which a scenario hangs. */
const LONGEST = 1_200_000;

const still = {
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'workbench.reduceMotion': 'on',
};

/** One thing that a person does, in a fresh VS Code with the packaged extension installed. */
export function scenario(name: string, options: ScenarioOptions, play: (scenario: Scenario) => Promise<void>): void {
  test(name, { timeout: LONGEST }, async () => {
    const vsix = process.env.YIJIAO_VSIX;
    if (!vsix) throw new Error('No packaged extension is named: start this with node test/e2e/run.ts.');
    try {
      const copy = await temporaryFolder();
      const folder = join(copy.path, options.folder?.split('/').at(-1) ?? 'docs');
      await mkdir(folder);
      if (options.folder) await cp(resolve(repoRoot, options.folder), folder, { recursive: true });
      for (const [path, text] of Object.entries(options.files ?? {})) await writeFile(join(folder, path), text);
      const settings = { ...quietSettings, ...still, ...options.settings };
      const locale = options.language === 'zh-CN' ? { locale: 'zh-cn' as const } : {};
      const server = await startServer({ settings, vsix: [vsix], ...locale });
      const openFile = options.openFile && join(folder, options.openFile);
      const { page } = await openWorkbench(server.url({ folder, openFile }));
      page.setDefaultTimeout(PATIENCE);
      try {
        await page.locator('.explorer-folders-view').first().waitFor();
        if (openFile && MARKDOWN.test(openFile)) await settled(page);
        await play({ page, folder });
      } catch (error) {
        const path = await screenshot(page, `failed-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => undefined);
        console.error(`The window at the failure: ${path ?? 'no screenshot could be taken'}`);
        throw error;
      }
    } finally {
      await cleanUp();
    }
  });
}
