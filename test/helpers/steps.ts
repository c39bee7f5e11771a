import { Session } from 'node:inspector/promises';

/**
 * Counts what a piece of work does, in blocks of code that are run: the same number each time and on every machine. What the
 * engine does by itself (patterns, searches, sorting) is not seen; `npm run bench -- linear` measures it.
 * Only code that is imported behind `createStepCounter` is counted.
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
