import type { Origin, Region, Rendering, Term, WordingStatus } from '../../term.ts';
import {
  caseCell,
  forbiddenCell,
  isNo,
  isYes,
  partOfSpeech,
  rejectedInNote,
  type SourceCell,
  sourceCell,
  statusCell,
  targetCell,
  withoutRepeats,
} from './cell.ts';
import { bare, hasHan, isBlank, splitAt } from './cell-text.ts';
import { type Literal, literalPatterns, withoutPatterns } from './literal-pattern.ts';

/** The fields of a row, as written. */
export interface Entry {
  readonly en: string;
  readonly zh: string;
  readonly note?: string | undefined;
  readonly status?: string | undefined;
  readonly forbidden?: string | undefined;
  readonly deprecated?: string | undefined;
  readonly admitted?: string | undefined;
  readonly pos?: string | undefined;
  readonly case?: string | undefined;
  readonly keep?: string | undefined;
  readonly translatable?: string | undefined;
  readonly domain?: string | undefined;
  readonly ref?: string | undefined;
  readonly id?: string | undefined;
  readonly anchor?: string | undefined;
  readonly basis?: string | undefined;
  readonly region?: Region | undefined;
}

/** The terms of a row: usually one; one per name when `包装/解包` answers `wrap/unwrap`. */
export function termsOf(entry: Entry, origin: Origin): Term[] {
  const source = sourceOf(entry);
  const target = targetCell(isBlank(entry.zh) ? '' : entry.zh);
  const status = statusCell(entry.status ?? '');
  const same = isSame(source.names, target.renderings);
  const doNotTranslate =
    status === 'doNotTranslate' ||
    keepsEnglish(entry) ||
    source.doNotTranslate ||
    target.doNotTranslate ||
    (same && !target.orSource);
  const details = detailsOf(entry, source, target);
  const build = (names: readonly string[], renderings: readonly Rendering[]): Term => ({
    source: names,
    renderings,
    doNotTranslate,
    ...(target.keptWhere && !doNotTranslate && { keptWhere: target.keptWhere }),
    ...details,
    origin,
  });

  const asWritten = isInvariant(entry);
  const rejected = target.renderings.filter((rendering) => rendering.status === 'forbidden');
  const approved = same || asWritten ? [] : target.renderings.filter((rendering) => rendering.status !== 'forbidden');
  if (isYes(entry.forbidden ?? '')) {
    return [
      build(
        source.names,
        [...approved, ...rejected].map(({ text }) => ({ text, status: 'forbidden' })),
      ),
    ];
  }
  const admitted = wordings(entry.admitted, 'admitted');
  rejected.unshift(...wordings(entry.deprecated, 'deprecated'));
  rejected.push(...wordings(entry.forbidden, 'forbidden'));
  for (const text of rejectedInNote(bare(entry.note ?? ''))) rejected.push({ text, status: 'forbidden' });

  const pairs = zipped(source, approved, target.slashed);
  if (pairs) {
    return pairs.map(([name, text]) => build([name], withoutRepeats([{ text, status: 'preferred' }, ...rejected])));
  }
  const renderings = [...approved.map((rendering) => withStatus(rendering, status)), ...admitted];
  if (target.orSource && !doNotTranslate) {
    for (const name of source.names) renderings.push({ text: name, status: 'admitted' });
  }
  return [build(source.names, withoutRepeats([...renderings, ...rejected]))];
}

/** Whether a cell other than the Chinese one says that the English stays. */
export function keepsEnglish(entry: Entry): boolean {
  return isYes(entry.keep ?? '') || isNo(entry.translatable ?? '') || isInvariant(entry);
}

/** `K` alone: the words of the anchor stay as they are. */
function isInvariant({ anchor, basis }: Entry): boolean {
  return anchor !== undefined && basis?.trim() === 'K';
}

