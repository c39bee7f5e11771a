import { isTranslation } from '../core/bilingual/state/marks.ts';
import type { LintResult } from '../core/lint/rule.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import type { Files } from './files/files.ts';
import { decodeText, type TextFile } from './files/text-file.ts';
import type { Project } from './project/project.ts';
import type { Projects } from './project/projects.ts';
import { findSourceIn } from './source/source.ts';
import { readSource, type SourcePage } from './source/source-pages.ts';
import { openTree, type SourceOptions, type Tree } from './source/tree.ts';

/** A page as it is in its file, with all that its check needs. */
export interface ReadPage {
  readonly uri: string;
  readonly project: Project;
  readonly file: TextFile;
  readonly source: SourcePage | undefined;
}

export interface CheckedPage extends ReadPage {
  readonly markdown: Markdown;
  readonly result: LintResult;
  /** Checks another version of the page in the same way. */
  readonly lint: (markdown: Markdown) => LintResult;
}

/**
 * Why a page is not checked: its project says so (`ignored`), nobody knows what its project asks because the settings
 * cannot be read (`unknown`), or there is no text (`unread`: `fault` says why where its bytes are there).
 */
export type NotChecked =
  | { readonly not: 'ignored' | 'unknown'; readonly project: Project }
  | { readonly not: 'unread'; readonly project: Project; readonly fault?: Bilingual };

/** Pages that nobody has open, one after the other, each under the settled settings of its project and beside its source. */
export interface PageChecks {
  /** Looks at files only; several pages can be read at once. */
  read(uri: string): Promise<ReadPage | NotChecked>;
  check(page: ReadPage): Promise<CheckedPage>;
}

/** What is read once is kept as long as these checks are: for one look at many pages. */
export function createPageChecks(
  files: Files,
  projects: Pick<Projects, 'settled' | 'loadSegmenter'>,
  sourceOptions: (project: Project) => SourceOptions,
): PageChecks {
  const trees = new Map<string, Tree>();
  const sourceOf = async (uri: string, project: Project) => {
    const options = sourceOptions(project);
    const tree = trees.get(project.root) ?? openTree(files, project.root, options);
    trees.set(project.root, tree);
    const { source } = await findSourceIn(tree, uri, options);
    // Parsed pages are what takes most memory, and few sources have two translations.
    return source === undefined ? undefined : readSource(files, source);
  };
  return {
    async read(uri) {
      const project = await projects.settled(uri);
      // Ignored also when it is named: hooks name every file that changed.
      if (project.settingsOf(uri).isIgnored) return { not: 'ignored', project };
      if (await hasUnreadSettings(files, project)) return { not: 'unknown', project };
      const bytes = await files.read(uri);
      if (!bytes) return { not: 'unread', project };
      const file = decodeText(bytes);
      if ('fault' in file) return { not: 'unread', project, fault: file.fault };
      const source = isTranslation(file.text) ? await sourceOf(uri, project) : undefined;
      return { uri, project, file, source };
    },
    async check(page) {
      const { uri, file, source } = page;
      const markdown = parsePage(file.text, uri);
      const lintIn = (project: Project) => {
        const settings = project.settingsOf(uri);
        return (one: Markdown) => settings.lint(one, source?.markdown);
      };
      const checked = { ...page, markdown, result: lintIn(page.project)(markdown), lint: lintIn(page.project) };
      if (!checked.result.wantsSegmenter) return checked;
      await projects.loadSegmenter();
      const project = await projects.settled(uri);
      const lint = lintIn(project);
      return { ...checked, project, result: lint(markdown), lint };
    },
  };
}

/** Whether a project has settings that cannot be read. Its pages are left alone: nobody knows what it asks of them. */
export async function hasUnreadSettings(files: Files, { settingsFile: { uri, text } }: Project): Promise<boolean> {
  return text === undefined && (await files.kind(uri)) === 'file';
}
