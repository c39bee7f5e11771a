import { readFileSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { main } from './cli/main.ts';
import type { Terminal } from './cli/terminal.ts';
import { nodeFiles, pathOf, uriOf } from './workspace/node-files.ts';
import { nodeGit } from './workspace/node-git.ts';

const loadSegmenter = async () => (await import('./core/glossary/segmentit.ts')).createSegmenter;

const terminal: Terminal = {
  files: { ...nodeFiles, read: readNow },
  history: nodeGit,
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  progress(text) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  },
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  uri: (path) => uriOf(resolve(path)),
  path: (uri) => relative(process.cwd(), pathOf(uri)) || '.',
  save: replaceFile,
  loadSegmenter,
  async serve() {
    // Where the server finds how it is to be spoken to.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import('./node.ts');
  },
  language: /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en',
  version: packageJson.version,
};

// A command has nothing else to do meanwhile, and a wait costs more than the reading.
async function readNow(uri: string): Promise<Uint8Array | undefined> {
  try {
    return readFileSync(pathOf(uri));
  } catch {
    return undefined;
  }
}

// Written beside the file and renamed over it, so that it is never seen half written. A link stays a link.
async function replaceFile(uri: string, bytes: Uint8Array): Promise<void> {
  const path = await realpath(pathOf(uri)).catch(() => pathOf(uri));
  const mode = (await stat(path).catch(() => undefined))?.mode ?? 0o644;
  const temporary = join(dirname(path), `.yijiao-${crypto.randomUUID()}`);
  try {
    await writeFile(temporary, bytes, { mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

// Whoever reads may stop early, as `head` does; the work is done all the same. A server has no work without a reader.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' || process.argv[2] === 'lsp') throw error;
});

void main(process.argv.slice(2), terminal).then((status) => {
  process.exitCode = status;
});
