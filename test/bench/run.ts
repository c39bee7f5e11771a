import { join, resolve } from 'node:path';
import { alignmentTimes } from './alignment.ts';
import { bundleSizes } from './bundles.ts';
import { matchingTime } from './glossary.ts';
import { keystrokeLatency } from './keystroke.ts';
import { growths, shapeTimes } from './linear.ts';
import { serverStart } from './start.ts';
import { throughput } from './throughput.ts';
import { workspaceTimes } from './workspace.ts';

/** npm run bench [-- keystroke | start | bundles | alignment | matching | throughput [corpus] | linear | workspace]: all of them, or one. */
const [wanted, corpus = join(import.meta.dirname, '../../../shared/corpus/pairs')] = process.argv.slice(2);
const benches: Record<string, () => Promise<void> | void> = {
  async keystroke() {
    console.log('Keystroke → diagnostics, bundled server over stdio (target: p99 ≤ 16 ms on 70 KB)');
    console.table([await keystrokeLatency(5, 400), await keystrokeLatency(70, 400), await keystrokeLatency(1024, 200)]);
  },
  alignment() {
    console.log('A page beside its source (target: p95 of pages ≤ 10 ms)');
    console.table(alignmentTimes());
  },
  matching() {
    console.log('Matching (targets for 10,000 terms: index ≤ 30 ms, 1 MB page ≤ 25 ms)');
    console.table(matchingTime(10_000, 1024));
  },
  async start() {
    console.log('Server start');
    console.table([await serverStart(7)]);
  },
  async workspace() {
    console.log('A page of a large workspace is opened (target: first findings ≤ 1 s)');
    console.table([await workspaceTimes(10), await workspaceTimes(3000), await workspaceTimes(14_000)]);
  },
  bundles() {
    console.log('Bundles');
    console.table(bundleSizes());
  },
  throughput() {
    const { warm, whole, about } = throughput(resolve(corpus));
    console.log(`Warm throughput, default rules, parsing included: ${about} (target: lint ≥ 2 × autocorrect)`);
    console.log(
      'Processor time. AutoCorrect’s lint is its format and a comparison of lines: ours is set against both.',
    );
    console.table(warm);
    console.log('One process over all pages, from start to end (target: at most the time and memory of autocorrect)');
    console.table(whole);
  },
  linear() {
    console.log(
      'Pages that hold one construct 8,000 times: processor time, and its growth at twice as many (target: 2)',
    );
    console.table(shapeTimes(8000));
    console.log('Repeated patterns that cost more than 2.6 times as much at twice the length (target: none)');
    console.table(growths(50_000, 2.6));
  },
};

for (const [name, bench] of Object.entries(benches)) if (!wanted || wanted === name) await bench();
