import type { Config } from '../../core/config/config.ts';
import type { Files } from '../files/files.ts';
import { normalUri, parentOf } from '../files/paths.ts';
import type { SourceOptions } from '../source/tree.ts';
import { fileOf } from '../source/virtual-pages.ts';
import { createConformities } from './counting.ts';
import { detectStyle, findRoot, openProject, type Project, type SegmenterFactory } from './project.ts';
import { type LearntStyle, nothingLearnt } from './style.ts';

/**
 * Manages projects. Each one is read once, its style is learnt and its terms are counted. It is read again when one of
 * its files changes, or when more is known about it.
 */
export interface Projects {
  /** Finds and reads the project of a page, with what is known so far. */
  of(uri: string): Promise<Project>;
  /** The same, after its style is learnt and its terms are counted. For programs that have nothing else to do. */
  settled(uri: string): Promise<Project>;
  /** The project of a page, if it is already read. */
  known(uri: string): Project | undefined;
  /** Forgets the projects that depend on changed files, or all projects. True if there were any. */
  forget(changed?: readonly string[]): boolean;
  knowsStyle(root: string): boolean;
  /** Learns the style from the project's pages, once; true if the project must be read again. */
  learnStyle(project: Project): Promise<boolean>;
  /** Looks at the pages of all projects again, or of one root; gives the roots whose style is another now. */
  relearn(root?: string): Promise<readonly string[]>;
  /** Whether it was counted how the project's pages keep its glossary as it is now. */
  knowsTerms(project: Project): boolean;
  /** Counts how a sample of the project's pages keeps its glossary; true if the project must be read again. */
  countTerms(project: Project): Promise<boolean>;
  /** Loads the segmenter. Projects that are read afterwards know word boundaries. */
  loadSegmenter(): Promise<void>;
  all(): readonly Project[];
}

export interface ProjectsOptions {
  loadSegmenter(): Promise<SegmenterFactory>;
  /** The root (URI) for a page without settings or a checkout above it. The same for all pages of a folder. */
  folderOf(uri: string): string;
  sourceOptions(project: Project): SourceOptions;
  /** The editor's settings for a root. They may differ between folders. */
  readonly editorConfig?: (root: string) => Promise<Config>;
  /** How many milliseconds a glossary must stay unchanged before it is counted; 0 if nobody is typing. */
  readonly quiet: number;
}

export function createProjects(files: Files, options: ProjectsOptions): Projects {
  const roots = new Map<string, Promise<string>>();
  const reading = new Map<string, Promise<Project>>();
  const ready = new Map<string, Project>();
  const foundRoots = new Map<string, string>();
  const styles = new Map<string, LearntStyle>();
  const detecting = new Map<string, Promise<void>>();
  const glossaries = new Map<string, Project['glossaries']>();
  const conformities = createConformities(files, options.sourceOptions, options.quiet);
  let makeSegmenter: SegmenterFactory | undefined;
  let loading: Promise<void> | undefined;

  // An unsaved page has no folder.
  const isUnsaved = (file: string) => file.startsWith('untitled:');
  const placeOf = (uri: string) => {
    const file = fileOf(uri);
    return isUnsaved(file) ? file : parentOf(file);
  };
  const rootOf = async (uri: string): Promise<string> => {
    const file = fileOf(uri);
    const folder = options.folderOf(file);
    return isUnsaved(file) ? folder : findRoot(files, file, folder);
  };
  // Files that change while a project is read may have been read before the change.
  const changedMeanwhile = new Map<string, Set<string>>();
  const read = async (root: string): Promise<Project> => {
    const changed = new Set<string>();
    changedMeanwhile.set(root, changed);
    const editor = await options.editorConfig?.(root);
    const known = glossaries.get(root);
    const project = await openProject(files, root, {
      editor,
      makeSegmenter,
      learnt: styles.get(root),
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
    // The project may have been forgotten, or read again, meanwhile.
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

  const of = async (uri: string) => {
    const place = placeOf(uri);
    const finding = roots.get(place) ?? rootOf(uri);
    roots.set(place, finding);
    const root = await finding.catch((error: unknown) => {
      roots.delete(place);
      throw error;
    });
    foundRoots.set(place, root);
    return reading.get(root) ?? open(root);
  };
  const learnStyle = async ({ root }: Project) => {
    if (styles.has(root)) return false;
    const begun = detecting.has(root);
    if (!begun) {
      detecting.set(
        root,
        // If the pages cannot be read, the defaults apply.
        detectStyle(files, root)
          .catch(() => nothingLearnt)
          .then((learnt) => {
            styles.set(root, learnt);
            forgetRoot(root);
          }),
      );
    }
    await detecting.get(root);
    return !begun;
  };
  const countTerms = async (project: Project) => {
    const { root } = project;
    // The project may have been read again meanwhile: for its style, or because its glossary
    // changed, which is then counted.
    const isNew = await conformities.count(project, async () => (await reading.get(root)) ?? project);
    if (isNew) forgetRoot(root);
    return isNew;
  };

  return {
    of,
    async settled(uri) {
      await learnStyle(await of(uri));
      await countTerms(await of(uri));
      return of(uri);
    },
    known: (uri) => ready.get(foundRoots.get(placeOf(uri)) ?? ''),
    forget(changed) {
      if (!changed) {
        roots.clear();
        foundRoots.clear();
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
        // Its settings may name other sources now.
        if (names.has(normalUri(settingsFile.uri))) conformities.forget(root);
      }
      return stale.length > 0;
    },
    knowsStyle: (root) => styles.has(root),
    learnStyle,
    async relearn(only) {
      const changed: string[] = [];
      for (const [root, known] of styles) {
        if (only !== undefined && root !== only) continue;
        const learnt = await detectStyle(files, root).catch(() => known);
        if (JSON.stringify(learnt) === JSON.stringify(known)) continue;
        styles.set(root, learnt);
        forgetRoot(root);
        if (JSON.stringify(learnt.style) !== JSON.stringify(known.style)) changed.push(root);
      }
      return changed;
    },
    knowsTerms: conformities.knows,
    countTerms,
    loadSegmenter() {
      loading ??= options.loadSegmenter().then((make) => {
        makeSegmenter = lastKept(make);
        for (const root of [...reading.keys()]) forgetRoot(root);
      });
      return loading;
    },
    all: () => [...ready.values()],
  };
}

/** Reuses the last segmenter for the same words. Creating one is slow, and projects are often read again. */
function lastKept(make: SegmenterFactory): SegmenterFactory {
  let last: { readonly key: string; readonly segmenter: ReturnType<SegmenterFactory> } | undefined;
  return (words) => {
    const key = words.join('\n');
    if (last?.key !== key) last = { key, segmenter: make(words) };
    return last.segmenter;
  };
}
