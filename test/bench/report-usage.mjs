import { writeFileSync } from 'node:fs';

// Preloaded into a program that is measured as a whole: tells what it used when it ends.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { kilobytes: maxRSS, milliseconds: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.YIJIAO_BENCH_USAGE, JSON.stringify(usage));
});
