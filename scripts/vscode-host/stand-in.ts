#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isEnding, runMain } from './cleanup.ts';
import { startServer } from './server.ts';
import { quietSettings } from './settings.ts';
import { openWorkbench } from './workbench.ts';

// The suite prefixes its lines with this if the environment names it.
const suiteMark = 'yijiao-suite|';
process.env.YIJIAO_SUITE_MARK = suiteMark;

/**
 * Replaces the desktop VS Code that @vscode/test-electron starts, where none can be downloaded. It has the same
 * arguments, output and exit status, and runs the same VS Code in a headless browser.
 */
async function main(): Promise<number> {
  const { developmentPaths, testsPath, folder } = readArguments(process.argv.slice(2));
  const server = await startServer({ settings: quietSettings, testDriver: true });
  const window: string[] = [];
  const { promise, resolve } = Promise.withResolvers<number>();
  let giveUp = (why: string) => {
    if (isEnding()) return;
    console.error(
      `${why}\nThe window's last lines:\n${window.slice(-20).join('\n')}\n\nThe server's:\n${server.log()}`,
    );
    resolve(1);
  };
  const workbench = await openWorkbench(server.url({ folder, developmentPaths, testsPath }), {
    onLog: print,
    onExit: resolve,
    onPageConsole: (line) => window.push(line),
  });
  workbench.page.once('crash', () => giveUp('The browser window crashed: run this again.'));
  workbench.page.once('close', () => giveUp('The browser window was closed before the tests ended: run this again.'));
  void server.ended.then(() => giveUp("VS Code's server ended before the tests did: run this again."));
  const minutes = Number(process.env.YIJIAO_SUITE_MINUTES ?? 15);
  setTimeout(
    () => giveUp(`The tests did not end within ${minutes} minutes: allow more with YIJIAO_SUITE_MINUTES.`),
    minutes * 60_000,
  ).unref();
  const status = await promise;
  giveUp = () => {};
  return status;
}

function readArguments(args: string[]) {
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({
    args,
    strict: true,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      // This stand-in uses its own folders. test-electron always passes the rest.
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'no-sandbox': flag,
      'disable-gpu-sandbox': flag,
      'disable-updates': flag,
      'skip-welcome': flag,
      'skip-release-notes': flag,
      'no-cached-data': flag,
      'disable-workspace-trust': flag,
      'disable-extensions': flag,
    },
  });
  const [folder, ...more] = positionals;
  const testsPath = values.extensionTestsPath;
  if (folder === undefined || more.length > 0 || testsPath === undefined || !values.extensionDevelopmentPath) {
    throw new Error('Pass --extensionDevelopmentPath=…, --extensionTestsPath=… and one folder.');
  }
  return { developmentPaths: values.extensionDevelopmentPath, testsPath, folder };
}

/** The window's own log arrives the same way, so the suite marks its lines. */
function print(_type: string, args: unknown[]): void {
  const [text] = args;
  if (typeof text === 'string' && text.startsWith(suiteMark)) process.stdout.write(`${text.slice(suiteMark.length)}\n`);
}

await runMain(main);
