import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programs } from './programs.ts';

/**
 * The child process in which one program is measured alone: measure.ts <program> <peers> <pages> <mode>. `warm` repeats
 * until it is fast and tells the median of the rounds, in milliseconds of processor time, so that whatever else the
 * machine does counts little; `once` reads every page one time.
 */
const [name, peers, folder, mode] = process.argv.slice(2) as [string, string, string, 'warm' | 'once'];
const program = await programs[name]!(peers);
const texts = globSync(join(folder, '*.md'))
  .sort()
  .map((file) => readFileSync(file, 'utf8'));
let failed = 0;

if (mode === 'once') round(program.lint ?? program.fix);
else {
  const fix = median(program.fix);
  const lint = program.lint && (program.lint === program.fix ? fix : median(program.lint));
  console.log(JSON.stringify({ lint, fix, failed: failed > 0 }));
}

// Some programs fail on some pages; the others count all the same.
function round(work: (text: string) => unknown): number {
  const began = processorTime();
  for (const text of texts) {
    try {
      work(text);
    } catch {
      failed++;
    }
  }
  return processorTime() - began;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(work: (text: string) => unknown): number {
  const first = round(work);
  const started = performance.now();
  // The compiler needs some rounds; a slow program has had enough in its first.
  while (first < 2000 && performance.now() - started < 1500) round(work);
  const times: number[] = [];
  const measured = performance.now();
  while (
    times.length < (first < 2000 ? 3 : 1) ||
    (first < 2000 && times.length < 25 && performance.now() - measured < 2500)
  )
    times.push(round(work));
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}
