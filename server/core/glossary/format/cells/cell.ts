import type { CaseMode, KeptKind, Rendering, WordingStatus } from '../../term.ts';
import { bare, hasHan, isBlank, splitAt, takeAsides, unquoted } from './cell-text.ts';
import { withoutPatterns } from './literal-pattern.ts';

/** An English cell: `emit/fire (an event)`. */
export interface SourceCell {
  readonly names: readonly string[];
  /** The names are alternatives separated only by `/`, so a Chinese cell may answer them one by one. */
  readonly slashed: boolean;
  readonly doNotTranslate: boolean;
  readonly pos?: string;
  readonly note?: string;
}

/** A Chinese cell: `干扰（请勿译为“中断”）`. */
export interface TargetCell {
  readonly renderings: readonly Rendering[];
  readonly slashed: boolean;
  readonly doNotTranslate: boolean;
  /** The English name may stay under a condition that the note gives. */
  readonly orSource: boolean;
  /** That condition, if it is a known one. */
  readonly keptWhere?: KeptKind | undefined;
  /** The first use should give the English in parentheses. */
  readonly firstUse?: boolean;
  readonly pos?: string;
  readonly note?: string;
}

/** Reads an English cell: aliases, a part of speech, an abbreviation or a remark in parentheses. */
export function sourceCell(cell: string): SourceCell {
  const { body, asides } = takeAsides(bare(cell));
  const slashed = splitSlashes(body);
  const names = slashed ?? splitAt(body, /[,，、;；]/).flatMap((name) => splitSlashes(name) ?? [name]);
  const aliases: string[] = [];
  const notes: string[] = [];
  let doNotTranslate = false;
  let pos: string | undefined;
  for (const aside of asides) {
    const mark = partOfSpeech(aside);
    const head = names[0] ?? '';
    if (mark) pos = mark;
    else if (/^(?:e?s)$/.test(aside)) continue;
    else if (names.length === 1 && (isAcronym(aside, head) || isAcronym(head, aside))) aliases.push(aside);
    else if (names.length === 1 && /^[\w-]+(?:\/[\w-]+)+$/.test(aside)) {
      for (const word of aside.split('/')) aliases.push(`${head} ${word}`);
    } else if (keep.test(aside)) doNotTranslate = true;
    else notes.push(aside);
  }
  return {
    names: [...names, ...aliases],
    slashed: slashed !== undefined && aliases.length === 0,
    doNotTranslate,
    pos,
    note: joined(notes),
  };
}

/** Reads a Chinese cell: wordings, or a sentence about them, with remarks in parentheses. */
export function targetCell(cell: string): TargetCell {
  const text = bare(cell);
  if (simple.test(text) && !keep.test(text)) return oneRendering(text);
  const result = {
    renderings: [] as Rendering[],
    slashed: false,
    doNotTranslate: false,
    orSource: false,
    keptWhere: undefined as KeptKind | undefined,
    firstUse: false,
    pos: undefined as string | undefined,
  };
  const notes: string[] = [];
  const add = (words: readonly string[], status: WordingStatus) => {
    for (const word of words) result.renderings.push({ text: word, status });
  };
  const { body: whole, asides } = takeAsides(text);
  const { rest, rejected } = takeRejections(whole);

  for (const [index, sentence] of rest.split(/[。\n]/).entries()) {
    if (!sentence.trim()) continue;
    const { words, conditional } = wordsAfterDirectives(sentence);
    const kept = keep.test(sentence);
    if (words.length > 0 || kept) {
      add(words, conditional || kept ? 'admitted' : 'preferred');
      if (keepAtStart.test(sentence) && result.renderings.length === 0) result.doNotTranslate = true;
      else if (kept) {
        result.orSource = true;
        result.keptWhere ??= keptKind(sentence);
      }
      if (conditional || (kept && !keepOnly.test(sentence))) notes.push(sentence.trim());
    } else if (index === 0 && !prose.test(sentence)) {
      const targets = splitAt(sentence, targetSeparator);
      add(targets.slice(0, 1), 'preferred');
      add(targets.slice(1), 'admitted');
      result.slashed = targets.length > 1 && targets.length === sentence.split('/').length;
    } else notes.push(sentence.trim());
  }

  for (const aside of asides) {
    const head = result.renderings[0]?.text ?? '';
    const { rest: remark, rejected: also } = takeRejections(aside);
    const mark = partOfSpeech(aside);
    const variants = splitAt(remark.replace(alternativeMark, ''), /[/、，,]/);
    rejected.push(...also);
    if (mark) result.pos = mark;
    else if (keep.test(remark)) {
      if (hasHan(whole)) {
        result.orSource = true;
        result.keptWhere ??= keptKind(remark);
      } else result.doNotTranslate = true;
      if (!keepOnly.test(remark)) notes.push(aside);
    } else if (
      head &&
      (alternativeMark.test(remark) || variants.every((word) => hasHan(word) && word.startsWith(head)))
    )
      add(variants, 'admitted');
    else if (remark.trim() || also.length === 0) notes.push(aside);
    if (withEnglish.test(aside)) result.firstUse = true;
  }
  add(rejected, 'forbidden');
  return { ...result, renderings: withoutRepeats(result.renderings), note: joined(notes) };
}

