import { CONFIG_NAME, type Config, type ConfigFault, emptyConfig, readConfig } from '../../core/config/config.ts';
import { createResolver } from '../../core/config/resolve.ts';
import { readGlossary } from '../../core/glossary/format/read.ts';
import { createGlossary, type Glossary, glossaryFor, wordings } from '../../core/glossary/glossary.ts';
import { type Conformity, contradictedRows } from '../../core/glossary/match/conformity.ts';
import { type Reading, type Region, regions } from '../../core/glossary/term.ts';
import { createWordBoundaries, type Segmenter, type WordBoundaries } from '../../core/glossary/word-boundaries.ts';
import { createLinter, type Linter, type RuleSettings } from '../../core/lint/lint.ts';
import { styleIds } from '../../core/style/points.ts';
import { MIXED, mergeStyles, type Style } from '../../core/style/style.ts';
import type { Bilingual } from '../../core/text/bilingual.ts';
import { pathMatcher } from '../../core/text/glob.ts';
import type { Span } from '../../core/text/span.ts';
import { unreadable } from '../files/file-faults.ts';
import type { Files } from '../files/files.ts';
import { staysWithin } from '../files/links.ts';
import { isWithin, joined, parentOf, relativePath, within } from '../files/paths.ts';
import { decodeText } from '../files/text-file.ts';
import { folderOfBoth } from '../source/beside.ts';
import { glossaryFiles, isGlob } from './glossary-files.ts';
import { type LearntStyle, learnStyle } from './style.ts';

/** What applies to the pages below a root: its settings and glossaries as read, and their faults. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  /** The settings beneath the project's own. */
  readonly editor: Config;
  /** What holds for the rules where no override says otherwise. */
  readonly ruleSettings: ReadonlyMap<string, RuleSettings>;
  /** What its pages show of its style; undefined as long as they have not been looked at. */
  readonly learnt: LearntStyle | undefined;
  /** The settings file, whether there is one or not; `text` is undefined where there is none. */
  readonly settingsFile: { readonly uri: string; readonly text: string | undefined };
  /** The files that the project depends on. A change of one makes it outdated. */
  readonly files: readonly string[];
  /** The content of its glossary files, by URI. */
  readonly glossaries: ReadonlyMap<string, GlossaryFile>;
  /** Whether a glob of the settings matches a file, so that the project needs it when it is created. */
  joins(uri: string): boolean;
  /** Faults by file (URI), with the text that their offsets refer to. Only files with faults. */
  readonly faults: ReadonlyMap<string, { readonly text: string; readonly faults: readonly ConfigFault[] }>;
  /** The settings of a page. Pages with the same overrides share a linter. */
  settingsOf(uri: string): ProjectSettings;
}

export interface GlossaryFile {
  readonly text: string;
  readonly reading: Reading;
}

export interface ProjectSettings {
  readonly glossary: Glossary;
  readonly wordBoundaries: WordBoundaries;
  readonly style: Style;
  readonly lint: Linter;
  /** The settings ignore this page. */
  readonly isIgnored: boolean;
}

// Until the pages have been read.
const undecided = Object.fromEntries(styleIds.map((id) => [id, MIXED])) as Style;

/** The style that a sample of the pages below a root shows; pages that are not checked have no say. */
export async function detectStyle(files: Files, root: string): Promise<LearntStyle> {
  const settings = await readOrFault(files, joined(root, CONFIG_NAME));
  const isIgnored = pathMatcher(readConfig(settings?.text ?? '').config.ignore);
  const counts = (uri: string) => !isIgnored(relativePath(root, uri));
  return learnStyle(files, root, counts);
}

/** Creates a segmenter that also knows these words. Slow, so do it only when a rule needs it. */
export type SegmenterFactory = (words: readonly string[]) => Segmenter;

export interface ProjectOptions {
  /** The settings of the editor, below those of the project. */
  readonly editor?: Config | undefined;
  readonly makeSegmenter?: SegmenterFactory | undefined;
  /** What the pages show; without it only what is settled is asked for, and the rest left alone. */
  readonly learnt?: LearntStyle | undefined;
  /** How the pages keep the glossary, where that has been counted. */
  readonly conformity?: Conformity | undefined;
  /** The project as read before. Glossary files with the same text are not read again and keep their terms. */
  readonly previous?: Pick<Project, 'glossaries'> | undefined;
}

