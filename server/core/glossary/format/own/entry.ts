import { Validator } from '@cfworker/json-schema';
import type { Bilingual } from '../../../text/bilingual.ts';
import { mustBeOneOf } from '../../../text/shared-texts.ts';
import type { Condition, FirstUse, Origin, Rendering, Term, WordingStatus } from '../../term.ts';
import { statuses } from '../../term.ts';
import { faults as messages } from '../faults.ts';
import { entrySchema, type FileEntry, type FileRenderings, type FileSense, fields, type Words } from './schema.ts';

/** The terms of a valid entry, one per sense. */
export function termsOf(entry: FileEntry & FileSense, origin: Origin): Term[] {
  const { source, id, senses, ...shared } = entry;
  const names = list(source);
  return (senses ?? [{}]).map((sense) => termOf(names, id, { ...shared, ...sense }, origin));
}

function termOf(source: readonly string[], id: string | undefined, sense: FileSense, origin: Origin): Term {
  const { target, admitted, deprecated, forbidden, doNotTranslate, except, when, firstUse, refs, note, ...plain } =
    sense;
  const groups: Record<WordingStatus, FileRenderings | undefined> = {
    preferred: target,
    admitted,
    deprecated,
    forbidden,
  };
  return {
    source,
    renderings: statuses.flatMap((status) => renderingsOf(groups[status], status)),
    doNotTranslate: doNotTranslate === true,
    ...(typeof doNotTranslate === 'string' && { keptWhere: doNotTranslate }),
    ...(id !== undefined && { id: id.trim() }),
    ...plain,
    ...(except !== undefined && { except: list(except) }),
    ...(when && { when: conditionOf(when) }),
    ...(firstUse !== undefined && { firstUse: firstUse.replace('(', '（').replace(')', '）') as FirstUse }),
    ...(refs !== undefined && { refs: list(refs) }),
    ...(note?.trim() && { note: note.trim() }),
    origin,
  };
}

function renderingsOf(written: FileRenderings | undefined, status: WordingStatus): Rendering[] {
  if (written === undefined) return [];
  return (Array.isArray(written) ? written : [written]).map((one) => {
    if (typeof one === 'string') return { text: one.trim(), status };
    const { text, suggest, except } = one;
    return {
      text: text.trim(),
      status,
      ...(suggest !== undefined && { suggest: suggest.trim() }),
      ...(except !== undefined && { except: list(except) }),
    };
  });
}

function conditionOf(when: NonNullable<FileSense['when']>): Condition {
  return Object.fromEntries(Object.entries(when).map(([name, written]) => [name, list(written)]));
}

function list(written: Words | undefined): string[] {
  if (written === undefined) return [];
  return (typeof written === 'string' ? [written] : written).map((word) => word.trim());
}

/**
 * A problem in an entry. `path` consists of keys and indexes.
 * `isKey` means that the key itself is at fault, not its value.
 */
export interface EntryProblem {
  readonly path: readonly string[];
  readonly isKey: boolean;
  readonly message: Bilingual;
}

let validator: Validator | undefined;

/** Validates an entry; empty if its terms can be used. */
export function entryProblems(value: unknown): EntryProblem[] {
  validator ??= new Validator(entrySchema(), '2020-12', false);
  const { errors } = validator.validate(value);
  const problems: EntryProblem[] = [];
  const seen = new Set<string>();
  const tooLong = new Set<string>();
  // Report the deepest problem. Its ancestors are invalid only because of it.
  const holders = new Set<string>();
  for (const { instanceLocation, keyword } of errors) {
    if (keyword === 'maxLength') tooLong.add(instanceLocation);
    let holder = instanceLocation;
    while (holder.includes('/')) {
      holder = holder.slice(0, holder.lastIndexOf('/'));
      if (holders.has(holder)) break;
      holders.add(holder);
    }
  }
  for (const { instanceLocation, keyword } of errors) {
    if (problems.length >= MAX_FAULTS) break;
    if (holders.has(instanceLocation)) continue;
    if (seen.has(instanceLocation)) continue;
    seen.add(instanceLocation);
    const path = instanceLocation.split('/').slice(1).map(unescapePointer);
    const isKey = keyword === 'false';
    const message = isKey
      ? unknownKey(path.at(-1)!)
      : tooLong.has(instanceLocation)
        ? tooLongValue(path)
        : wrongValue(path);
    problems.push({ path, isKey, message });
  }
  if (problems.length > 0) return problems;
  const message = whatIsMissing(value as FileEntry & FileSense);
  return message ? [{ path: [], isKey: false, message }] : [];
}

/** Per entry, which is left out anyway. */
const MAX_FAULTS = 100;

function whatIsMissing({ source, senses, ...shared }: FileEntry & FileSense): Bilingual | undefined {
  for (const sense of senses ?? [{}]) {
    const { target, admitted, deprecated, forbidden, doNotTranslate } = { ...shared, ...sense };
    const rejects = list(texts(deprecated)).length + list(texts(forbidden)).length > 0;
    if (source === undefined && !rejects) return messages.noSource;
    const says = rejects || list(texts(target)).length + list(texts(admitted)).length > 0;
    if (!says && !doNotTranslate) return messages.noTarget;
  }
  return undefined;
}

function texts(written: FileRenderings | undefined): string[] {
  return renderingsOf(written, 'preferred').map((rendering) => rendering.text);
}

function wrongValue(path: readonly string[]): Bilingual {
  const name = path.findLast((part) => Object.hasOwn(fields, part)) as keyof typeof fields | undefined;
  if (name === undefined) return messages.noEntry;
  const schema = (entrySchema().properties as Record<string, { enum?: readonly unknown[] }>)[name];
  if (schema?.enum) return mustBeOneOf(name, schema.enum);
  return {
    en: `“${name}” has a wrong value. Put text in quotes that looks like a number. ${fields[name].en}`,
    zh: `“${name}”的值不正确；形似数字的文字须加引号。${fields[name].zh}`,
  };
}

function tooLongValue(path: readonly string[]): Bilingual {
  const name = path.findLast((part) => Object.hasOwn(fields, part)) ?? '';
  return { en: `“${name}” is too long, so the entry is left out.`, zh: `“${name}”过长，已跳过该词条。` };
}

/** The message for an unknown field. */
export function unknownKey(name: string): Bilingual {
  return {
    en: `There is no field “${name}” in a glossary. Correct its name, or remove it.`,
    zh: `术语表中没有名为“${name}”的字段。请更正名称，或删去。`,
  };
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
