import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { productNode, repository, type TestFolder, testFolder } from './workspace.ts';

/** The bundled command line. */
export const program = join(repository, 'dist/cli.cjs');

const MAX_OUTPUT = 1 << 28;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly locale?: string;
  /** The user who runs it; by default the one who runs the tests. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
}

/** Runs the bundled command line as a process, on real files. */
export function yijiao(
  folder: TestFolder,
  args: readonly string[],
  { locale = 'C', user = {} as Circumstances['user'] }: Circumstances = {},
): Run {
  const env = { ...process.env, LC_ALL: locale, NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(productNode, [program, ...args], {
    cwd: folder.path,
    env,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT,
    ...user,
  });
  return { status, stdout, stderr };
}

/**
 * Runs an `sh` script in a folder, where `yijiao …` is the command line. With `mounts` it is root in its own
 * namespace and can mount anything.
 */
export function shell(folder: TestFolder, script: string, mounts = false): Run {
  const whole = `yijiao() { '${productNode}' '${program}' "$@"; }\n${script}`;
  const [command, ...args] = mounts ? ['unshare', '-rm', 'sh', '-c', whole] : ['sh', '-c', whole];
  const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
  const options = { cwd: folder.path, env, encoding: 'utf8', maxBuffer: MAX_OUTPUT } as const;
  const { status, stdout, stderr } = spawnSync(command!, args, options);
  return { status, stdout, stderr };
}

export async function within(
  files: Record<string, string | Uint8Array>,
  run: (folder: TestFolder) => void | Promise<void>,
): Promise<void> {
  const folder = testFolder(files);
  try {
    await run(folder);
  } finally {
    folder.remove();
  }
}

const isRoot = process.getuid?.() === 0;

/** Why permissions cannot be tested here; false if they can. */
export const noPermissions: string | false = process.platform === 'win32' ? 'Windows has other permissions' : false;
export const noRoot: string | false = isRoot ? false : 'only root gives files away';
const mounting = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'x', '/mnt']);
export const noMounts: string | false = mounting && mounting.status === 0 ? false : 'nothing can be mounted here';

/** Gives a folder to a user who is subject to permissions, unlike root, and returns that user. */
export function givenAway(folder: TestFolder): Circumstances['user'] {
  if (!isRoot) return undefined;
  const user = { uid: 65534, gid: 65534 };
  spawnSync('chown', ['-hR', `${user.uid}:${user.gid}`, folder.path]);
  return user;
}
