import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { statusNotification } from '../../server/lsp/protocol.ts';
import { overStdio } from '../helpers/lsp.ts';
import { productNode, repository, testFolder } from '../helpers/workspace.ts';

/**
 * A workspace of so many translations, each beside its source: milliseconds from opening one page of a new server to its first
 * findings, and until all is known of it (style, source, terms).
 */
export async function workspaceTimes(pages: number): Promise<Record<string, number>> {
  const chinese = readFileSync(join(repository, 'sample/markdown/unit3/README_CN.md'), 'utf8');
  const english = readFileSync(join(repository, 'sample/unit3/README.md'), 'utf8');
  const folder = testFolder({
    'glossary.csv': 'en,zh\npipeline,管线\n',
    '.yijiao.jsonc': '{ "glossary": ["glossary.csv"] }',
  });
  try {
    for (let at = 0; at < pages; at++) {
      const name = `part${at % 100}/page${at}.md`;
      folder.write(`docs/zh/${name}`, chinese);
      folder.write(`docs/en/${name}`, english);
    }
    const client = await overStdio(
      productNode,
      join(repository, 'dist/cli.cjs'),
      'lsp',
      '--stdio',
    )({
      folders: [folder.uri('')],
    });
    let settled = 0;
    let first = 0;
    const began = performance.now();
    const done = new Promise<void>((resolve) => {
      client.connection.onNotification(statusNotification, (status: { settled: boolean; findings: number }) => {
        if (first === 0 && status.findings > 0) first = performance.now() - began;
        if (!status.settled) return;
        settled = performance.now() - began;
        resolve();
      });
    });
    const uri = folder.uri('docs/zh/part0/page0.md');
    const textDocument = { uri, languageId: 'markdown', version: 1, text: chinese };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await done;
    await client.stop();
    return { pages, 'first findings (ms)': Math.round(first), 'all known (ms)': Math.round(settled) };
  } finally {
    rmSync(folder.path, { recursive: true, force: true });
  }
}
