import { CodeLensRefreshRequest, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME } from '../core/config/config.ts';
import type { Bilingual, Language } from '../core/text/bilingual.ts';
import { relativePath } from '../workspace/files/paths.ts';
import type { Project } from '../workspace/project/project.ts';
import { type CheckedGlossary, checkGlossary } from './authoring.ts';
import type { Publisher } from './diagnostics.ts';
import type { Focus } from './focus.ts';
import { type AnalysedPage, createPages } from './pages.ts';
import { type PageStatus, statusNotification } from './protocol.ts';
import type { Session } from './session.ts';

/** Decides when to analyse which page, and what to report. */
export interface Analysis {
  /** Analyses a page (URI) after those that are already waiting, because it changed or more is known about it. */
  schedule(uri: string): void;
  scheduleAll(): void;
  /** A settings or glossary file (URI) is open: its faults are told though no page may be. */
  tellFaults(uri: string): void;
  /** The analysis of an open page as it is now; undefined for what is no page. */
  pageOf(uri: string): Promise<AnalysedPage | undefined>;
  /** The same, after the segmenter is loaded. For results that must be complete. */
  pageWithWords(uri: string): Promise<AnalysedPage | undefined>;
  /** Checks the glossaries of a project, now and after every later change. */
  checkGlossaries(project: Project): Promise<CheckedGlossary>;
  /** The project of a page when its style is learnt and its terms are counted. */
  settled(uri: string): Promise<Project>;
  /** Loads the segmenter; where that fails it is reported, and words end where they end without it. */
  loadSegmenter(): Promise<void>;
  refreshLenses(): void;
  /** `keepsFindings`: they are still shown, as those of a page that is not open. */
  close(document: TextDocument, keepsFindings: boolean): void;
}

