import { Session } from 'node:inspector/promises';

/**
 * Counts the blocks of code that some work executes: the same number every time and on every machine. It does not see
 * the engine's own work (patterns, searching, sorting), which `npm run bench -- linear` measures. Only code imported
 * after `createStepCounter` is counted.
 */
export async function createStepCounter(): Promise<(work: () => unknown) => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let steps = 0;
    for (const { functions } of result) {
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  };
  return async (work) => {
    await take();
    await work();
    return take();
  };
}
