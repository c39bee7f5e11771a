import {
  type Connection,
  type InitializeResult,
  type ProgressToken,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalysis } from './analysis.ts';
import { createPublisher } from './diagnostics.ts';
import { features } from './features.ts';
import { createFocus } from './focus.ts';
import { createOffers, firstCapabilities } from './offers.ts';
import { createProjectCheck } from './project-check.ts';
import { stopNotification } from './protocol.ts';
import { createRequests } from './requests.ts';
import { createSession, type Host, type Session } from './session.ts';
import { type Watched, watch } from './watching.ts';

export type { Host } from './session.ts';

/** Announces the server, and passes requests and notifications on to the modules that handle them. */
export function startServer(connection: Connection, host: Host): void {
  const focus = createFocus();
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes, version) {
      focus.edited(document.uri, changes);
      return TextDocument.update(document, changes, version);
    },
  });
  // Set on `initialize`. The client sends nothing before that.
  let watched!: Watched;
  const requests = createRequests(connection, () => watched?.session.language ?? 'en');
  requests.onInitialize((params) => {
    const session = createSession(connection, documents, host, params);
    const publisher = createPublisher((sent) => void connection.sendDiagnostics(sent));
    publisher.pause(session.isPaused);
    const analysis = createAnalysis(session, focus, publisher, host.now, () => projectCheck.refresh());
    const projectCheck = createProjectCheck(session, analysis, publisher);
    watched = { session, analysis, publisher, projectCheck, offers: createOffers(session, features) };
    return introduction(session);
  });
  const stopped = new Set<ProgressToken>();
  for (const { method, answer, isOffered } of features) {
    requests.serve(method, (params, call) => {
      if (isOffered && !isOffered(watched.session)) return null;
      return answer({ ...watched, stopped }, params as never, call);
    });
  }
  connection.onNotification(
    stopNotification,
    requests.heard(({ workDoneToken }: { workDoneToken: ProgressToken }) => void stopped.add(workDoneToken)),
  );
  watch(connection, requests, documents, focus, () => watched);
  documents.listen(connection);
  connection.listen();
}

function introduction(session: Session): InitializeResult {
  return {
    serverInfo: { name: 'yijiao' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...firstCapabilities(session, features),
    },
  };
}
