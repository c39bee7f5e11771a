import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overStdio } from '../helpers/lsp.ts';
import { repository, testFolder } from '../helpers/workspace.ts';

export interface Latency {
  readonly 'page (KB)': number;
  readonly keystrokes: number;
  readonly 'p50 (ms)': number;
  readonly 'p99 (ms)': number;
  readonly 'max (ms)': number;
}

/** From didChange to publishDiagnostics, over stdio with the bundled server, typing into a paragraph of a page. */
export async function keystrokeLatency(kilobytes: number, keystrokes: number): Promise<Latency> {
  const folder = testFolder();
  const client = await overStdio(
    process.execPath,
    join(repository, 'dist/server.cjs'),
    '--stdio',
  )({ folders: [folder.uri('')] });
  const uri = folder.uri('page.md');
  const text = pageOf(kilobytes * 1024);
  await client.open(uri, text);
  const times: number[] = [];
  // A paragraph in the first half: of a long page only the first 1,000 findings are sent, and the change must show.
  const lines = text.split('\n');
  const line = lines.findIndex((content, i) => i > lines.length / 4 && /^[\u4e00-\u9fff]/.test(content));
  const arrived = () =>
    new Promise<void>((resolve) => {
      const disposable = client.connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: { uri: string }) => {
          if (params.uri !== uri) return;
          disposable.dispose();
          resolve();
        },
      );
    });
  for (let i = 0; i < keystrokes + WARM; i++) {
    // Every other keystroke takes back the one before, so that the page stays what it is and each changes its findings.
    const start = { line, character: 0 };
    const change =
      i % 2 === 0
        ? { range: { start, end: start }, text: '用A' }
        : { range: { start, end: { line, character: 2 } }, text: '' };
    const published = arrived();
    const began = performance.now();
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [change],
    });
    await published;
    if (i >= WARM) times.push(performance.now() - began);
  }
  await client.stop();
  folder.remove();
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2));
  return { 'page (KB)': kilobytes, keystrokes, 'p50 (ms)': at(0.5), 'p99 (ms)': at(0.99), 'max (ms)': at(1) };
}

const WARM = 30;

/** A page of about so many bytes of UTF-8, made of the seed page over and over, cut at a line. */
export function pageOf(bytes: number): string {
  const seed = readFileSync(join(repository, 'test/fixtures/seed/before.md'), 'utf8');
  const whole = seed.repeat(Math.ceil(bytes / Buffer.byteLength(seed)));
  const cut = Buffer.from(whole).subarray(0, bytes).toString('utf8');
  return cut.slice(0, cut.lastIndexOf('\n') + 1);
}
