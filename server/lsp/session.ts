import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, configOf, emptyConfig } from '../core/config/config.ts';
import { type Language, languageOf } from '../core/text/bilingual.ts';
import type { Files } from '../workspace/files/files.ts';
import { isWithin, normalUri, parentOf } from '../workspace/files/paths.ts';
import { type History, rememberedHistory, trustedHistory } from '../workspace/history/history.ts';
import type { Project, SegmenterFactory } from '../workspace/project/project.ts';
import { createProjects, type Projects } from '../workspace/project/projects.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { withVirtualPages } from '../workspace/source/virtual-pages.ts';
import { clientFiles } from './client-files.ts';
import type { ActionSupport } from './code-actions.ts';
import type { Voice } from './convert.ts';
import { type Coverages, createCoverages } from './coverage.ts';
import { coverageChangedNotification, type InitializationOptions, styleChangedNotification } from './protocol.ts';
import { createTranslations, type Translations } from './translations.ts';

/** What the server needs from its environment. */
export interface Host {
  /** The disk, for clients that do not answer requests about files; undefined in a browser. */
  readonly files?: Files;
  /** Git; undefined in a browser. */
  readonly history?: History;
  /** A clock in milliseconds, to recognise slow pages. By default that of the machine. */
  readonly now?: () => number;
  loadSegmenter(options: InitializationOptions): Promise<SegmenterFactory>;
}

/** What is known about an initialised client, and what is kept for it. Every feature gets it. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: InitializeParams['capabilities'];
  readonly options: InitializationOptions;
  /** Open pages as they are in the editor, virtual pages, and the disk. */
  readonly files: Files;
  readonly projects: Projects;
  readonly translations: Translations;
  readonly coverages: Coverages;
  /** Undefined if there is no git. */
  readonly history: History | undefined;
  /** The source that the user chose for a page (normal URIs). */
  readonly chosenSources: Map<string, string>;
  /** The language of messages. The editor's settings take precedence over its locale. */
  language: Language;
  showsLenses: boolean;
  /** Whether the page can be formatted: the editor's settings go before what the client said at first. */
  formats: boolean;
  /** The client has asked for the style, and is told when it may be another. */
  showsStyle: boolean;
  /** Whether git may be asked. */
  isTrusted: boolean;
  /** A person wants to be left alone: nothing is analysed and nothing is shown. */
  isPaused: boolean;
  /** The folders that are open (normal URIs). */
  folders: readonly string[];
  readonly locale: Language;
  voice(): Voice;
  actionSupport(): ActionSupport;
  sourceOptions(project: Project): SourceOptions;
  /** Drops cached answers of git, after a commit or checkout. */
  forgetHistory(): void;
  /** Drops cached sources and the coverage that depends on them. */
  forgetSources(): void;
  /** Tells the client that the coverage may have changed. */
  coverageChanged(): void;
  /** Tells the client that the style of a project, or its settings, may be other ones now. */
  styleChanged(): void;
  report(error: unknown): void;
}

export function createSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: Host,
  params: InitializeParams,
): Session {
  const options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
  const locale = languageOf(params.locale);
  const client = params.capabilities;
  // Git is used only in a trusted workspace.
  const remembered = host.history && rememberedHistory(host.history, REMEMBERED);
  const history = remembered && trustedHistory(remembered, () => session.isTrusted);
  const disk = options.clientFiles || !host.files ? clientFiles(connection, host.files) : host.files;
  const files = withVirtualPages(withOpenPages(disk, documents), history);
  const chosenSources = new Map(
    Object.entries(options.chosenSources ?? {}).map(([page, source]) => [normalUri(page), source]),
  );
  const sourceOptions = ({ root, config }: Project): SourceOptions => ({
    root,
    sources: config.sources,
    history,
    folders: session.folders.filter((folder) => folder !== root),
    chosen: (uri) => chosenSources.get(normalUri(uri)),
  });
  const editorConfig = async (root: string): Promise<Config> => {
    if (!client.workspace?.configuration) return emptyConfig;
    const settings = connection.workspace.getConfiguration({ scopeUri: root, section: 'yijiao' });
    return configOf(await settings.catch(() => null));
  };
  const projects = createProjects(files, {
    loadSegmenter: () => host.loadSegmenter(options),
    folderOf: (uri) => openFolder(session.folders, uri),
    sourceOptions,
    editorConfig,
    quiet: TYPING,
  });
  const session: Session = {
    connection,
    documents,
    client,
    options,
    files,
    projects,
    translations: createTranslations(files, sourceOptions),
    coverages: createCoverages(files),
    history,
    chosenSources,
    language: options.language ?? locale,
    showsLenses: true,
    formats: options.format === true,
    showsStyle: false,
    isTrusted: options.trusted !== false,
    isPaused: options.paused === true,
    folders: (params.workspaceFolders ?? []).map(({ uri }) => normalUri(uri)),
    locale,
    voice: () => ({ language: session.language, rulePages: options.rulePages }),
    actionSupport: () => supportOf(client, options),
    sourceOptions,
    forgetHistory: () => remembered?.forget(),
    forgetSources() {
      session.translations.forget();
      if (session.coverages.forget()) session.coverageChanged();
    },
    coverageChanged: () => void connection.sendNotification(coverageChangedNotification),
    styleChanged: () => session.showsStyle && void connection.sendNotification(styleChangedNotification),
    report(error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  };
  return session;
}

/** Milliseconds that a glossary must stay unchanged before it is counted. */
const TYPING = 200;
/** Milliseconds for which an answer of git is cached. */
const REMEMBERED = 2000;

// The innermost open folder that contains a page.
function openFolder(folders: readonly string[], uri: string): string {
  if (uri.startsWith('untitled:')) return folders[0] ?? parentOf(uri);
  const [folder] = folders.filter((one) => isWithin(one, uri)).sort((a, b) => b.length - a.length);
  return folder ?? parentOf(uri);
}

function supportOf(client: InitializeParams['capabilities'], { commands = [] }: InitializationOptions): ActionSupport {
  const edits = client.workspace?.workspaceEdit;
  const documentChanges = edits?.documentChanges === true;
  const create = documentChanges && edits?.resourceOperations?.includes('create') === true;
  const actions = client.textDocument?.codeAction;
  const laterEdits = actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true;
  return { commands, documentChanges, create, laterEdits };
}

// Open documents are read from the editor, because they may be unsaved.
function withOpenPages(files: Files, documents: TextDocuments<TextDocument>): Files {
  return {
    ...files,
    async read(uri) {
      const open = documents.get(uri) ?? documents.all().find((document) => normalUri(document.uri) === normalUri(uri));
      return open ? new TextEncoder().encode(open.getText()) : files.read(uri);
    },
  };
}
