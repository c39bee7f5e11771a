import { parseXml, XmlCdata, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { lineIndex } from '../../../text/lines.ts';
import type { Fault, Reading, Region, Rendering, Term } from '../../term.ts';
import { partOfSpeech, statusCell, withoutRepeats } from '../cells/cell.ts';
import { hasHan } from '../cells/cell-text.ts';
import { regionOf } from '../cells/region.ts';
import { faults as messages } from '../faults.ts';

/**
 * Reads TBX 2 (`termEntry`, `langSet`, `tig` or `ntig`) and TBX 3 (`conceptEntry`, `langSec`, `termSec`), the latter
 * with data categories as attributes (DCA) or as elements (DCT). Terms are taken literally.
 */
export function readTbx(text: string, file: string): Reading {
  const lines = lineIndex(text);
  const terms: Term[] = [];
  const faults: Fault[] = [];
  let entries = 0;
  const take = (entry: XmlElement, shift: number) => {
    entries++;
    const span = { from: entry.start + shift, to: entry.end + shift };
    const reading = termsOf(entry);
    if ('message' in reading) faults.push({ ...tagAt(text, span.from), message: reading.message });
    const origin = { file, line: lines.position(span.from).line, ...span };
    if ('senses' in reading) terms.push(...reading.senses.map((sense) => ({ ...sense, origin })));
  };

  const whole = text.length > mostWhole ? undefined : parse(text);
  if (whole instanceof XmlElement) {
    for (const entry of entriesIn(whole)) take(entry, 0);
    if (entries === 0) faults.push({ ...tagAt(text, whole.start), message: messages.noConcepts });
    return { terms, faults };
  }
  // The document is invalid or too large. Read each entry by itself, so that an error costs only its own entry.
  for (const [from, to] of entrySpans(text)) {
    const part = parse(text.slice(from, to));
    if (part instanceof XmlElement) take(part, from);
    else faults.push(syntaxFault(part, text, from));
  }
  if (whole && faults.length === 0) faults.push(syntaxFault(whole, text, 0));
  else if (entries + faults.length === 0) faults.push({ ...tagAt(text, 0), message: messages.noConcepts });
  return { terms, faults: faults.sort((a, b) => a.from - b.from) };
}

/** Parsing a larger document as a whole takes too much memory. It is read entry by entry. */
const mostWhole = 4 * 1024 * 1024;

interface Unparsed {
  readonly at: number;
  readonly reason: string;
}

/** Entities that a document declares, or that are external, are never resolved: they are faults. */
function parse(xml: string): XmlElement | Unparsed {
  try {
    return parseXml(xml, { includeOffsets: true }).root ?? { at: 0, reason: 'no element' };
  } catch (error) {
    if (error instanceof XmlError) return { at: error.pos, reason: error.message.split('\n')[0]! };
    // Elements nest deeper than the stack allows.
    return { at: 0, reason: String(error) };
  }
}

function syntaxFault({ at, reason }: Unparsed, text: string, shift: number): Fault {
  const from = Math.min(at + shift, text.length);
  const length = text.slice(from, from + 200).search(/[\r\n]|$/);
  // The parser's own position is relative to the part it was given.
  const why = reason.replace(/\s*\(line \d+, column \d+\)/, '');
  return {
    from,
    to: from + length,
    message: { en: `This is not valid XML: ${why}`, zh: `不是有效的 XML：${why}` },
  };
}

function tagAt(text: string, from: number): { from: number; to: number } {
  const length = text.slice(from, from + 500).indexOf('>') + 1;
  return { from, to: from + length };
}

function entrySpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  const tags = /<(\/?)((?:[\w-]+:)?(?:termEntry|conceptEntry))(?=[\s>])/g;
  let open: number | undefined;
  for (const { 1: slash, 0: tag, index } of text.matchAll(tags)) {
    if (!slash) {
      if (open !== undefined) spans.push([open, index]);
      open = index;
    } else if (open !== undefined) {
      const end = text.indexOf('>', index + tag.length) + 1 || text.length;
      spans.push([open, end]);
      open = undefined;
    }
  }
  if (open !== undefined) spans.push([open, text.length]);
  return spans;
}

function entriesIn(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    if (/^(?:termEntry|conceptEntry)$/.test(nameOf(element))) found.push(element);
    else for (const child of childrenOf(element).reverse()) open.push(child);
  }
  return found;
}

type Found = { readonly senses: readonly Omit<Term, 'origin'>[] } | { readonly message: Fault['message'] };

