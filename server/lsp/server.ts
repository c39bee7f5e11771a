import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentHighlightRequest,
  FileChangeType,
  HoverRequest,
  type InitializeParams,
  MarkupKind,
  MessageType,
  type Position,
  PrepareRenameRequest,
  type ProgressToken,
  type Range,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  WorkDoneProgress,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME, type Config, configOf, emptyConfig } from '../core/config/config.ts';
import { glossaryExtensions } from '../core/glossary/read/index.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { changesSince, type SourceChanges } from '../workspace/changes.ts';
import type { Files } from '../workspace/files.ts';
import { type History, rememberedHistory, trustedHistory } from '../workspace/history.ts';
import { isUri, isWithin, normalUri, parentOf, relativePath } from '../workspace/paths.ts';
import type { Project, SegmenterFactory } from '../workspace/project.ts';
import { createProjects, type Projects } from '../workspace/projects.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { decodeText } from '../workspace/text-file.ts';
import { withVirtualPages } from '../workspace/virtual-pages.ts';
import { addTerm, type CheckedGlossary, checkGlossary, proposeTerm } from './authoring.ts';
import { changeHover, changeLenses, pageChanges, pageSynced } from './changes.ts';
import { clientFiles } from './client-files.ts';
import { type ActionSupport, codeActions, FIX_ALL, resolvedAction } from './code-actions.ts';
import { comparePages, insertActions, insertMissing } from './compare.ts';
import { completion, LETTERS } from './completion.ts';
import type { Language, Voice } from './convert.ts';
import { type Coverages, createCoverages } from './coverage.ts';
import { createPublisher } from './diagnostics.ts';
import { changeEntry, entriesAt, entriesIn } from './entries.ts';
import { createFocus } from './focus.ts';
import { hover } from './hover.ts';
import { createPages, type Page } from './pages.ts';
import {
  type AddTermParams,
  addTermRequest,
  type CheckGlossaryResult,
  type CompareParams,
  type CoverageParams,
  type CoverageResult,
  changesRequest,
  checkGlossaryRequest,
  compareRequest,
  coverageChangedNotification,
  coverageRequest,
  type EditEntryParams,
  editEntryRequest,
  entriesRequest,
  type InitializationOptions,
  type InsertParams,
  insertRequest,
  proposeTermRequest,
  type Status,
  statusNotification,
  stopCoverageNotification,
  syncRequest,
  textRequest,
  trustNotification,
  type VisibleParams,
  visibleNotification,
} from './protocol.ts';
import { prepareRename, type RenameSupport, rename } from './rename.ts';
import { type Call, createRequests, pausingFiles } from './requests.ts';
import { definition, highlights, references, type Search } from './terms.ts';
import { createTranslations, type Translations } from './translations.ts';

/** What the server needs of the place where it runs. */
export interface Host {
  /** The disk, for clients that do not answer questions about files; undefined in a browser. */
  readonly files?: Files;
  /** What git remembers; undefined in a browser. */
  readonly history?: History;
  /** Milliseconds, by which slow pages are told; those of the machine when it is not given. */
  readonly now?: () => number;
  loadSegmenter(options: InitializationOptions): Promise<SegmenterFactory>;
}

