import { URI, Utils } from 'vscode-uri';
import { type Files, MARKDOWN_NAME, MAX_FILES } from './files.ts';

/** Files in memory by URI, for tests. A folder exists if a file is in it. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const files = new Map(Object.entries(texts).map(([uri, text]) => [normal(uri), text]));
  const below = (folder: string) => [...files.keys()].filter((uri) => uri.startsWith(`${normal(folder)}/`)).sort();
  return {
    async read(uri) {
      const text = files.get(normal(uri));
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    async kind(uri) {
      if (files.has(normal(uri))) return 'file';
      return below(uri).length > 0 ? 'folder' : undefined;
    },
    async list(uri) {
      const entries = new Map<string, 'file' | 'folder'>();
      for (const file of below(uri)) {
        const [name = '', ...rest] = URI.parse(file)
          .path.slice(URI.parse(normal(uri)).path.length + 1)
          .split('/');
        entries.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return [...entries].map(([name, kind]) => ({ name, kind }));
    },
    async markdown(root) {
      return below(root)
        .filter((uri) => MARKDOWN_NAME.test(Utils.basename(URI.parse(uri))))
        .slice(0, MAX_FILES);
    },
  };
}

function normal(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}
