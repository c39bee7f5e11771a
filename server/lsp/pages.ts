import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintResult } from '../core/lint/rule.ts';
import { isMdxName, type Markdown, parseMarkdown } from '../core/markdown/parse.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { type LineIndex, lineIndex } from '../core/text/lines.ts';
import { MAX_PAGE } from '../workspace/files/text-file.ts';
import type { Project, ProjectSettings } from '../workspace/project/project.ts';
import type { SourcePage } from '../workspace/source/source-pages.ts';
import { fileOf } from '../workspace/source/virtual-pages.ts';

/** A version of an open page, parsed and checked. */
export interface AnalysedPage {
  readonly uri: string;
  readonly version: number;
  readonly markdown: Markdown;
  readonly lines: LineIndex;
  readonly project: Project;
  readonly settings: ProjectSettings;
  /** The English source, if known. */
  readonly source?: SourcePage | undefined;
  readonly result: LintResult;
  /** Checks another version of the page in the same way. */
  readonly lint: (markdown: Markdown) => LintResult;
  /** Milliseconds that parsing and checking took. */
  readonly duration: number;
  /** Why the page was not checked. */
  readonly skipped?: Bilingual;
}

/** Keeps the last analysis of every open page. The next one builds on it. */
export interface Pages {
  /** Analyses this version of the document in this project, unless that is done already. */
  analyse(document: TextDocument, project: Project, source?: SourcePage): AnalysedPage;
  /** Milliseconds of the last analysis of a page; 0 if it is not open. */
  durationOf(uri: string): number;
  close(uri: string): void;
}

export function createPages(now: () => number = () => performance.now()): Pages {
  const pages = new Map<string, AnalysedPage>();
  return {
    analyse(document, project, source) {
      const previous = pages.get(document.uri);
      const isSame = previous?.version === document.version && previous.project === project;
      if (isSame && previous.source === source) return previous;
      const start = now();
      const text = document.getText();
      const skipped = reasonToSkip(text);
      const isMdx = document.languageId === 'mdx' || isMdxName(document.uri);
      const earlier = skipped ? undefined : previous?.markdown;
      const markdown = parseMarkdown(skipped ? '' : text, earlier, undefined, isMdx ? 'mdx' : 'md');
      const settings = project.settingsOf(fileOf(document.uri));
      const lint = (page: Markdown) => (settings.isIgnored ? nothing : settings.lint(page, source?.markdown));
      const result = lint(markdown);
      const page: AnalysedPage = {
        uri: document.uri,
        version: document.version,
        markdown,
        lines: lineIndex(text),
        project,
        settings,
        source,
        result,
        lint,
        duration: now() - start,
        ...(skipped ? { skipped } : {}),
      };
      pages.set(document.uri, page);
      return page;
    },
    durationOf: (uri) => pages.get(uri)?.duration ?? 0,
    close: (uri) => pages.delete(uri),
  };
}

export const nothing: LintResult = { findings: [], wantsSegmenter: false };

export function reasonToSkip(text: string): Bilingual | undefined {
  if (text.length > MAX_PAGE) return texts.tooLong;
  return text.includes('\0') ? texts.binary : undefined;
}

const texts = {
  tooLong: {
    en: `This page has more than ${MAX_PAGE / 1e6} million characters and is not checked while you type. Run “yijiao check” on it.`,
    zh: `本页超过 ${MAX_PAGE / 1e4} 万字符，编辑时不检查。可运行“yijiao check”检查。`,
  },
  binary: { en: 'This is a binary file and is not checked.', zh: '这是二进制文件，不作检查。' },
};
