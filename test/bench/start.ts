import { join } from 'node:path';
import { overStdio } from '../helpers/lsp.ts';
import { repository, testFolder } from '../helpers/workspace.ts';
import { pageOf } from './keystroke.ts';

/** Milliseconds from starting the server to its introduction, and to the diagnostics of a first page of 20 KB. */
export async function serverStart(
  runs: number,
): Promise<{ 'initialized (ms)': string; 'first diagnostics (ms)': string }> {
  const folder = testFolder();
  const introduced: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    const start = overStdio(process.execPath, join(repository, 'dist/server.cjs'), '--stdio');
    const client = await start({ folders: [folder.uri('')] });
    introduced.push(performance.now() - began);
    const published = new Promise<void>((resolve) => {
      client.connection.onNotification('textDocument/publishDiagnostics', () => resolve());
    });
    const textDocument = { uri: folder.uri('page.md'), languageId: 'markdown', version: 1, text: pageOf(20 * 1024) };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
    first.push(performance.now() - began);
    await client.stop();
  }
  folder.remove();
  return { 'initialized (ms)': spread(introduced), 'first diagnostics (ms)': spread(first) };
}

function spread(times: number[]): string {
  const sorted = times.sort((a, b) => a - b).map((time) => Math.round(time));
  return `${sorted[0]}–${sorted.at(-1)}, median ${sorted[sorted.length >> 1]}`;
}
