import { CONFIG_NAME, type Config, type ConfigFault, emptyConfig, readConfig, ruleSettings } from '../core/config.ts';
import { createGlossary, type Glossary } from '../core/glossary/glossary.ts';
import { readGlossary } from '../core/glossary/read/index.ts';
import { isApproved, type Term } from '../core/glossary/term.ts';
import { createWordBoundaries, type Segmenter } from '../core/glossary/words.ts';
import { createLinter, type Linter } from '../core/lint/lint.ts';
import { decideStyle } from '../core/style/detect.ts';
import { styleIds } from '../core/style/points.ts';
import { MIXED, mergeStyles, type Style } from '../core/style/style.ts';
import type { Bilingual } from '../core/text/bilingual.ts';
import { pathMatcher } from '../core/text/glob.ts';
import type { Files } from './files.ts';
import { glossaryFiles, isGlob } from './glossary-files.ts';
import { isWithin, joined, parentOf, relativePath, within } from './paths.ts';
import { sampleEvidence } from './style.ts';
import { decodeText } from './text-file.ts';

/** What holds for the pages below a root: settings and glossary as they were read, and what was wrong with them. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  readonly glossary: Glossary;
  /** The files that the project is made of: a change in one of them makes it out of date. */
  readonly files: readonly string[];
  /** Whether a glob of the settings names a file, so that it joins the project when it is made. */
  joins(uri: string): boolean;
  /** By file (URI), only files with faults; offsets are in `text`. */
  readonly faults: ReadonlyMap<string, { readonly text: string; readonly faults: readonly ConfigFault[] }>;
  readonly lint: Linter;
  readonly style: Style;
}

// As long as the pages have not been looked at.
const undecided = Object.fromEntries(styleIds.map((id) => [id, MIXED])) as Style;

/** The style that a sample of the pages below a root shows. */
export async function detectStyle(files: Files, root: string): Promise<Partial<Style>> {
  return decideStyle((await sampleEvidence(files, root)).evidence);
}

/** Makes a segmenter that knows these words besides its dictionary. Slow, and wanted only when a rule asks for it. */
export type SegmenterFactory = (words: readonly string[]) => Segmenter;

export interface ProjectOptions {
  /** Settings beneath the project's own. */
  readonly editor?: Config;
  readonly makeSegmenter?: SegmenterFactory | undefined;
  /** The style that the pages show; without it only what is settled is asked for, and the rest left alone. */
  readonly detected?: Partial<Style> | undefined;
}

/** Reads the project at a root. Faults never stop it. */
export async function openProject(
  files: Files,
  root: string,
  { editor = emptyConfig, makeSegmenter, detected }: ProjectOptions = {},
): Promise<Project> {
  const faults = new Map<string, { text: string; faults: readonly ConfigFault[] }>();
  const configUri = joined(root, CONFIG_NAME);
  const read: string[] = [configUri];
  const note = (uri: string, text: string, found: readonly ConfigFault[]) => {
    if (found.length > 0) faults.set(uri, { text, faults: [...(faults.get(uri)?.faults ?? []), ...found] });
  };

  const configText = await readText(files, configUri);
  const own = configText?.text === undefined ? { config: emptyConfig, faults: [] } : readConfig(configText.text);
  note(configUri, configText?.text ?? '', configText?.fault ? [wholeFile(configText.fault)] : own.faults);

  const terms: Term[] = [];
  const glossaryPaths = own.config.glossary.length > 0 ? own.config.glossary : editor.glossary;
  const joins = pathMatcher(glossaryPaths.filter(isGlob));
  for (const path of glossaryPaths) {
    const uris = await glossaryFiles(files, root, path);
    if (!uris || uris.length === 0) {
      note(configUri, configText?.text ?? '', [missingGlossary(configText?.text ?? '', path, uris !== undefined)]);
      // It may be made later.
      const uri = isGlob(path) ? undefined : within(root, path);
      if (uri) read.push(uri);
    }
    for (const uri of uris ?? []) {
      if (read.includes(uri)) continue;
      read.push(uri);
      const { text, fault } = (await readText(files, uri)) ?? { fault: unreadable };
      const reading = text === undefined ? { terms: [], faults: [wholeFile(fault!)] } : readGlossary(text, uri);
      for (const term of reading.terms) terms.push(term);
      note(uri, text ?? '', reading.faults);
    }
  }

  const glossary = createGlossary(terms);
  const words = createWordBoundaries(makeSegmenter?.(wordings(glossary)));
  const style = mergeStyles(detected ?? undecided, editor.style, own.config.style);
  return {
    root,
    style,
    config: { ...own.config, glossary: read.slice(1) },
    glossary,
    files: read,
    joins: (uri) => isWithin(root, uri) && joins(relativePath(root, uri)),
    faults,
    lint: createLinter({ rules: ruleSettings(editor, own.config), glossary, words, style }),
  };
}

/**
 * The root of the project that a page belongs to: the nearest folder with a settings file or a git checkout, else
 * `fallback`. Settings above a checkout are somebody else's.
 */
export async function findRoot(files: Files, page: string, fallback: string): Promise<string> {
  for (let folder = parentOf(page); ; folder = parentOf(folder)) {
    if (await files.kind(joined(folder, CONFIG_NAME))) return folder;
    if (await files.kind(joined(folder, '.git'))) return folder;
    if (folder === parentOf(folder)) return fallback;
  }
}

function wordings({ terms }: Glossary): string[] {
  return terms.flatMap((term) => term.renderings.filter(isApproved).map((rendering) => rendering.text));
}

interface ReadText {
  readonly text?: string;
  readonly fault?: Bilingual;
}

async function readText(files: Files, uri: string): Promise<ReadText | undefined> {
  const bytes = await files.read(uri);
  if (!bytes) return undefined;
  if (bytes.length > MAX_BYTES) return { fault: tooLarge };
  const decoded = decodeText(bytes);
  return 'fault' in decoded ? { fault: decoded.fault } : { text: decoded.text };
}

const MAX_BYTES = 64 * 1024 * 1024;

const tooLarge: Bilingual = {
  en: 'The file is larger than 64 MB and was not read. Split it.',
  zh: '文件超过 64 MB，未读取。请拆分。',
};

const unreadable: Bilingual = { en: 'The file cannot be read.', zh: '无法读取此文件。' };

function wholeFile(message: Bilingual): ConfigFault {
  return { from: 0, to: 0, message };
}

function missingGlossary(text: string, path: string, inside: boolean): ConfigFault {
  const quoted = JSON.stringify(path);
  const from = Math.max(0, text.indexOf(quoted));
  const to = text.includes(quoted) ? from + quoted.length : from;
  const message = inside
    ? { en: `The glossary ${path} was not found. Check the path.`, zh: `找不到术语表 ${path}，请检查路径。` }
    : {
        en: `The glossary path ${path} leads outside of the project and was not read. Use a path below this file's folder.`,
        zh: `术语表路径 ${path} 在项目之外，未读取。请使用本文件所在文件夹内的路径。`,
      };
  return { from, to, message };
}