/** Reads a cell with wordings to avoid. Patterns between slashes are left out. */
export function forbiddenCell(cell: string): string[] {
  if (isBlank(cell) || /^\s*(?:无|none|n\/a)\s*$/i.test(cell)) return [];
  const { body } = takeAsides(withoutPatterns(bare(cell)));
  return splitAt(body, /[，,、；;/|]|或者?/).filter((word) => !isBlank(word));
}

/** The wordings that a remark rejects without a condition: `不译成“预检查”`. */
export function rejectedInNote(note: string): string[] {
  return note.split(/[。；;\n]/).flatMap((sentence) => {
    if (CONDITION.test(sentence) || !/[译写用]/.test(sentence)) return [];
    return takeRejections(sentence).rejected;
  });
}

const CONDITION = /时|场合|场景|语境|上下文|情况|如果|若|当|除非|句首|表示|指/;

/** Reads a status in everyday words, or as Crowdin or TBX write it; undefined for anything else. */
export function statusCell(cell: string): WordingStatus | 'doNotTranslate' | undefined {
  const word = cell.trim().toLowerCase();
  return statuses.find(([pattern]) => pattern.test(word))?.[1];
}

/** Reads whether case matters: `yes` and `no` in the terms of several tools, or `permissive`. */
export function caseCell(cell: string): CaseMode | undefined {
  const word = cell.trim().toLowerCase();
  if (word === 'permissive') return word;
  return isYes(word) || /^(?:case[- ]sensitive|区分)$/.test(word) ? 'yes' : isNo(word) ? 'no' : undefined;
}

export function isYes(cell: string): boolean {
  return /^(?:true|yes|y|1|x|是|✓|✔)$/i.test(cell.trim());
}

export function isNo(cell: string): boolean {
  return /^(?:false|no|n|0|否)$/i.test(cell.trim());
}

/** Reads a part of speech: `n.`, `noun`, `名词` → `noun`; undefined for anything else. */
export function partOfSpeech(text: string): string | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  return partsOfSpeech.find(([, words]) => words.includes(word))?.[0];
}

/** Drops renderings whose text came before, so that an approved wording is not forbidden as well. */
export function withoutRepeats(renderings: readonly Rendering[]): Rendering[] {
  const seen = new Set<string>();
  return renderings.filter(({ text }) => !seen.has(text) && seen.add(text));
}

const quote = '[“”"「『‘]';
const closing = '[“”"」』’]';
const quoted = `${quote}[^“”"「」『』‘’]+${closing}`;
const quotedList = `${quoted}(?:\\s*[，,、]?\\s*(?:或者?|和|/)?\\s*${quoted})*`;
const unquotedWord = '[^\\s，,、。；;：:（）()“”"「」/]+';
const not = '(?:请勿|请不要|不要|不应|不能|不可|不宜|切勿|勿|避免|禁止|不)(?:再|直接)?';

/** Says that the English name stays. */
const keepWords =
  "(?:不需?要?翻译|不译|无[需须]翻译|不用翻译|保[持留](?:原文|英文)|do not translate|don['’]t translate|not translated|\\bDNT\\b)(?![为成作])";
const keep = new RegExp(keepWords, 'i');
const keepAtStart = new RegExp(`^\\s*(?:一般|通常|统一|都)?${keepWords}`, 'i');
const keepOnly = new RegExp(`^\\s*${keepWords}\\s*[.!！]?$`, 'i');

const className = /类名|class names?\b/i;
const asCode = /代码|函数名|变量名|方法名|标识符|关键字|命令|字段|\bcode\b|identifier/i;
/** Says that the English should follow in parentheses. */
const withEnglish = /括号.{0,8}(?:标注|注明|给出|附上?|保留)|(?:首次|第一次)(?:出现|使用).{0,8}(?:标注|注明|附)/;

