import { areRelated } from '../../core/bilingual/align/related.ts';
import { alignedTexts } from '../../core/bilingual/facts/texts.ts';
import { compare } from '../../core/bilingual/state/compare.ts';
import { type Conformity, gatherConformity, type TextPair } from '../../core/glossary/match/conformity.ts';
import { parsePage } from '../../core/markdown/parse.ts';
import { isChinesePage } from '../../core/text/sentence.ts';
import type { Files } from '../files/files.ts';
import { relativePath } from '../files/paths.ts';
import { textOf } from '../files/text-file.ts';
import { isTagged, pageAt } from '../source/names.ts';
import { createSourcePages } from '../source/source-pages.ts';
import type { SourceOptions } from '../source/tree.ts';
import type { Project } from './project.ts';
import { spread } from './style.ts';

/** A page of a project, with its text and source block by block. */
export interface TranslatedPage {
  readonly uri: string;
  readonly texts: readonly TextPair[];
}

/**
 * Reads a bounded sample of the pages below a root that have a source. Awaits `pause` between
 * pages, to let other work go first.
 */
export async function sampleTranslations(
  files: Files,
  options: SourceOptions,
  counts: (uri: string) => boolean,
  pause: () => Promise<void> = async () => {},
): Promise<TranslatedPage[]> {
  const sources = createSourcePages(files, options);
  const all = (await files.markdown(options.root)).filter(counts);
  // If names tell the language, pages in other languages need not be read.
  const tagged = all.filter((uri) => {
    const page = pageAt(relativePath(options.root, uri));
    return page !== undefined && isTagged(page);
  });
  const found: TranslatedPage[] = [];
  let length = 0;
  for (const uri of spread(tagged.length > 0 ? tagged : all, MAX_CANDIDATES)) {
    if (found.length === MAX_PAGES || length > MAX_LENGTH) break;
    const bytes = await files.read(uri);
    if (!bytes || bytes.length > MAX_BYTES) continue;
    const text = textOf(bytes);
    if (text === undefined || !isChinesePage(text)) continue;
    const source = await sources.of(uri);
    if (!source || source.markdown.text.length > MAX_BYTES) continue;
    await pause();
    const comparison = compare(parsePage(text, uri), source.markdown);
    if (!areRelated(comparison.pairs)) continue;
    found.push({ uri, texts: alignedTexts(comparison) });
    length += text.length;
  }
  return found;
}

const MAX_CANDIDATES = 300;
const MAX_PAGES = 100;
const MAX_LENGTH = 2_000_000;
/** A larger page would block a typing user for too long. */
const MAX_BYTES = 200_000;

/** How pages keep the glossaries that apply to them. */
export function conformityOf(project: Project, pages: readonly TranslatedPage[]): Conformity {
  return gatherConformity(pages.map(({ uri, texts }) => ({ glossary: project.settingsOf(uri).glossary, texts })));
}