/** Capabilities and wiring; what is done stands in the file of each feature. */
export function startServer(connection: Connection, host: Host): void {
  const focus = createFocus();
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes, version) {
      focus.edited(document.uri, changes);
      return TextDocument.update(document, changes, version);
    },
  });
  const { onInitialize, serve, heard } = createRequests(connection, () => language);
  const pages = createPages(host.now);
  const publisher = createPublisher((params) => void connection.sendDiagnostics(params));
  let options: InitializationOptions = {};
  let language: Language = 'en';
  let locale: Language = 'en';
  let client: InitializeParams['capabilities'] = {};
  // Known when the client has introduced itself, before which it asks nothing.
  let files!: Files;
  let projects!: Projects;
  let translations!: Translations;
  let coverages!: Coverages;
  const chosenSources = new Map<string, string>();
  let folders: readonly string[] = [];
  let isTrusted = false;
  let showsLenses = true;
  // Git is asked only in a workspace that its owner trusts.
  const remembered = host.history && rememberedHistory(host.history, REMEMBERED);
  const history = remembered && trustedHistory(remembered, () => isTrusted);
  const sourceOptions = ({ root, config }: Project): SourceOptions => ({
    root,
    sources: config.sources,
    history,
    folders: folders.filter((folder) => folder !== root),
    chosen: (uri) => chosenSources.get(normalUri(uri)),
  });
  const setFolders = (list: readonly { readonly uri: string }[]) => {
    folders = list.map((folder) => normalUri(folder.uri));
  };

  const voice = (): Voice => ({ language, rulePages: options.rulePages });
  const actionSupport = (): ActionSupport => {
    const edits = client.workspace?.workspaceEdit;
    const documentChanges = edits?.documentChanges === true;
    const create = documentChanges && edits?.resourceOperations?.includes('create') === true;
    const actions = client.textDocument?.codeAction;
    const laterEdits = actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true;
    return { commands: options.commands ?? [], documentChanges, create, laterEdits };
  };

  onInitialize((params) => {
    options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
    locale = params.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    language = locale;
    client = params.capabilities;
    const disk = options.clientFiles || !host.files ? clientFiles(connection, host.files) : host.files;
    isTrusted = options.trusted !== false;
    files = withVirtualPages(withOpenPages(disk, documents), history);
    projects = createProjects(files, {
      loadSegmenter: () => host.loadSegmenter(options),
      // The innermost folder that is open.
      folderOf(uri) {
        if (uri.startsWith('untitled:')) return folders[0] ?? parentOf(uri);
        const [folder] = folders.filter((one) => isWithin(one, uri)).sort((a, b) => b.length - a.length);
        return folder ?? parentOf(uri);
      },
      sourceOptions,
      editorConfig,
      quiet: TYPING,
    });
    translations = createTranslations(files, sourceOptions);
    coverages = createCoverages(files);
    for (const [page, source] of Object.entries(options.chosenSources ?? {}))
      chosenSources.set(normalUri(page), source);
    setFolders(params.workspaceFolders ?? []);
    return {
      serverInfo: { name: 'yijiao' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        hoverProvider: true,
        codeLensProvider: { resolveProvider: false },
        completionProvider: { triggerCharacters: LETTERS },
        definitionProvider: true,
        referencesProvider: { workDoneProgress: true },
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true, workDoneProgress: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'yijiao' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [
        { globPattern: `**/${CONFIG_NAME}` },
        // Pages are Markdown, which is among them.
        { globPattern: `**/*.{${glossaryExtensions.join()}}` },
        { globPattern: `**${HEAD_LOG}` },
      ];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        setFolders(folders ?? []);
        projects.forget();
        forgetSources();
        analyseAll();
      });
    }
    await readEditorConfig();
  });

  async function editorConfig(root: string): Promise<Config> {
    if (!client.workspace?.configuration) return emptyConfig;
    const settings = connection.workspace.getConfiguration({ scopeUri: root, section: 'yijiao' });
    return configOf(await settings.catch(() => null));
  }

  async function readEditorConfig(): Promise<void> {
    if (client.workspace?.configuration) {
      const settings: unknown = await connection.workspace.getConfiguration('yijiao');
      const { language: chosen, codeLens } = (settings ?? {}) as { language?: unknown; codeLens?: unknown };
      language = chosen === 'zh' || chosen === 'en' ? chosen : locale;
      showsLenses = codeLens !== false;
    }
    refreshLenses();
    projects.forget();
    forgetSources();
    analyseAll();
  }

  function forgetSources(): void {
    translations.forget();
    if (coverages.forget()) coverageChanged();
  }

  function coverageChanged(): void {
    void connection.sendNotification(coverageChangedNotification);
  }

  connection.onDidChangeConfiguration(heard(() => void readEditorConfig().catch(report)));
  connection.onDidChangeWatchedFiles(
    heard(({ changes }) => {
      const touched = changes.filter(({ uri }) => !uri.endsWith(HEAD_LOG));
      if (touched.length < changes.length) headMoved();
      // A file that came or went may be the source of any page.
      const others = touched.filter(({ type }) => type !== FileChangeType.Changed).map(({ uri }) => uri);
      const isOther = others.length > 0;
      if (isOther) translations.forget();
      const uris = touched.map((change) => change.uri);
      const isShown = coverages.changed(others, true);
      if (coverages.changed(uris) || isShown) coverageChanged();
      if (projects.forget(uris)) {
        // A glossary says nothing of where sources are, nor of how translations stand to them.
        if (uris.some((uri) => uri.endsWith(`/${CONFIG_NAME}`))) forgetSources();
        analyseAll();
      } else if (isOther) analyseAll();
      else void sourcesChanged(uris).catch(report);
    }),
  );

  // Something was committed, or another revision checked out.
  function headMoved(): void {
    remembered?.forget();
    refreshLenses();
    if (coverages.forget()) coverageChanged();
  }

  documents.onDidChangeContent(
    heard(({ document }) => {
      coverages.changed([document.uri]);
      // A settings or glossary file that is being edited holds as it stands in the editor.
      if (projects.forget([document.uri])) analyseAll();
      if (!isPage(document)) return;
      schedule(document.uri);
      void sourcesChanged([document.uri]).catch(report);
    }),
  );
  documents.onDidClose(
    heard(({ document }) => {
      pages.close(document.uri);
      focus.close(document.uri);
      clearTimeout(pausing.get(document.uri));
      pausing.delete(document.uri);
      translations.close(document.uri);
      coverages.changed([document.uri]);
      if (isPage(document)) publisher.clear(document.uri);
      // What was typed into a settings or glossary file and thrown away no longer holds.
      if (projects.forget([document.uri])) analyseAll();
    }),
  );

  async function sourcesChanged(uris: readonly string[]): Promise<void> {
    for (const page of await translations.changed(uris)) schedule(page);
  }

  connection.onNotification(
    visibleNotification,
    heard(({ uri, lines }: VisibleParams) => {
      if (!isPage(documents.get(uri))) return;
      focus.seen(uri, lines);
      schedule(uri);
    }),
  );

  // Changes that are waiting already are taken together; only the last version is analysed.
  const waiting = new Set<string>();
  // A page that takes long waits until a person pauses: an editor must not lag behind its keys.
  const pausing = new Map<string, ReturnType<typeof setTimeout>>();
  const told = new Set<string>();
  function schedule(uri: string): void {
    const duration = pages.durationOf(uri);
    if (duration > SLOW) {
      clearTimeout(pausing.get(uri));
      pausing.set(
        uri,
        setTimeout(() => void analyse(uri).catch(report), Math.min(duration, LONGEST)),
      );
      return;
    }
    if (waiting.size === 0) setTimeout(analyseWaiting, 0);
    waiting.add(uri);
  }
  function analyseAll(): void {
    for (const document of documents.all()) if (isPage(document)) schedule(document.uri);
  }
  function analyseWaiting(): void {
    const uris = [...waiting];
    waiting.clear();
    for (const uri of uris) void analyse(uri).catch(report);
  }

  async function analyse(uri: string): Promise<void> {
    pausing.delete(uri);
    const isKnown = pages.durationOf(uri) > 0;
    const page = await pageOf(uri);
    if (!page) return;
    if (isKnown && page.duration > LONGEST && !told.has(uri)) {
      told.add(uri);
      const name = relativePath(page.project.root, uri);
      const message = tooSlow(name, page.duration / 1000)[language];
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    }
    publisher.page(page, voice(), focus.of(uri));
    await publishProject(page.project);
    if (options.status) void connection.sendNotification(statusNotification, statusOf(page, isSettled(page), language));
    if (await projects.learnStyle(page.project)) analyseAll();
    if (await translations.find(uri, page.markdown.text, page.project)) {
      schedule(uri);
      refreshLenses();
    }
    if (page.result.wantsWords && !wordsFailed) {
      await projects.loadWords().catch(failedWords);
      if (!wordsFailed) schedule(uri);
    }
    if (await projects.countTerms(page.project)) analyseAll();
  }

  // Whoever has asked once wants to see what is left after each change.
  const checkedRoots = new Set<string>();
  const checked = new WeakMap<Project, CheckedGlossary>();
  async function publishProject(project: Project): Promise<void> {
    if (checkedRoots.has(project.root) && !checked.has(project)) {
      checked.set(project, await checkGlossary(files, project, language));
    }
    publisher.project(project, language, checked.get(project)?.diagnostics);
  }

  function isSettled({ uri, project, result }: Page): boolean {
    const isCurrent =
      projects.known(uri) === project && projects.knowsStyle(project.root) && projects.knowsTerms(project);
    return isCurrent && translations.isSettled(uri) && (!result.wantsWords || wordsFailed);
  }

  let wordsFailed = false;
  function failedWords(error: unknown): void {
    wordsFailed = true;
    report(error);
  }

  async function pageOf(uri: string): Promise<Page | undefined> {
    // A settings file is open here too, for its text; it is no page.
    if (!isPage(documents.get(uri))) return undefined;
    const project = projects.known(uri) ?? (await projects.of(uri));
    // The document may have been closed, or have changed, while its project was read.
    const document = documents.get(uri);
    return document && pages.analyse(document, project, translations.known(uri));
  }

  serve(CodeActionRequest.type, async (params, call) => {
    const first = await pageOf(params.textDocument.uri);
    // What is asked for by name (fix all) waits until the project's style is known; the lightbulb does not.
    if (first && params.context.only && (await projects.learnStyle(first.project))) analyseAll();
    const page = params.context.only ? await pageOf(params.textDocument.uri) : first;
    return (
      page && [
        ...(await codeActions(page, params, voice(), actionSupport(), call)),
        ...insertActions(page, params, voice()),
      ]
    );
  });
  serve(CodeActionResolveRequest.type, (action, call) => resolvedAction(action, pageOf, call));
  serve(HoverRequest.type, async (params) => {
    const page = await pageOf(params.textDocument.uri);
    if (!page) return undefined;
    const term = hover(page, params.position, language, options.commands ?? []);
    const since = await changesOf(page);
    const offset = page.lines.offset(params.position.line, params.position.character);
    const changed = since && changeHover(since, offset, language);
    if (!changed) return term;
    const value = term ? `${(term.contents as { value: string }).value}\n\n---\n\n${changed}` : changed;
    return { ...term, contents: { kind: MarkupKind.Markdown, value } };
  });
  serve(CodeLensRequest.type, async (params) => {
    const page = showsLenses ? await pageOf(params.textDocument.uri) : undefined;
    const since = page && (await changesOf(page));
    return page && since ? changeLenses(page, since, language, options.commands ?? []) : [];
  });

  async function changesOf({ uri, markdown, source }: Page): Promise<SourceChanges | undefined> {
    const since = source && history && (await changesSince(history, { uri, markdown }, source));
    return since && 'changes' in since ? since : undefined;
  }

  function refreshLenses(): void {
    if (client.workspace?.codeLens?.refreshSupport)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(report);
  }

  serve(CompletionRequest.type, async (params) => {
    const page = await pageOf(params.textDocument.uri);
    return page && completion(page, params.position, language);
  });
  serve(DocumentHighlightRequest.type, async (params) => {
    const page = await pageOf(params.textDocument.uri);
    return page && highlights(page, params.position);
  });
  serve(DefinitionRequest.type, async (params, call) => {
    const page = await pageWithWords(params.textDocument.uri);
    const asLinks = client.textDocument?.definition?.linkSupport === true;
    return page && definition(pausingFiles(files, call), page, params.position, asLinks);
  });
  serve(ReferencesRequest.type, async ({ textDocument, position, context, workDoneToken }, call) => {
    const page = await pageWithWords(textDocument.uri);
    const includeRows = context.includeDeclaration;
    const search = (one: Searching) => references(one.files, page!, position, includeRows, one);
    return page && searching(call, workDoneToken, search);
  });
  serve(PrepareRenameRequest.type, async ({ textDocument, position }) => {
    const page = await pageWithWords(textDocument.uri);
    return page && prepareRename(page, position, language);
  });
  serve(RenameRequest.type, async ({ textDocument, position, newName, workDoneToken }, call) => {
    const page = await pageWithWords(textDocument.uri);
    const support: RenameSupport = {
      documentChanges: client.workspace?.workspaceEdit?.documentChanges === true,
      annotations: client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      versionOf: (uri) => documents.get(uri)?.version,
    };
    const search = (one: Searching) => rename(one.files, page!, position, newName, language, support, one);
    return page && searching(call, workDoneToken, search);
  });

  serve(proposeTermRequest, async ({ uri, range }: { uri: string; range: Range }, call) => {
    const page = await pageOf(uri);
    return page ? proposeTerm(pausingFiles(files, call), page, range, sourceOptions(page.project)) : null;
  });
  serve(addTermRequest, async (params: AddTermParams) =>
    addTerm(files, await projects.of(params.uri), params, language, actionSupport()),
  );
  serve(entriesRequest, async ({ uri, position }: { uri: string; position: Position }) => {
    // A glossary in Markdown is a page, too.
    const { config } = await projects.of(uri);
    if (config.glossary.some((file) => normalUri(file) === normalUri(uri))) return entriesIn(files, uri, position.line);
    const page = await pageOf(uri);
    return page ? entriesAt(files, page, position) : [];
  });
  serve(editEntryRequest, (params: EditEntryParams) =>
    changeEntry(files, params, language, actionSupport().documentChanges),
  );
  serve(checkGlossaryRequest, async ({ uri }: { uri: string }): Promise<CheckGlossaryResult> => {
    const project = await projects.of(uri);
    checkedRoots.add(project.root);
    await publishProject(project);
    const { files: count, terms, problems } = checked.get(project)!;
    return { files: count, terms, problems };
  });

  // What looks at every page has to know where words end.
  async function pageWithWords(uri: string): Promise<Page | undefined> {
    if (!wordsFailed) await projects.loadWords().catch(failedWords);
    return pageOf(uri);
  }

  // A client that shows progress of its own has sent a token; for others one is made when there is much to look at.
  async function searching<Result>(
    call: Call,
    workDoneToken: ProgressToken | undefined,
    run: (search: Searching) => Promise<Result>,
  ): Promise<Result> {
    const given = connection.window.attachWorkDoneProgress(workDoneToken);
    const title = language === 'zh' ? '查找术语' : 'Looking for a term';
    let own: WorkDoneProgressServerReporter | undefined;
    let making = false;
    let isDone = false;
    given.begin(title, 0, undefined, true);
    const makeOwn = async () => {
      making = true;
      const made = await connection.window.createWorkDoneProgress();
      if (isDone) return made.done();
      made.begin(title, 0, undefined, true);
      own = made;
    };
    try {
      const either = call.orCancelledBy(() => own?.token.isCancellationRequested === true);
      return await run({
        files: pausingFiles(files, either),
        onProgress(done, all) {
          if (!making && all > MANY && client.window?.workDoneProgress) void makeOwn().catch(report);
          if (done % 20 !== 0) return;
          given.report((done * 100) / all, `${done}/${all}`);
          own?.report((done * 100) / all, `${done}/${all}`);
        },
      });
    } finally {
      isDone = true;
      given.done();
      own?.done();
    }
  }

  serve(compareRequest, async (params: CompareParams, call) => {
    const project = await projects.of(params.uri);
    const result = await comparePages(pausingFiles(files, call), sourceOptions(project), params);
    // What a person chose once holds for the findings, too.
    if (params.source && result.pages) {
      const { chinese, english } = result.pages;
      if (chosenSources.get(normalUri(chinese)) !== english) {
        chosenSources.set(normalUri(chinese), english);
        translations.chosen(chinese);
        schedule(chinese);
        if (coverages.changed([chinese])) coverageChanged();
      }
    }
    return result;
  });
  const asked = (call: Call) => ({ files: pausingFiles(files, call), history, isTrusted });
  serve(insertRequest, async (params: InsertParams, call) => {
    const project = await projects.of(params.uri);
    return (await insertMissing(pausingFiles(files, call), sourceOptions(project), params)) ?? null;
  });
  serve(changesRequest, async (params: CompareParams, call) => {
    const project = await projects.of(params.uri);
    return pageChanges(asked(call), sourceOptions(project), params, language);
  });
  serve(syncRequest, async (params: CompareParams & { add?: boolean }, call) => {
    const project = await projects.of(params.uri);
    return pageSynced(asked(call), sourceOptions(project), params, language);
  });
  const stopped = new Set<ProgressToken>();
  connection.onNotification(
    stopCoverageNotification,
    heard(({ workDoneToken }: { workDoneToken: ProgressToken }) => void stopped.add(workDoneToken)),
  );
  serve(coverageRequest, async (params: CoverageParams, call) => {
    const { folder, workDoneToken } = params;
    if (!isUri(folder)) return { pages: [], isPartial: false } satisfies CoverageResult;
    const project = await projects.of(`${folder}/.`);
    const tell = (percentage: number, message: string) =>
      workDoneToken !== undefined &&
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', percentage, message });
    const isStopped = () => workDoneToken !== undefined && stopped.has(workDoneToken);
    try {
      return await coverages.look(project, sourceOptions(project), params, language, isStopped, tell, call);
    } finally {
      if (workDoneToken !== undefined) stopped.delete(workDoneToken);
    }
  });
  serve(textRequest, async ({ uri }: { uri: string }) => {
    const bytes = await files.read(uri);
    const decoded = bytes && decodeText(bytes);
    return decoded && 'text' in decoded ? decoded.text : null;
  });
  connection.onNotification(
    trustNotification,
    heard(() => {
      isTrusted = true;
      projects.forget();
      forgetSources();
      analyseAll();
      refreshLenses();
    }),
  );

  function report(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  documents.listen(connection);
  connection.listen();
}

