import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isEnding, temporaryFolder } from './cleanup.ts';
import { ensureVSCodeServer } from './install.ts';
import { ensureLanguagePack, registerLanguagePack } from './language-pack.ts';
import { hostScripts } from './paths.ts';
import { run, spawnGroup, stopsWithUs } from './processes.ts';

export interface ServerOptions {
  /** User settings. Nobody's real settings are read or written. */
  settings?: Record<string, unknown>;
  /** Extensions (.vsix) to install before the server starts, as a user would. */
  vsix?: string[];
  /** Folders of extensions to use in place. Reloading the window picks up a new build. */
  linked?: string[];
  /** The language of the interface; English, if it is not given. */
  locale?: 'zh-cn';
  /** Obey `developmentPaths` and `testsPath` of a page. VS Code then shows no messages at the bottom right. */
  testDriver?: boolean;
}

export interface Server {
  port: number;
  /** The URL of a workbench. */
  url(page: Page): string;
  /** The last lines of the server's output, for failure reports. */
  log(): string;
  /** Resolves if the server ends by itself. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface Page {
  folder: string;
  openFile?: string;
  developmentPaths?: string[];
  testsPath?: string;
}

/** Starts a VS Code server on a free port of 127.0.0.1. Everything it writes goes to a temporary folder. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { node, serverMain } = await ensureVSCodeServer();
  const home = await temporaryFolder();
  const env = serverEnvironment(home.path);
  const folders = await prepareFolders(home.path, options);
  for (const vsix of options.vsix ?? []) await installExtension(node, [serverMain, ...folders], vsix, env);

  const language = options.locale ? ['--locale', options.locale] : [];
  const driver = options.testDriver ? ['--enable-smoke-test-driver'] : [];
  const child = spawnGroup(node, [...dieWithParent, serverMain, ...serverFlags, ...language, ...driver, ...folders], {
    env,
  });
  const stop = stopsWithUs(child);
  let log = '';
  const collect = (data: unknown) => (log = (log + String(data)).slice(-200_000));
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      collect(error.message);
      resolve();
    });
    child.once('exit', () => isEnding() || resolve());
  });
  const close = async () => {
    await stop();
    await home.remove();
  };

  const port = await portFrom(() => log, ended);
  if (port === undefined) {
    await close();
    throw new Error(`VS Code's server did not start: delete .vscode-host/ and run this again.\n${lastLines(log)}`);
  }
  return { port, url: (page) => pageUrl(port, page), log: () => lastLines(log), ended, close };
}

const dieWithParent = ['--import', pathToFileURL(join(hostScripts, 'die-with-parent.ts')).href];

const serverFlags = [
  ...['--host', '127.0.0.1', '--port', '0'],
  '--without-connection-token',
  '--accept-server-license-terms',
  ...['--telemetry-level', 'off'],
  '--disable-telemetry',
  '--disable-workspace-trust',
  '--disable-experiments',
];

async function prepareFolders(root: string, { settings = {}, linked = [], locale }: ServerOptions): Promise<string[]> {
  const data = join(root, 'data');
  const extensions = join(root, 'extensions');
  for (const folder of [join(root, 'home'), join(root, 'tmp'), join(data, 'User'), join(data, 'Machine'), extensions]) {
    await mkdir(folder, { recursive: true });
  }
  // Some settings are those of a machine, and this one is remote.
  for (const scope of ['User', 'Machine'])
    await writeFile(join(data, scope, 'settings.json'), JSON.stringify(settings, null, 2));
  const pack = locale && (await ensureLanguagePack());
  for (const [index, folder] of [...linked, ...(pack ? [pack] : [])].entries())
    await symlink(folder, join(extensions, `linked-${index}`), 'junction');
  if (pack) await registerLanguagePack(pack, data);
  return ['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensions];
}

async function installExtension(node: string, server: string[], vsix: string, env: NodeJS.ProcessEnv): Promise<void> {
  const result = await run(node, [...server, '--install-extension', vsix, '--force'], { env });
  if (result.status !== 0 || !/successfully installed/.test(result.output)) {
    throw new Error(
      `${vsix} could not be installed: read the message below, then build it again.\n${lastLines(result.output)}`,
    );
  }
}

/** Without VSCODE_* and XDG_* of the user's own editor and desktop. */
function serverEnvironment(root: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE|XDG|ELECTRON)_/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: join(root, 'home'),
    EXTENSIONS_GALLERY: '{}',
    // On macOS the path of a socket in this folder would be too long.
    ...(process.platform === 'linux' ? { TMPDIR: join(root, 'tmp') } : {}),
  };
}

async function portFrom(log: () => string, ended: Promise<void>): Promise<number | undefined> {
  let running = true;
  void ended.then(() => (running = false));
  for (const deadline = Date.now() + 300_000; running && Date.now() < deadline; ) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

function pageUrl(port: number, page: Page): string {
  const host = `127.0.0.1:${port}`;
  const remote = (path: string) => `vscode-remote://${host}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  for (const path of page.developmentPaths ?? []) payload.push(['extensionDevelopmentPath', remote(path)]);
  if (page.testsPath) payload.push(['extensionTestsPath', remote(page.testsPath)]);
  if (page.openFile) payload.push(['openFile', remote(page.openFile)]);
  const query = new URLSearchParams({ folder: page.folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}

function lastLines(log: string): string {
  return log.trim().slice(-4000);
}
