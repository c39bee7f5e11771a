import { CONFIG_NAME } from '../core/config/config.ts';
import { joined, parentOf } from '../workspace/files/paths.ts';
import type { Project } from '../workspace/project/project.ts';
import { createProjects, type Projects } from '../workspace/project/projects.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import type { Terminal } from './terminal.ts';

/** The projects of a command. `folderOf` returns the folder that was named for a page (URIs). */
export function openProjects(
  { files, history, loadSegmenter }: Terminal,
  folderOf: (uri: string) => string = parentOf,
): Projects {
  return createProjects(withVirtualPages(files, history), {
    loadSegmenter,
    folderOf,
    sourceOptions: ({ root, config: { sources } }) => ({ root, sources, history }),
    quiet: 0,
  });
}

/**
 * The project of the working folder: just its files, or also with word boundaries, or also with what its pages show.
 */
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
