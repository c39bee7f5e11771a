import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runMain } from '../scripts/vscode-host/cleanup.ts';
import { repoRoot, testOutput } from '../scripts/vscode-host/paths.ts';
import { run, spawnGroup, stopsWithUs } from '../scripts/vscode-host/processes.ts';

/**
 * npm run test:steady [-- TIMES [SCRIPT]]: `npm test`, or another script, five times or TIMES while every core has something else to
 * do. Prints how it went; what each run printed is in .test-out/steady/.
 */
async function main(): Promise<number> {
  const [times = '5', script = 'test'] = process.argv.slice(2);
  const logs = join(testOutput, 'steady');
  await mkdir(logs, { recursive: true });
  for (let core = 0; core < availableParallelism(); core++) {
    stopsWithUs(spawnGroup(process.execPath, ['-e', 'for (;;);']));
  }
  const table: { run: number; status: number; minutes: number }[] = [];
  for (let number = 1; number <= Number(times); number++) {
    const began = Date.now();
    const { status, output } = await run('npm', ['run', script], { cwd: repoRoot, timeoutMs: 14_400_000 });
    await writeFile(join(logs, `${number}.log`), output);
    table.push({ run: number, status, minutes: Math.round((Date.now() - began) / 6000) / 10 });
    console.table(table);
  }
  return table.every(({ status }) => status === 0) ? 0 : 1;
}

await runMain(main);
