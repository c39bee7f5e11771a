import PO from 'pofile';
import { type Term, wordingsOf } from '../../term.ts';

/** Writes a gettext catalogue. What a translation cannot express becomes a remark: `干扰（请勿译为“中断”）`. */
export function writePo(terms: readonly Term[]): string {
  const catalogue = new PO();
  catalogue.headers = { Language: 'zh', 'Content-Type': 'text/plain; charset=UTF-8' };
  for (const term of terms) {
    if (term.source.length === 0) continue;
    const item = new PO.Item();
    item.msgid = term.source.join('; ');
    item.msgstr = [translation(term)];
    if (term.domain) item.msgctxt = term.domain;
    if (term.note) item.comments = [term.note.replace(/\s+/g, ' ')];
    catalogue.items.push(item);
  }
  return `${catalogue.toString().trimEnd()}\n`;
}

function translation(term: Term): string {
  const approved = [...wordingsOf(term, 'preferred'), ...wordingsOf(term, 'admitted')];
  const rejected = [...wordingsOf(term, 'deprecated'), ...wordingsOf(term, 'forbidden')].map((text) => `“${text}”`);
  const kept = term.source.length > 1 || rejected.length > 0 ? '不翻译' : term.source[0]!;
  const said = term.doNotTranslate ? kept : approved.join('；');
  return rejected.length > 0 ? `${said}（请勿译为${rejected.join('、')}）` : said;
}
