import type { CancellationToken } from 'vscode-languageserver';
import { coverageOf } from '../workspace/coverage.ts';
import { htmlReport } from '../workspace/coverage-html.ts';
import type { Files } from '../workspace/files.ts';
import { relativePath } from '../workspace/paths.ts';
import type { Project } from '../workspace/project.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import type { Language } from './convert.ts';
import type { CoverageParams, CoverageResult } from './protocol.ts';

/** How the translations below a folder stand to their sources; page by page, until it is cancelled. */
export async function folderCoverage(
  files: Files,
  project: Project,
  options: SourceOptions,
  { folder, report }: CoverageParams,
  language: Language,
  token: CancellationToken,
  onProgress: (percentage: number, path: string) => void,
): Promise<CoverageResult> {
  const path = (uri: string) => relativePath(folder, uri);
  const html = report ? htmlReport({ language, path, version: '' }) : undefined;
  const coverage = await coverageOf(files, folder, {
    ...options,
    isIgnored: (uri) => project.settingsOf(uri).isIgnored,
    isCancelled: () => token.isCancellationRequested,
    onProgress: (done, all, uri) => onProgress(Math.floor((100 * done) / all), path(uri)),
    ...(html ? { onPage: html.add } : {}),
  });
  const { pages, isPartial } = coverage;
  return { pages, isPartial, ...(html ? { report: html.finish(coverage) } : {}) };
}
