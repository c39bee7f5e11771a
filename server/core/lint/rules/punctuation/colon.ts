import { classAt, LATIN } from '../../../text/han.ts';
import { EMOTICON } from './half-width.ts';

/** Whether the half-width colon at `at` can be one of prose: no key, role, address, smiley or definition. */
export function allowsColon(text: string, at: number): boolean {
  return (
    // `description: 说明` is a key of YAML.
    !/^[A-Za-z_][\w-]*$/.test(text.slice(0, at)) &&
    text[at + 1] !== ':' &&
    text[at - 1] !== ':' &&
    text[at + 1] !== '/' &&
    !EMOTICON.test(text.slice(at, at + 3)) &&
    !COMMIT.test(text.slice(Math.max(0, at - 60), at)) &&
    // `:show` is an attribute, `:hover` a state.
    !(text[at - 1] === ' ' && classAt(text, at + 1) & LATIN) &&
    !PSEUDO_CLASS.test(text.slice(at, at + 10)) &&
    !isBehindLabel(text, at)
  );
}

// `[label]: …` at the start of a line is a definition to some parsers.
function isBehindLabel(text: string, at: number): boolean {
  if (text[at - 1] !== ']') return false;
  const before = text.slice(Math.max(0, at - MAX_LABEL), at);
  const start = before.lastIndexOf('\n') + 1;
  return (
    (start > 0 || before.length === at) && before[start] === '[' && before.indexOf(']', start) === before.length - 1
  );
}

/** CommonMark 0.31, “Links”: a label has at most 999 characters. */
const MAX_LABEL = 1002;

/** `fix(player)` before a colon begins the message of a commit (Conventional Commits 1.0), as changelogs copy them. */
const COMMIT =
  /(?:^|[\s.*>])(?:build|chore|ci|docs?|feat|fix|improvement|perf|refactor|release|revert|style|test|types)(?:\([^()\n]*\))?!?$/i;
const PSEUDO_CLASS = /^:(?:active|hover|focus|visited|before|after|disabled|checked|not\(|root|first-|last-|nth-)/;
