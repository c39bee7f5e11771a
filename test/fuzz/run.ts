import { parseArgs } from 'node:util';
import { defaults } from '../helpers/settings.ts';
import { judges } from './judges.ts';
import { reasonFor, unusedReasons } from './known.ts';
import { allPages } from './pages.ts';
import { shrink } from './shrink.ts';
import { type Fault, madeTrial, type Trial } from './trial.ts';

/**
 * `npm run fuzz [-- n] [--seed s]`: fixes n made pages (50,000) and lets three other readers judge. A page can be tried
 * again by its seed with `n` 1. Ends with status 1 when something was damaged, unstable or crashed.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const count = Number(positionals[0] ?? 50_000);
const first = Number(values.seed ?? 1);
const pages = allPages();
const counts: Record<string, number> = { pages: 0, damaged: 0, unstable: 0, crashed: 0, unexplained: 0, known: 0 };
const shown = new Map<string, number>();

for (let seed = first; seed < first + count; seed++) {
  const trial = madeTrial(pages, seed);
  const fault = trial.again(trial.text);
  counts.pages!++;
  if (!fault) continue;
  const smallest = shrink(trial.text, (shorter) => {
    const other = trial.again(shorter);
    return other?.kind === fault.kind && other.by.join() === fault.by.join();
  });
  const found = trial.again(smallest) ?? fault;
  const reason = reasonFor(found);
  if (reason) shown.set(reason, (shown.get(reason) ?? 0) + 1);
  else report(seed, smallest, found, trial);
  counts[reason ? 'known' : kindOf(found)]!++;
}

console.table(counts);
for (const [reason, times] of shown) console.log(`${times} × ${reason}`);
for (const reason of unusedReasons(shown)) console.log(`0 × ${reason}`);
process.exitCode = counts.damaged || counts.unstable || counts.crashed || counts.unexplained ? 1 : 0;

// Damage that not all of the judges see has to have a reason.
function kindOf({ kind, by }: Fault): string {
  if (kind === 'damaged') return by.length < Object.keys(judges).length ? 'unexplained' : 'damaged';
  return kind === 'crash' ? 'crashed' : kind;
}

function report(seed: number, text: string, fault: Fault, { settings, reading }: Trial): void {
  const style = settings === defaults ? '' : `, style ${JSON.stringify(settings.style)}`;
  console.log(`\n${kindOf(fault)} by ${fault.by.join(', ') || 'nobody'} (seed ${seed}, ${reading}${style})`);
  console.log(JSON.stringify(text));
  console.log(`${JSON.stringify(fault.before)}\n→ ${JSON.stringify(fault.after)}\n${fault.what}`);
}
