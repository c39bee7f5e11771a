import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Bilingual, Language } from '../core/text/bilingual.ts';
import type { Files } from '../workspace/files/files.ts';

/** A request that is being answered. */
export interface Call {
  /** Await this between slow steps. It lets other messages in, and throws if the request was cancelled. */
  readonly pause: () => Promise<void>;
  /** The same request, which something else can cancel too, such as a button in a progress bar. */
  readonly orCancelledBy: (isCancelled: () => boolean) => Call;
}

type Handler<Params> = (params: Params, call: Call) => unknown;

/** The single entry for all requests and notifications. It decides what is allowed when, and handles cancellation. */
export interface Requests {
  onInitialize(start: (params: InitializeParams) => InitializeResult): void;
  /** `type` is a type of the Language Server Protocol, or the name of our own request. */
  serve<Params>(
    type: string | { readonly method: string; readonly _?: [Params, ...unknown[]] },
    handler: Handler<Params>,
  ): void;
  /** Wraps a handler of notifications, to drop those before `initialize` and after `shutdown`. */
  heard<Params>(handler: (params: Params) => void): (params: Params) => void;
}

export function createRequests(connection: Connection, language: () => Language): Requests {
  let state: 'new' | 'serving' | 'over' = 'new';
  const failure = (code: number, message: Bilingual) => new ResponseError<void>(code, message[language()]);
  const refuse = () => {
    if (state === 'new') throw failure(ErrorCodes.ServerNotInitialized, texts.tooEarly);
    if (state === 'over') throw failure(ErrorCodes.InvalidRequest, texts.tooLate);
  };
  connection.onShutdown(() => {
    refuse();
    state = 'over';
  });
  // Requests without a handler.
  connection.onRequest((method) => {
    refuse();
    throw failure(ErrorCodes.MethodNotFound, texts.unknown(method));
  });

  const callOf = (isCancelled: () => boolean) =>
    pausing(isCancelled, () => failure(LSPErrorCodes.RequestCancelled, texts.cancelled));
  const answer = async <Params>(handler: Handler<Params>, params: Params, token: CancellationToken) => {
    refuse();
    if (typeof params !== 'object' || params === null) throw failure(ErrorCodes.InvalidParams, texts.noParams);
    const call = callOf(() => token.isCancellationRequested);
    // If a client cancels soon, its message has often arrived by now.
    await turn();
    await call.pause();
    try {
      return await handler(params, call);
    } finally {
      // Whether result or error, nobody wants it if the request was cancelled.
      await call.pause();
    }
  };

  return {
    onInitialize(start) {
      connection.onInitialize((params) => {
        if (state !== 'new') throw failure(ErrorCodes.InvalidRequest, texts.again);
        const result = start(params);
        state = 'serving';
        return result;
      });
    },
    serve<Params>(type: string | { readonly method: string }, handler: Handler<Params>) {
      const method = typeof type === 'string' ? type : type.method;
      // Without parameters, the token is the first argument.
      connection.onRequest(method, (...given: unknown[]) =>
        answer(handler, (given.length > 1 ? given[0] : undefined) as Params, given.at(-1) as CancellationToken),
      );
    },
    heard: (handler) => (params) => {
      if (state === 'serving') handler(params);
    },
  };
}

/** Work that nobody has asked for pauses likewise; where it is called off, it ends with an error that its caller is to catch. */
export function backgroundCall(isCancelled: () => boolean): Call {
  return pausing(isCancelled, () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, texts.cancelled.en));
}

function pausing(isCancelled: () => boolean, refusal: () => Error): Call {
  let last = performance.now();
  return {
    async pause() {
      if (performance.now() - last > SLICE) {
        await turn();
        last = performance.now();
      }
      if (isCancelled()) throw refusal();
    },
    orCancelledBy: (other) => pausing(() => isCancelled() || other(), refusal),
  };
}

/** Files that pause before each question: what walks through a project ends soon after nobody wants its answer. */
export function pausingFiles(files: Files, { pause }: Call): Files {
  const after =
    <Answer>(ask: (uri: string) => Promise<Answer>) =>
    async (uri: string) => {
      await pause();
      return ask(uri);
    };
  return {
    ...files,
    read: after(files.read),
    kind: after(files.kind),
    list: after(files.list),
    markdown: after(files.markdown),
  };
}

/** Runs long work step by step, with a pause before each step. */
export async function inSteps<Result>(steps: Generator<void, Result>, { pause }: Call): Promise<Result> {
  for (;;) {
    await pause();
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Milliseconds of work before other messages are let in. */
const SLICE = 10;

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const texts = {
  tooEarly: {
    en: 'Nothing can be asked before “initialize”. Send that request first.',
    zh: '“initialize”之前无法请求。请先发送该请求。',
  },
  tooLate: { en: 'The server has been shut down. Start it again.', zh: '服务器已关闭。请重新启动。' },
  unknown: (method: string) => ({ en: `There is no request ${method}.`, zh: `没有名为 ${method} 的请求。` }),
  again: { en: 'The server has been initialized already.', zh: '服务器已初始化。' },
  noParams: { en: 'This request needs parameters, as one object.', zh: '此请求须有参数，且为一个对象。' },
  cancelled: { en: 'Cancelled; nothing was changed.', zh: '已取消，未作任何改动。' },
} as const;
