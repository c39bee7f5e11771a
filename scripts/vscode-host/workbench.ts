import { type Browser, type Page as BrowserPage, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.ts';
import { onEnd } from './cleanup.ts';

export interface Workbench {
  page: BrowserPage;
  close(): Promise<void>;
}

/** Milliseconds that a busy machine may need to start a browser, or VS Code in it. */
const STARTED = 300_000;

export interface WorkbenchOptions {
  /** Output of the extension test host. */
  onLog?: (type: string, args: unknown[]) => void;
  /** The extension test host has finished. */
  onExit?: (status: number) => void;
  /** Output of the page itself, for failure reports. */
  onPageConsole?: (line: string) => void;
}

/** Opens a workbench in a headless Chromium that can only reach this machine. */
export async function openWorkbench(url: string, options: WorkbenchOptions = {}): Promise<Workbench> {
  const browser = await launch();
  const close = onEnd({ now: () => {}, gently: () => browser.close() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => options.onPageConsole?.(message.text()));
    page.on('pageerror', (error) => options.onPageConsole?.(String(error)));
    const { onLog, onExit } = options;
    if (onLog) await page.exposeFunction('codeAutomationLog', onLog);
    if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
    await page.goto(url, { timeout: STARTED });
    await page.waitForSelector('.monaco-workbench', { timeout: STARTED });
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    // Makes fonts that have both use Chinese rather than Japanese glyphs.
    env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' },
    // cleanup.ts handles signals, and also ends the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: STARTED,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
