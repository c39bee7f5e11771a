import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far a measured share may be above the least one before somebody is asked to raise it; in percent. */
const SLACK = 0.5;

const kinds = ['lines', 'branches'] as const;
type Shares = Readonly<Record<(typeof kinds)[number], number>>;

/** One line for people: what is covered and what is the least, in percent; and a second where the least can rise. */
export function coverageLine(measured: Shares, least: Shares): string {
  const shares = kinds.map((kind) => `${kind} ${measured[kind].toFixed(1)} % (at least ${least[kind]} %)`);
  const line = `Coverage of server/ by the unit tests: ${shares.join(', ')}.`;
  const rises = kinds.some((kind) => measured[kind] >= least[kind] + SLACK);
  return rises ? `${line}\nThat is more than .c8rc.json asks for: raise its figures.` : line;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  // Written by c8 in “npm run test:coverage”, which fails when a share is too small.
  const { total } = read('.test-out/coverage/coverage-summary.json');
  console.log(coverageLine({ lines: total.lines.pct, branches: total.branches.pct }, read('.c8rc.json')));
}
