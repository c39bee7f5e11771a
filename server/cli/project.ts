import { CONFIG_NAME } from '../core/config/config.ts';
import { joined } from '../workspace/paths.ts';
import { findRoot, openProject, type Project, type ProjectOptions } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/** The project that the working folder belongs to. */
export async function openHere({ files, uri }: Terminal, options?: ProjectOptions): Promise<Project> {
  const here = uri('.');
  return openProject(files, await findRoot(files, joined(here, CONFIG_NAME), here), options);
}
