import type { Markdown } from '../markdown/parse.ts';
import { closestName } from '../text/edit-distance.ts';
import {
  kinds,
  type NameUse,
  type RuleName,
  type Suppression,
  type SuppressionUse,
  suppressionsIn,
} from './comments.ts';
import type { Finding } from './rule.ts';

export interface Suppressed {
  /** The findings that no comment of the page silences, in document order. */
  readonly findings: readonly Finding[];
  readonly comments: readonly SuppressionUse[];
}

/** What is known about the rules that comments name. */
export interface RuleStates {
  readonly ids: ReadonlySet<string>;
  /** Some rules are still waiting, so no comment can be called unneeded yet. */
  readonly isWaiting: boolean;
  /** `waiting`: the rule is on, but silent for now. */
  readonly state: (id: string) => 'active' | 'off' | 'waiting';
}

/** Removes the findings that comments silence. One pass over findings and comments, both in document order. */
export function suppress(markdown: Markdown, findings: readonly Finding[], rules: RuleStates): Suppressed {
  const comments = suppressionsIn(markdown);
  const sorted = [...findings].sort((a, b) => a.from - b.from || a.to - b.to);
  if (comments.length === 0) return { findings: sorted, comments: [] };
  const silencers = createSilencers(markdown.text, comments);
  const left = sorted.filter((finding) => !silencers.silence(finding));
  silencers.finish();
  // The same mistake often occurs many times on a page.
  const known = new Map<string, string | undefined>();
  const meantId = (id: string) => {
    if (!known.has(id)) known.set(id, closestName(id, rules.ids));
    return known.get(id);
  };
  return { findings: left, comments: comments.map((comment) => useOf(comment, silencers.worked, rules, meantId)) };
}

/**
 * The findings that no comment silences by name. For findings about comments, which a comment
 * without names must not silence.
 */
export function suppressNamed(markdown: Markdown, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings;
  const named = suppressionsIn(markdown).filter(({ names }) => names.length > 0);
  const silencers = createSilencers(markdown.text, named);
  return [...findings].sort((a, b) => a.from - b.from || a.to - b.to).filter((finding) => !silencers.silence(finding));
}

/** The part of a comment about one rule, or about every rule (`''`). */
interface Directive {
  readonly comment: Suppression;
  readonly name: RuleName | undefined;
}

const ALL = '';

function directivesOf(comment: Suppression): [id: string, word: Directive][] {
  if (comment.names.length === 0) return [[ALL, { comment, name: undefined }]];
  return comment.names.map((name) => [name.id, { comment, name }]);
}

// Of several directives for the same rule only the first takes effect; the others are then reported as unused.
function addFirst(map: Map<string, Directive>, [id, word]: [string, Directive]): void {
  if (!map.has(id)) map.set(id, word);
}

function createSilencers(text: string, comments: readonly Suppression[]) {
  const worked = new Set<Suppression | RuleName>();
  const file = new Map<string, Directive>();
  const open = new Map<string, Directive>();
  /** Rules that were enabled again while all are disabled. */
  let excepted = new Set<string>();
  const lines: { from: number; to: number; directives: Map<string, Directive> }[] = [];
  for (const comment of comments) {
    if (comment.kind === 'disable-file') for (const entry of directivesOf(comment)) addFirst(file, entry);
    if (comment.kind !== 'disable-next-line') continue;
    const from = nextLine(text, comment.to);
    if (lines.at(-1)?.from !== from) lines.push({ from, to: lineEnd(text, from) + 1, directives: new Map() });
    for (const entry of directivesOf(comment)) addFirst(lines.at(-1)!.directives, entry);
  }

  const credit = (word: Directive | undefined) => {
    if (word) worked.add(word.name ?? word.comment);
    return word !== undefined;
  };
  const disable = (entry: [string, Directive]) => {
    if (entry[0] === ALL && excepted.size > 0) {
      open.delete(ALL);
      excepted = new Set();
    }
    addFirst(open, entry);
  };
  const enable = ([id, word]: [string, Directive]) => {
    if (id === ALL) {
      if (open.size > 0) credit(word);
      open.clear();
      excepted = new Set();
    } else if (open.delete(id)) credit(word);
    else if (open.has(ALL) && !excepted.has(id)) credit(word);
    if (id !== ALL && open.has(ALL)) excepted.add(id);
  };
  let next = 0;
  const advance = (to: number) => {
    for (; next < comments.length && comments[next]!.from <= to; next++) {
      const comment = comments[next]!;
      if (comment.kind === 'disable') for (const entry of directivesOf(comment)) disable(entry);
      else if (comment.kind === 'enable') for (const entry of directivesOf(comment)) enable(entry);
    }
  };
  let line = 0;
  return {
    worked,
    finish: () => advance(text.length),
    /** Call in document order. */
    silence({ from, rule: { id } }: Finding): boolean {
      advance(from);
      while (line < lines.length && lines[line]!.to <= from) line++;
      const here = lines[line] && lines[line]!.from <= from ? lines[line]!.directives : undefined;
      const all = excepted.has(id) ? undefined : open.get(ALL);
      // Every directive that would have sufficed alone counts as used.
      const words = [file.get(ALL), file.get(id), all, open.get(id), here?.get(ALL), here?.get(id)];
      return words.map(credit).includes(true);
    },
  };
}

function useOf(
  comment: Suppression,
  worked: ReadonlySet<unknown>,
  { ids, isWaiting, state }: RuleStates,
  meantId: (id: string) => string | undefined,
): SuppressionUse {
  const isKnown = kinds.some((kind) => kind === comment.kind);
  const names = comment.names.map((name) => {
    const use = useOfName(name);
    return { ...name, use, meant: use === 'unknown' ? meantId(name.id) : undefined };
  });
  return {
    comment,
    used: worked.has(comment) || isWaiting,
    names,
    isKnown,
    meant: isKnown ? undefined : meantKind(comment.kind),
  };

  function useOfName(name: RuleName): NameUse {
    if (!ids.has(name.id)) return 'unknown';
    if (worked.has(name)) return 'used';
    const now = state(name.id);
    if (now === 'off') return 'off';
    return now === 'waiting' || isWaiting ? 'used' : 'unused';
  }
}

// Other tools have `disable-line`. Who writes it does not mean the whole file.
function meantKind(kind: string): string | undefined {
  return kind.endsWith('-line') ? 'disable-next-line' : closestName(kind, kinds);
}

// Formatters leave a blank line between a comment and its block.
function nextLine(text: string, from: number): number {
  const next = lineEnd(text, from) + 1;
  const blank = /[ \t>]{0,200}\r?\n/y;
  blank.lastIndex = next;
  return next + (blank.exec(text)?.[0].length ?? 0);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
