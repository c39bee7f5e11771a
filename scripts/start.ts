import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from './vscode-host/cleanup.ts';
import { repoRoot } from './vscode-host/paths.ts';
import { run } from './vscode-host/processes.ts';
import { startServer } from './vscode-host/server.ts';
import { quietSettings } from './vscode-host/settings.ts';

const usage = `npm start [-- --no-open]   opens the sample project in VS Code with this extension

  --no-open   start no browser, only print the address
  YIJIAO_VSCODE=desktop or =server chooses between your own VS Code and the packaged one`;

const folder = join(repoRoot, 'sample');
const chinesePage = join(folder, 'markdown', 'unit3', 'README_CN.md');

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { open: { type: 'boolean', default: true }, help: { type: 'boolean', default: false } },
    allowNegative: true,
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  checkBuild();
  const wish = process.env.YIJIAO_VSCODE;
  const code = wish === 'server' ? undefined : findCode();
  if (code) return openInDesktop(code);
  if (wish === 'desktop') {
    throw new Error('No VS Code can be started from here: put its `code` command on the PATH, or unset YIJIAO_VSCODE.');
  }
  return openInBrowser(values.open);
}

/** Like F5: the user's own VS Code in a new window, with no settings written. */
async function openInDesktop(code: string): Promise<number> {
  const args = ['--new-window', `--extensionDevelopmentPath=${repoRoot}`, folder, '--goto', chinesePage];
  const result = await run(code, args, { timeoutMs: 120_000 });
  if (result.status !== 0) {
    throw new Error(`${code} did not open: try YIJIAO_VSCODE=server npm start.\n${result.output.trim()}`);
  }
  console.log('VS Code opens the sample project in a window “Extension Development Host”. Close it when you are done.');
  return 0;
}

async function openInBrowser(open: boolean): Promise<number> {
  const server = await startServer({ settings: quietSettings, linked: [repoRoot] });
  const url = server.url({ folder, openFile: chinesePage });
  console.log(
    `\nVS Code with the sample project, in any browser on this machine:\n\n  ${url}\n\nPress Ctrl-C to stop.`,
  );
  if (open) showInBrowser(url);
  await server.ended;
  throw new Error(`VS Code's server ended by itself: run npm start again.\n${server.log()}`);
}

function checkBuild(): void {
  const { main } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
  if (typeof main !== 'string' || !existsSync(join(repoRoot, main))) {
    throw new Error('The extension is not built: run npm start, or npm run build before this script.');
  }
  if (!existsSync(chinesePage)) throw new Error(`${chinesePage} is missing: restore it with git checkout -- sample.`);
}

/**
 * A `code` that can open a window here. It refuses to run as root, and a remote terminal's cannot load this extension.
 */
function findCode(): string | undefined {
  const headless = process.platform === 'linux' && !hasDisplay();
  if (headless || process.getuid?.() === 0 || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const ending = process.platform === 'win32' ? '.cmd' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => path !== '');
  const names = ['code', 'code-insiders', 'codium'].map((name) => name + ending);
  return names.flatMap((name) => folders.map((path) => join(path, name))).find((path) => existsSync(path));
}

function showInBrowser(url: string): void {
  if (process.platform === 'linux' && !hasDisplay()) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // The URL is on the screen anyway.
  child.on('error', () => {});
  child.unref();
}

function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

await runMain(main);
