/**
 * Normalises a URL so that it is equal on a page and its translation: drops locale folders, hosts and suffixes, the
 * scheme, a trailing slash and `index`, and the fragment if the URL leads to another page.
 */
export function pageOfUrl(url: string): string {
  const [address = '', fragment = ''] = url.slice(0, MAX_URL).trim().split('#', 2);
  if (address === '') return `#${fragment.toLowerCase()}`;
  const page = address
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/|^\.\//, '')
    .replace(LOCALE_HOST, '')
    .replace(LOCALE_FOLDER, '/')
    .replace(LOCALE_PARAMETER, '')
    .replace(LOCALE_SUFFIX, '')
    .replace(/\.(?:mdx?|html?)(?=$|\?)/, '')
    .replace(/(?:^|\/+)(?:index|readme)?\/*$/, '');
  return page === '' ? '/' : page;
}

/** Drops the locale from a fragment that is a route of a single-page site (`#/zh-cn/guide`). Other fragments stay. */
export function routeOf(fragment: string): string {
  return /^!?\//.test(fragment)
    ? fragment.toLowerCase().replace(LOCALE_FOLDER, '/').replace(LOCALE_PARAMETER, '')
    : fragment;
}

/** The last folder or file of a URL, which relative and absolute paths to a page share; '' if there is none. */
export function lastSegment(page: string): string {
  return /([^/#?]+)(?:\?.*)?$/.exec(page)?.[1]?.replace(/^\.+$/, '') ?? '';
}

// A longer one is a base64 image.
const MAX_URL = 500;

const LOCALE = '(?:zh|cn|en|chs|cht)(?:[-_](?:cn|tw|hk|sg|us|gb|hans|hant))?';
const LOCALE_HOST = new RegExp(`^${LOCALE}\\.(?=[^/]+\\.)`);
const LOCALE_FOLDER = new RegExp(`(?<=^|/)/?(?:lang/|locales?/)?${LOCALE}(?:/|$)`, 'g');
const LOCALE_PARAMETER = new RegExp(`[?&](?:lang|language|locale|hl)=${LOCALE}(?=&|$)`, 'g');
const LOCALE_SUFFIX = new RegExp(`[._-]${LOCALE}(?=(?:\\.\\w+)?/?$)`);
