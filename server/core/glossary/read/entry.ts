import type { Origin, Rendering, Term } from '../term.ts';
import { forbiddenCell, partOfSpeech, sourceCell, statusCell, targetCell, withoutRepeats } from './cell.ts';
import { bare, hasHan, isBlank } from './cell-text.ts';

/** The fields of one row as they are written. */
export interface Entry {
  readonly en: string;
  readonly zh: string;
  readonly note?: string;
  readonly status?: string;
  readonly forbidden?: string;
  readonly pos?: string;
}

/** The terms of one row: one, or one for each name where `wrap/unwrap` is answered by `包装/解包`. */
export function termsOf(entry: Entry, origin: Origin): Term[] {
  const source = sourceCell(entry.en);
  const target = targetCell(isBlank(entry.zh) ? '' : entry.zh);
  const status = statusCell(entry.status ?? '');
  const same = isSame(source.names, target.renderings);
  const doNotTranslate =
    status === 'doNotTranslate' || source.doNotTranslate || target.doNotTranslate || (same && !target.orSource);
  const note = [source.note, target.note, bare(entry.note ?? '')].filter(Boolean).join('；') || undefined;
  const pos = partOfSpeech(entry.pos ?? '') ?? (entry.pos?.trim() || undefined) ?? source.pos ?? target.pos;
  const build = (names: readonly string[], renderings: readonly Rendering[]): Term => ({
    source: names,
    renderings,
    doNotTranslate,
    ...(pos && { pos }),
    ...(note && { note }),
    origin,
  });

  const rejected = target.renderings.filter((rendering) => rendering.status === 'forbidden');
  const approved = same ? [] : target.renderings.filter((rendering) => rendering.status !== 'forbidden');
  if (/^(?:true|yes|1|是)$/i.test(entry.forbidden?.trim() ?? '')) {
    return [
      build(
        source.names,
        [...approved, ...rejected].map(({ text }) => ({ text, status: 'forbidden' })),
      ),
    ];
  }
  for (const text of forbiddenWords(entry)) rejected.push({ text, status: 'forbidden' });

  if (source.slashed && target.slashed && source.names.length === approved.length) {
    return source.names.map((name, index) =>
      build([name], withoutRepeats([{ text: approved[index]!.text, status: 'preferred' }, ...rejected])),
    );
  }
  const renderings = approved.map((rendering) => withStatus(rendering, status));
  if (target.orSource && !doNotTranslate) {
    for (const name of source.names) renderings.push({ text: name, status: 'admitted' });
  }
  return [build(source.names, withoutRepeats([...renderings, ...rejected]))];
}

function isSame(names: readonly string[], renderings: readonly Rendering[]): boolean {
  const [only] = renderings;
  if (!only || renderings.length > 1 || hasHan(only.text)) return false;
  return names.some((name) => name.toLowerCase() === only.text.toLowerCase());
}

function forbiddenWords(entry: Entry): string[] {
  const words = forbiddenCell(entry.forbidden ?? '');
  return words.filter((word) => !/^(?:false|no|0|否)$/i.test(word));
}

function withStatus(rendering: Rendering, status: ReturnType<typeof statusCell>): Rendering {
  if (status === undefined || status === 'doNotTranslate' || status === 'preferred') return rendering;
  return { text: rendering.text, status };
}
