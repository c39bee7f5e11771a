/** What client and server say to each other of all pages of a project. */

/**
 * Client → server, ProjectParams → CheckProjectResult: all pages below folders are checked, also those that are not open, and
 * again when they change. The findings come as diagnostics. What is stopped answers with what it has.
 */
export const checkProjectRequest = 'yijiao/project/check';

export interface ProjectParams {
  /** URIs. */
  readonly folders: readonly string[];
  readonly workDoneToken?: string | number;
}

export interface CheckProjectResult {
  /** Pages that were checked, and those of them that have findings. */
  readonly pages: number;
  readonly pagesWithFindings: number;
  /** Without hints. */
  readonly findings: number;
  /** Findings that are not shown: there are too many. */
  readonly hidden: number;
  /** Pages that were not looked at: there are too many. */
  readonly beyond: number;
  /** Pages that cannot be read. */
  readonly unread: number;
  readonly isPartial: boolean;
}

/** Client → server, {}: the findings of pages that are not open are taken back, and follow no change any more. */
export const clearProjectRequest = 'yijiao/project/clear';

/** Client → server, ProjectParams → FixProjectResult. Without effect by itself: the client makes the edit. */
export const fixProjectRequest = 'yijiao/project/fix';

export interface FixProjectResult extends Mended {
  /** An edit of the workspace as the Language Server Protocol has it; undefined where nothing is to be mended. */
  readonly edit?: object;
  /** Pages that are looked at, and those of them that are mended. */
  readonly pages: number;
  readonly mendedPages: number;
  /** Pages that were not looked at, since so many are enough for one edit. */
  readonly beyond: number;
  readonly unread: number;
}

/** What becomes of the findings of a page, or of all. `left` (without hints) is undefined where only some were to be mended. */
export interface Mended {
  readonly mended: number;
  readonly left?: number;
}
