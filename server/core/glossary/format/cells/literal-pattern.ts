/** A wording, and longer ones in which it does not count. */
export interface Literal {
  readonly text: string;
  readonly except: readonly string[];
}

/**
 * The literal meaning of patterns between slashes in a cell: `/决定性(?!能)/` is `决定性` except in `决定性能`. No pattern is ever
 * executed. Patterns that mean more are returned as they are.
 */
export function literalPatterns(cell: string): {
  readonly literals: readonly Literal[];
  readonly others: readonly string[];
} {
  const literals: Literal[] = [];
  const others: string[] = [];
  for (const [pattern] of cell.matchAll(patterns)) {
    const literal = literalOf(pattern.slice(1, -1));
    if (literal) literals.push(literal);
    else others.push(pattern);
  }
  return { literals, others };
}

export function withoutPatterns(cell: string): string {
  return cell.replace(patterns, '');
}

const patterns = /\/[^/]*[\\^$*+?()[\]{}][^/]*\//g;

// Word boundaries and optional spaces: term matching includes them anyway.
const implied = /\\b|\\s[*?]|\(\?<?!(?:\\w|\[\\w-?\])\)/g;
const plain = '[^\\\\^$*+?.()[\\]{}|/]+';
const shape = new RegExp(
  `^(?:\\(\\?<!(${plain}(?:\\|${plain})*)\\))?(${plain})(?:\\(\\?!(${plain}(?:\\|${plain})*)\\))?$`,
);

function literalOf(pattern: string): Literal | undefined {
  if (pattern.length > 200) return undefined;
  const [, before, text, after] = shape.exec(pattern.replace(implied, '')) ?? [];
  if (!text?.trim()) return undefined;
  const longer = [
    ...(before?.split('|').map((word) => word + text) ?? []),
    ...(after?.split('|').map((word) => text + word) ?? []),
  ];
  return { text: text.trim(), except: longer.map((word) => word.trim()) };
}
