import type { PageStatus } from '../../server/lsp/protocol.ts';

/** What the walkthrough has a person do; the step is done when it was done, wherever that began. */
export type Step = 'check' | 'fix' | 'compare' | 'glossary';

/** Tells from what is found in pages, one after the other, what a person has done. */
export function createProgress(done: (step: Step) => void): (status: PageStatus) => void {
  const counts = new Map<string, number>();
  return ({ uri, findings, settled, skipped }) => {
    if (!settled || skipped) return;
    done('check');
    // However it was mended: by the light bulb, by a command, by hand.
    if (findings < (counts.get(uri) ?? 0)) done('fix');
    counts.set(uri, findings);
  };
}
