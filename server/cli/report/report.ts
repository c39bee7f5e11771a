import type { Finding } from '../../core/lint/rule.ts';
import type { Bilingual } from '../../core/text/bilingual.ts';

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
