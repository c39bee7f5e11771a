import { alignmentTimes } from './alignment.ts';
import { bundleSizes } from './bundles.ts';
import { matchingTime } from './glossary.ts';
import { keystrokeLatency } from './keystroke.ts';
import { serverStart } from './start.ts';

console.log('Keystroke → diagnostics, bundled server over stdio (target: p99 ≤ 16 ms on 70 KB)');
console.table([await keystrokeLatency(5, 400), await keystrokeLatency(70, 400), await keystrokeLatency(1024, 200)]);
console.log('A page beside its source (target: p95 of pages ≤ 10 ms)');
console.table(alignmentTimes());
console.log('Server start');
console.table([await serverStart(7)]);
console.log('Matching (targets for 10,000 terms: index ≤ 30 ms, 1 MB page ≤ 25 ms)');
console.table(matchingTime(10_000, 1024));
console.log('Bundles');
console.table(bundleSizes());
