import type { Finding } from '../../core/lint/rule.ts';
import type { Bilingual } from '../../core/text/bilingual.ts';

/** What was found in one file. Lines and columns are 1-based, columns count UTF-16 units. */
export interface FileReport {
  readonly path: string;
  readonly problems: readonly Problem[];
  /** How many findings `--fix` mended; the file was changed where it is not 0. */
  readonly fixed: number;
  /** What the system refused; `problems` tell why. A page that cannot be written has its findings beside it. */
  readonly failed?: 'read' | 'write';
}

export interface Problem {
  /** Missing for a fault in a settings or glossary file, or a file that cannot be read. */
  readonly rule?: string;
  readonly level: Finding['level'];
  readonly message: Bilingual;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `--fix` would mend it. */
  readonly fixable: boolean;
  /** Why `--fix` leaves it though its rule has safe fixes: other readers see code or a formula there, or the page would be read otherwise. */
  readonly unfixed?: 'disputed' | 'markup';
}
