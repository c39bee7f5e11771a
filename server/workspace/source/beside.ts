import { URI, Utils } from 'vscode-uri';
import type { Files } from '../files/files.ts';
import { joined, parentOf } from '../files/paths.ts';
import { englishNames, folderStem, isChineseTag, isEnglishTag, pageAt, plainStem } from './names.ts';

/**
 * The folder with both languages, for a folder outside of any project: `docs` for `docs/zh` or a folder below it, if
 * `docs` also contains `en` or files of the same names. The folder itself if there is nothing like that above it.
 */
export async function folderOfBoth(files: Files, folder: string): Promise<string> {
  for (let at = folder, deep = 0; deep < MAX_DEPTH && parentOf(at) !== at; at = parentOf(at), deep++) {
    const name = nameOf(at);
    if (!isChineseTag(name) && folderStem(name) === undefined && !TRANSLATIONS.test(name)) continue;
    const parent = parentOf(at);
    if (await holdsSources(files, parent, at)) return parent;
    // i18n/zh/a.md → a.md.
    const above = parentOf(parent);
    if (TRANSLATIONS.test(nameOf(parent)) && (await holdsSources(files, above, at))) return above;
  }
  return folder;
}

const MAX_DEPTH = 8;
const TRANSLATIONS = /^(?:i18n|l10n|locales?|lang(?:uage)?s?|translations?)$/i;

async function holdsSources(files: Files, parent: string, translations: string): Promise<boolean> {
  const beside = new Set<string>();
  for (const { name, kind } of await files.list(parent)) {
    if (kind === 'folder' && isEnglishTag(name)) return true;
    if (joined(parent, name) !== translations) beside.add(plainName(name));
  }
  const stem = folderStem(nameOf(translations));
  if (stem !== undefined && [stem, ...englishNames(stem)].some((name) => beside.has(name.toLowerCase()))) return true;
  const inside = await files.list(translations);
  return inside.some(
    ({ name, kind }) => (kind === 'folder' || pageAt(name) !== undefined) && beside.has(plainName(name)),
  );
}

function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

// The name of a page without language tags, in lower case.
function plainName(name: string): string {
  const page = pageAt(name);
  if (!page) return name.toLowerCase();
  return `${plainStem(page.stem)}${page.extension}`.toLowerCase();
}
