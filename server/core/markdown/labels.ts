/** CommonMark's label matching: blanks collapsed, case folded. Takes text that starts with `[label]`. */
export function normalizeLabel(text: string): string {
  const label = /^\[((?:[^\\\]]|\\.)*)\]/s.exec(text)?.[1] ?? '';
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
