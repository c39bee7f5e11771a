import { URI, Utils } from 'vscode-uri';

/** The URI of a path relative to a root; undefined when it would leave the root, or names a scheme or an absolute path. */
export function within(root: string, path: string): string | undefined {
  if (path === '' || /^[/\\~]|^[A-Za-z][\w+.-]*:/.test(path) || path.includes('\0')) return undefined;
  const base = URI.parse(root);
  const target = Utils.joinPath(base, path.replaceAll('\\', '/'));
  return isWithin(root, target.toString()) ? target.toString() : undefined;
}

/** Whether a URI lies below a root. */
export function isWithin(root: string, uri: string): boolean {
  const base = URI.parse(root);
  const target = URI.parse(uri);
  if (base.scheme !== target.scheme || base.authority !== target.authority) return false;
  const prefix = base.path.endsWith('/') ? base.path : `${base.path}/`;
  return target.path.startsWith(prefix) && !target.path.split('/').includes('..');
}

export function parentOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

export function joined(uri: string, name: string): string {
  return Utils.joinPath(URI.parse(uri), name).toString();
}

/** A URI's path relative to a root, with `/`; the whole path when it is not below it. */
export function relativePath(root: string, uri: string): string {
  const path = URI.parse(uri).path;
  if (!isWithin(root, uri)) return path;
  return path.slice(URI.parse(root).path.replace(/\/$/, '').length + 1);
}

/** Whether a text names a place at all: what has no scheme would be taken for a path from the root of the disk. */
export function isUri(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z][\w+.-]*:./.test(text);
}

/** The same place in one spelling: editors encode URIs differently. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}
