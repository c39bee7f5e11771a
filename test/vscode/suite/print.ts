import { format } from 'node:util';

const mark = process.env.YIJIAO_SUITE_MARK ?? '';
const log = console.log;

/** Prints for the person who runs the tests, wherever VS Code sends its console. */
export function print(...args: unknown[]): void {
  for (const line of format(...args).split('\n')) log(mark + line);
}
