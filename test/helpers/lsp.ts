import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { PassThrough, Writable } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type UnregistrationParams,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type InitializationOptions, type PageStatus, statusNotification } from '../../server/lsp/protocol.ts';
import { startServer } from '../../server/lsp/server.ts';
import type { Files } from '../../server/workspace/files/files.ts';
import { nodeFiles } from '../../server/workspace/files/node-files.ts';
import { nodeGit } from '../../server/workspace/history/node-git.ts';

/** A minimal language client over a real connection. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Sends all messages of `send` in one write, so that the server cannot answer the first before it has the last. */
  together<Result>(send: () => Promise<Result>): Promise<Result>;
  open(uri: string, text: string, languageId?: string): Promise<Diagnostic[]>;
  /** Sends incremental changes and waits for the diagnostics of the resulting version. */
  change(uri: string, ...changes: { range: Range; text: string }[]): Promise<Diagnostic[]>;
  /** The next diagnostics of a file that satisfy the condition, or the last ones if they do. */
  diagnostics(uri: string, satisfy?: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  text(uri: string): string;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  apply(uri: string, action: CodeAction): string;
  hover(uri: string, line: number, character: number): Promise<string | undefined>;
  /** The options with which the server has registered a method; waits until it has. */
  registered(method: string): Promise<unknown>;
  /** When the server is registered for it no more. */
  unregistered(method: string): Promise<void>;
  /** Tells the server that the editor's settings have changed. */
  settingsChanged(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly locale?: string;
  readonly initializationOptions?: InitializationOptions;
  /** The client accepts definitions as links. */
  readonly linkSupport?: boolean;
  /** Nothing can be registered for later but watched files. */
  readonly plain?: boolean;
  /** The client asks for the edit of an action when it is chosen. */
  readonly laterEdits?: boolean;
  /** The editor's own settings, by the URI that they are asked for. */
  readonly configuration?: (scope: string | undefined) => unknown;
  /** A different disk and clock for the server in this process. */
  readonly files?: Files;
  readonly now?: () => number;
}

export type StartClient = (options?: ClientOptions) => Promise<TestClient>;

/** Runs the server in this process. */
export const inProcess: StartClient = (options) => {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, toServer, toClient), {
    files: options?.files ?? nodeFiles,
    history: nodeGit,
    ...(options?.now ? { now: options.now } : {}),
    loadSegmenter: async () => (await import('../../server/core/glossary/segmentit.ts')).createSegmenter,
  });
  const gate = new Gate(toServer);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(gate));
  return connect(connection, gate, options, async () => connection.dispose());
};

/** Runs the bundled server as a process, as any editor does. */
export function overStdio(command: string, ...args: string[]): StartClient {
  return (options) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const gate = new Gate(child.stdin);
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(gate));
    return connect(connection, gate, options, async () => {
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await exited, 0);
    });
  };
}

/** Passes on what is written. While closed, it collects it, and passes it on in one write when opened. */
class Gate extends Writable {
  private readonly target: Writable;
  private kept: Buffer[] | undefined;

  constructor(target: Writable) {
    super();
    this.target = target;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.kept) {
      this.target.write(chunk, done);
      return;
    }
    this.kept.push(chunk);
    done();
  }

  close(): void {
    this.kept = [];
  }

  open(): void {
    const kept = Buffer.concat(this.kept ?? []);
    this.kept = undefined;
    this.target.write(kept);
  }
}

