import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceOrigin } from 'node:module';
import { join } from 'node:path';

let map: SourceMap | undefined;

/** A stack of the bundle told in the lines of the test files. VS Code keeps Node from doing it. */
export function inSource(stack: string): string {
  const path = `${__filename}.map`;
  if (!map && existsSync(path)) map = new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  const lines = stack.split('\n').map((line) => {
    const [, file, row, column] = /([^\s(]+):(\d+):(\d+)\)?$/.exec(line) ?? [];
    if (!map || file !== __filename) return line;
    const origin = map.findOrigin(Number(row), Number(column)) as Partial<SourceOrigin>;
    if (!origin.fileName) return line;
    const place = `${join(__dirname, origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}`;
    return line.replace(`${file}:${row}:${column}`, place);
  });
  return lines.filter((line) => !/node_modules[\\/]mocha[\\/]|\(?node:internal/.test(line)).join('\n');
}
