import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/config/config.ts';
import { glossaryExtensions } from '../core/glossary/format/index.ts';
import { languageOf } from '../core/text/bilingual.ts';
import { normalUri } from '../workspace/files/paths.ts';
import { type Analysis, isPage } from './analysis.ts';
import type { Publisher } from './diagnostics.ts';
import type { Focus } from './focus.ts';
import type { Offers } from './offers.ts';
import type { ProjectCheck } from './project-check.ts';
import { pausedNotification, trustNotification, type VisibleParams, visibleNotification } from './protocol.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

/**
 * What events update: a session and its analysis. Events come from settings, files, commits, folders and open pages.
 */
export interface Watched {
  readonly session: Session;
  readonly analysis: Analysis;
  readonly offers: Offers;
  readonly publisher: Publisher;
  readonly projectCheck: ProjectCheck;
}

/** Subscribes at once. `watched` is not called before the client is initialised. */
export function watch(
  connection: Connection,
  { heard }: Requests,
  documents: Session['documents'],
  focus: Focus,
  watched: () => Watched,
): void {
  connection.onInitialized(async () => {
    const { session, analysis } = watched();
    await register(session);
    if (session.client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        session.folders = folders.map(({ uri }) => normalUri(uri));
        session.projects.forget();
        session.forgetSources();
        analysis.scheduleAll();
      });
    }
    await readSettings(watched());
  });
  connection.onDidChangeConfiguration(heard(() => void readSettings(watched()).catch(watched().session.report)));
  connection.onDidChangeWatchedFiles(heard(({ changes }) => filesChanged(watched(), changes)));
  connection.onNotification(
    trustNotification,
    heard(() => {
      watched().session.isTrusted = true;
      allChanged(watched());
    }),
  );
  connection.onNotification(
    pausedNotification,
    heard(({ isPaused }: { isPaused: boolean }) => paused(watched(), isPaused === true)),
  );
  connection.onNotification(
    visibleNotification,
    heard(({ uri, lines }: VisibleParams) => {
      if (!isPage(documents.get(uri))) return;
      focus.seen(uri, lines);
      watched().analysis.schedule(uri);
    }),
  );
  documents.onDidChangeContent(
    heard(({ document }) => {
      const { session, analysis, projectCheck } = watched();
      session.coverages.changed([document.uri]);
      projectCheck.changed([document.uri]);
      // A settings or glossary file that is being edited holds as it stands in the editor.
      if (session.projects.forget([document.uri])) analysis.scheduleAll();
      if (!isPage(document)) {
        analysis.tellFaults(document.uri);
        return;
      }
      analysis.schedule(document.uri);
      void sourcesChanged(watched(), [document.uri]).catch(session.report);
    }),
  );
  documents.onDidClose(
    heard(({ document }) => {
      const { session, analysis, projectCheck } = watched();
      analysis.close(document, projectCheck.closed(document.uri));
      focus.close(document.uri);
      session.translations.close(document.uri);
      session.coverages.changed([document.uri]);
      // Unsaved changes of a settings or glossary file were discarded.
      if (session.projects.forget([document.uri])) analysis.scheduleAll();
    }),
  );
}

async function register({ client, connection }: Session): Promise<void> {
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'yijiao' });
  }
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [
      { globPattern: `**/${CONFIG_NAME}` },
      // Includes pages, because glossaries may be Markdown.
      { globPattern: `**/*.{${glossaryExtensions.join()}}` },
      { globPattern: `**${HEAD_LOG}` },
    ];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

/** Git writes this file on every commit and checkout. */
const HEAD_LOG = '/.git/logs/HEAD';

async function readSettings(watched: Watched): Promise<void> {
  const { session } = watched;
  if (session.client.workspace?.configuration) {
    const settings: unknown = await session.connection.workspace.getConfiguration('yijiao');
    const { language, codeLens, format } = (settings ?? {}) as Partial<Record<string, unknown>>;
    // What an editor says itself is in its own language: beside it no other is spoken.
    session.language = session.options.language ?? languageOf(session.locale, language);
    session.showsLenses = codeLens !== false;
    const { enable = session.options.format } = (format ?? {}) as { enable?: unknown };
    session.formats = enable === true;
  }
  await watched.offers.follow();
  allChanged(watched);
}

function allChanged({ session, analysis }: Watched): void {
  analysis.refreshLenses();
  session.projects.forget();
  session.forgetSources();
  analysis.scheduleAll();
}

function filesChanged(watched: Watched, changes: readonly FileEvent[]): void {
  const { session, analysis, projectCheck } = watched;
  const { translations, coverages, projects } = session;
  const touched = changes.filter(({ uri }) => !uri.endsWith(HEAD_LOG));
  if (touched.length < changes.length) headMoved(watched);
  // A created or deleted file may be the source of any page.
  const others = touched.filter(({ type }) => type !== FileChangeType.Changed).map(({ uri }) => uri);
  const isOther = others.length > 0;
  if (isOther) translations.forget();
  const uris = touched.map((change) => change.uri);
  projectCheck.changed(uris);
  projectCheck.changed(others, true);
  const isShown = coverages.changed(others, true);
  if (coverages.changed(uris) || isShown) session.coverageChanged();
  if (projects.forget(uris)) {
    // A glossary affects neither sources nor coverage.
    if (uris.some((uri) => uri.endsWith(`/${CONFIG_NAME}`))) session.forgetSources();
    analysis.scheduleAll();
  } else if (isOther) analysis.scheduleAll();
  else void sourcesChanged(watched, uris).catch(session.report);
}

function paused({ session, analysis, publisher, projectCheck }: Watched, isPaused: boolean): void {
  if (session.isPaused === isPaused) return;
  session.isPaused = isPaused;
  publisher.pause(isPaused);
  analysis.refreshLenses();
  if (isPaused) return projectCheck.pause();
  analysis.scheduleAll();
  projectCheck.resume();
}

// Something was committed, or another revision checked out.
function headMoved({ session, analysis }: Watched): void {
  session.forgetHistory();
  analysis.refreshLenses();
  if (session.coverages.forget()) session.coverageChanged();
}

async function sourcesChanged({ session, analysis }: Watched, uris: readonly string[]): Promise<void> {
  for (const page of await session.translations.changed(uris)) analysis.schedule(page);
}
