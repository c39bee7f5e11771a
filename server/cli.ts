import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { main } from './cli/main.ts';
import { FAILED } from './cli/status.ts';
import type { Terminal } from './cli/terminal.ts';
import { languageOf } from './core/text/bilingual.ts';
import { visible, visibleOutput } from './core/text/visible.ts';
import { outputFault } from './workspace/files/file-faults.ts';
import { nodeFiles, pathOf, uriOf } from './workspace/files/node-files.ts';
import { saveFile, tidyFolder, whyUnreadable } from './workspace/files/node-save.ts';
import { nodeGit } from './workspace/history/node-git.ts';

const loadSegmenter = async () => (await import('./core/glossary/segmentit.ts')).createSegmenter;

const colours = process.stdout.isTTY === true && !process.env.NO_COLOR;
// The last stop before a terminal. Even if a report forgot to escape something, no control
// character of a file gets through.
const guarded = (text: string) => visibleOutput(text, colours);

const terminal: Terminal = {
  files: { ...nodeFiles, read: readNow },
  history: nodeGit,
  out(text, what) {
    if (what !== 'data') process.stdout.write(guarded(text));
    else process.stdout.write(process.stdout.isTTY ? visibleOutput(text, false) : text);
  },
  error: (text) => void process.stderr.write(guarded(text)),
  progress(text) {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[K${visible(text).slice(0, (process.stderr.columns ?? 80) - 1)}`);
  },
  colours,
  uri: (path) => uriOf(resolve(path)),
  path: (uri) => relative(process.cwd(), pathOf(uri)) || '.',
  fromCheckout: (path) => pathFrom(process.env.GITHUB_WORKSPACE, path).split(sep).join('/'),
  save: saveFile,
  tidy: tidyFolder,
  whyUnreadable,
  loadSegmenter,
  async serve() {
    // The connection finds its transport in the arguments.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import('./node.ts');
  },
  language: languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG),
  version: packageJson.version,
};

function pathFrom(root: string | undefined, path: string): string {
  const below = root ? relative(root, resolve(path)) : '..';
  return /^\.\.(?:[\\/]|$)/.test(below) || isAbsolute(below) ? path : below;
}

// A command has nothing else to do meanwhile, and a wait costs more than the reading.
async function readNow(uri: string): Promise<Uint8Array | undefined> {
  try {
    return readFileSync(pathOf(uri));
  } catch {
    return undefined;
  }
}

// A reader may stop early, as `head` does. A command still finishes its work; a server without a reader has none.
let outputFailed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (process.argv[2] === 'lsp') throw error;
  if (error.code === 'EPIPE' || outputFailed) return;
  outputFailed = true;
  process.exitCode = FAILED;
  terminal.error(`${outputFault(error.code ?? error.message)[terminal.language]}\n`);
});
// There is nobody left to tell.
process.stderr.on('error', () => {});

void main(process.argv.slice(2), terminal).then((status) => {
  process.exitCode = outputFailed ? FAILED : status;
});