async function connect(
  connection: ProtocolConnection,
  gate: Gate,
  {
    folders = [],
    locale = 'en',
    initializationOptions,
    linkSupport,
    laterEdits,
    plain = false,
    configuration,
  }: ClientOptions = {},
  stop: () => Promise<void>,
): Promise<TestClient> {
  const documents = new Map<string, TextDocument>();
  const published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    published.set(params.uri, params);
    for (const wake of waiting) wake();
  });
  const registrations = new Map<string, Registration>();
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    for (const one of params.registrations) registrations.set(one.id, one);
    for (const wake of waiting) wake();
    return null;
  });
  connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) registrations.delete(id);
    for (const wake of waiting) wake();
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => configuration?.(scopeUri)),
  );
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    // With a number the server would watch this process. In the same process that would keep it alive.
    processId: null,
    rootUri: null,
    locale,
    capabilities: {
      workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
        configuration: configuration !== undefined,
      },
      textDocument: {
        publishDiagnostics: { versionSupport: true, codeDescriptionSupport: true },
        definition: { linkSupport },
        formatting: { dynamicRegistration: !plain },
        rangeFormatting: { dynamicRegistration: !plain },
        ...(laterEdits
          ? { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } } }
          : {}),
      },
    },
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    initializationOptions: { status: true, ...initializationOptions },
  });
  await connection.sendNotification('initialized', {});

  const wait = (uri: string, satisfied: () => boolean) =>
    new Promise<Diagnostic[]>((resolve, reject) => {
      const fail = () => reject(new Error(`No such diagnostics of ${uri}: ${JSON.stringify(published.get(uri))}`));
      const timer = setTimeout(fail, 120_000);
      const check = () => {
        if (!satisfied()) return;
        clearTimeout(timer);
        waiting.delete(check);
        resolve(published.get(uri)?.diagnostics ?? []);
      };
      waiting.add(check);
      check();
    });
  const registration = (method: string) => [...registrations.values()].find((one) => one.method === method);
  const when = <Found>(look: () => Found | undefined) =>
    new Promise<Found>((resolve) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  const statuses = new Map<string, PageStatus>();
  connection.onNotification(statusNotification, (status: PageStatus) => {
    statuses.set(status.uri, status);
    for (const wake of waiting) wake();
  });
  // Waits until a version is settled: the style is learnt and the segmenter loaded after a first answer.
  const settled = (uri: string) =>
    wait(uri, () => {
      const status = statuses.get(uri);
      return status?.settled === true && status.version === documents.get(uri)?.version;
    });

  return {
    connection,
    initialized,
    async together(send) {
      gate.close();
      const result = send();
      // Messages go out in order, and servers ignore this one. When it is sent, everything before it is written.
      await connection.sendNotification('$/sent');
      gate.open();
      return await result;
    },
    stop,
    registered: async (method) => (await when(() => registration(method))).registerOptions,
    unregistered: async (method) => void (await when(() => !registration(method) || undefined)),
    settingsChanged: () => connection.sendNotification('workspace/didChangeConfiguration', { settings: null }),
    async open(uri, text, languageId = 'markdown') {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      return settled(uri);
    },
    async change(uri, ...changes) {
      const document = documents.get(uri)!;
      const next = TextDocument.update(document, changes, document.version + 1);
      documents.set(uri, next);
      const textDocument = { uri, version: next.version };
      await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: changes });
      return settled(uri);
    },
    diagnostics: (uri, satisfy = () => true) =>
      wait(uri, () => published.has(uri) && satisfy(published.get(uri)!.diagnostics)),
    text: (uri) => documents.get(uri)!.getText(),
    actions: async (uri, range, only) =>
      (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      })) ?? [],
    apply: (uri, action) => TextDocument.applyEdits(documents.get(uri)!, action.edit!.changes![uri] as TextEdit[]),
    async hover(uri, line, character) {
      const params = { textDocument: { uri }, position: { line, character } };
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', params);
      return hover ? (hover.contents as { value: string }).value : undefined;
    },
  };
}

/** The range of the first occurrence of `needle` in a text. */
export function rangeOf(text: string, needle: string): Range {
  const at = text.indexOf(needle);
  assert.ok(at >= 0, `the text holds ${needle}`);
  const document = TextDocument.create('x:', 'markdown', 0, text);
  return { start: document.positionAt(at), end: document.positionAt(at + needle.length) };
}
