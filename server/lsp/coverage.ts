import type { Language } from '../core/text/bilingual.ts';
import { coverageOf } from '../workspace/coverage/coverage.ts';
import { htmlReport } from '../workspace/coverage/coverage-html.ts';
import { type CoverageMemory, createCoverageMemory } from '../workspace/coverage/coverage-memory.ts';
import { unknownReasons } from '../workspace/coverage/coverage-texts.ts';
import type { Files } from '../workspace/files/files.ts';
import { relativePath } from '../workspace/files/paths.ts';
import { ifKnown } from '../workspace/history/history.ts';
import type { Project } from '../workspace/project/project.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import type { CoverageParams, CoverageResult } from './protocol.ts';
import { type Call, pausingFiles } from './requests.ts';

/** The coverage of folders, cached until files change. */
export interface Coverages {
  /** Reads page by page. When stopped, it returns the pages read so far. */
  look(
    project: Project,
    options: SourceOptions,
    params: CoverageParams,
    language: Language,
    isStopped: () => boolean,
    onProgress: (percentage: number, path: string) => void,
    call: Call,
  ): Promise<CoverageResult>;
  /**
   * Files have changed or, with `moved`, were created or deleted. True if somebody has asked
   * before and may want to ask again.
   */
  changed(uris: readonly string[], moved?: boolean): boolean;
  /** Settings or the history have changed. */
  forget(): boolean;
}

export function createCoverages(files: Files): Coverages {
  const folders = new Map<string, { readonly memory: CoverageMemory; head: string | undefined }>();
  const ofAll = (forget: (memory: CoverageMemory) => boolean) =>
    [...folders.values()].map(({ memory }) => forget(memory)).some(Boolean);
  return {
    async look(project, options, { folder, report, kept }, language, isStopped, onProgress, call) {
      const path = (uri: string) => relativePath(folder, uri);
      const html = report ? htmlReport({ language, path, version: '' }) : undefined;
      const looked = folders.get(folder) ?? { memory: createCoverageMemory(), head: undefined };
      folders.set(folder, looked);
      // Changes since the translation depend on the checked-out revision.
      const head = await ifKnown(options.history?.resolve(`${folder}/README.md`, 'HEAD'));
      if (!kept || head !== looked.head) looked.memory.clear();
      looked.head = head;
      const coverage = await coverageOf(pausingFiles(files, call), folder, {
        ...options,
        isIgnored: (uri) => project.settingsOf(uri).isIgnored,
        isCancelled: isStopped,
        onProgress: (done, all, uri) => onProgress(Math.floor((100 * done) / all), path(uri)),
        ...(html ? { onPage: html.add } : { memory: looked.memory }),
      });
      const { isPartial } = coverage;
      const pages = coverage.pages.map((page) =>
        page.unknown ? { ...page, why: unknownReasons[page.unknown][language] } : page,
      );
      return { pages, isPartial, ...(html ? { report: html.finish(coverage) } : {}) };
    },
    changed: (uris, moved) => ofAll((memory) => memory.changed(uris, moved)),
    forget: () => ofAll((memory) => memory.clear()),
  };
}
