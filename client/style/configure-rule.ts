import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  commands,
  type OptionValue,
  type RuleInfo,
  type RuleOptionInfo,
  type RulesResult,
  rulesRequest,
} from '../../server/lsp/protocol.ts';
import { tellWritten, writeSettings } from './write-settings.ts';

/** “Configure Rule…”: its level and its options, without writing JSON. */
export async function configureRule(client: BaseLanguageClient, uri: string, id?: string): Promise<void> {
  const result = await client.sendRequest<RulesResult>(rulesRequest, { uri });
  const rule = result.rules.find((one) => one.id === id) ?? (await pickRule(result.rules));
  const act = rule && (await pickChange(client, uri, rule, result.levels));
  await act?.();
}

async function pickRule(rules: readonly RuleInfo[]): Promise<RuleInfo | undefined> {
  const groups = [...new Set(rules.map(({ group }) => group))];
  const items = groups.flatMap((group) => [
    { label: group, kind: vscode.QuickPickItemKind.Separator, rule: undefined },
    ...rules
      .filter((rule) => rule.group === group)
      .map((rule) => ({
        label: rule.title,
        description: [rule.id, rule.level, rule.isSet ? vscode.l10n.t('set by the project') : '']
          .filter(Boolean)
          .join(' · '),
        rule,
      })),
  ]);
  const title = vscode.l10n.t('Configure Rule');
  const placeHolder = vscode.l10n.t('Which rule?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.rule;
}

type Act = () => Promise<void>;

async function pickChange(
  client: BaseLanguageClient,
  uri: string,
  rule: RuleInfo,
  levels: RulesResult['levels'],
): Promise<Act | undefined> {
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, act: undefined });
  const setLevel = (level: string | null) => async () => {
    const written = await writeSettings(client, { uri, rule: rule.id, level });
    if (written) await tellWritten(vscode.l10n.t('{0}: {1}.', rule.title, level ?? rule.defaultLevel), written);
  };
  const items = [
    separator(vscode.l10n.t('Level')),
    ...levels.map(({ level, meaning }) => ({
      label: level,
      description: level === rule.level ? vscode.l10n.t('in force') : '',
      detail: meaning,
      act: setLevel(level),
    })),
    ...(rule.isSet
      ? [
          {
            label: vscode.l10n.t('Default'),
            description: rule.defaultLevel,
            detail: vscode.l10n.t('Takes the rule and its options out of the settings.'),
            act: setLevel(null),
          },
        ]
      : []),
    ...(rule.options.length > 0 ? [separator(vscode.l10n.t('Options'))] : []),
    ...rule.options.map((option) => ({
      label: option.name,
      description: wordsOf(option.value),
      detail: option.help,
      act: async () => setOption(client, uri, rule, option),
    })),
    separator(''),
    {
      label: vscode.l10n.t('Why is there this rule?'),
      act: async () => void (await vscode.commands.executeCommand(commands.openRule, rule.id)),
    },
  ];
  const overridden = vscode.l10n.t('Overrides in the settings say otherwise for some pages.');
  const chosen = await vscode.window.showQuickPick(items, {
    title: `${rule.title} (${rule.id})`,
    placeHolder: rule.isOverridden ? overridden : vscode.l10n.t('Choose a level or an option'),
  });
  return chosen?.act;
}

async function setOption(
  client: BaseLanguageClient,
  uri: string,
  rule: RuleInfo,
  option: RuleOptionInfo,
): Promise<void> {
  const value = await askValue(rule, option);
  if (value === undefined) return;
  const written = await writeSettings(client, { uri, rule: rule.id, option: option.name, value });
  if (written) await tellWritten(vscode.l10n.t('{0}: {1} is {2}.', rule.title, option.name, wordsOf(value)), written);
}

async function askValue(
  rule: RuleInfo,
  { name, help, value, defaultValue }: RuleOptionInfo,
): Promise<OptionValue | undefined> {
  const title = `${rule.title}: ${name}`;
  if (typeof defaultValue === 'boolean') {
    const chosen = await vscode.window.showQuickPick(['true', 'false'], { title, placeHolder: help });
    return chosen === undefined ? undefined : chosen === 'true';
  }
  const isNumber = typeof defaultValue === 'number';
  const isList = typeof defaultValue === 'object';
  const text = await vscode.window.showInputBox({
    title,
    value: wordsOf(value),
    prompt: isList ? `${help} ${vscode.l10n.t('Several are divided by commas.')}` : help,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      isNumber && !/^\s*\d+\s*$/.test(typed) ? vscode.l10n.t('This is no number.') : undefined,
  });
  if (text === undefined) return undefined;
  if (isNumber) return Number(text);
  return isList
    ? text
        .split(/[,，、]/)
        .map((part) => part.trim())
        .filter(Boolean)
    : text;
}

function wordsOf(value: OptionValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}
