import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentRangeFormattingRequest,
  type Hover,
  HoverRequest,
  type MarkupContent,
  MarkupKind,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver';
import { changesSince, type SourceChanges } from '../workspace/history/changes.ts';
import { annotationSupport } from './annotated-edits.ts';
import { changeHover, changeLenses } from './changes.ts';
import { codeActions, FIX_ALL, pageActions, resolvedAction } from './code-actions.ts';
import { insertActions } from './compare.ts';
import { completion, LETTERS } from './completion.ts';
import { type Asked, type Feature, feature } from './feature.ts';
import { formattingEdits } from './formatting.ts';
import { hover } from './hover.ts';
import type { AnalysedPage } from './pages.ts';
import { type Searching, searching } from './progress.ts';
import { prepareRename, rename } from './rename.ts';
import { pausingFiles } from './requests.ts';
import type { Session } from './session.ts';
import { styleReasons } from './style-reasons.ts';
import { definition, highlights, references } from './terms.ts';

/** The requests of the Language Server Protocol, in its order. */
export const standardFeatures: readonly Feature[] = [
  feature(
    CodeActionRequest.type,
    { en: 'quick fixes, “fix all” on saving, why a rule is there', zh: '快速修复、保存时全部修复、规则说明' },
    async (asked, params, call) => {
      const { session, analysis } = asked;
      // What is asked for by name (fix all) waits until the project's style is known; the lightbulb does not.
      const { uri } = params.textDocument;
      const page = params.context.only ? await styledPage(asked, uri) : await analysis.pageOf(uri);
      const voice = session.voice();
      if (!page) return undefined;
      const support = session.actionSupport();
      const actions = await codeActions(page, params, voice, support, call);
      const ofPage = await pageActions(page, params, voice, support, call);
      return [...actions, ...insertActions(page, params, voice, session.options.commands ?? []), ...ofPage];
    },
    { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true } },
  ),
  feature(
    CodeActionResolveRequest.type,
    { en: 'the edits of a quick fix when it is chosen', zh: '选中快速修复时给出改动' },
    ({ session, analysis }, action, call) => resolvedAction(action, analysis.pageOf, session.actionSupport(), call),
  ),
  feature(
    HoverRequest.type,
    {
      en: 'what the glossary says of a term, how the pages write what a finding is about, and what changed in the English',
      zh: '术语表对术语的说明，页面对所报告之处的写法，英文的改动',
    },
    async (asked, params) => {
      const { session, analysis } = asked;
      const page = await analysis.pageOf(params.textDocument.uri);
      if (!page) return undefined;
      const { language, options } = session;
      const term = hover(page, params.position, language, options.commands ?? []);
      const since = await changesOf(session, page);
      const offset = page.lines.offset(params.position.line, params.position.character);
      const reasons = styleReasons(page, offset, language, options.commands ?? []);
      const said = term && reasons ? withMore(term, textOf(reasons)) : (term ?? reasons);
      return withMore(said, since && changeHover(since, offset, language));
    },
    { hoverProvider: true },
  ),
  feature(
    CodeLensRequest.type,
    { en: 'what changed in the English since a section was translated', zh: '各节译出以来英文的改动' },
    async ({ session, analysis }, params) => {
      const page = session.showsLenses ? await analysis.pageOf(params.textDocument.uri) : undefined;
      const since = page && (await changesOf(session, page));
      return page && since ? changeLenses(page, since, session.language, session.options.commands ?? []) : [];
    },
    { codeLensProvider: { resolveProvider: false } },
  ),
  feature(
    CompletionRequest.type,
    { en: 'the approved Chinese of an English term that is typed', zh: '键入英文术语时给出认可的译法' },
    async ({ session, analysis }, params) => {
      const page = await analysis.pageOf(params.textDocument.uri);
      return page && completion(page, params.position, session.language);
    },
    { completionProvider: { triggerCharacters: LETTERS } },
  ),
  feature(
    DocumentHighlightRequest.type,
    { en: 'the uses of a term on a page', zh: '术语在页面中的出现位置' },
    async ({ analysis }, params) => {
      const page = await analysis.pageOf(params.textDocument.uri);
      return page && highlights(page, params.position);
    },
    { documentHighlightProvider: true },
  ),
  feature(
    DefinitionRequest.type,
    { en: 'the row of a term in the glossary', zh: '术语在术语表中的条目' },
    async ({ session, analysis }, params, call) => {
      const page = await analysis.pageWithWords(params.textDocument.uri);
      const asLinks = session.client.textDocument?.definition?.linkSupport === true;
      return page && definition(pausingFiles(session.files, call), page, params.position, asLinks);
    },
    { definitionProvider: true },
  ),
  feature(
    ReferencesRequest.type,
    { en: 'the uses of a term in all pages', zh: '术语在所有页面中的出现位置' },
    async ({ session, analysis }, { textDocument, position, context, workDoneToken }, call) => {
      const page = await analysis.pageWithWords(textDocument.uri);
      const includeRows = context.includeDeclaration;
      const search = (one: Searching) => references(one.files, page!, position, includeRows, one);
      return page && searching(session, call, workDoneToken, search);
    },
    { referencesProvider: { workDoneProgress: true } },
  ),
  feature(
    DocumentFormattingRequest.type,
    { en: 'all safe fixes, where the settings turn it on', zh: '所有可安全修复的改动（须在设置中启用）' },
    async (asked, { textDocument }, call) => {
      const page = await styledPage(asked, textDocument.uri);
      return page && formattingEdits(page, call);
    },
    { documentFormattingProvider: true },
    ({ formats }) => formats,
  ),
  feature(
    DocumentRangeFormattingRequest.type,
    { en: 'the safe fixes of a selection, where the settings turn it on', zh: '选中部分的安全修复（须在设置中启用）' },
    async (asked, { textDocument, range }, call) => {
      const page = await styledPage(asked, textDocument.uri);
      return page && formattingEdits(page, call, range);
    },
    { documentRangeFormattingProvider: true },
    ({ formats }) => formats,
  ),
  feature(
    PrepareRenameRequest.type,
    { en: 'whether a wording can be renamed here', zh: '此处的译法能否重命名' },
    async ({ session, analysis }, { textDocument, position }) => {
      const page = await analysis.pageWithWords(textDocument.uri);
      return page && prepareRename(page, position, session.language);
    },
    { renameProvider: { prepareProvider: true, workDoneProgress: true } },
  ),
  feature(
    RenameRequest.type,
    { en: 'another wording of a term, in all pages and in the glossary', zh: '在所有页面和术语表中更换译法' },
    async ({ session, analysis }, { textDocument, position, newName, workDoneToken }, call) => {
      const page = await analysis.pageWithWords(textDocument.uri);
      const support = annotationSupport(session);
      const search = (one: Searching) => rename(one.files, page!, position, newName, session.language, support, one);
      return page && searching(session, call, workDoneToken, search);
    },
  ),
];

/** The page when the style of its project is known. */
async function styledPage({ session, analysis }: Asked, uri: string): Promise<AnalysedPage | undefined> {
  const page = await analysis.pageOf(uri);
  if (!page) return undefined;
  if (await session.projects.learnStyle(page.project)) analysis.scheduleAll();
  return analysis.pageOf(uri);
}

async function changesOf(
  { history }: Session,
  { uri, markdown, source }: AnalysedPage,
): Promise<SourceChanges | undefined> {
  const since = source && history && (await changesSince(history, { uri, markdown }, source));
  return since && 'changes' in since ? since : undefined;
}

// What else is said of the same place stands below.
function withMore(hover: Hover | undefined, more: string | undefined): Hover | undefined {
  if (!more) return hover;
  const value = hover ? `${textOf(hover)}\n\n---\n\n${more}` : more;
  return { ...hover, contents: { kind: MarkupKind.Markdown, value } };
}

function textOf({ contents }: Hover): string {
  return (contents as MarkupContent).value;
}
