import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { CONFIG_NAME } from '../core/config/config.ts';
import { addWord, turnOff } from '../core/config/edit.ts';
import { fixing, isOffered, safetyIn } from '../core/lint/fix.ts';
import type { Finding, Fix } from '../core/lint/rule.ts';
import { addSpace, removeSpace } from '../core/lint/shared-texts.ts';
import { silencingEdit, silencingFileEdit } from '../core/lint/silence.ts';
import { wordAt } from '../core/lint/word.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { replaceWith } from '../core/text/shared-texts.ts';
import type { Edit } from '../core/text/span.ts';
import { diagnosticOf, listed, textEditOf, type Voice } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { commands, type Mended } from './protocol.ts';
import { type Call, inSteps } from './requests.ts';
import { type EditSupport, settingsEdit } from './settings-edits.ts';
import { settlingAction } from './style-reasons.ts';

/** What a client supports besides plain edits of the page. */
export interface ActionSupport extends EditSupport {
  /** The commands it knows (protocol.ts). */
  readonly commands: readonly string[];
  /** It can request the edit of an action after the user has chosen it. */
  readonly laterEdits: boolean;
}

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.yijiao`;

/**
 * Everything offered for a range, from the current findings of the page. The diagnostics
 * that the client sends are ignored.
 */
export async function codeActions(
  page: AnalysedPage,
  params: CodeActionParams,
  voice: Voice,
  support: ActionSupport,
  call: Call,
): Promise<CodeAction[]> {
  const wants = (kind: string) =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const from = offset(page, params.range.start);
    const to = offset(page, params.range.end);
    const here = page.result.findings
      .filter((finding) => finding.from <= to && from <= finding.to)
      .slice(0, MAX_FINDINGS);
    for (const finding of here) {
      await call.pause();
      actions.push(...fixesOf(page, finding, voice));
    }
    for (const finding of distinctRules(here))
      actions.push(...(await ruleActions(page, finding, voice, support, call)));
  }
  // Only on request (on save or from the palette), to keep the lightbulb menu short.
  if (params.context.only && wants(FIX_ALL)) {
    const { edits, told } = await mendedAll(page, call);
    if (edits.length > 0) {
      actions.push({ ...action(page, texts.fixAll[voice.language], FIX_ALL, edits, []), data: told });
    }
  }
  return actions;
}

/** What mends the whole page, at the end of what is offered at a finding: nothing else than `FIX_ALL`, for those who look there. */
export async function pageActions(
  page: AnalysedPage,
  { range, context }: CodeActionParams,
  { language }: Voice,
  support: ActionSupport,
  call: Call,
): Promise<CodeAction[]> {
  const from = offset(page, range.start);
  const to = offset(page, range.end);
  const { findings } = page.result;
  const isWanted = context.only?.includes(CodeActionKind.QuickFix) ?? true;
  if (!isWanted || !findings.some((finding) => finding.from <= to && from <= finding.to)) return [];
  const count = findings.filter(safetyIn(page.markdown)).length;
  if (count < 2) return [];
  const title = texts.fixPage(count)[language];
  const kind = CodeActionKind.QuickFix;
  if (!support.laterEdits) return [action(page, title, kind, (await mendedAll(page, call)).edits, [])];
  return [{ title, kind, data: { uri: page.uri } satisfies Later }];
}

const MAX_FINDINGS = 8;

const texts = {
  addSpace: { en: addSpace.en, zh: '插入空格' },
  removeSpace: { en: removeSpace.en, zh: '删除空格' },
  oneSpace: { en: 'Leave one space', zh: '只留一个空格' },
  remove: (removed: string) => ({ en: `Remove “${removed}”`, zh: `删除“${removed}”` }),
  fixAll: { en: 'Fix everything that is safe to fix', zh: '修复所有可安全修复的问题' },
  fixRule: ({ en, zh }: Bilingual) => ({ en: `Fix all “${en}” in this file`, zh: `修复本文件中所有“${zh}”` }),
  fixPage: (count: number) => ({
    en: `Fix everything that is safe in this page (${count})`,
    zh: `修复本页全部可安全修复的问题（${count} 处）`,
  }),
  silence: (id: string) => ({
    en: `Disable ${id} for this line (writes a comment above it)`,
    zh: `在上一行加注释，不再报告本行的 ${id}`,
  }),
  silenceFile: (id: string) => ({
    en: `Disable ${id} in this file (writes a comment into it)`,
    zh: `在文件中加注释，不再报告本文件的 ${id}`,
  }),
  addWord: (word: string) => ({ en: `Add “${word}” to the words of the project`, zh: `将“${word}”加入项目的例外词` }),
  turnOff: (id: string) => ({
    en: `Turn ${id} off for the project (in ${CONFIG_NAME})`,
    zh: `在项目中关闭 ${id}（写入 ${CONFIG_NAME}）`,
  }),
  explain: (id: string) => ({ en: `Why this rule? (${id})`, zh: `为什么有这条规则？（${id}）` }),
  explainUnfixed: (id: string) => ({
    en: `No fix here: it would change how the page is read. Why this rule? (${id})`,
    zh: `此处无法修复：会改变页面的结构。为什么有这条规则？（${id}）`,
  }),
};

function fixesOf(page: AnalysedPage, finding: Finding, voice: Voice): CodeAction[] {
  const offered = finding.fixes.filter((fix) => isOffered(page.markdown, fix));
  const actions = offered.map((fix, i) => {
    const title = (fix.title ?? titleOf(page, fix))[voice.language];
    const preferred = i === 0 && safetyIn(page.markdown)(finding);
    const made = action(page, title, CodeActionKind.QuickFix, fix.edits, [diagnosticOf(page, finding, voice)]);
    return preferred ? { ...made, isPreferred: true } : made;
  });
  // Alternatives with the same title: the first harmless one is enough.
  return actions.filter(({ title }, i) => actions.findIndex((other) => other.title === title) === i);
}

/** Describes a fix by its edits, so that all rules use the same words. */
function titleOf({ markdown }: AnalysedPage, { edits }: Fix): Bilingual {
  const removed = edits.map((edit) => markdown.text.slice(edit.from, edit.to)).join('');
  const inserted = edits.map((edit) => edit.insert).join('');
  if (removed === '' && inserted.trim() === '') return texts.addSpace;
  if (removed.trim() === '' && inserted.trim() === '') return inserted ? texts.oneSpace : texts.removeSpace;
  return inserted.trim() ? replaceWith(inserted.trim()) : texts.remove(removed.trim());
}

async function ruleActions(
  page: AnalysedPage,
  finding: Finding,
  voice: Voice,
  support: ActionSupport,
  call: Call,
): Promise<CodeAction[]> {
  const { rule } = finding;
  const { markdown, project } = page;
  const { language } = voice;
  const actions: CodeAction[] = [];
  const diagnostics = [diagnosticOf(page, finding, voice)];
  const offer = (title: string, edits: readonly Edit[] | undefined) => {
    if (edits && edits.length > 0) actions.push(action(page, title, CodeActionKind.QuickFix, edits, diagnostics));
  };
  const offerSetting = (title: string, change: Parameters<typeof settingsEdit>[1]) => {
    const edit = settingsEdit(project, change, support);
    if (edit) actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, edit });
  };

  const same = page.result.findings.filter((other) => other.rule === rule).filter(safetyIn(markdown));
  if (same.length > 1) {
    const title = texts.fixRule(rule.title)[language];
    const data: Later = { uri: page.uri, rule: rule.id };
    if (support.laterEdits) actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, data });
    else offer(title, (await mendedOfRule(page, rule.id, call)).edits);
  }
  const mdx = page.markdown.reading === 'mdx';
  const silencing = silencingEdit(markdown, finding, mdx);
  offer(texts.silence(rule.id)[language], silencing && [silencing]);
  const silencingFile = silencingFileEdit(markdown, finding, mdx);
  offer(texts.silenceFile(rule.id)[language], silencingFile && [silencingFile]);
  // A finding about a comment is not about a word.
  const word = rule.comments ? undefined : wordAt(markdown.text, finding);
  if (word) offerSetting(texts.addWord(word)[language], (text) => addWord(text, word));
  const settling = settlingAction(page, finding, language);
  if (settling) offerSetting(settling.title, settling.change);
  // Where an override has its own mind about the rule, a word for the whole project would not be heard.
  if (!project.config.overrides.some(({ rules }) => rules[rule.id] !== undefined)) {
    offerSetting(texts.turnOff(rule.id)[language], (text) => turnOff(text, rule.id));
  }
  if (support.commands.includes(commands.openRule)) {
    const { fixes } = finding;
    const isUnfixed = fixes.length > 0 && !fixes.some((fix) => isOffered(markdown, fix));
    const title = (isUnfixed ? texts.explainUnfixed : texts.explain)(rule.id)[language];
    const command = { title, command: commands.openRule, arguments: [rule.id] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  return actions;
}

/** What an action holds whose edit is made when it was chosen: on a long page that takes a while for each rule. */
interface Later {
  readonly uri: string;
  /** Undefined for all of them. */
  readonly rule?: string;
}

/** Computes the edit of a chosen action. Leaves the action unchanged if its page is no longer open. */
export async function resolvedAction(
  chosen: CodeAction,
  pageOf: (uri: string) => Promise<AnalysedPage | undefined>,
  support: ActionSupport,
  call: Call,
): Promise<CodeAction> {
  const { uri, rule } = (chosen.data ?? {}) as Partial<Later>;
  const page = uri === undefined ? undefined : await pageOf(uri);
  if (!page || chosen.edit) return chosen;
  const { edits, told } = rule === undefined ? await mendedAll(page, call) : await mendedOfRule(page, rule, call);
  const edit = { changes: { [page.uri]: edits.map((one) => textEditOf(page.lines, one)) } };
  const command = { title: chosen.title, command: commands.tellMended, arguments: [told] };
  return support.commands.includes(commands.tellMended) ? { ...chosen, edit, command } : { ...chosen, edit };
}

/** Edits, and what a person is told of them. */
interface MendedPage {
  readonly edits: readonly Edit[];
  readonly told: Mended;
}

async function mendedAll({ markdown, lint }: AnalysedPage, call: Call): Promise<MendedPage> {
  const { edits, after, count } = await inSteps(fixing(markdown, lint), call);
  return { edits, told: { mended: count, left: listed(lint(after).findings).length } };
}

async function mendedOfRule({ markdown, lint }: AnalysedPage, id: string, call: Call): Promise<MendedPage> {
  const { edits, count } = await inSteps(
    fixing(markdown, lint, ({ rule }) => rule.id === id),
    call,
  );
  return { edits, told: { mended: count } };
}

function action(
  page: AnalysedPage,
  title: string,
  kind: string,
  edits: readonly Edit[],
  diagnostics: CodeAction['diagnostics'],
) {
  const changes = { [page.uri]: edits.map((edit) => textEditOf(page.lines, edit)) };
  return { title, kind, diagnostics, edit: { changes } } satisfies CodeAction;
}

function distinctRules(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, i) => findings.findIndex((other) => other.rule === finding.rule) === i);
}

function offset(page: AnalysedPage, position: { line: number; character: number }): number {
  return page.lines.offset(position.line, position.character);
}
