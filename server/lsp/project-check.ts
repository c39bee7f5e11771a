import { lineIndex } from '../core/text/lines.ts';
import type { PageChecks } from '../workspace/checking.ts';
import { MARKDOWN_NAME } from '../workspace/files/files.ts';
import { normalUri, parentOf, relativePath } from '../workspace/files/paths.ts';
import type { Project } from '../workspace/project/project.ts';
import { pageAt, plainStem } from '../workspace/source/names.ts';
import { type Analysis, isPage } from './analysis.ts';
import { listed } from './convert.ts';
import type { Publisher } from './diagnostics.ts';
import { nothing, reasonToSkip } from './pages.ts';
import { pageChecksOf, pagesBelow, type Read, readInTurn } from './project-pages.ts';
import type { CheckProjectResult } from './protocol.ts';
import { backgroundCall, type Call } from './requests.ts';
import type { Session } from './session.ts';

/** The findings of pages that are not open, from when they are asked for until they are cleared. */
export interface ProjectCheck {
  /** Checks the pages below folders, in the place of those that were checked before; until it is stopped. */
  run(folders: readonly string[], options: RunOptions, call: Call): Promise<CheckProjectResult>;
  clear(): void;
  /** Files have changed, or (`moved`) have come or gone: pages that are checked and depend on them are checked again. */
  changed(uris: readonly string[], moved?: boolean): void;
  /** Projects have changed, or more is known of them: their checked pages are checked again. */
  refresh(): void;
  /** A page is not open any more; true when its findings stay. */
  closed(uri: string): boolean;
  /** Nothing is checked until the next look at all that was. */
  pause(): void;
  resume(): void;
}

export interface RunOptions {
  readonly isStopped: () => boolean;
  readonly onProgress: (done: number, all: number, uri: string) => void;
}

/** A page that is checked. */
interface Entry {
  readonly uri: string;
  /** Undefined as long as it was not looked at. */
  readonly project?: Project | undefined;
  /** Normal URI of its source. */
  readonly source?: string | undefined;
  readonly findings: number;
  readonly shown: number;
  /** Those of a page that is not open which are not shown. */
  readonly hidden: number;
  /** Some are not shown because the list is full. */
  readonly isCut: boolean;
  readonly state: 'checked' | 'ignored' | 'unread';
}

/** Why a page is to be checked again; `settings`: unless its project is still the same. */
type Stale = 'text' | 'settings';