/** Reads the project at a root. Faults never stop it. */
export async function openProject(
  files: Files,
  root: string,
  { editor = emptyConfig, makeSegmenter, learnt, conformity, previous }: ProjectOptions = {},
): Promise<Project> {
  const faults = new Map<string, { text: string; faults: readonly ConfigFault[] }>();
  const configUri = joined(root, CONFIG_NAME);
  const read: string[] = [configUri];
  // Read again when they change: a file may replace the link.
  const refused: string[] = [];
  const note = (uri: string, text: string, found: readonly ConfigFault[]) => {
    if (found.length > 0) faults.set(uri, { text, faults: [...(faults.get(uri)?.faults ?? []), ...found] });
  };

  const configText = await readOrFault(files, configUri);
  const own = configText?.text === undefined ? { config: emptyConfig, faults: [] } : readConfig(configText.text);
  note(configUri, configText?.text ?? '', configText?.fault ? [wholeFile(configText.fault)] : own.faults);

  const base = own.config.glossary.length > 0 ? own.config.glossary : editor.glossary;
  const paths = new Set([...base, ...own.config.overrides.flatMap((override) => override.glossary ?? [])]);
  const joins = pathMatcher([...paths].filter(isGlob));
  const urisOf = new Map<string, readonly string[]>();
  const glossaries = new Map<string, GlossaryFile>();
  for (const path of paths) {
    const settings = configText?.text ?? '';
    const found = await glossaryFiles(files, root, path);
    if (!found || found.length === 0) {
      note(configUri, settings, [missingGlossary(settings, path, found !== undefined)]);
      // The file may be created later.
      const uri = isGlob(path) ? undefined : within(root, path);
      if (uri) read.push(uri);
    }
    const uris: string[] = [];
    for (const uri of found ?? []) {
      if (await staysWithin(files, root, uri)) uris.push(uri);
      else {
        refused.push(uri);
        note(configUri, settings, [linkedGlossary(settings, path, relativePath(root, uri))]);
      }
    }
    urisOf.set(path, uris);
    for (const uri of uris) {
      if (glossaries.has(uri)) continue;
      read.push(uri);
      const { text, fault } = (await readOrFault(files, uri)) ?? { fault: unreadable };
      const known = previous?.glossaries.get(uri);
      const parse = (): Reading =>
        text === undefined ? { terms: [], faults: [wholeFile(fault!)] } : readGlossary(text, uri);
      const file = text !== undefined && known?.text === text ? known : { text: text ?? '', reading: parse() };
      glossaries.set(uri, file);
      note(uri, file.text, file.reading.faults);
    }
  }
  if (conformity) {
    const terms = [...glossaries.values()].flatMap(({ reading }) => reading.terms);
    for (const { file, fault } of contradictedRows(conformity, terms)) note(file, glossaries.get(file)!.text, [fault]);
  }

  const resolver = createResolver(editor, own.config);
  const exceptions = [...editor.words, ...own.config.words];
  const glossaryOf = remembered((key: string) => {
    // A file that several paths match counts for the first of them.
    const uris = new Set((JSON.parse(key) as string[]).flatMap((path) => urisOf.get(path) ?? []));
    const glossary = createGlossary([...uris].flatMap((uri) => glossaries.get(uri)?.reading.terms ?? []));
    return { glossary, wordBoundaries: createWordBoundaries(makeSegmenter?.(wordings(glossary))) };
  });
  const conditions = pageConditions(glossaries.values());
  const settingsFor = remembered((key: string) => {
    const [overrides, fitting] = JSON.parse(key) as [overrides: number[], fitting: string[]];
    const { rules, style: settled, glossary: glossaryFiles } = resolver.settings(overrides);
    const { glossary: all, wordBoundaries } = glossaryOf(JSON.stringify(glossaryFiles));
    const style = mergeStyles(learnt?.style ?? undecided, settled);
    const region = regions.find((one): one is Region => one === style.region);
    const glossary = glossaryFor(all, {
      ...(region && { region }),
      isIn: (globs) => fitting.includes(conditionKey(globs)),
    });
    const isProvisional = learnt === undefined;
    const lint = createLinter({ rules, glossary, wordBoundaries, style, exceptions, conformity, isProvisional });
    return { glossary, wordBoundaries, style, lint, isIgnored: false };
  });
  const settingsOf = remembered((uri: string): ProjectSettings => {
    // An unsaved page, or one outside of the root, has no path that settings could match.
    const path = isWithin(root, uri) ? relativePath(root, uri) : undefined;
    const settings = settingsFor(
      JSON.stringify(path === undefined ? [[], []] : [resolver.overridesOf(path), conditions(path)]),
    );
    return path !== undefined && resolver.isIgnored(path) ? { ...settings, isIgnored: true } : settings;
  });
  return {
    root,
    config: {
      ...own.config,
      glossary: read.slice(1),
      sources: own.config.sources.length > 0 ? own.config.sources : editor.sources,
    },
    editor,
    ruleSettings: resolver.settings([]).rules,
    learnt,
    settingsFile: { uri: configUri, text: configText && (configText.text ?? '') },
    files: [...read, ...refused],
    joins: (uri) => isWithin(root, uri) && joins(relativePath(root, uri)),
    faults,
    glossaries,
    settingsOf,
  };
}

