import PO from 'pofile';
import { lineIndex } from '../../../text/lines.ts';
import type { Fault, Reading, Term } from '../../term.ts';
import { termsOf } from '../cells/entry.ts';
import { faults as messages } from '../faults.ts';

/**
 * Reads a gettext catalogue whose messages are terms. Comments of translators and programmers become notes; `msgctxt`
 * separates senses. Untranslated and fuzzy messages are skipped.
 */
export function readPo(text: string, file: string): Reading {
  const terms: Term[] = [];
  const faults: Fault[] = [];
  for (const { from, to, line, wrong } of entriesOf(text)) {
    for (const span of wrong) faults.push({ ...span, message: messages.notPo });
    if (wrong.length > 0) continue;
    // The parser reports no offsets, so it gets one entry at a time.
    for (const item of PO.parse(text.slice(from, to)).items) {
      const zh = item.msgstr.find((translation) => translation.trim()) ?? '';
      if (item.obsolete || item.flags.fuzzy || !item.msgid.trim() || !zh) continue;
      const en = item.msgid.trim();
      if (Math.max(en.length, zh.length) > longest || /\n/.test(en.trim() + zh.trim())) {
        faults.push({ from, to, message: messages.tooLong });
        continue;
      }
      const note = [...item.comments, ...item.extractedComments].filter(Boolean).join('；');
      const read = termsOf({ en, zh, note }, { file, line, from, to });
      const domain = item.msgctxt?.trim();
      terms.push(...read.map((term) => (domain ? { ...term, domain } : term)));
    }
  }
  if (terms.length === 0 && faults.length === 0 && !/^\s*msgid\b/m.test(text)) {
    const from = text.search(/[^\s\ufeff]/);
    faults.push({ from, to: from + text.slice(from).search(/[\r\n]|$/), message: messages.noMessages });
  }
  return { terms, faults };
}

const longest = 500;

interface Entry {
  readonly from: number;
  readonly to: number;
  /** The line of the `msgid`. */
  readonly line: number;
  readonly wrong: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Splits the file into entries. A comment, `msgctxt` or `msgid` after a
 * translation starts a new one, and so does a blank line after an error.
 */
function entriesOf(text: string): Entry[] {
  const lines = lineIndex(text);
  const entries: Entry[] = [];
  let from: number | undefined;
  let to = 0;
  let idLine = 0;
  let wrong: { from: number; to: number }[] = [];
  let translated = false;
  const finish = () => {
    if (from !== undefined) entries.push({ from, to, line: idLine, wrong });
    from = undefined;
    wrong = [];
    translated = false;
  };
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line) + (line === 0 && text.startsWith('\ufeff') ? 1 : 0);
    const end = Math.max(start, lines.end(line));
    const content = text.slice(start, end).trim();
    if (!content) {
      if (wrong.length > 0) finish();
      continue;
    }
    if (translated && /^(?:#|msgctxt\b|msgid\b)/.test(content)) finish();
    if (from === undefined) {
      from = start;
      idLine = line;
    }
    to = end;
    if (/^msgid\b/.test(content)) idLine = line;
    if (/^msgstr\b/.test(content)) translated = true;
    if (!isLine(content)) wrong.push({ from: start, to: end });
  }
  finish();
  return entries;
}

function isLine(content: string): boolean {
  if (content.startsWith('#')) return true;
  const string = /^(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?"(.*)"$/.exec(content)?.[1];
  return string !== undefined && !/["\\]/.test(string.replace(/\\./g, ''));
}
