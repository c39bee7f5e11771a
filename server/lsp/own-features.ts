import { type Position, type Range, WorkDoneProgress } from 'vscode-languageserver';
import { isUri, joined, normalUri } from '../workspace/files/paths.ts';
import { readText } from '../workspace/files/text-file.ts';
import { pairsBelow } from '../workspace/source/pairs.ts';
import { newTranslation } from '../workspace/starting/start.ts';
import { addTerm, proposeTerm } from './authoring.ts';
import { pageChanges, pageSynced } from './changes.ts';
import { comparePages, insertMissing } from './compare.ts';
import { changeEntry, entriesAt, entriesIn } from './entries.ts';
import { type Asked, type Feature, feature } from './feature.ts';
import {
  type AddTermParams,
  addTermRequest,
  type CheckGlossaryResult,
  type CompareParams,
  type CoverageParams,
  type CoverageResult,
  changesRequest,
  checkGlossaryRequest,
  compareRequest,
  coverageRequest,
  type DraftParams,
  draftRequest,
  type EditEntryParams,
  editEntryRequest,
  entriesRequest,
  type InsertParams,
  insertAllRequest,
  insertRequest,
  type ProgressParams,
  progressRequest,
  proposeTermRequest,
  rulesRequest,
  type SettleParams,
  settleRequest,
  startRequest,
  styleExamplesRequest,
  styleRequest,
  syncRequest,
  type TranslationsParams,
  type TranslationsResult,
  textRequest,
  translationsRequest,
} from './protocol.ts';
import { type Call, pausingFiles } from './requests.ts';
import type { Session } from './session.ts';
import { settled } from './settle.ts';
import { examplesOf, rulesIn, styleOf } from './style.ts';
import { insertAll, pageProgress, startOf } from './translating.ts';