/** Returns which globs from the conditions of terms match a page. */
function pageConditions(glossaries: Iterable<GlossaryFile>): (path: string) => string[] {
  const matchers = new Map<string, (path: string) => boolean>();
  for (const { reading } of glossaries) {
    for (const { when } of reading.terms) {
      if (when?.files && !matchers.has(conditionKey(when.files)))
        matchers.set(conditionKey(when.files), pathMatcher(when.files));
    }
  }
  return (path) => [...matchers].filter(([, matches]) => matches(path)).map(([key]) => key);
}

function conditionKey(globs: readonly string[]): string {
  return JSON.stringify(globs);
}

function remembered<Result>(make: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

/**
 * The root of the project of a page: the nearest folder with a settings file or a git checkout, or else `folderOfBoth`
 * of `fallback`. Settings above a checkout belong to something else.
 */
export async function findRoot(files: Files, page: string, fallback: string): Promise<string> {
  for (let folder = parentOf(page); ; folder = parentOf(folder)) {
    if (await files.kind(joined(folder, CONFIG_NAME))) return folder;
    if (await files.kind(joined(folder, '.git'))) return folder;
    if (folder === parentOf(folder)) return folderOfBoth(files, fallback);
  }
}

interface TextOrFault {
  readonly text?: string;
  readonly fault?: Bilingual;
}

async function readOrFault(files: Files, uri: string): Promise<TextOrFault | undefined> {
  const bytes = await files.read(uri);
  if (!bytes) return undefined;
  if (bytes.length > MAX_BYTES) return { fault: texts.tooLarge };
  const decoded = decodeText(bytes);
  return 'fault' in decoded ? { fault: decoded.fault } : { text: decoded.text };
}

const MAX_BYTES = 64 * 1024 * 1024;

const texts = {
  tooLarge: { en: 'The file is larger than 64 MB and was not read. Split it.', zh: '文件超过 64 MB，未读取。请拆分。' },
  noGlossary: (path: string) => ({
    en: `The glossary ${path} was not found. Check the path.`,
    zh: `找不到术语表 ${path}。请检查路径。`,
  }),
  outside: (path: string) => ({
    en: `The glossary path ${path} leads outside of the project and was not read. Use a path below the folder of this file.`,
    zh: `术语表路径 ${path} 在项目之外，未读取。请使用本文件所在文件夹内的路径。`,
  }),
  linked: (path: string) => ({
    en: `The glossary ${path} is behind a symbolic link that leads outside of the project, and was not read. Put the file itself below the folder of this file.`,
    zh: `术语表 ${path} 经由指向项目之外的符号链接，未读取。请将文件本身放入本文件所在的文件夹内。`,
  }),
};

function wholeFile(message: Bilingual): ConfigFault {
  return { from: 0, to: 0, message };
}

function missingGlossary(text: string, path: string, inside: boolean): ConfigFault {
  return { ...placeOf(text, path), message: inside ? texts.noGlossary(path) : texts.outside(path) };
}

function linkedGlossary(text: string, path: string, file: string): ConfigFault {
  return { ...placeOf(text, path), message: texts.linked(file) };
}

// Where the settings name a path, with its quotation marks; the start of the file for a path named elsewhere.
function placeOf(text: string, path: string): Span {
  const quoted = JSON.stringify(path);
  const from = text.indexOf(quoted);
  return from < 0 ? { from: 0, to: 0 } : { from, to: from + quoted.length };
}
