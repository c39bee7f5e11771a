import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled, npmCi } from './install.ts';
import { hostScripts } from './paths.ts';

const CHINESE = '@codingame/monaco-vscode-language-pack-zh-hans';
const packageFiles = ['package.json', 'package-lock.json'].map((file) => join(hostScripts, 'language-pack', file));

/**
 * The folder of an extension that makes Chinese a language of VS Code, as the one of the marketplace does, which npm does not have. The
 * texts are those of an older VS Code, the last whose package names them: what is newer stays English.
 */
export async function ensureLanguagePack(): Promise<string> {
  const manifest = await ensureInstalled({
    kind: 'language-pack',
    what: "VS Code's Chinese",
    size: 'about 35 MB',
    follows: [...packageFiles, fileURLToPath(import.meta.url)],
    result: join('pack', 'package.json'),
    async fill(staging) {
      for (const name of ['package.json', 'package-lock.json']) {
        await copyFile(join(hostScripts, 'language-pack', name), join(staging, name));
      }
      await npmCi(staging, []);
      await writePack(join(staging, 'node_modules', CHINESE, 'translations'), join(staging, 'pack'));
      await rm(join(staging, 'node_modules'), { recursive: true });
    },
  });
  return dirname(manifest);
}

/** Writes what VS Code keeps of a language pack that a person installs: the workbench and the extensions that come along are read from it. */
export async function registerLanguagePack(pack: string, data: string): Promise<void> {
  const { name, publisher, version, contributes } = JSON.parse(await readFile(join(pack, 'package.json'), 'utf8'));
  const [{ languageId, localizedLanguageName, translations }] = contributes.localizations as [Localization];
  const paths = translations.map(({ id, path }) => [id, join(pack, path)]);
  const known = {
    hash: version,
    label: localizedLanguageName,
    extensions: [{ extensionIdentifier: { id: `${publisher}.${name}` }, version }],
    translations: Object.fromEntries(paths),
  };
  await writeFile(join(data, 'languagepacks.json'), JSON.stringify({ [languageId]: known }));
}

interface Localization {
  readonly languageId: string;
  readonly localizedLanguageName: string;
  readonly translations: readonly { readonly id: string; readonly path: string }[];
}

async function writePack(texts: string, pack: string): Promise<void> {
  const { default: contents } = await import(pathToFileURL(join(texts, 'main.i18n.json.js')).href);
  const write = (path: string, value: unknown) => writeFile(join(pack, path), JSON.stringify(value, null, 2));
  await mkdir(pack, { recursive: true });
  await rename(join(texts, 'extensions'), join(pack, 'translations'));
  const extensions = await readdir(join(pack, 'translations'));
  await write('translations/main.i18n.json', { '': [], version: '1.0.0', contents });
  const translations = ['main.i18n.json', ...extensions].map((name) => ({
    id: name === 'main.i18n.json' ? 'vscode' : name.replace(/\.i18n\.json$/, ''),
    path: `./translations/${name}`,
  }));
  const localization: Localization & { languageName: string } = {
    languageId: 'zh-cn',
    languageName: 'Chinese Simplified',
    localizedLanguageName: '中文(简体)',
    translations,
  };
  await write('package.json', {
    name: 'language-pack-zh-hans',
    publisher: 'test',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    categories: ['Language Packs'],
    contributes: { localizations: [localization] },
  });
}
