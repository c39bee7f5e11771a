import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far a share may exceed its minimum before raising the minimum is suggested; in percent. */
const SLACK = 0.5;

const kinds = ['lines', 'branches'] as const;
type Shares = Readonly<Record<(typeof kinds)[number], number>>;

/** A line with coverage and minimums in percent, and a second one if a minimum can be raised. */
export function coverageLine(measured: Shares, least: Shares): string {
  const shares = kinds.map((kind) => `${kind} ${measured[kind].toFixed(1)} % (at least ${least[kind]} %)`);
  const line = `Coverage of server/ by the unit tests: ${shares.join(', ')}.`;
  const rises = kinds.some((kind) => measured[kind] >= least[kind] + SLACK);
  return rises ? `${line}\nThat is more than .c8rc.json asks for: raise its figures.` : line;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  // Written by c8 in `npm run test:coverage`, which fails if a share is too low.
  const { total } = read('.test-out/coverage/coverage-summary.json');
  console.log(coverageLine({ lines: total.lines.pct, branches: total.branches.pct }, read('.c8rc.json')));
}
