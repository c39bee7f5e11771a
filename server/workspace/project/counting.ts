import type { Conformity } from '../../core/glossary/match/conformity.ts';
import type { Files } from '../files/files.ts';
import type { SourceOptions } from '../source/tree.ts';
import { conformityOf, sampleTranslations, type TranslatedPage } from './conformity.ts';
import type { Project } from './project.ts';

/** How the pages of each project keep its glossary, counted in the background and again when the glossary changes. */
export interface Conformities {
  /** What was counted last; of rows that have changed since it knows nothing. */
  of(root: string): Conformity | undefined;
  /** Whether the glossary was counted as it is in this project. */
  knows(project: Project): boolean;
  /** Counts unless that was done, or is being done; true when it was done now. `latest` is the project as it is by then. */
  count(project: Project, latest: () => Promise<Project>): Promise<boolean>;
  /** The pages of a root, or of every one, have other sources. */
  forget(root?: string): void;
}

type Glossaries = Project['glossaries'];

/** `quiet` is how many milliseconds a glossary must stay as it is before it is counted. */
export function createConformities(
  files: Files,
  sourceOptions: (project: Project) => SourceOptions,
  quiet: number,
): Conformities {
  const samples = new Map<string, Promise<readonly TranslatedPage[]>>();
  const counted = new Map<string, { readonly glossaries: Glossaries; readonly conformity: Conformity }>();
  const counting = new Map<string, { readonly glossaries: Glossaries; readonly done: Promise<boolean> }>();

  const knows = ({ root, glossaries }: Project) => {
    const known = counted.get(root);
    return isEmpty(glossaries) || (known !== undefined && isSame(known.glossaries, glossaries));
  };
  const sampled = (project: Project) => {
    const known = samples.get(project.root);
    if (known) return known;
    const counts = (uri: string) => !project.settingsOf(uri).isIgnored;
    // Where the pages cannot be looked at, nothing is known of them.
    const sample = sampleTranslations(
      files,
      sourceOptions(project),
      counts,
      quiet > 0 ? () => delay(0) : undefined,
    ).catch(() => []);
    samples.set(project.root, sample);
    return sample;
  };
  const count = async ({ root, glossaries }: Project, latest: () => Promise<Project>): Promise<boolean> => {
    if (quiet > 0) await delay(quiet);
    const before = await latest();
    if (!isSame(before.glossaries, glossaries)) return false;
    const sample = sampled(before);
    const pages = await sample;
    const project = await latest();
    if (!isSame(project.glossaries, glossaries) || samples.get(root) !== sample) return false;
    counted.set(root, { glossaries, conformity: conformityOf(project, pages) });
    return true;
  };

  return {
    of: (root) => counted.get(root)?.conformity,
    knows,
    async count(project, latest) {
      if (knows(project)) return false;
      const begun = counting.get(project.root);
      if (begun && isSame(begun.glossaries, project.glossaries)) {
        await begun.done;
        return false;
      }
      const done = count(project, latest);
      counting.set(project.root, { glossaries: project.glossaries, done });
      return done.finally(() => counting.get(project.root)?.done === done && counting.delete(project.root));
    },
    forget(root) {
      for (const known of [samples, counted, counting]) {
        if (root === undefined) known.clear();
        else known.delete(root);
      }
    },
  };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function isEmpty(glossaries: Glossaries): boolean {
  return [...glossaries.values()].every(({ reading }) => reading.terms.length === 0);
}

/** Files of the same text are the same objects. */
function isSame(a: Glossaries, b: Glossaries): boolean {
  return a.size === b.size && [...a].every(([uri, file]) => b.get(uri) === file);
}
