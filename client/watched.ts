import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';

/** Makes a client with these options: a child process or a web worker, as the place demands. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Makes a client that says `failed` when there is no server and none will come by itself: it could not be started, ended before its first
 * answer, refused to begin, or crashed again and again. One failure may be said several times.
 */
export function watchedClient(
  makeClient: MakeClient,
  options: LanguageClientOptions,
  failed: (reason: string) => void,
): BaseLanguageClient {
  let usual: ErrorHandler | undefined;
  const client: BaseLanguageClient = makeClient({
    ...options,
    initializationFailedHandler: () => false,
    errorHandler: {
      // A connection that cannot go on is closed, too.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // What ends before its first answer would do so again; what has run is started anew, some times.
      closed() {
        if (client.state !== State.Running) return { action: CloseAction.DoNotRestart };
        usual ??= client.createDefaultErrorHandler();
        return usual.closed();
      },
    },
  });
  // What the library forces upon a person is just this, in English and without a way on.
  const { error } = client;
  client.error = (message, data, show) => {
    error.call(client, message, data, show === 'force' ? false : show);
    if (show === 'force') failed(data instanceof Error ? data.message : message);
  };
  return client;
}
