import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

// The client is checked against the types of Node, which have no web Worker.
type WebWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
};
declare const Worker: new (url: string) => WebWorker;

/** VS Code in a browser: the server is a web worker. */
export function activate(context: vscode.ExtensionContext) {
  const url = (file: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', file).toString(true);
  let worker: WebWorker | undefined;
  const end = () => worker?.terminate();
  context.subscriptions.push({ dispose: end });
  const connect = async () => {
    end();
    worker = workerAt(url('server.browser.js'));
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(
    context,
    (options) => new LanguageClient('yijiao', 'Yijiao', connect, options),
    url('segmenter.browser.js'),
  );
}

function workerAt(url: string): WebWorker {
  try {
    return new Worker(url);
  } catch (cause) {
    if (!url.startsWith('vscode-remote:')) throw cause;
    const advice = vscode.l10n.t(
      'VS Code starts no server in the browser for an extension that lies on a remote machine. Remove Yijiao from the setting “remote.extensionKind”.',
    );
    throw new Error(advice, { cause });
  }
}

/** An uncaught error ends the worker, as it would end a process. So does a script that cannot be loaded. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: WebWorker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}
