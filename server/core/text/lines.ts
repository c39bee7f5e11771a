/** Converts UTF-16 offsets to 0-based lines and columns (UTF-16 units), and back. Lines end at \n, \r\n or \r. */
export interface LineIndex {
  readonly count: number;
  position(offset: number): { line: number; column: number };
  offset(line: number, column: number): number;
  /** The offset where a 0-based line starts; the text's length for lines past the end. */
  start(line: number): number;
  /** The offset where the content of a 0-based line ends, before its line break. */
  end(line: number): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const start = (line: number) => starts[line] ?? text.length;
  const end = (line: number) => {
    let at = start(line + 1);
    const first = start(line);
    while (at > first && isLineEnd(text.charCodeAt(at - 1))) at--;
    return at;
  };
  return {
    count: starts.length,
    start,
    end,
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: Math.max(0, Math.min(offset, text.length) - starts[low]!) };
    },
    offset: (line, column) => Math.min(start(line) + column, end(line)),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // A lone \r is rare. Without one, `indexOf` is enough.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
