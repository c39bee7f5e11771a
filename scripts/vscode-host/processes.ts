import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { onEnd } from './cleanup.ts';

export interface Result {
  status: number;
  output: string;
}

export interface RunOptions {
  /** Show the output instead of collecting it. */
  show?: boolean;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
}

/** Runs a command until it ends or its time is up (ten minutes by default), and collects its output. */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<Result> {
  const child = spawnGroup(command, args, options);
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const stop = stopsWithUs(child);
  const { timeoutMs = 600_000 } = options;
  const timer = setTimeout(() => {
    output += `\n${command} was ended after ${timeoutMs / 60_000} minutes.`;
    void stop();
  }, timeoutMs);
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  clearTimeout(timer);
  await stop();
  return { status, output };
}

/** Starts a process group, so that all its children can be ended with it. */
export function spawnGroup(command: string, args: string[], options: RunOptions = {}): ChildProcess {
  const windows = process.platform === 'win32';
  // On Windows npm and code are .cmd files, which need a shell.
  const shell = windows && (command === 'npm' || command.endsWith('.cmd'));
  return spawn(shell ? `"${command}"` : command, shell ? args.map((arg) => `"${arg}"`) : args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    detached: !windows,
    shell,
  });
}

/** Registers a process for clean-up. Returns the function that ends it with its group. */
export function stopsWithUs(child: ChildProcess): () => Promise<void> {
  return onEnd({
    now: () => signalGroup(child, 'SIGKILL'),
    gently: async () => {
      signalGroup(child, 'SIGTERM');
      for (const deadline = Date.now() + 5000; Date.now() < deadline && signalGroup(child, 0); ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      signalGroup(child, 'SIGKILL');
    },
  });
}

/** The environment of this process, with its Node first on the PATH. */
export function withThisNode(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...env, PATH: `${dirname(process.execPath)}${delimiter}${env.PATH ?? ''}` };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.platform === 'win32' ? child.kill(signal) : process.kill(-child.pid, signal);
  } catch {
    // The group has already ended.
    return false;
  }
}
