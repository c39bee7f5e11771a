/**
 * Normalises a link label for matching (CommonMark): collapses whitespace and folds case. `text` starts with `[label]`.
 */
export function normalizeLabel(text: string): string {
  const label = /^\[((?:[^\\\]]|\\.)*)\]/s.exec(text)?.[1] ?? '';
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
