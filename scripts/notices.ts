import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licences of the packages whose code is in the bundles, as one Markdown file. `inputs` are paths of bundled files. */
export async function thirdPartyNotices(root: string, inputs: readonly string[]): Promise<string> {
  const names = new Set(
    inputs.flatMap((path) => /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.slice(1) ?? []),
  );
  const parts = await Promise.all([...names].sort().map((name) => notice(root, name, inputs)));
  return `# Third-party notices\n\nYijiao contains code of these packages.\n\n${parts.join('\n')}`;
}

async function notice(root: string, name: string, inputs: readonly string[]): Promise<string> {
  const input = inputs.find((path) => path.includes(`node_modules/${name}/`))!;
  const folder = join(root, input.slice(0, input.lastIndexOf(`node_modules/${name}/`)), 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? (await readFile(join(folder, file), 'utf8')).replaceAll('\r', '').trim() : `Licence: ${license}`;
  return `## ${name} ${version}${license ? ` (${license})` : ''}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}

if (import.meta.main) {
  const { buildAll } = await import('../build.mjs');
  const root = join(import.meta.dirname, '..');
  const inputs = (await buildAll()).flatMap((bundle) => Object.keys(bundle?.inputs ?? {}));
  await writeFile(join(root, 'THIRD_PARTY_NOTICES.md'), await thirdPartyNotices(root, inputs));
}
