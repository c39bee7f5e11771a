import { URI } from 'vscode-uri';

/**
 * The notebook (URI) of a cell; any other document itself. VS Code names a cell by the path of its notebook; the fragment holds a
 * number, `s`, and the scheme of the notebook in base64.
 */
export function notebookOf(uri: string): string {
  if (!uri.startsWith(`${CELL_SCHEME}:`)) return uri;
  const cell = URI.parse(uri);
  const scheme = decoded(cell.fragment.slice(cell.fragment.indexOf('s') + 1)) ?? 'file';
  return cell.with({ scheme, fragment: null }).toString();
}

const CELL_SCHEME = 'vscode-notebook-cell';

function decoded(base64: string): string | undefined {
  try {
    const scheme = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
    return /^[A-Za-z][\w+.-]*$/.test(scheme) ? scheme : undefined;
  } catch {
    return undefined;
  }
}
