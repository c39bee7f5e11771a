import { fixing } from '../core/lint/fix.ts';
import type { Analysis } from './analysis.ts';
import { annotatedEdits, annotationSupport } from './annotated-edits.ts';
import { listed } from './convert.ts';
import { reasonToSkip } from './pages.ts';
import { pageChecksOf, pagesBelow, readInTurn } from './project-pages.ts';
import type { FixProjectResult } from './protocol.ts';
import { type Call, inSteps } from './requests.ts';
import type { Session } from './session.ts';

/** The edit that mends what is safe to mend on all pages below folders, as they stand in the editor or on the disk. */
export async function fixProject(
  session: Session,
  analysis: Analysis,
  folders: readonly string[],
  onProgress: (done: number, all: number, uri: string) => void,
  call: Call,
): Promise<FixProjectResult> {
  const { documents, files, language, report } = session;
  const { uris, beyond } = await pagesBelow(files, folders);
  const checks = pageChecksOf(session, analysis, call);
  const edit = annotatedEdits(annotationSupport(session), labels, language);
  const versions = new Map<string, number>();
  const read = async (uri: string) => {
    const version = documents.get(uri)?.version;
    // What is typed behind this makes the edit one for an earlier text.
    if (version !== undefined) versions.set(uri, version);
    return checks.read(uri);
  };
  let [pages, mendedPages, mended, left, unread, done] = [0, 0, 0, 0, 0, 0];
  for await (const { uri, page } of readInTurn(uris, read, call, report)) {
    onProgress(done++, uris.length, uri);
    if (!page || 'not' in page || reasonToSkip(page.file.text)) {
      if (!page || !('not' in page) || page.not === 'unread') unread++;
      continue;
    }
    const { markdown, lint } = await checks.check(page);
    const fixed = await inSteps(fixing(markdown, lint), call);
    pages++;
    left += listed(lint(fixed.after).findings).length;
    if (fixed.edits.length === 0) continue;
    mended += fixed.count;
    mendedPages++;
    edit.add(uri, markdown.text, fixed.edits, 'safe', versions.get(uri));
    if (mendedPages === MOST_MENDED) break;
  }
  const counts = { pages, mendedPages, mended, left, unread, beyond: beyond + uris.length - done };
  return mendedPages > 0 ? { ...counts, edit: edit.finish() } : counts;
}

/** Pages that one edit may change: a person looks them through, and an editor opens each of them. */
const MOST_MENDED = 200;

const labels = { safe: { en: 'Safe to fix', zh: '可安全修复' } };
