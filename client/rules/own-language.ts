/**
 * The page of a rule with one of its two languages first. In the file Chinese is; each language begins with a second heading, and
 * examples may hold such headings, too.
 */
export function withFirst(page: string, language: 'en' | 'zh'): string {
  const lines = page.split('\n');
  const starts = headings(lines);
  const links = lines.findIndex((line) => /^\[中文\]\(#[^)]*\) · \[English\]\(#[^)]*\)$/.test(line));
  const [chinese, english] = starts;
  if (language === 'zh' || chinese === undefined || english === undefined) return page;
  const head = lines.slice(0, chinese);
  if (links >= 0) head[links] = lines[links]!.split(' · ').reverse().join(' · ');
  const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const parts = [...head, ...lines.slice(english, end), '', ...lines.slice(chinese, english - 1), ...lines.slice(end)];
  return parts.join('\n');
}

function headings(lines: readonly string[]): number[] {
  const found: number[] = [];
  let fence = '';
  for (const [at, line] of lines.entries()) {
    const [marks = ''] = /^`{3,}/.exec(line) ?? [];
    if (fence) {
      if (line === marks && marks.length >= fence.length) fence = '';
    } else if (marks) fence = marks;
    else if (line.startsWith('## ')) found.push(at);
  }
  return found;
}
