import { CONFIG_NAME } from '../core/config/config.ts';
import { joined, parentOf } from '../workspace/files/paths.ts';
import type { Project } from '../workspace/project/project.ts';
import { createProjects, type Projects } from '../workspace/project/projects.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import type { Terminal } from './terminal.ts';

/** The projects of the pages that a command looks at. `folderOf` gives the folder that was named for a page (URIs). */
export function openProjects(terminal: Terminal, folderOf: (uri: string) => string = parentOf): Projects {
  const { files, history, loadSegmenter } = terminal;
  return createProjects(withVirtualPages(files, history), {
    loadSegmenter,
    folderOf,
    sourceOptions: (project) => sourceOptions(project, terminal),
    quiet: 0,
  });
}

export function sourceOptions({ root, config: { sources } }: Project, { history }: Terminal): SourceOptions {
  return { root, sources, history };
}

/** The project that the working folder belongs to: as its files say, with word boundaries, or with what its pages show as well. */
export async function openHere(
  terminal: Terminal,
  wanted: 'files' | 'segmenter' | 'pages' = 'files',
): Promise<Project> {
  const folder = terminal.uri('.');
  const projects = openProjects(terminal, () => folder);
  const here = joined(folder, CONFIG_NAME);
  if (wanted === 'segmenter') await projects.loadSegmenter();
  return wanted === 'pages' ? projects.settled(here) : projects.of(here);
}
