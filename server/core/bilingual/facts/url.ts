/**
 * The form in which a URL is the same on a page and on its translation: locale folders, hosts and file suffixes, the
 * scheme, a trailing slash and `index` are gone, and so is the fragment of a URL that leads to another page.
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

/** A fragment that is the route of a site on one page (`#/zh-cn/guide`), without its locale; any other as it is. */
export function routeOf(fragment: string): string {
  return /^!?\//.test(fragment)
    ? fragment.toLowerCase().replace(LOCALE_FOLDER, '/').replace(LOCALE_PARAMETER, '')
    : fragment;
}

/** The last folder or file of a URL: a relative and an absolute way to one page share it. '' when there is none. */
export function lastSegment(page: string): string {
  return /([^/#?]+)(?:\?.*)?$/.exec(page)?.[1]?.replace(/^\.+$/, '') ?? '';
}

// A longer one is a picture in base64.
const MAX_URL = 500;

const LOCALE = '(?:zh|cn|en|chs|cht)(?:[-_](?:cn|tw|hk|sg|us|gb|hans|hant))?';
const LOCALE_HOST = new RegExp(`^${LOCALE}\\.(?=[^/]+\\.)`);
const LOCALE_FOLDER = new RegExp(`(?<=^|/)/?(?:lang/|locales?/)?${LOCALE}(?:/|$)`, 'g');
const LOCALE_PARAMETER = new RegExp(`[?&](?:lang|language|locale|hl)=${LOCALE}(?=&|$)`, 'g');
const LOCALE_SUFFIX = new RegExp(`[._-]${LOCALE}(?=(?:\\.\\w+)?/?$)`);
