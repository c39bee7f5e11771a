import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { hostScripts, repoRoot } from '../../scripts/vscode-host/paths.ts';
import { run } from '../../scripts/vscode-host/processes.ts';

export interface Launcher {
  executable: string;
  /** Arguments before all others. */
  first: string[];
}

/**
 * Desktop VS Code where it can be downloaded and started, else the packaged one behind the stand-in.
 * YIJIAO_VSCODE=desktop or =server decides by hand.
 */
export async function chooseLauncher(env: NodeJS.ProcessEnv = process.env): Promise<Launcher> {
  const wish = env.YIJIAO_VSCODE || 'any';
  if (wish === 'server') return standIn();
  if (wish !== 'desktop' && wish !== 'any') {
    throw new Error(`YIJIAO_VSCODE is "${wish}": use "desktop" or "server", or unset it.`);
  }
  try {
    return await desktop(env);
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0];
    if (wish === 'desktop') {
      throw new Error(`Desktop VS Code does not run here (${why}): set YIJIAO_VSCODE=server to use the packaged one.`);
    }
    console.log(`Desktop VS Code does not run here (${why}); using the packaged one.`);
    return standIn();
  }
}

function standIn(): Launcher {
  if (process.platform === 'win32') {
    throw new Error('The packaged VS Code runs the tests on Linux and macOS only: set YIJIAO_VSCODE=desktop.');
  }
  return { executable: join(hostScripts, 'stand-in.ts'), first: [] };
}

async function desktop(env: NodeJS.ProcessEnv): Promise<Launcher> {
  const linux = process.platform === 'linux';
  const needsDisplay = linux && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  const xvfb = needsDisplay ? onPath('xvfb-run', env) : undefined;
  if (needsDisplay && !xvfb) throw new Error('there is no display and no xvfb-run');
  const code = await downloadAndUnzipVSCode({
    version: env.YIJIAO_VSCODE_VERSION || 'stable',
    cachePath: join(repoRoot, '.vscode-test'),
    timeout: 15_000,
  });
  if (linux) {
    const libraries = await run('ldd', [code]);
    const missing = /^\s*(\S+) => not found/m.exec(libraries.output)?.[1];
    if (missing) throw new Error(`the library ${missing} is missing`);
  }
  return xvfb ? { executable: xvfb, first: ['-a', code] } : { executable: code, first: [] };
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
