import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';

/** The language of a window. */
export type Language = 'en' | 'zh-CN';

const texts = (path: string): Record<string, string> => JSON.parse(readFileSync(join(repoRoot, path), 'utf8'));
const manifest = { en: texts('package.nls.json'), 'zh-CN': texts('package.nls.zh-cn.json') };
const bundle = texts('l10n/bundle.l10n.zh-cn.json');

/** What package.json says by a name, such as `command.compare`. */
export function named(language: Language, name: string): string {
  const text = manifest[language][name];
  if (text === undefined) throw new Error(`package.nls.json has no “${name}”`);
  return text;
}

/** What the client says, by its English. */
export function said(language: Language, english: string): string {
  if (language === 'en') return english;
  const text = bundle[english];
  if (text === undefined) throw new Error(`The bundle has no “${english}”`);
  return text;
}

/** Pieces of our English that no Chinese window may show; shorter ones are words of VS Code, too. */
export function englishPieces(): string[] {
  const all = [
    ...Object.entries(manifest.en).filter(([name]) => !/image$/.test(name)),
    ...Object.keys(bundle).entries(),
  ];
  const pieces = all.flatMap(([, text]) => text.split(/\{\d\}|\n|\]\([^)]*\)|[[\]`*]/));
  return [...new Set(pieces.map((piece) => piece.trim()))].filter((piece) => /^[A-Z].{14}/.test(piece));
}
