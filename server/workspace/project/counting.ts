import type { Conformity } from '../../core/glossary/match/conformity.ts';
import type { Files } from '../files/files.ts';
import type { SourceOptions } from '../source/tree.ts';
import { conformityOf, sampleTranslations, type TranslatedPage } from './conformity.ts';
import type { Project } from './project.ts';

/** Counts in the background how the pages of each project keep its glossary, and again when the glossary changes. */
export interface Conformities {
  /** The last count. It knows nothing about rows that have changed since. */
  of(root: string): Conformity | undefined;
  /** Whether the project's current glossary has been counted. */
  knows(project: Project): boolean;
  /**
   * Counts unless that is done or running; true if it was done now. `latest` returns the project as it is afterwards.
   */
  count(project: Project, latest: () => Promise<Project>): Promise<boolean>;
  /** Forgets the count for a root, or for all, because the sources of pages have changed. */
  forget(root?: string): void;
}

type Glossaries = Project['glossaries'];

/** `quiet` is how many milliseconds a glossary must stay unchanged before it is counted. */
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
    // If the pages cannot be read, nothing is known about them.
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

/** A glossary file whose text did not change is the same object. */
function isSame(a: Glossaries, b: Glossaries): boolean {
  return a.size === b.size && [...a].every(([uri, file]) => b.get(uri) === file);
}
