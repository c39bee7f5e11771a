import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';

/** Creates a client with these options, for a child process or a web worker. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Creates a client that calls `failed` when there is no server and none will start by itself: it could not be
 * started, ended before its first answer, refused to initialise, or crashed repeatedly. It may call `failed`
 * several times for one failure.
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
      // A broken connection also closes.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // A server that ends before its first answer would do so again. One that was running is restarted a few times.
      closed() {
        if (client.state !== State.Running) return { action: CloseAction.DoNotRestart };
        usual ??= client.createDefaultErrorHandler();
        return usual.closed();
      },
    },
  });
  // Messages that the library shows on its own are just these failures, in English and without a next step.
  const { error } = client;
  client.error = (message, data, show) => {
    error.call(client, message, data, show === 'force' ? false : show);
    if (show === 'force') failed(data instanceof Error ? data.message : message);
  };
  return client;
}