/** Our own requests (protocol.ts): glossary, comparison, translations. */
export const ownFeatures: readonly Feature[] = [
  feature(
    proposeTermRequest,
    { en: 'an entry for the selection, to be added to the glossary', zh: '为选中文字拟定术语表条目' },
    async ({ session, analysis }, { uri, range }: { uri: string; range: Range }, call) => {
      const page = await analysis.pageOf(uri);
      const files = pausingFiles(session.files, call);
      return page ? proposeTerm(files, page, range, session.sourceOptions(page.project)) : null;
    },
  ),
  feature(
    addTermRequest,
    { en: 'the edit that adds an entry to the glossary', zh: '向术语表添加条目的改动' },
    async ({ session }, params: AddTermParams) => {
      const project = await session.projects.of(params.uri);
      return addTerm(session.files, project, params, session.language, session.actionSupport());
    },
  ),
  feature(
    entriesRequest,
    { en: 'the entries at a place, to be edited', zh: '某处可编辑的条目' },
    async ({ session, analysis }, { uri, position }: { uri: string; position: Position }) => {
      // A glossary in Markdown is a page, too.
      const { config } = await session.projects.of(uri);
      const isGlossary = config.glossary.some((file) => normalUri(file) === normalUri(uri));
      if (isGlossary) return entriesIn(session.files, uri, position.line);
      const page = await analysis.pageOf(uri);
      return page ? entriesAt(session.files, page, position) : [];
    },
  ),
  feature(
    editEntryRequest,
    { en: 'the edit that changes an entry', zh: '修改条目的改动' },
    ({ session }, params: EditEntryParams) =>
      changeEntry(session.files, params, session.language, session.actionSupport().documentChanges),
  ),
  feature(
    checkGlossaryRequest,
    { en: 'contradictions in the glossary, shown in its files from then on', zh: '检查术语表中的矛盾' },
    async ({ session, analysis }, { uri }: { uri: string }): Promise<CheckGlossaryResult> => {
      const { files, terms, problems } = await analysis.checkGlossaries(await session.projects.of(uri));
      return { files, terms, problems };
    },
  ),
  feature(
    compareRequest,
    { en: 'a translation beside its source, block by block', zh: '逐块对照译文与原文' },
    async (asked, params: CompareParams, call) => {
      const { session } = asked;
      const project = await session.projects.of(params.uri);
      const files = pausingFiles(session.files, call);
      const result = await comparePages(files, session.sourceOptions(project), params);
      if (params.source && result.pages) sourceChosen(asked, result.pages);
      return result;
    },
  ),
  feature(
    translationsRequest,
    { en: 'the translations of a folder whose names lead to their sources', zh: '文件夹中可由文件名找到原文的译文' },
    async ({ session }, { folder, limit }: TranslationsParams, call): Promise<TranslationsResult> => {
      if (!isUri(folder)) return { pages: [], isMore: false };
      const project = await session.projects.of(joined(folder, 'x.md'));
      const isIgnored = (uri: string) => project.settingsOf(uri).isIgnored;
      const options = { ...session.sourceOptions(project), isIgnored };
      return pairsBelow(pausingFiles(session.files, call), folder, options, limit);
    },
  ),
  feature(
    insertRequest,
    { en: 'the edit that inserts a missing block', zh: '插入缺失块的改动' },
    async ({ session }, params: InsertParams, call) => {
      const options = session.sourceOptions(await session.projects.of(params.uri));
      return (await insertMissing(pausingFiles(session.files, call), options, params)) ?? null;
    },
  ),
  feature(
    insertAllRequest,
    { en: 'the edits that insert all that is missing', zh: '插入全部缺失块的改动' },
    (asked, params: CompareParams) => insertAll(asked, params),
  ),
  feature(
    progressRequest,
    { en: 'how far a translation has come, and what is still to be done', zh: '译文的进度和尚待翻译之处' },
    (asked, params: ProgressParams) => pageProgress(asked, params),
  ),
  feature(
    startRequest,
    { en: 'where the translation of a page would lie', zh: '某页译文应在的位置' },
    async ({ session }, { uri }: { uri: string }, call) =>
      startOf(pausingFiles(session.files, call), session.sourceOptions(await session.projects.of(uri)), uri),
  ),
  feature(
    draftRequest,
    { en: 'the text of a new translation', zh: '新译文的文本' },
    async ({ session }, { uri, chinese, form }: DraftParams, call) => {
      const options = session.sourceOptions(await session.projects.of(uri));
      return (
        (await newTranslation(pausingFiles(session.files, call), session.history, uri, chinese, form, options)) ?? null
      );
    },
  ),
  feature(
    changesRequest,
    { en: 'what changed in the English since a page was translated', zh: '页面译出以来英文的改动' },
    async ({ session }, params: CompareParams, call) => {
      const options = session.sourceOptions(await session.projects.of(params.uri));
      return pageChanges(withHistory(session, call), options, params, session.language);
    },
  ),
  feature(
    syncRequest,
    { en: 'the edit that marks a page as in step with its source', zh: '将页面标为已同步的改动' },
    async ({ session }, params: CompareParams & { add?: boolean }, call) => {
      const options = session.sourceOptions(await session.projects.of(params.uri));
      return pageSynced(withHistory(session, call), options, params, session.language);
    },
  ),
  feature(
    coverageRequest,
    { en: 'how all translations of a folder stand', zh: '文件夹中所有译文的状态' },
    async ({ session, stopped }, params: CoverageParams, call) => {
      const { folder, workDoneToken } = params;
      if (!isUri(folder)) return { pages: [], isPartial: false } satisfies CoverageResult;
      const project = await session.projects.of(joined(folder, 'x.md'));
      const { connection, coverages, language } = session;
      const tell = (percentage: number, message: string) =>
        workDoneToken !== undefined &&
        void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', percentage, message });
      const isStopped = () => workDoneToken !== undefined && stopped.has(workDoneToken);
      try {
        return await coverages.look(project, session.sourceOptions(project), params, language, isStopped, tell, call);
      } finally {
        if (workDoneToken !== undefined) stopped.delete(workDoneToken);
      }
    },
  ),
  feature(
    styleRequest,
    { en: 'the style of a project, and where each point of it comes from', zh: '项目的风格，以及每一项的来源' },
    async ({ session, analysis }, { uri, again }: { uri: string; again?: boolean }) => {
      const { projects } = session;
      const project = await projects.of(uri);
      const isNew = await projects.learnStyle(project);
      const isOther = again && !isNew && (await projects.relearn(project.root)).length > 0;
      if (isNew || isOther) analysis.scheduleAll();
      session.showsStyle = true;
      return styleOf(await projects.of(uri), session.language);
    },
  ),
  feature(
    styleExamplesRequest,
    { en: 'places where the pages show a value of a point of style', zh: '页面中体现某项风格取值的位置' },
    async ({ session }, { uri, point, value }: { uri: string; point: string; value: string }, call) =>
      examplesOf(pausingFiles(session.files, call), await session.projects.of(uri), point, value),
  ),
  feature(
    rulesRequest,
    { en: 'the rules, with the level and options of each', zh: '各条规则的级别和选项' },
    async ({ session }, { uri }: { uri: string }) => rulesIn(await session.projects.of(uri), session.language),
  ),
  feature(
    settleRequest,
    {
      en: 'the edit of the settings file that settles a point of style, a profile, a rule',
      zh: '在设置文件中指定风格项、预设或规则的改动',
    },
    async ({ session }, params: SettleParams) => {
      const project = await session.projects.of(params.uri);
      // The edit is one of the file as it stands: the project may have been read before the last change.
      const text = await readText(session.files, project.settingsFile.uri);
      const settingsFile = { ...project.settingsFile, text: text ?? project.settingsFile.text };
      return settled({ ...project, settingsFile }, params, session.language, session.actionSupport());
    },
  ),
  feature(
    textRequest,
    { en: 'the text of a page that no file holds', zh: '不在文件中的页面的文本' },
    async ({ session }, { uri }: { uri: string }) => (await readText(session.files, uri)) ?? null,
  ),
];

function withHistory({ files, history, isTrusted }: Session, call: Call) {
  return { files: pausingFiles(files, call), history, isTrusted };
}

// The choice applies to the findings, too.
function sourceChosen({ session, analysis }: Asked, { chinese, english }: { chinese: string; english: string }): void {
  const { chosenSources, translations, coverages } = session;
  if (chosenSources.get(normalUri(chinese)) === english) return;
  chosenSources.set(normalUri(chinese), english);
  translations.chosen(chinese);
  analysis.schedule(chinese);
  if (coverages.changed([chinese])) session.coverageChanged();
}