function detailsOf(entry: Entry, source: Source, target: ReturnType<typeof targetCell>): Partial<Term> {
  const note = [source.note, target.note, bare(entry.note ?? '')].filter(Boolean).join('；');
  const pos = partOfSpeech(entry.pos ?? '') ?? (entry.pos?.trim() || undefined) ?? source.pos ?? target.pos;
  const refs = isBlank(entry.ref ?? '') ? [] : splitAt(entry.ref!, /[;；\n]|\s(?=https?:)/);
  const domain = isBlank(entry.domain ?? '') ? '' : bare(entry.domain!);
  const id = isBlank(entry.id ?? '') ? '' : bare(entry.id!);
  const mode = isInvariant(entry) ? 'yes' : caseCell(entry.case ?? '');
  const coined = entry.anchor !== undefined && /^C\b/.test(entry.basis?.trim() ?? '');
  return {
    ...(id && { id }),
    ...(pos && { pos }),
    ...(mode && { case: mode }),
    ...(source.anchored && !isInvariant(entry) && { match: 'prefix' }),
    ...(source.except.length > 0 && { except: source.except }),
    ...(domain && { domain }),
    ...(entry.region && { region: entry.region }),
    ...((target.firstUse || coined) && { firstUse: 'zh（en）' }),
    ...(refs.length > 0 && { refs }),
    ...(note && { note }),
  };
}

interface Source extends SourceCell {
  readonly anchored: boolean;
  readonly except: readonly string[];
}

/** The names to find the term by: its anchors (words or prefixes) if the row has any, else its English names. */
function sourceOf({ en, anchor }: Entry): Source {
  const cell = sourceCell(en);
  if (anchor === undefined || anchor.trim() === '') return { ...cell, anchored: false, except: [] };
  if (isBlank(anchor)) return { ...cell, names: [], slashed: false, anchored: false, except: [] };
  const { literals } = literalPatterns(anchor);
  const words = [...splitAt(withoutPatterns(anchor), /[、，,;；]/), ...literals.map(({ text }) => text)];
  const except = literals.flatMap((literal) => literal.except);
  return { ...cell, names: words.length > 0 ? words : cell.names, slashed: false, anchored: words.length > 0, except };
}

/** Pairs `wrap/unwrap` with `包装/解包`, and `scale in/out` with `横向缩容/扩容`, where both sides share their start. */
function zipped(
  { names, slashed }: Source,
  approved: readonly Rendering[],
  targetSlashed: boolean,
): [string, string][] | undefined {
  if (!targetSlashed) return undefined;
  const texts = approved.map(({ text }) => text);
  if (slashed && names.length === texts.length) return names.map((name, index) => [name, texts[index]!]);
  const [, start, first, second] = /^([A-Za-z][A-Za-z -]*[ -])([a-z]+)\/([a-z]+)$/.exec(names[0] ?? '') ?? [];
  const [a = '', b = ''] = texts;
  if (names.length !== 1 || texts.length !== 2 || start === undefined || b.length > a.length) return undefined;
  return [
    [start + first!, a],
    [start + second!, a.slice(0, a.length - b.length) + b],
  ];
}

function isSame(names: readonly string[], renderings: readonly Rendering[]): boolean {
  const [only] = renderings;
  if (!only || renderings.length > 1 || hasHan(only.text)) return false;
  return names.some((name) => name.toLowerCase() === only.text.toLowerCase());
}

/** The wordings of a column for one status. */
function wordings(cell: string | undefined, status: WordingStatus): Rendering[] {
  if (cell === undefined || isNo(cell)) return [];
  return [
    ...forbiddenCell(cell).map((text): Rendering => ({ text, status })),
    ...literalPatterns(cell).literals.map((literal) => renderingOf(literal, status)),
  ];
}

function renderingOf({ text, except }: Literal, status: WordingStatus): Rendering {
  return { text, status, ...(except.length > 0 && { except }) };
}

function withStatus(rendering: Rendering, status: ReturnType<typeof statusCell>): Rendering {
  if (status === undefined || status === 'doNotTranslate' || status === 'preferred') return rendering;
  return { text: rendering.text, status };
}
