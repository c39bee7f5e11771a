import type { Config } from '../core/config/config.ts';
import type { Style } from '../core/style/style.ts';
import type { Files } from '../workspace/files.ts';
import { isWithin, normalUri, parentOf } from '../workspace/paths.ts';
import { detectStyle, findRoot, openProject, type Project, type SegmenterFactory } from '../workspace/project.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { createConformities } from './conformity.ts';

/** The projects of the open pages, each read once and again when one of its files changes. */
export interface Projects {
  /** Finds and reads the project of a page. */
  of(uri: string): Promise<Project>;
  /** The project of a page if it is already read. */
  known(uri: string): Project | undefined;
  /** Forgets the projects that a changed file belongs to; all when none is named. True when there were any. */
  forget(changed?: readonly string[]): boolean;
  knowsStyle(root: string): boolean;
  /** Looks at the project's pages for their style, once; true when the project must be read anew for it. */
  learnStyle(project: Project): Promise<boolean>;
  /** Whether it was counted how the project's pages keep its glossary as it is now. */
  knowsTerms(project: Project): boolean;
  /** Counts in a sample of the project's pages how they keep its glossary; true when the project must be read anew for it. */
  countTerms(project: Project): Promise<boolean>;
  /** Loads the segmenter, after which projects read anew know word boundaries. */
  loadWords(): Promise<void>;
  all(): readonly Project[];
  setFolders(folders: readonly string[]): void;
}

/** `editorConfig` are the settings beneath the file of a root: an editor may have others for each of its folders. */
export function createProjects(
  files: Files,
  loadSegmenter: () => Promise<SegmenterFactory>,
  editorConfig: (root: string) => Promise<Config>,
  sourceOptions: (project: Project) => SourceOptions,
): Projects {
  const roots = new Map<string, Promise<string>>();
  const reading = new Map<string, Promise<Project>>();
  const ready = new Map<string, Project>();
  const readyByPage = new Map<string, string>();
  const styles = new Map<string, Partial<Style>>();
  const detecting = new Map<string, Promise<void>>();
  const glossaries = new Map<string, Project['glossaries']>();
  const conformities = createConformities(files, sourceOptions);
  let folders: readonly string[] = [];
  let makeSegmenter: SegmenterFactory | undefined;
  let loading: Promise<void> | undefined;

  const rootOf = (uri: string) => {
    if (uri.startsWith('untitled:')) return Promise.resolve(folders[0] ?? parentOf(uri));
    // The same root as the command line finds; without any, the innermost folder that is open.
    const [folder] = folders.filter((one) => isWithin(one, uri)).sort((a, b) => b.length - a.length);
    return findRoot(files, uri, folder ?? parentOf(uri));
  };
  // What changes while a project is read may have been read before it changed.
  const changedMeanwhile = new Map<string, Set<string>>();
  const read = async (root: string): Promise<Project> => {
    const changed = new Set<string>();
    changedMeanwhile.set(root, changed);
    const editor = await editorConfig(root);
    const known = glossaries.get(root);
    const project = await openProject(files, root, {
      editor,
      makeSegmenter,
      detected: styles.get(root),
      conformity: conformities.of(root),
      previous: known && { glossaries: known },
    });
    glossaries.set(root, project.glossaries);
    const isStale = project.files.some((file) => changed.has(normalUri(file))) || [...changed].some(project.joins);
    return isStale ? read(root) : project;
  };
  const open = (root: string) => {
    const opening = read(root);
    reading.set(root, opening);
    // It may have been forgotten, or begun anew, while it was read.
    const isCurrent = () => reading.get(root) === opening;
    opening.then(
      (project) => isCurrent() && ready.set(root, project),
      () => isCurrent() && reading.delete(root),
    );
    return opening;
  };
  const forgetRoot = (root: string) => {
    reading.delete(root);
    ready.delete(root);
  };

  return {
    async of(uri) {
      const finding = roots.get(uri) ?? rootOf(uri);
      roots.set(uri, finding);
      const root = await finding.catch((error: unknown) => {
        roots.delete(uri);
        throw error;
      });
      readyByPage.set(uri, root);
      return reading.get(root) ?? open(root);
    },
    known: (uri) => ready.get(readyByPage.get(uri) ?? ''),
    forget(changed) {
      if (!changed) {
        roots.clear();
        readyByPage.clear();
        conformities.forget();
        for (const root of [...reading.keys()]) forgetRoot(root);
        return true;
      }
      const names = new Set(changed.map(normalUri));
      for (const meanwhile of changedMeanwhile.values()) for (const name of names) meanwhile.add(name);
      const stale = [...ready].filter(
        ([, project]) => project.files.some((file) => names.has(normalUri(file))) || changed.some(project.joins),
      );
      for (const [root, { settingsFile }] of stale) {
        forgetRoot(root);
        // It may name other sources now.
        if (names.has(normalUri(settingsFile.uri))) conformities.forget(root);
      }
      return stale.length > 0;
    },
    knowsStyle: (root) => styles.has(root),
    async learnStyle({ root }) {
      if (styles.has(root)) return false;
      const begun = detecting.has(root);
      if (!begun) {
        detecting.set(
          root,
          // Where the pages cannot be looked at, the defaults hold.
          detectStyle(files, root)
            .catch((): Partial<Style> => ({}))
            .then((style) => {
              styles.set(root, style);
              forgetRoot(root);
            }),
        );
      }
      await detecting.get(root);
      return !begun;
    },
    knowsTerms: conformities.knows,
    async countTerms(project) {
      const { root } = project;
      // It may have been read anew since: for its style, or because the glossary has changed and is to be counted then.
      const isNew = await conformities.count(project, async () => (await reading.get(root)) ?? project);
      if (isNew) forgetRoot(root);
      return isNew;
    },
    loadWords() {
      loading ??= loadSegmenter().then((make) => {
        makeSegmenter = lastKept(make);
        for (const root of [...reading.keys()]) forgetRoot(root);
      });
      return loading;
    },
    all: () => [...ready.values()],
    setFolders(list) {
      folders = list;
    },
  };
}

/** Makes the same segmenter for the same words as last time: making one takes long, and projects are read anew often. */
function lastKept(make: SegmenterFactory): SegmenterFactory {
  let last: { readonly key: string; readonly segmenter: ReturnType<SegmenterFactory> } | undefined;
  return (words) => {
    const key = words.join('\n');
    if (last?.key !== key) last = { key, segmenter: make(words) };
    return last.segmenter;
  };
}
