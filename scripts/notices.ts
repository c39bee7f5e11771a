import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of the bundled packages, as a Markdown file. `inputs` are paths of bundled files relative to `root`.
 * Throws if the licence text of a package is unknown.
 */
export async function thirdPartyNotices(root: string, inputs: readonly string[]): Promise<string> {
  const notices = await Promise.all(bundledPackages(inputs).map((folder) => notice(root, folder)));
  const inOrder = [...new Set(notices)].sort();
  return `# Third-party notices\n\nYijiao contains code of these packages.\n\n${inOrder.join('\n')}`;
}

/** The folders of the packages that bundled files come from, one per version of a package. */
export function bundledPackages(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []);
  return [...new Set(folders)].sort();
}

/** The name of the package in a folder. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

async function notice(root: string, folder: string): Promise<string> {
  const name = packageName(folder);
  const path = join(root, folder);
  const { version, license } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Record<string, string>;
  const names = (await readdir(path)).sort();
  const licences = names.filter((entry) => /^(?:un)?licen[cs]e|^copying/i.test(entry));
  const others = names.filter((entry) => /^notice/i.test(entry));
  const texts = await Promise.all([...licences, ...others].map((entry) => readText(join(path, entry))));
  if (licences.length === 0) texts.unshift(await keptLicence(root, name));
  const heading = `## ${name} ${version}${license ? ` (${license})` : ''}`;
  return `${heading}\n\n\`\`\`text\n${texts.join('\n\n')}\n\`\`\`\n`;
}

// Some packages do not include their licence text. It is kept here, with its source.
async function keptLicence(root: string, name: string): Promise<string> {
  const path = join(root, 'scripts/licences', `${name.replace('/', '+')}.txt`);
  return readText(path).catch(() => {
    throw new Error(
      `${name} is bundled and holds no licence text. Put the text, below a line “Source: <URL>”, into ${path}`,
    );
  });
}

async function readText(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll('\r', '').trim();
}

if (import.meta.main) {
  const { buildAll } = await import('../build.mjs');
  const root = join(import.meta.dirname, '..');
  const inputs = (await buildAll()).flatMap((bundle) => Object.keys(bundle?.inputs ?? {}));
  await writeFile(join(root, 'THIRD_PARTY_NOTICES.md'), await thirdPartyNotices(root, inputs));
}