export function createProjectCheck(session: Session, analysis: Analysis, publisher: Publisher): ProjectCheck {
  const entries = new Map<string, Entry>();
  const marks = new Map<string, Stale>();
  let shown = 0;
  // Whoever begins ends what was begun before.
  let turn = 0;
  let running: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const openPage = (uri: string) => {
    const { documents } = session;
    const open = documents.get(uri) ?? documents.all().find((one) => normalUri(one.uri) === normalUri(uri));
    return isPage(open) ? open : undefined;
  };
  const keep = (entry: Entry) => {
    const key = normalUri(entry.uri);
    shown += entry.shown - (entries.get(key)?.shown ?? 0);
    entries.set(key, entry);
  };
  const drop = ({ uri, shown: before }: Entry) => {
    shown -= before;
    entries.delete(normalUri(uri));
    marks.delete(normalUri(uri));
    if (!openPage(uri)) publisher.clear(uri);
  };
  const look = async ({ uri, page }: Read, checks: PageChecks) => {
    const open = openPage(uri);
    if (open) {
      const analysed = await analysis.pageOf(open.uri);
      // It is shown by those who analyse open pages.
      const findings = listed(analysed?.result.findings ?? []).length;
      return keep({ ...none(uri), project: analysed?.project, source: sourceOf(analysed), findings });
    }
    const before = entries.get(normalUri(uri));
    if (!page || isGone(page)) {
      if (before && !(await session.files.kind(uri))) return drop(before);
      if (!openPage(uri)) publisher.clear(uri);
      return keep({ ...none(uri), project: page?.project, state: 'unread' });
    }
    const most = Math.min(MOST_OF_PAGE, MOST_FINDINGS - (shown - (before?.shown ?? 0)));
    const skipped = 'not' in page ? ('fault' in page ? page.fault : undefined) : reasonToSkip(page.file.text);
    const checked = 'not' in page || skipped ? undefined : await checks.check(page);
    // It may have been cleared meanwhile.
    if (!entries.has(normalUri(uri))) return;
    // Or opened, and is looked at again when it is closed.
    if (openPage(uri)) return keep(none(uri));
    const told = publisher.closedPage(
      {
        uri,
        lines: lineIndex(checked?.file.text ?? ''),
        source: checked?.source,
        result: checked?.result ?? nothing,
        ...(skipped ? { skipped } : {}),
      },
      session.voice(),
      most,
    );
    const isCut = told.shown < told.findings && most < MOST_OF_PAGE;
    const { project } = checked ?? page;
    const hidden = told.findings - told.shown;
    const state = checked ? 'checked' : skipped ? 'unread' : 'ignored';
    keep({ ...none(uri), ...told, hidden, project, source: sourceOf(checked), isCut, state });
  };
  const isGone = (page: NonNullable<Read['page']>) => 'not' in page && page.not === 'unread' && !page.fault;

  const dropAt = (uri: string) => {
    const entry = entries.get(normalUri(uri));
    if (entry) drop(entry);
  };

  /** Looks at pages in turn until it is over. What was to be looked at again and was not reached still is. */
  const lookAtAll = async (
    uris: readonly string[],
    call: Call,
    isOver: () => boolean,
    onPage: (uri: string) => void,
  ) => {
    const checks = pageChecksOf(session, analysis, call);
    const taken = new Map<string, Stale>();
    const read = async (uri: string) => {
      const key = normalUri(uri);
      const before = marks.get(key);
      if (before) taken.set(key, before);
      // What changes from here on is looked at again.
      marks.delete(key);
      return isOver() || openPage(uri) ? undefined : checks.read(uri);
    };
    try {
      for await (const one of readInTurn(uris, read, call, session.report)) {
        if (isOver()) break;
        if (entries.has(normalUri(one.uri))) {
          onPage(one.uri);
          await look(one, checks);
        }
        taken.delete(normalUri(one.uri));
      }
    } finally {
      for (const [key, before] of taken) if (entries.has(key)) marks.set(key, before);
    }
  };
  const later = () => {
    clearTimeout(timer);
    if (running !== undefined || session.isPaused) return;
    const isWanted = [...marks.keys()].some((key) => !openPage(entries.get(key)!.uri));
    if (isWanted) timer = setTimeout(() => void again().catch(session.report), QUIET);
  };
  const again = async () => {
    const mine = ++turn;
    const isOver = () => mine !== turn || session.isPaused;
    const call = backgroundCall(isOver);
    try {
      const stale: string[] = [];
      for (const [key, { uri, project }] of [...entries]) {
        const mark = marks.get(key);
        if (!mark || openPage(uri)) continue;
        await call.pause();
        const isSame = mark === 'settings' && (await analysis.settled(uri)) === project;
        if (isSame && marks.get(key) === mark) marks.delete(key);
        else stale.push(uri);
      }
      await lookAtAll(stale, call, isOver, () => {});
    } catch (error) {
      if (!isOver()) throw error;
    }
    if (isOver()) return;
    // What was mended makes room for what was not shown.
    if (MOST_FINDINGS - shown > ROOM) mark('text', ({ isCut }) => isCut);
    later();
  };
  const mark = (reason: Stale, which: (entry: Entry, key: string) => boolean = () => true) => {
    for (const [key, entry] of entries) {
      if (which(entry, key) && marks.get(key) !== 'text') marks.set(key, reason);
    }
    later();
  };

  return {
    async run(folders, { isStopped, onProgress }, call) {
      const mine = ++turn;
      running = mine;
      clearTimeout(timer);
      const isOver = () => mine !== turn || session.isPaused || isStopped();
      try {
        const { uris, beyond } = await pagesBelow(session.files, folders);
        const wanted = new Set(uris.map(normalUri));
        for (const [key, entry] of [...entries]) if (!wanted.has(key)) drop(entry);
        const fresh = uris.filter((uri) => !entries.has(normalUri(uri)));
        for (const uri of fresh) keep(none(uri));
        let at = 0;
        const looked = new Set<string>();
        try {
          await lookAtAll(uris, call, isOver, (uri) => {
            onProgress(at++, uris.length, uri);
            looked.add(normalUri(uri));
          });
        } finally {
          // What was not reached is not followed either; a look that took the place of this one reaches it.
          if (running === mine) for (const uri of fresh) if (!looked.has(normalUri(uri))) dropAt(uri);
        }
        return {
          ...summary([...looked].flatMap((key) => entries.get(key) ?? [])),
          beyond,
          isPartial: looked.size < wanted.size,
        };
      } finally {
        if (running === mine) running = undefined;
        later();
      }
    },
    clear() {
      turn++;
      clearTimeout(timer);
      for (const entry of [...entries.values()]) drop(entry);
    },
    changed(uris, moved = false) {
      if (entries.size === 0) return;
      const names = new Set(uris.map(normalUri));
      // What came or went may be, or have been, the source of pages of its name.
      const stems = new Set(moved ? uris.filter((uri) => MARKDOWN_NAME.test(uri)).map(stemOf) : []);
      mark('text', ({ uri, source }, key) => {
        return names.has(key) || (source !== undefined && names.has(source)) || stems.has(stemOf(uri));
      });
    },
    refresh: () => mark('settings'),
    closed(uri) {
      const entry = entries.get(normalUri(uri));
      if (!entry) return false;
      mark('text', (one) => one === entry);
      return entry.uri === uri;
    },
    pause() {
      turn++;
      clearTimeout(timer);
    },
    resume: () => mark('text'),
  };
}

/** Findings that are shown of one page, and of all: behind so many nobody reads, and an editor grows slow. */
const MOST_OF_PAGE = 100;
const MOST_FINDINGS = 10_000;
const ROOM = 1000;
/** Milliseconds without a change after which pages that nobody looks at are checked again. */
const QUIET = 500;

function none(uri: string): Entry {
  return { uri, findings: 0, shown: 0, hidden: 0, isCut: false, state: 'checked' };
}

function sourceOf(page: { readonly source?: { readonly uri: string } | undefined } | undefined): string | undefined {
  return page?.source && normalUri(page.source.uri);
}

function stemOf(uri: string): string {
  return plainStem(pageAt(relativePath(parentOf(uri), uri))?.stem ?? '').toLowerCase();
}

function summary(done: readonly Entry[]): Omit<CheckProjectResult, 'beyond' | 'isPartial'> {
  const checked = done.filter(({ state }) => state === 'checked');
  const sum = (count: (entry: Entry) => number) => checked.reduce((all, entry) => all + count(entry), 0);
  return {
    pages: checked.length,
    pagesWithFindings: checked.filter(({ findings }) => findings > 0).length,
    findings: sum(({ findings }) => findings),
    hidden: sum(({ hidden }) => hidden),
    unread: done.filter(({ state }) => state === 'unread').length,
  };
}
