export function sourceByPattern(path: string, match: string, source: string): string | undefined {
  const values = wildcardValues(path, match);
  if (!values || isOutside(source)) return undefined;
  const named = source.replace(/\*\*\/|\*\*|\*/g, () => values.shift() ?? '');
  return inside(named.split('/'));
}

// What each wildcard matches; undefined if the path does not match. Linear: no position is tried twice.
function wildcardValues(path: string, pattern: string): string[] | undefined {
  const parts = pattern.replace(/^\.?\//, '').match(/\*\*\/|\*\*|\*|[^*]+/g) ?? [];
  const failed = new Set<string>();
  const walk = (part: number, at: number): string[] | undefined => {
    const wanted = parts[part];
    if (wanted === undefined) return at === path.length ? [] : undefined;
    if (!wanted.startsWith('*')) return path.startsWith(wanted, at) ? walk(part + 1, at + wanted.length) : undefined;
    if (failed.has(`${part} ${at}`)) return undefined;
    for (let end = at; end <= path.length; end++) {
      if (wanted === '*' && path.slice(at, end).includes('/')) break;
      if (wanted === '**/' && end > at && path[end - 1] !== '/') continue;
      const rest = walk(part + 1, end);
      if (rest) return [path.slice(at, end), ...rest];
    }
    failed.add(`${part} ${at}`);
    return undefined;
  };
  return walk(0, 0);
}

// Normalises a path relative to the root; undefined if it leaves the root or is empty.
export function inside(segments: readonly string[]): string | undefined {
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (segment !== '' && segment !== '.') path.push(segment);
  }
  return path.length > 0 ? path.join('/') : undefined;
}

// Whether a name has another scheme or host, or is a drive or share.
export function isOutside(name: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(name.trim());
}
