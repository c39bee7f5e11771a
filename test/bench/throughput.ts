import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../helpers/workspace.ts';
import { pageOf } from './keystroke.ts';
import { ensurePeers } from './peers/install.ts';
import { commands, programs } from './programs.ts';

type Row = Record<string, string>;

/** Every program beside the others, each in processes of its own: warm speed, and one process over all pages. */
export function throughput(corpus: string): { warm: Record<string, Row>; whole: Record<string, Row>; about: string } {
  const peers = ensurePeers();
  const folder = mkdtempSync(join(tmpdir(), 'yijiao-bench-'));
  try {
    const pages = join(folder, 'pages');
    const large = join(folder, 'large');
    const { count, bytes } = copyPages(corpus, pages);
    mkdirSync(large);
    writeFileSync(join(large, 'page.md'), pageOf(1024 * 1024));
    const warm: Record<string, Row> = {};
    const measured = Object.keys(programs).map((name) => {
      const onPages = warmTimes(name, peers, pages);
      const onLarge = warmTimes(name, peers, large);
      return { name, onPages, onLarge };
    });
    for (const { name, onPages, onLarge } of measured) {
      const rival = measured.find((one) => one.name === 'autocorrect-node')!;
      warm[name] = {
        'pages: lint (MB/s)': speed(bytes, onPages.lint),
        'fix (MB/s)': speed(bytes, onPages.fix),
        '1 MB: lint (MB/s)': speed(1024 * 1024, onLarge.lint),
        'fix (MB/s) ': speed(1024 * 1024, onLarge.fix),
        'lint / autocorrect lint': ratio(rival.onPages.lint, onPages.lint),
        'lint / autocorrect format': ratio(rival.onPages.fix, onPages.lint),
        'fix / autocorrect format': ratio(rival.onPages.fix, onPages.fix),
      };
      const fails = [onPages.failed && 'some pages', onLarge.failed && '1 MB'].filter(Boolean);
      if (fails.length > 0) warm[name]['gives up on'] = fails.join(', ');
    }
    const whole: Record<string, Row> = {};
    const script = join(import.meta.dirname, 'measure.ts');
    for (const name of Object.keys(programs)) {
      whole[`${name} (library)`] = wholeProcess([script, name, peers, pages, 'once'], pages);
    }
    for (const [name, command] of Object.entries(commands)) {
      whole[name] = wholeProcess(command(repository, peers), pages);
    }
    return { warm, whole, about: `${count} pages, ${(bytes / 1e6).toFixed(2)} MB of UTF-8` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Chinese pages of a corpus (`<project>/zh/*`), or those that the repository carries; all of them as `.md`. */
function copyPages(corpus: string, target: string): { count: number; bytes: number } {
  const own = '*.{md,mdx}';
  const found = existsSync(corpus)
    ? globSync(join(corpus, '*/zh/*'))
    : globSync(join(repository, 'test/fixtures/pages', own)).filter((file) => !file.endsWith('LICENSES.md'));
  mkdirSync(target);
  let bytes = 0;
  for (const [i, file] of found.sort().entries()) {
    copyFileSync(file, join(target, `page-${String(i).padStart(4, '0')}.md`));
    bytes += readFileSync(file).length;
  }
  return { count: found.length, bytes };
}

function warmTimes(name: string, peers: string, pages: string): { lint?: number; fix?: number; failed?: boolean } {
  const args = [join(import.meta.dirname, 'measure.ts'), name, peers, pages, 'warm'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: TIMEOUT });
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1)!) : {};
}

function wholeProcess(args: string[], cwd: string): Row {
  const report = `${cwd}-usage.json`;
  const hook = pathToFileURL(join(import.meta.dirname, 'report-usage.mjs')).href;
  const env = { ...process.env, YIJIAO_BENCH_USAGE: report, NODE_OPTIONS: `--import=${hook}` };
  const runs: { wall: number; processor: number; memory: number }[] = [];
  do {
    const began = performance.now();
    rmSync(report, { force: true });
    const { error } = spawnSync(process.execPath, args, { cwd, env, stdio: 'ignore', timeout: TIMEOUT });
    const time = String(Math.round(performance.now() - began));
    // A native command line ends without the hook.
    if (error || !existsSync(report)) {
      return { 'time (ms)': error ? '–' : time, 'processor (ms)': '–', 'peak memory (MB)': '–' };
    }
    const { kilobytes, milliseconds } = JSON.parse(readFileSync(report, 'utf8'));
    runs.push({ wall: performance.now() - began, processor: milliseconds, memory: kilobytes / 1024 });
  } while (runs.length < 5 && runs[0]!.wall < 5000);
  const median = (key: 'wall' | 'processor' | 'memory') => {
    const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
    return String(Math.round(sorted[sorted.length >> 1]!));
  };
  return { 'time (ms)': median('wall'), 'processor (ms)': median('processor'), 'peak memory (MB)': median('memory') };
}

const TIMEOUT = 120_000;

function speed(bytes: number, milliseconds: number | undefined): string {
  return milliseconds ? (bytes / 1000 / milliseconds).toFixed(2) : '–';
}

function ratio(rival: number | undefined, own: number | undefined): string {
  return rival && own ? `${(rival / own).toFixed(2)} ×` : '–';
}
