import { URI, Utils } from 'vscode-uri';

/** What the user has seen of an extension that runs in `standInForVSCode`. */
export interface Seen {
  /** Error, warning and other messages, with the buttons offered. */
  readonly messages: { readonly text: string; readonly buttons: readonly string[]; press(button?: string): void }[];
  readonly status: { text?: string; severity?: string };
  readonly log: string[];
}

/**
 * A `vscode` module for tests of the extension's start. Anything else it is asked for is a value that can be called,
 * constructed and iterated, and does nothing.
 */
export function standInForVSCode(): { vscode: object; seen: Seen; run(command: string): Promise<unknown> } {
  const seen: Seen = { messages: [], status: {}, log: [] };
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const run = async (command: string, ...args: unknown[]) => commands.get(command)?.(...args);
  const message = (text: string, ...buttons: string[]) =>
    new Promise<string | undefined>((press) => seen.messages.push({ text, buttons, press }));
  const write = (...parts: unknown[]) => void seen.log.push(parts.map(String).join(' '));
  const log = { append: write, appendLine: write, info: write, warn: write, error: write, debug: write, trace: write };
  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
    static from(...all: { dispose(): void }[]) {
      return new Disposable(() => {
        for (const one of all) one.dispose();
      });
    }
  }
  const vscode = {
    version: '1.101.0',
    env: withAnything({ language: 'en', appName: 'stand-in' }),
    Uri: Object.assign(URI, { joinPath: Utils.joinPath }),
    Disposable,
    LanguageStatusSeverity: { Error: 'Error', Warning: 'Warning', Information: 'Information' },
    l10n: { t: (text: string) => text },
    commands: withAnything({
      executeCommand: run,
      registerCommand(command: string, action: () => unknown) {
        if (commands.has(command)) throw new Error(`command '${command}' already exists`);
        commands.set(command, action);
        return new Disposable(() => commands.delete(command));
      },
    }),
    window: withAnything({
      showErrorMessage: message,
      showWarningMessage: message,
      showInformationMessage: message,
      createOutputChannel: () => withAnything(log),
      activeTextEditor: undefined,
      visibleTextEditors: [],
      tabGroups: withAnything({ all: [] }),
    }),
    languages: withAnything({ createLanguageStatusItem: () => Object.assign(seen.status, { dispose() {} }) }),
    workspace: withAnything({ isTrusted: true, workspaceFolders: undefined, textDocuments: [], notebookDocuments: [] }),
  };
  return { vscode: withAnything(vscode), seen, run };
}

/** Gives an object every other property besides its own. */
function withAnything<T extends object>(own: T): T {
  return Object.setPrototypeOf(own, everything);
}

// Bundles copy the properties of a module, and keep its prototype.
const everything: object = new Proxy({}, { get: (_target, key) => (key === 'then' ? undefined : anything) });

function Anything() {}
Anything.prototype = everything;

const anything: unknown = new Proxy(Anything, {
  get(target, key) {
    if (key === 'then') return undefined;
    if (key === Symbol.toPrimitive) return () => '';
    if (key === Symbol.iterator) return () => [].values();
    return key === 'prototype' ? target.prototype : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: (target, _args, made) => Reflect.construct(target, [], made),
});
