import picomatch from 'picomatch';
import type { Bilingual } from './bilingual.ts';

/** Whether the globs match a path: relative, with `/`. */
export type PathMatcher = (path: string) => boolean;

/**
 * Compiles a list of globs. A glob without a slash matches a file or folder at any depth. A folder includes everything
 * below it. `!` excludes again what earlier globs included. Invalid globs (`globFault`) match nothing.
 */
export function pathMatcher(globs: readonly string[]): PathMatcher {
  const tests = globs
    .filter((glob) => globFault(glob) === undefined)
    .map((glob) => ({ takesOut: glob.startsWith('!'), test: picomatch(patternsOf(glob), OPTIONS) }));
  return (path) =>
    tests.reduce((meant, { takesOut, test }) => (meant === takesOut && test(path) ? !takesOut : meant), false);
}

/** Explains what is wrong with a glob; undefined when it is valid. */
export function globFault(glob: string): Bilingual | undefined {
  const body = glob.replace(/^!/, '');
  if (/^[\s./]*$/.test(body)) return texts.empty;
  if (body.includes('\\')) return texts.backslash;
  if (/^(?:\.\.?\/)*\.\.(?:\/|$)|\/\.\.(?:\/|$)/.test(body) || /^[A-Za-z]:|^~/.test(body)) return texts.outside;
  for (const [open, close] of pairs) {
    if (count(body, open) !== count(body, close)) return texts.unpaired(open, close);
  }
  // picomatch turns the glob into a regular expression. Many wildcards would make it backtrack for minutes.
  if (
    body.length > MAX_LENGTH ||
    body.split('/').some((part) => count(part, '*') > MAX_STARS) ||
    count(body, '**/') > 6
  )
    return texts.tooMuch;
  return undefined;
}

const texts = {
  empty: { en: 'The glob names nothing. Write a file or a folder.', zh: '通配路径没有内容。请写出文件或文件夹。' },
  backslash: {
    en: 'Write “/” between the folders of a glob, not “\\”.',
    zh: '通配路径请用“/”分隔文件夹，而不是“\\”。',
  },
  outside: {
    en: 'A glob is relative to the folder of the settings file and cannot lead out of it. Name something below that folder.',
    zh: '通配路径相对于设置文件所在的文件夹，不能指向其外。请改为该文件夹内的路径。',
  },
  unpaired: (open: string, close: string) => ({
    en: `“${open}” and “${close}” do not come in pairs. Add the missing one.`,
    zh: `“${open}”与“${close}”不配对。请补上缺少的一个。`,
  }),
  tooMuch: {
    en: 'The glob is too long or has too many wildcards. Write several shorter ones.',
    zh: '通配路径过长，或通配符过多。请拆成几条较短的。',
  },
};

const pairs = [
  ['[', ']'],
  ['{', '}'],
] as const;
const MAX_LENGTH = 300;
const MAX_STARS = 3;

// Extglobs are off: they add more regular expression syntax, and anybody may have written the settings of a workspace.
const OPTIONS = { dot: true, noextglob: true, nonegate: true, windows: false } as const;

function patternsOf(glob: string): string[] {
  const anchored = glob.replace(/^!/, '').replace(/^\.?\//, '');
  const path = anchored.replace(/\/+$/, '');
  const literal = path.replace(/[()|+^$]/g, '\\$&');
  const placed = path.includes('/') || anchored !== glob.replace(/^!/, '') ? literal : `**/${literal}`;
  return [placed, `${placed}/**`];
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
