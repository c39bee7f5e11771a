import type { ProgressToken, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Bilingual } from '../core/text/bilingual.ts';
import type { Files } from '../workspace/files/files.ts';
import { type Call, pausingFiles } from './requests.ts';
import type { Session } from './session.ts';
import type { Search } from './terms.ts';

/** A search through many pages that the user can follow and cancel. */
export interface Searching extends Search {
  /** Reading them fails after the search was cancelled, which ends it. */
  readonly files: Files;
}

/**
 * Runs a search with a progress bar. A client that shows its own progress has sent a token; for others one is
 * created if there are many pages.
 */
export async function searching<Result>(
  { connection, client, files, language, report }: Session,
  call: Call,
  workDoneToken: ProgressToken | undefined,
  run: (search: Searching) => Promise<Result>,
): Promise<Result> {
  const given = connection.window.attachWorkDoneProgress(workDoneToken);
  let own: WorkDoneProgressServerReporter | undefined;
  let making = false;
  let isDone = false;
  given.begin(title[language], 0, undefined, true);
  const makeOwn = async () => {
    making = true;
    const made = await connection.window.createWorkDoneProgress();
    if (isDone) return made.done();
    made.begin(title[language], 0, undefined, true);
    own = made;
  };
  try {
    const either = call.orCancelledBy(() => own?.token.isCancellationRequested === true);
    return await run({
      files: pausingFiles(files, either),
      onProgress(done, all) {
        if (!making && all > MANY && client.window?.workDoneProgress) void makeOwn().catch(report);
        if (done % 20 !== 0) return;
        given.report((done * 100) / all, `${done}/${all}`);
        own?.report((done * 100) / all, `${done}/${all}`);
      },
    });
  } finally {
    isDone = true;
    given.done();
    own?.done();
  }
}

const title: Bilingual = { en: 'Looking for a term', zh: '查找术语' };

/** With more pages, a search takes too long to stay silent. */
const MANY = 200;
