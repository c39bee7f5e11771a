import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome.exe'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium that can display Chinese. As root on Debian or Ubuntu, installs a missing one. */
export async function ensureChromium(): Promise<string> {
  let path = findChromium();
  const missing = [...(path ? [] : ['chromium']), ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && canInstall()) {
    await aptInstall(missing);
    path = findChromium();
  } else if (path && missing.length > 0) {
    console.warn('No Chinese font was found: install one (on Debian or Ubuntu: apt-get install fonts-noto-cjk).');
  }
  if (path) return path;
  throw new Error(
    'No Chromium was found: install Chromium, Chrome or Edge (on Debian: apt-get install chromium fonts-noto-cjk), or put the path of one in YIJIAO_CHROMIUM.',
  );
}

function findChromium(): string | undefined {
  const given = process.env.YIJIAO_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`YIJIAO_CHROMIUM names ${given}, which does not exist: correct it or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...elsewhere].find((path) => existsSync(path));
}

async function hasChineseFont(): Promise<boolean> {
  const result = await run('fc-list', [':lang=zh', 'family'], { timeoutMs: 60_000 });
  return result.status === 127 ? process.platform !== 'linux' : result.output.trim() !== '';
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function aptInstall(packages: string[]): Promise<void> {
  const started = Date.now();
  console.log(`Installing ${packages.join(' and ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patiently = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=5'];
  const update = await run('apt-get', [...patiently, 'update'], { env });
  const args = [...patiently, 'install', '-y', '--no-install-recommends', ...packages];
  const result = await run('apt-get', args, { env, timeoutMs: 1_200_000 });
  if (result.status !== 0) {
    // A failed update is often the reason for a failed installation.
    const failed = [update, result].filter(({ status }) => status !== 0);
    const why = failed.map(({ output }) => output.trim().split('\n').slice(-5).join('\n'));
    const names = packages.join(' ');
    throw new Error(
      `apt-get could not install ${names}: install them by hand, or put the path of a Chromium in YIJIAO_CHROMIUM, then run this again.\n${why.join('\n')}`,
    );
  }
  console.log(`Installed ${packages.join(' and ')} (${Math.round((Date.now() - started) / 1000)} s).`);
}
