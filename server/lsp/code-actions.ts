import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { fixAll, isHarmless, isSafe } from '../core/lint/fix.ts';
import type { Finding, Fix } from '../core/lint/rule.ts';
import { silencingEdit } from '../core/lint/silence.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { changesBetween } from '../core/text/changes.ts';
import type { Edit } from '../core/text/span.ts';
import { diagnosticOf, type Language, textEditOf } from './convert.ts';
import type { Page } from './pages.ts';
import { commands } from './protocol.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.yijiao`;

/** Everything offered for a range, from the findings of the page as it is now; what the client echoes is not asked. */
export function codeActions(
  page: Page,
  params: CodeActionParams,
  language: Language,
  known: readonly string[],
): CodeAction[] {
  const wants = (kind: string) =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const from = offset(page, params.range.start);
    const to = offset(page, params.range.end);
    const here = page.result.findings
      .filter((finding) => finding.from <= to && from <= finding.to)
      .slice(0, MAX_FINDINGS);
    for (const finding of here) actions.push(...fixesOf(page, finding, language));
    for (const finding of distinctRules(here)) actions.push(...ruleActions(page, finding, language, known));
  }
  // Only when asked for, on save or from the palette: the lightbulb's list is short enough without it.
  if (params.context.only && wants(FIX_ALL)) {
    const edits = changesBetween(page.markdown.text, fixAll(page.markdown, page.project.lint).text);
    if (edits.length > 0) actions.push(action(page, titles.fixAll[language], FIX_ALL, edits, []));
  }
  return actions;
}

const MAX_FINDINGS = 8;

const titles = {
  insertSpace: { en: 'Insert a space', zh: '插入空格' },
  removeSpace: { en: 'Remove the space', zh: '删除空格' },
  oneSpace: { en: 'Leave one space', zh: '只留一个空格' },
  replace: { en: 'Replace with “{inserted}”', zh: '改为“{inserted}”' },
  remove: { en: 'Remove “{removed}”', zh: '删除“{removed}”' },
  fixAll: { en: 'Fix everything that is safe to fix', zh: '修复所有可安全修复的问题' },
  fixRule: { en: 'Fix all “{title}” in this file', zh: '修复本文件中所有“{title}”' },
  silence: { en: 'Disable {id} for the next line', zh: '在下一行停用 {id}' },
  explain: { en: 'Why this rule? ({id})', zh: '为什么有这条规则？（{id}）' },
};

function fixesOf(page: Page, finding: Finding, language: Language): CodeAction[] {
  const harmless = finding.fixes.filter((fix) => fix.changesMarkup || isHarmless(page.markdown, fix.edits));
  return harmless.map((fix, i) => {
    const title = (fix.title ?? titleOf(page, fix))[language];
    const preferred = i === 0 && isSafe(finding);
    const made = action(page, title, CodeActionKind.QuickFix, fix.edits, [diagnosticOf(page.lines, finding, language)]);
    return preferred ? { ...made, isPreferred: true } : made;
  });
}

/** What a fix does, in words: told by its edits, so that every rule says it alike. */
function titleOf({ markdown }: Page, { edits }: Fix): Bilingual {
  const removed = edits.map((edit) => markdown.text.slice(edit.from, edit.to)).join('');
  const inserted = edits.map((edit) => edit.insert).join('');
  if (removed === '' && inserted.trim() === '') return titles.insertSpace;
  if (removed.trim() === '' && inserted.trim() === '') return inserted ? titles.oneSpace : titles.removeSpace;
  const fill = (text: string) => text.replace('{removed}', removed.trim()).replace('{inserted}', inserted.trim());
  const { en, zh } = inserted.trim() ? titles.replace : titles.remove;
  return { en: fill(en), zh: fill(zh) };
}

function ruleActions(page: Page, finding: Finding, language: Language, known: readonly string[]): CodeAction[] {
  const { rule } = finding;
  const actions: CodeAction[] = [];
  const diagnostics = [diagnosticOf(page.lines, finding, language)];
  const same = page.result.findings.filter((other) => other.rule === rule && isSafe(other));
  if (same.length > 1) {
    const fixed = fixAll(page.markdown, page.project.lint, (other) => other.rule === rule);
    const title = titles.fixRule[language].replace('{title}', rule.title[language]);
    const edits = changesBetween(page.markdown.text, fixed.text);
    if (edits.length > 0) actions.push(action(page, title, CodeActionKind.QuickFix, edits, diagnostics));
  }
  const edit = silencingEdit(page.markdown, finding, page.uri.toLowerCase().endsWith('.mdx'));
  if (edit) {
    const title = titles.silence[language].replace('{id}', rule.id);
    actions.push(action(page, title, CodeActionKind.QuickFix, [edit], diagnostics));
  }
  if (known.includes(commands.openRule)) {
    const title = titles.explain[language].replace('{id}', rule.id);
    const command = { title, command: commands.openRule, arguments: [rule.id] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  return actions;
}

function action(
  page: Page,
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

function offset(page: Page, position: { line: number; character: number }): number {
  return page.lines.offset(position.line, position.character);
}