function termsOf(entry: XmlElement): Found | Record<string, never> {
  const source: string[] = [];
  const chinese = new Map<Region | undefined, Section>();
  let english: Section | undefined;
  let languages = 0;
  for (const section of childrenOf(entry)) {
    if (!/^(?:langSet|langSec)$/.test(nameOf(section))) continue;
    const language = (section.attributes['xml:lang'] ?? section.attributes.lang ?? '').toLowerCase();
    languages++;
    if (/^en\b/.test(language)) {
      english = merged(english, sectionOf(section));
    } else if (/^(?:zh|cmn)\b/.test(language)) {
      const region = regionOf(language);
      chinese.set(region, merged(chinese.get(region), sectionOf(section)));
    }
  }
  for (const { text } of english?.terms ?? []) if (!source.includes(text)) source.push(text);
  const translated = [...chinese].filter(([, section]) => section.terms.length > 0);
  if ([...source, ...[...chinese.values()].flatMap(({ terms }) => terms.map(({ text }) => text))].some(isTooLong))
    return { message: messages.tooLong };
  if (source.length === 0) return languages > 0 && translated.length === 0 ? {} : { message: messages.noEnglish };
  // In a multilingual collection an entry may lack Chinese. But an empty translation is a missing one.
  if (translated.length === 0) return languages > 1 && chinese.size === 0 ? {} : { message: messages.noChinese };

  const own = detailsOf(entry);
  const id = entry.attributes.id ?? entry.attributes['xml:id'];
  return {
    senses: translated.map(([region, section]) => {
      const approved = section.terms.filter(({ status }) => status === 'preferred' || status === 'admitted');
      const keeps = approved.length === 1 && !hasHan(approved[0]!.text) && isOneOf(approved[0]!.text, source);
      const kept = keeps ? section.terms.filter((one) => one !== approved[0]) : section.terms;
      const details = [own, english!, section];
      const note = unique(details.flatMap((one) => one.notes)).join('；');
      const refs = unique(details.flatMap((one) => one.refs));
      const pos = english!.pos ?? section.pos;
      const domain = unique(details.flatMap((one) => one.domains)).join('；');
      return {
        source,
        renderings: withoutRepeats(kept.map(({ text, status }): Rendering => ({ text, status }))),
        doNotTranslate: keeps,
        ...(id?.trim() && { id: id.trim() }),
        ...(pos && { pos }),
        ...(domain && { domain }),
        ...(region && { region }),
        ...(refs.length > 0 && { refs }),
        ...(note && { note }),
      };
    }),
  };
}

interface Details {
  readonly notes: readonly string[];
  readonly domains: readonly string[];
  readonly refs: readonly string[];
}

interface Section extends Details {
  readonly terms: readonly Rendering[];
  readonly pos?: string | undefined;
}

function merged(a: Section | undefined, b: Section): Section {
  if (!a) return b;
  return {
    terms: [...a.terms, ...b.terms],
    notes: [...a.notes, ...b.notes],
    domains: [...a.domains, ...b.domains],
    refs: [...a.refs, ...b.refs],
    pos: a.pos ?? b.pos,
  };
}

function sectionOf(section: XmlElement): Section {
  const terms: Rendering[] = [];
  let { notes, domains, refs } = detailsOf(section);
  let pos: string | undefined;
  for (const term of childrenOf(section)) {
    if (!/^(?:tig|ntig|termSec)$/.test(nameOf(term))) continue;
    const text = textOf(descendant(term, 'term')).trim();
    if (!text) continue;
    const details = detailsOf(term);
    const status = statusOf(term) ?? 'preferred';
    terms.push({ text, status: status === 'doNotTranslate' ? 'preferred' : status });
    pos ??= categoryOf(term, 'partOfSpeech');
    notes = [...notes, ...details.notes];
    domains = [...domains, ...details.domains];
    refs = [...refs, ...details.refs];
  }
  return { terms, notes, domains, refs, pos: pos === undefined ? undefined : (partOfSpeech(pos) ?? pos) };
}

function statusOf(term: XmlElement) {
  for (const category of ['administrativeStatus', 'normativeAuthorization', 'usageStatus']) {
    // `deprecatedTerm-admn-sts` → `deprecated`.
    const value = categoryOf(term, category)?.replace(/Term(?:-admn-sts)?$/i, '');
    const status = value === undefined ? undefined : statusCell(value);
    if (status) return status;
  }
  return undefined;
}

/** The details of an entry, language or term itself, without those of its children. */
function detailsOf(element: XmlElement): Details {
  const notes: string[] = [];
  const domains: string[] = [];
  const refs: string[] = [];
  for (const { name, type, value } of categories(element, 2)) {
    const kind = name === 'descrip' || name === 'admin' || name === 'xref' || name === 'ref' ? (type ?? name) : name;
    if (!value) continue;
    if (kind === 'note' || kind === 'definition' || kind === 'usageNote') notes.push(value);
    else if (kind === 'subjectField') domains.push(value);
    else if (/^(?:source|externalCrossReference|xref|xGraphic)$/.test(kind)) refs.push(value);
  }
  return { notes, domains, refs };
}

function categoryOf(element: XmlElement, category: string): string | undefined {
  for (const { name, type, value } of categories(element, 3)) {
    if ((type ?? name) === category && value) return value;
  }
  return undefined;
}

const inner = /^(?:langSet|langSec|tig|ntig|termSec|term)$/;

/** The data categories of an element: `<termNote type="partOfSpeech">` or `<min:partOfSpeech>`, also inside groups. */
function* categories(
  element: XmlElement,
  depth: number,
): Generator<{ name: string; type: string | undefined; value: string }> {
  for (const child of childrenOf(element)) {
    const name = nameOf(child);
    if (inner.test(name)) continue;
    if (/Grp$/.test(name)) {
      if (depth > 0) yield* categories(child, depth - 1);
      continue;
    }
    const target = child.attributes.target;
    yield { name, type: child.attributes.type, value: (target ?? textOf(child)).replace(/\s+/g, ' ').trim() };
  }
}

function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(element)) {
    if (nameOf(child) === name) return child;
    const found = nameOf(child) === 'termGrp' ? descendant(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The name of an element without its namespace prefix. */
function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** The text of an element including inline markup (`hi`). Iterative, since elements may nest deeply. */
function textOf(element: XmlElement | undefined): string {
  let result = '';
  const open: unknown[] = [element];
  while (open.length > 0) {
    const node = open.pop();
    if (node instanceof XmlText || node instanceof XmlCdata) result += node.text;
    else if (node instanceof XmlElement) for (const child of [...node.children].reverse()) open.push(child);
  }
  return result;
}

function isTooLong(text: string): boolean {
  return text.length > longest;
}

const longest = 500;

function isOneOf(text: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === text.toLowerCase());
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
