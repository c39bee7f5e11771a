import * as vscode from 'vscode';
import {
  commands,
  type StyleExampleInfo,
  type StyleOrigin,
  type StylePointInfo,
  type StyleResult,
  type StyleValueInfo,
} from '../../server/lsp/protocol.ts';

/** The style of one project. `uri` names a page of it, or one that could be. */
export interface StyleNode {
  readonly kind: 'style';
  readonly uri: string;
  readonly style: StyleResult;
}

interface GroupNode {
  readonly kind: 'group';
  readonly group: Group;
  readonly of: StyleNode;
  readonly points: readonly StylePointInfo[];
}

export interface PointNode {
  readonly kind: 'point';
  readonly of: StyleNode;
  readonly point: StylePointInfo;
}

export interface ValueNode {
  readonly kind: 'value';
  readonly of: StyleNode;
  readonly point: StylePointInfo;
  readonly value: StyleValueInfo;
}

export interface RuleNode {
  readonly kind: 'rule';
  readonly of: StyleNode;
  readonly point: StylePointInfo;
  readonly rule: StylePointInfo['rules'][number];
}

interface ExampleNode {
  readonly kind: 'example';
  readonly example: StyleExampleInfo;
}

/** Something to be read. */
interface NoteNode {
  readonly kind: 'note';
  readonly id: string;
  readonly text: string;
  readonly icon: string;
}

export type Node = StyleNode | GroupNode | PointNode | ValueNode | RuleNode | ExampleNode | NoteNode;

type Group = 'divided' | 'pages' | 'settled' | 'few';

/** What wants a decision comes first. */
const groups: readonly Group[] = ['divided', 'pages', 'settled', 'few'];

const groupOf: Readonly<Record<StyleOrigin, Group>> = {
  divided: 'divided',
  pages: 'pages',
  settings: 'settled',
  editor: 'settled',
  profile: 'settled',
  default: 'few',
  undecided: 'few',
};

const icons: Readonly<Record<StyleOrigin, string>> = {
  divided: 'split-horizontal',
  pages: 'book',
  settings: 'lock',
  editor: 'settings-gear',
  profile: 'organization',
  default: 'circle-outline',
  undecided: 'question',
};

export function groupsOf(of: StyleNode): GroupNode[] {
  return groups.flatMap((group) => {
    const points = of.style.points.filter(({ origin }) => groupOf[origin] === group);
    return points.length > 0 ? [{ kind: 'group', group, of, points }] : [];
  });
}

/** The children that are there without asking. */
export function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'style':
      return groupsOf(node);
    case 'group':
      return node.points.map((point) => ({ kind: 'point', of: node.of, point }));
    case 'point': {
      const { of, point } = node;
      const shown = point.values.filter(({ value, count }) => count !== undefined || value === point.value);
      const values = point.origin === 'divided' || point.origin === 'undecided' ? shown.filter(isShown) : shown;
      return [
        ...(point.wakes ? [note(node, 'wakes', point.wakes, 'bell-slash')] : []),
        ...values.map((value): ValueNode => ({ kind: 'value', of, point, value })),
        ...point.overrides.map(({ files, shown }, i) => note(node, `${i}`, `${files}: ${shown}`, 'file')),
        ...point.rules.map((rule): RuleNode => ({ kind: 'rule', of, point, rule })),
      ];
    }
    default:
      return [];
  }
}

// That either is left alone is said already.
function isShown({ count }: StyleValueInfo): boolean {
  return count !== undefined;
}

function note({ of, point }: PointNode, name: string, text: string, icon: string): NoteNode {
  return { kind: 'note', id: `${of.style.root}#${point.id}!${name}`, text, icon };
}

export function examplesOf({ of, point, value }: ValueNode, examples: readonly StyleExampleInfo[]): Node[] {
  if (examples.length > 0) return examples.map((example) => ({ kind: 'example', example }));
  const text = vscode.l10n.t('The pages have changed. Look at them again.');
  return [{ kind: 'note', id: `${of.style.root}#${point.id}=${value.value}!`, text, icon: 'info' }];
}

export function itemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'style':
      return styleItem(node);
    case 'group':
      return groupItem(node);
    case 'point':
      return pointItem(node);
    case 'value':
      return valueItem(node);
    case 'rule':
      return ruleItem(node);
    case 'example':
      return exampleItem(node);
    case 'note': {
      const item = new vscode.TreeItem(node.text);
      item.id = node.id;
      item.iconPath = new vscode.ThemeIcon(node.icon);
      item.tooltip = node.text;
      return item;
    }
  }
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function styleItem({ style }: StyleNode): vscode.TreeItem {
  const name = vscode.Uri.parse(style.root).path.split('/').at(-1)!;
  const item = new vscode.TreeItem(name, Expanded);
  item.id = style.root;
  item.iconPath = new vscode.ThemeIcon('root-folder');
  item.description = [pagesOf(style), style.profile].filter(Boolean).join(' · ');
  item.tooltip = messageOf(style);
  item.contextValue = 'style';
  item.accessibilityInformation = { label: `${name}: ${messageOf(style)}` };
  return item;
}

