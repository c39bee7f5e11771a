import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

/** Asks the server for something that takes long, where a person sees how far it is and can call it off. */
export function withServerProgress<Result>(
  client: BaseLanguageClient,
  title: string,
  ask: (workDoneToken: string, token: vscode.CancellationToken) => Promise<Result>,
): Thenable<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const workDoneToken = `yijiao-project-${++number}`;
    let done = 0;
    const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const percentage = value.percentage ?? done;
      progress.report({ increment: percentage - done, message: value.message ?? '' });
      done = percentage;
    });
    try {
      return await ask(workDoneToken, token);
    } finally {
      told.dispose();
    }
  });
}

let number = 0;
