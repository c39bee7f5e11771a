import { WorkDoneProgress } from 'vscode-languageserver';
import { isUri, relativePath } from '../workspace/files/paths.ts';
import { type Asked, type Feature, feature } from './feature.ts';
import { fixProject } from './project-fix.ts';
import { checkProjectRequest, clearProjectRequest, fixProjectRequest, type ProjectParams } from './protocol.ts';

/** What is done with all pages at once, open or not. */
export const projectFeatures: readonly Feature[] = [
  feature(
    checkProjectRequest,
    { en: 'the findings of all pages, also of those that are not open', zh: '所有页面的问题，包括未打开的页面' },
    async (asked, params: ProjectParams, call) => {
      const { projectCheck, stopped } = asked;
      const { workDoneToken } = params;
      const isStopped = () => workDoneToken !== undefined && stopped.has(workDoneToken);
      try {
        return await projectCheck.run(foldersOf(params), { isStopped, onProgress: teller(asked, params) }, call);
      } finally {
        if (workDoneToken !== undefined) stopped.delete(workDoneToken);
      }
    },
  ),
  feature(
    clearProjectRequest,
    { en: 'an end of the findings of pages that are not open', zh: '清除未打开页面的问题' },
    ({ projectCheck }) => {
      projectCheck.clear();
      return null;
    },
  ),
  feature(
    fixProjectRequest,
    { en: 'the edit that mends what is safe to mend on all pages', zh: '修复所有页面中可安全修复的问题的改动' },
    (asked, params: ProjectParams, call) =>
      fixProject(asked.session, asked.analysis, foldersOf(params), teller(asked, params), call),
  ),
];

function foldersOf({ folders }: ProjectParams): readonly string[] {
  return Array.isArray(folders) ? folders.filter(isUri) : [];
}

function teller({ session }: Asked, params: ProjectParams): (done: number, all: number, uri: string) => void {
  const { workDoneToken } = params;
  if (workDoneToken === undefined) return () => {};
  const folders = foldersOf(params);
  let told = -1;
  return (done, all, uri) => {
    const percentage = Math.floor((100 * done) / all);
    if (percentage === told) return;
    told = percentage;
    const paths = folders.map((folder) => relativePath(folder, uri)).sort((a, b) => a.length - b.length);
    const message = `${done + 1}/${all} ${paths[0] ?? uri}`;
    const { connection } = session;
    void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', percentage, message });
  };
}
