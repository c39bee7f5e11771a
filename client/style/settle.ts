import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ProfileInfo,
  type StylePointInfo,
  type StyleResult,
  type StyleValueInfo,
  styleRequest,
} from '../../server/lsp/protocol.ts';
import { tellWritten, writeSettings } from './write-settings.ts';

/** What a command is about, as far as that is known; a person chooses the rest. */
export interface Settling {
  readonly uri: string;
  readonly point?: string | undefined;
  readonly value?: string | undefined;
}

/** “Settle…”: a point of style gets the value that a person chooses. */
export async function settlePoint(client: BaseLanguageClient, { uri, point: id, value }: Settling): Promise<void> {
  const style = await askStyle(client, uri);
  const point = style.points.find((one) => one.id === id) ?? (await pickPoint(style));
  if (!point) return;
  const chosen = point.values.find((one) => one.value === value) ?? (await pickValue(point));
  if (chosen === undefined) return;
  const written = await writeSettings(client, { uri, point: point.id, value: chosen?.value ?? null });
  if (!written) return;
  const what = chosen
    ? vscode.l10n.t('{0}: {1}.', point.title, chosen.shown)
    : vscode.l10n.t('{0}: left to the pages.', point.title);
  await tellWritten(what, written);
}

/** “Choose Profile…”: what a team has agreed on, beside what the pages show. */
export async function chooseProfile(client: BaseLanguageClient, uri: string): Promise<void> {
  const style = await askStyle(client, uri);
  const profile = await pickProfile(style);
  if (profile === undefined) return;
  const written = await writeSettings(client, { uri, profile: profile?.name ?? null });
  if (!written) return;
  await tellWritten(profile ? vscode.l10n.t('Profile: {0}.', profile.name) : vscode.l10n.t('No profile.'), written);
}

/** “Write .yijiao.jsonc”: what the pages show, as “yijiao init” writes it. It is shown, to be looked at and saved. */
export async function writeFirst(client: BaseLanguageClient, uri: string): Promise<void> {
  await askStyle(client, uri);
  const written = await writeSettings(client, { uri, first: true });
  if (written) await vscode.window.showTextDocument(written, { preview: false });
}

function askStyle(client: BaseLanguageClient, uri: string): Thenable<StyleResult> {
  const title = vscode.l10n.t('Looking at how the pages write');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    client.sendRequest<StyleResult>(styleRequest, { uri }),
  );
}

async function pickPoint({ points }: StyleResult): Promise<StylePointInfo | undefined> {
  const items = points.map((point) => ({ label: point.title, description: point.shown, detail: point.told, point }));
  const title = vscode.l10n.t('Which point of style?');
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.point;
}

/** Null leaves the point to the pages. */
async function pickValue(point: StylePointInfo): Promise<StyleValueInfo | null | undefined> {
  const items = point.values.map((value) => {
    const asking =
      value.profiles.length > 0 ? vscode.l10n.t('Profiles that ask for it: {0}', value.profiles.join(', ')) : '';
    const facts = [
      value.count === undefined ? '' : vscode.l10n.t('{0} of {1}', value.count, point.total),
      value.value === point.value ? vscode.l10n.t('in force') : '',
    ];
    return {
      label: value.meaning,
      description: facts.filter(Boolean).join(' · '),
      ...(asking ? { detail: asking } : {}),
      value: value as StyleValueInfo | null,
    };
  });
  const leave = {
    label: vscode.l10n.t('Leave it to the pages'),
    description: vscode.l10n.t('takes the point out of the settings'),
    value: null,
  };
  const chosen = await vscode.window.showQuickPick(point.origin === 'settings' ? [...items, leave] : items, {
    title: point.title,
    placeHolder: point.told,
  });
  return chosen?.value;
}

/** Null takes the profile out. */
async function pickProfile({ profiles, profile: now }: StyleResult): Promise<ProfileInfo | null | undefined> {
  const fitting = [...profiles].sort((a, b) => scoreOf(b) - scoreOf(a));
  const items = fitting.map((profile) => ({
    label: profile.name,
    description: [profile.team, profile.name === now ? vscode.l10n.t('in force') : ''].filter(Boolean).join(' · '),
    detail: besideThePages(profile),
    profile: profile as ProfileInfo | null,
  }));
  const none = { label: vscode.l10n.t('No profile'), description: '', detail: '', profile: null };
  const chosen = await vscode.window.showQuickPick(now ? [...items, none] : items, {
    title: vscode.l10n.t('Choose Profile'),
    placeHolder: vscode.l10n.t(
      'Points that are settled one by one go before the profile; what it leaves open is found in the pages.',
    ),
    matchOnDescription: true,
  });
  return chosen?.profile;
}

function scoreOf({ agrees, differs }: ProfileInfo): number {
  return agrees - differs.length;
}

function besideThePages({ points, agrees, differs }: ProfileInfo): string {
  const head = vscode.l10n.t('{0} points; the pages agree on {1}', points, agrees);
  return differs.length === 0
    ? head
    : `${head}, ${vscode.l10n.t('differ on {0}: {1}', differs.length, differs.join(', '))}`;
}