/** `allScheduled` is told when all pages are to be analysed again: projects have changed, or more is known of them. */
export function createAnalysis(
  session: Session,
  focus: Focus,
  publisher: Publisher,
  now: (() => number) | undefined,
  allScheduled: () => void,
): Analysis {
  const { connection, documents, client, options, files, projects, translations, report } = session;
  const pages = createPages(now);
  // Changes that are waiting already are taken together; only the last version is analysed.
  const waiting = new Set<string>();
  // A slow page waits until its user pauses, because the editor must not lag behind the keyboard.
  const pausing = new Map<string, ReturnType<typeof setTimeout>>();
  const told = new Set<string>();
  // After the first check, users want to see what remains after each change.
  const checkedRoots = new Set<string>();
  const checked = new WeakMap<Project, CheckedGlossary>();
  let segmenterFailed = false;

  const schedule = (uri: string) => {
    const duration = pages.durationOf(uri);
    if (duration > SLOW) {
      clearTimeout(pausing.get(uri));
      const later = setTimeout(() => void analyse(uri).catch(report), Math.min(duration, LONGEST));
      pausing.set(uri, later);
      return;
    }
    if (waiting.size === 0) setTimeout(analyseWaiting, 0);
    waiting.add(uri);
  };
  const scheduleAll = () => {
    // Whatever bears on all pages bears on what is shown of their style.
    session.styleChanged();
    for (const document of documents.all()) {
      if (isPage(document)) schedule(document.uri);
      else tellFaults(document.uri);
    }
    allScheduled();
  };
  const tellFaults = (uri: string) => void projects.of(uri).then(publishProject).catch(report);
  const analyseWaiting = () => {
    const uris = [...waiting];
    waiting.clear();
    for (const uri of uris) void analyse(uri).catch(report);
  };
  const refreshLenses = () => {
    if (client.workspace?.codeLens?.refreshSupport)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(report);
  };
  const loadSegmenter = async () => {
    if (segmenterFailed) return;
    await projects.loadSegmenter().catch((error: unknown) => {
      segmenterFailed = true;
      report(error);
    });
  };
  const pageOf = async (uri: string) => {
    // A settings file is open here too, for its text; it is no page.
    if (session.isPaused || !isPage(documents.get(uri))) return undefined;
    const project = projects.known(uri) ?? (await projects.of(uri));
    // The document may have been closed or changed while its project was read.
    const document = documents.get(uri);
    return document && pages.analyse(document, project, translations.known(uri));
  };
  const publishProject = async (project: Project) => {
    const { language } = session;
    if (checkedRoots.has(project.root) && !checked.has(project)) {
      checked.set(project, await checkGlossary(files, project, language));
    }
    publisher.project(project, language, checked.get(project)?.diagnostics);
  };
  const isSettled = ({ uri, project, result }: AnalysedPage) => {
    const isCurrent =
      projects.known(uri) === project && projects.knowsStyle(project.root) && projects.knowsTerms(project);
    return isCurrent && translations.isSettled(uri) && (!result.wantsSegmenter || segmenterFailed);
  };
  const tellSlow = ({ uri, project, duration }: AnalysedPage) => {
    told.add(uri);
    const message = tooSlow(relativePath(project.root, uri), duration / 1000)[session.language];
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  };
  const analyse = async (uri: string) => {
    pausing.delete(uri);
    const isKnown = pages.durationOf(uri) > 0;
    const page = await pageOf(uri);
    if (!page) return;
    if (isKnown && page.duration > LONGEST && !told.has(uri)) tellSlow(page);
    publisher.page(page, session.voice(), focus.of(uri));
    await publishProject(page.project);
    if (options.status) {
      const status = statusOf(page, isSettled(page), session.language);
      void connection.sendNotification(statusNotification, status);
    }
    if (await projects.learnStyle(page.project)) scheduleAll();
    if (await translations.find(uri, page.markdown.text, page.project)) {
      schedule(uri);
      refreshLenses();
    }
    if (page.result.wantsSegmenter && !segmenterFailed) {
      await loadSegmenter();
      if (!segmenterFailed) schedule(uri);
    }
    if (await projects.countTerms(page.project)) scheduleAll();
  };

  return {
    schedule,
    scheduleAll,
    tellFaults,
    pageOf,
    async pageWithWords(uri) {
      await loadSegmenter();
      return pageOf(uri);
    },
    async settled(uri) {
      if (await projects.learnStyle(await projects.of(uri))) scheduleAll();
      if (await projects.countTerms(await projects.of(uri))) scheduleAll();
      return projects.of(uri);
    },
    loadSegmenter,
    async checkGlossaries(project) {
      checkedRoots.add(project.root);
      await publishProject(project);
      return checked.get(project)!;
    },
    refreshLenses,
    close(document, keepsFindings) {
      const { uri } = document;
      pages.close(uri);
      clearTimeout(pausing.get(uri));
      pausing.delete(uri);
      if (isPage(document) && !keepsFindings) publisher.clear(uri);
    },
  };
}

/** Milliseconds of an analysis. Above SLOW, a page is analysed only when the user pauses; above LONGEST, they are told. */
const SLOW = 150;
const LONGEST = 1500;

export function isPage(document: TextDocument | undefined): boolean {
  return document !== undefined && /^(markdown|mdx)$/.test(document.languageId);
}

const tooSlow = (name: string, seconds: number): Bilingual => ({
  en: `${name} takes ${seconds.toFixed(1)} s to check, so its findings follow when you pause. Split the page, fix everything that is safe to fix, or name it under “ignore” in ${CONFIG_NAME}.`,
  zh: `检查 ${name} 需 ${seconds.toFixed(1)} 秒，停止输入后才会更新问题。可拆分此页，修复所有可安全修复的问题，或将其列入 ${CONFIG_NAME} 的“ignore”。`,
});

const ignored = {
  en: `The project's ${CONFIG_NAME} says that this page is not checked.`,
  zh: `项目的 ${CONFIG_NAME} 规定不检查本页。`,
};

function statusOf(page: AnalysedPage, settled: boolean, language: Language): PageStatus {
  const skipped = page.skipped ?? (page.settings.isIgnored ? ignored : undefined);
  return {
    uri: page.uri,
    version: page.version,
    settled,
    findings: page.result.findings.length,
    duration: page.duration,
    glossaryTerms: page.settings.glossary.terms.length,
    ...(page.project.learnt ? { stylePages: page.project.learnt.pages.length } : {}),
    ...(skipped ? { skipped: skipped[language] } : {}),
  };
}
