import { MARKDOWN_NAME } from '../files/files.ts';

/** A Markdown file, by its path relative to the root. */
export interface NamedPage {
  readonly path: string;
  readonly folders: readonly string[];
  /** The file name without extension and language tag; '' if it is only a tag. */
  readonly stem: string;
  /** The Chinese tag in its name, as written. */
  readonly tag: string | undefined;
  readonly extension: string;
}

export function pageAt(path: string): NamedPage | undefined {
  const extension = (MARKDOWN_NAME.exec(path) ?? NOTEBOOK_NAME.exec(path))?.[0];
  if (extension === undefined) return undefined;
  const folders = path.split('/');
  const name = folders.pop()!.slice(0, -extension.length);
  if (isChineseTag(name)) return { path, folders, stem: '', tag: name, extension };
  // The longest tag: README_zh_CN is not README_zh with the tag CN.
  for (const { index } of name.matchAll(/[._-]|(?=[中简簡繁])/g)) {
    const tag = name.slice(index).replace(/^[._-]/, '');
    if (index > 0 && isChineseTag(tag)) return { path, folders, stem: name.slice(0, index), tag, extension };
  }
  return { path, folders, stem: name, tag: undefined, extension };
}

const CHINESE_TAG =
  /^(?:(?:zh|cn)(?:[-_](?:cn|tw|hk|sg|mo|hans|hant)){0,2}|zh(?:cn|tw|hans|hant)|chs|cht|chinese|中文版?|[简簡繁][体體]?中文版?)$/i;

export const ENGLISH = ['en', 'en-US', 'en_US', 'en-GB', 'english'] as const;

const ENGLISH_TAG = /^(?:en(?:[-_](?:us|gb))?|english|origin)$/i;
const ENGLISH_ENDING = /(?<=.)[._-](?:en(?:[-_](?:us|gb))?|english|origin)$/i;

const NOTEBOOK_NAME = /\.ipynb$/i;

export const EXTENSIONS = ['.md', '.mdx', '.markdown'] as const;

export function isEnglishTag(name: string): boolean {
  return ENGLISH_TAG.test(name);
}

export function isChineseTag(name: string): boolean {
  return CHINESE_TAG.test(name);
}

/** The name of a folder without its Chinese tag; undefined if it has none, or is one. */
export function folderStem(name: string): string | undefined {
  const { stem, tag } = pageAt(`${name}.md`)!;
  return tag === undefined || stem === '' ? undefined : stem;
}

export function isTagged({ tag, folders }: NamedPage): boolean {
  return tag !== undefined || folders.some(isChineseTag);
}

export function englishNames(stem: string): string[] {
  return ['_', '-', '.'].flatMap((separator) => ENGLISH.map((english) => `${stem}${separator}${english}`));
}

// The path without language tags, in lower case; the file name without extension.
export function plainPath({ folders, stem }: NamedPage): string[] {
  const names = folders.filter((name) => !isChineseTag(name) && !ENGLISH_TAG.test(name));
  return [...names, plainStem(stem)].map((name) => name.toLowerCase());
}

export function plainStem(stem: string): string {
  return stem.replace(ENGLISH_ENDING, '');
}

export function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
