import type { Finding } from '../../core/lint/rule.ts';
import type { Bilingual } from '../../core/text/bilingual.ts';
import type { Terminal } from '../terminal.ts';

/**
 * A form in which findings are printed. Each is the default export of a file in this folder; `npm run generate` enters it in `list.ts`,
 * which is what `--format`, the help and the documents name reports by.
 */
export interface Report {
  /** What `--format` calls it. */
  readonly id: string;
  /** People read it where they are: an empty one is not printed when they have been told that there is nothing to read. */
  readonly isForPeople: boolean;
  /** All that was looked at, with findings or without. What it quotes of files, names too, goes through `visible` or `jsonText`. */
  print(reports: readonly FileReport[], place: ReportPlace): string;
  readonly docs: ReportDocs;
}

/** What a report may know of where it is printed. */
export type ReportPlace = Pick<Terminal, 'colours' | 'language' | 'version' | 'fromCheckout'>;

/** What `docs/reports.md` and its translation say of a report, above an excerpt of it. */
export interface ReportDocs {
  /** What reads it, for a cell of a table. */
  readonly readBy: Bilingual;
  /** How it is used, in Markdown without a heading. */
  readonly use: Bilingual;
  /** The language of the excerpt. */
  readonly code: 'text' | 'json' | 'xml';
}

/** The findings in a file. Lines and columns are 1-based; columns count UTF-16 units. */
export interface FileReport {
  readonly path: string;
  readonly problems: readonly Problem[];
  /** How many findings `--fix` fixed. If not 0, the file was changed. */
  readonly fixed: number;
  /** What the system refused; `problems` tell why. A page that cannot be written also has its findings. */
  readonly failed?: 'read' | 'write';
}

export interface Problem {
  /** Undefined for a fault in a settings or glossary file, or a file that cannot be read. */
  readonly rule?: string;
  readonly level: Finding['level'];
  readonly message: Bilingual;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `--fix` would fix it. */
  readonly fixable: boolean;
  /**
   * Why `--fix` leaves it although its rule has safe fixes: others see code or a formula there, or
   * the fix would change the markup.
   */
  readonly unfixed?: 'disputed' | 'markup';
}