function groupItem({ group, of, points }: GroupNode): vscode.TreeItem {
  const name = nameOf(group);
  const item = new vscode.TreeItem(name, group === 'few' ? Collapsed : Expanded);
  item.id = `${of.style.root}/${group}`;
  item.description = String(points.length);
  item.accessibilityInformation = { label: `${name}: ${points.length}` };
  return item;
}

function nameOf(group: Group): string {
  switch (group) {
    case 'divided':
      return vscode.l10n.t('Divided: rules are silent');
    case 'pages':
      return vscode.l10n.t('As the pages have it');
    case 'settled':
      return vscode.l10n.t('Settled');
    case 'few':
      return vscode.l10n.t('Too few places to tell');
  }
}

function pointItem({ of, point }: PointNode): vscode.TreeItem {
  const { id, name, title, shown, told, origin } = point;
  const item = new vscode.TreeItem(name, Collapsed);
  item.id = `${of.style.root}/${groupOf[origin]}#${id}`;
  item.description = shown;
  item.iconPath = new vscode.ThemeIcon(icons[origin]);
  item.tooltip = `${title}\n${told}`;
  item.contextValue = 'point';
  item.accessibilityInformation = { label: `${title}: ${shown}. ${told}` };
  return item;
}

function valueItem({ of, point, value }: ValueNode): vscode.TreeItem {
  const { count = 0, shown, meaning, profiles } = value;
  const item = new vscode.TreeItem(shown, count > 0 ? Collapsed : None);
  const isInForce = value.value === point.value;
  const details = [
    value.count === undefined ? undefined : vscode.l10n.t('{0} of {1}', count, point.total),
    isInForce ? vscode.l10n.t('in force') : undefined,
  ].filter(Boolean);
  item.id = `${of.style.root}#${point.id}=${value.value}`;
  item.description = details.join(' · ');
  item.iconPath = new vscode.ThemeIcon(isInForce ? 'pass-filled' : 'circle-outline');
  const asking = profiles.length > 0 ? vscode.l10n.t('Profiles that ask for it: {0}', profiles.join(', ')) : undefined;
  item.tooltip = [meaning, asking].filter(Boolean).join('\n');
  item.contextValue = 'value';
  item.accessibilityInformation = { label: [meaning, ...details].join(', ') };
  return item;
}

function ruleItem({ of, point, rule }: RuleNode): vscode.TreeItem {
  // Shorter than its title, so that what follows is seen.
  const item = new vscode.TreeItem(rule.id);
  const state = rule.silent ?? rule.level;
  item.id = `${of.style.root}#${point.id}@${rule.id}`;
  item.description = state;
  item.iconPath = new vscode.ThemeIcon(rule.silent ? 'bell-slash' : 'bell');
  item.tooltip = `${rule.title}\n${state}`;
  item.contextValue = 'rule';
  item.accessibilityInformation = { label: vscode.l10n.t('Rule {0}: {1}', rule.title, state) };
  item.command = { title: vscode.l10n.t('Open'), command: commands.openRule, arguments: [rule.id] };
  return item;
}

function exampleItem({ example }: ExampleNode): vscode.TreeItem {
  const { excerpt, from, to, range } = example;
  const uri = vscode.Uri.parse(example.uri);
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  const item = new vscode.TreeItem({ label: excerpt, highlights: [[from, to]] });
  const place = `${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`;
  item.description = place;
  item.tooltip = `${place}\n${excerpt}`;
  item.accessibilityInformation = { label: `${excerpt}, ${place}` };
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [uri, { selection, preview: true }],
  };
  return item;
}

function pagesOf({ pages }: StyleResult): string {
  return pages === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', pages);
}

/** What stands above the points: how much they rest on. */
export function messageOf(style: StyleResult): string {
  const { pages, isEnough, profile } = style;
  if (pages === 0) {
    return vscode.l10n.t('No Chinese page was found, so the defaults hold. Settle points, or choose a profile.');
  }
  const named = profile ? ` ${vscode.l10n.t('Profile: {0}.', profile)}` : '';
  if (isEnough) return vscode.l10n.t('{0} Chinese pages were looked at.', pages) + named;
  const few =
    pages === 1
      ? vscode.l10n.t(
          'Only 1 Chinese page was found: the project may write otherwise. Settle points, or choose a profile.',
        )
      : vscode.l10n.t(
          'Only {0} Chinese pages were found, with little to go by: the project may write otherwise. Settle points, or choose a profile.',
          pages,
        );
  return few + named;
}