interface Searching extends Search {
  /** They end the search when it is called off. */
  readonly files: Files;
}

/** What git writes when it commits or checks out. */
const HEAD_LOG = '/.git/logs/HEAD';
/** Milliseconds that a glossary must stay as it is before it is counted. */
const TYPING = 200;
/** Milliseconds for which an answer of git holds. */
const REMEMBERED = 2000;
/** Milliseconds of an analysis behind which a page is analysed only when a person pauses, and which is too long to follow. */
const SLOW = 150;
const LONGEST = 1500;
/** Pages that take longer to look through than a person waits without a word. */
const MANY = 200;

function isPage(document: TextDocument | undefined): boolean {
  return document !== undefined && /^(markdown|mdx)$/.test(document.languageId);
}

// What is open is read from the editor: it may not be saved yet.
function withOpenPages(files: Files, documents: TextDocuments<TextDocument>): Files {
  return {
    ...files,
    async read(uri) {
      const open = documents.get(uri) ?? documents.all().find((document) => normalUri(document.uri) === normalUri(uri));
      return open ? new TextEncoder().encode(open.getText()) : files.read(uri);
    },
  };
}

const tooSlow = (name: string, seconds: number): Bilingual => ({
  en: `${name} takes ${seconds.toFixed(1)} s to check, so its findings follow when you pause. Split the page, fix everything that is safe to fix, or name it under “ignore” in ${CONFIG_NAME}.`,
  zh: `检查 ${name} 需 ${seconds.toFixed(1)} 秒，停止输入后才会更新问题。可拆分此页，修复所有可安全修复的问题，或将其列入 ${CONFIG_NAME} 的“ignore”。`,
});

const ignored = {
  en: `The project's ${CONFIG_NAME} says that this page is not checked.`,
  zh: `项目的 ${CONFIG_NAME} 规定不检查本页。`,
};

function statusOf(page: Page, settled: boolean, language: Language): Status {
  const skipped = page.skipped ?? (page.settings.isIgnored ? ignored : undefined);
  return {
    uri: page.uri,
    version: page.version,
    settled,
    findings: page.result.findings.length,
    duration: page.duration,
    glossaryTerms: page.settings.glossary.terms.length,
    ...(skipped ? { skipped: skipped[language] } : {}),
  };
}
