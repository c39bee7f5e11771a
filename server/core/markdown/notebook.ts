/** Whether a file with this path or URI is a Jupyter notebook. */
export function isNotebookName(name: string): boolean {
  return /\.ipynb$/i.test(name);
}

/**
 * A notebook as one Markdown page: the text of its Markdown cells as written, the others as fenced code, a blank line between them.
 * Undefined for a text that is no notebook of format 4 (nbformat: `cells`, each with `cell_type` and `source`).
 */
export function notebookPage(text: string): string | undefined {
  const notebook = parsed(text);
  if (!Array.isArray(notebook?.cells)) return undefined;
  const { kernelspec, language_info: info } = notebook.metadata ?? {};
  const language = nameOf(info?.name) ?? nameOf(kernelspec?.language) ?? '';
  const parts = (notebook.cells as readonly (Cell | null)[]).map((cell) => {
    const source = sourceOf(cell);
    if (cell?.cell_type === 'markdown') return source;
    return fenced(source, cell?.cell_type === 'code' ? language : '');
  });
  return `${parts.join('\n\n')}\n`;
}

interface Notebook {
  readonly cells?: unknown;
  readonly metadata?: { readonly language_info?: { name?: unknown }; readonly kernelspec?: { language?: unknown } };
}

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

function parsed(text: string): Notebook | null | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(language: unknown): string | undefined {
  return typeof language === 'string' && /^[\w+#-]+$/.test(language) ? language : undefined;
}

// A string, or its lines with their ends.
function sourceOf(cell: Cell | null): string {
  const source = Array.isArray(cell?.source) ? cell.source.join('') : cell?.source;
  return typeof source === 'string' ? source : '';
}

function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
