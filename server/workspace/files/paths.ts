import { URI, Utils } from 'vscode-uri';

/** The URI of a path relative to a root; undefined if the path leaves the root, is absolute or has a scheme. */
export function within(root: string, path: string): string | undefined {
  if (path === '' || /^[/\\~]|^[A-Za-z][\w+.-]*:/.test(path) || path.includes('\0')) return undefined;
  const base = URI.parse(root);
  const target = Utils.joinPath(base, path.replaceAll('\\', '/'));
  return isWithin(root, target.toString()) ? target.toString() : undefined;
}

/** Whether a URI is below a root. */
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

/** The path of a URI relative to a root, with `/`; the whole path if it is not below the root. */
export function relativePath(root: string, uri: string): string {
  const path = URI.parse(uri).path;
  if (!isWithin(root, uri)) return path;
  return path.slice(URI.parse(root).path.replace(/\/$/, '').length + 1);
}

/** Whether a text is a URI. Without a scheme it would be taken for a path from the root of the disk. */
export function isUri(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z][\w+.-]*:./.test(text);
}

/** The canonical form of a URI. Editors encode URIs differently. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}
