/** Whether the colon at `at` follows `[label]` at the start of a line. To some parsers that is a link definition. */
export function isDefinition(text: string, at: number): boolean {
  if (text[at - 1] !== ']') return false;
  const before = text.slice(Math.max(0, at - MAX_LABEL), at);
  const start = before.lastIndexOf('\n') + 1;
  return (
    (start > 0 || before.length === at) && before[start] === '[' && before.indexOf(']', start) === before.length - 1
  );
}

/** CommonMark 0.31, “Links”: a label has at most 999 characters. */
const MAX_LABEL = 1002;