const rejections = new RegExp(
  `${not}(?:(?:翻译|译|写|称|用|使用|说)(?:为|成|作|做)?|是)\\s*(${quotedList})` +
    `|${not}(?:翻译|译)(?:为|成|作|做)\\s*(${unquotedWord})` +
    `|\\b(?:not|never|avoid|don['’]t use|instead of)\\s+(${quotedList})`,
  'gi',
);
const directives = new RegExp(
  `(?:译[为成作]|翻译[为成作]|统一[为用]|应为|写[为成作]|用|使用)\\s*(${quotedList})|(?:译[为成作]|统一为)\\s*(${unquotedWord}(?:[，,、]\\s*或者?\\s*${unquotedWord})*)`,
  'g',
);
/** What may stand before an instruction without making it conditional. */
const unconditional = /^(?:统一|一般|通常|推荐|建议|应当?|请|都|翻)*$/;
const alternativeMark = /^(?:又|也|亦|或|还)(?:可以?)?(?:译|称|作|写)[为成作]?|^简称/;

/** A cell that is exactly one wording. */
const simple = /^(?:(?!不译|不翻译|无|保[持留]|或|译)[\p{Script=Han}A-Za-z0-9 -])+$/u;
/** Too long to be wordings. */
const prose = /[^，,、；;/]{40}/u;
const targetSeparator =
  /[，、；;]|(?<!\d),|,(?!\d)|(?<![A-Za-z0-9])\/|\/(?![A-Za-z0-9])|(?<!逻辑|按位|[异同抑亦间])或者?(?![门非许是缺运操逻]|$)/u;

const statuses: ReadonlyArray<readonly [RegExp, WordingStatus | 'doNotTranslate']> = [
  [/do not translate|dnt|non-?translatable|read-?only|不翻译|不译|保[持留](?:原文|英文)/, 'doNotTranslate'],
  [/^(?:not (?:preferred|approved)|forbidden|rejected|prohibited|禁用|禁止|不要|错误)/, 'forbidden'],
  [/^(?:deprecated|superseded|obsolete|not recommended|不推荐|弃用|过时|废弃)/, 'deprecated'],
  [/^(?:admitted|allowed|允许|可用|备选|可接受)/, 'admitted'],
  [/^(?:preferred|approved|首选|推荐|优先|已批准)/, 'preferred'],
];

const partsOfSpeech: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['noun', ['n', 'noun', '名', '名词', '作名词', '用作名词']],
  ['verb', ['v', 'vt', 'vi', 'verb', '动', '动词', '作动词', '用作动词']],
  ['adjective', ['adj', 'a', 'adjective', '形', '形容词']],
  ['adverb', ['adv', 'adverb', '副', '副词']],
];

function keptKind(condition: string): KeptKind | undefined {
  return className.test(condition) ? 'asClassName' : asCode.test(condition) ? 'asCode' : undefined;
}

function oneRendering(text: string): TargetCell {
  const renderings: Rendering[] = text ? [{ text, status: 'preferred' }] : [];
  return { renderings, slashed: false, doNotTranslate: false, orSource: false };
}

/** Splits `feature/functionality`, but not names such as `I/O`, `TCP/IP` and `key/value pair`. */
function splitSlashes(body: string): string[] | undefined {
  const parts = body.split('/').map((part) => part.trim());
  if (parts.length < 2) return undefined;
  if (parts.every((part) => /^[A-Z]?[a-z][a-z-]+$/.test(part))) return parts;
  const [a = '', b = ''] = parts;
  return parts.length === 2 && (isAcronym(a, b) || isAcronym(b, a)) ? parts : undefined;
}

/** Whether `short` has capitals or dots, and its letters occur in `long` in order, starting with the first. */
function isAcronym(short: string, long: string): boolean {
  if (/\s/.test(short) || short.length >= long.length) return false;
  if ((short.match(/\p{Lu}/gu)?.length ?? 0) < 2 && !/\w\.\w/.test(short)) return false;
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const text = long.toLowerCase();
  if (letters[0] !== text[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function takeRejections(text: string): { rest: string; rejected: string[] } {
  const rejected: string[] = [];
  const rest = text.replace(rejections, (_, ...groups: (string | undefined)[]) => {
    rejected.push(...quotedWords(groups[0] ?? groups[1] ?? groups[2] ?? ''));
    return '';
  });
  return { rest: rejected.length ? rest.replace(/[，,；;\s]+$/, '') : rest, rejected };
}

function wordsAfterDirectives(sentence: string): { words: string[]; conditional: boolean } {
  const found = [...sentence.matchAll(directives)];
  const words = found.flatMap((match) => quotedWords(match[1] ?? match[2] ?? ''));
  const before = sentence.slice(0, found[0]?.index ?? 0).trim();
  return { words, conditional: found.length > 1 || !unconditional.test(before) };
}

function quotedWords(text: string): string[] {
  const words = text.match(new RegExp(quoted, 'g'));
  return (words ? words.map(unquoted) : text.split(/[，,、]\s*或者?/).map((word) => word.trim())).filter(Boolean);
}

function joined(notes: readonly string[]): string | undefined {
  return notes.length > 0 ? notes.join('；') : undefined;
}
