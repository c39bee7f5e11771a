import { statuses, type Term } from '../term.ts';

/** The written terms that did not come back exactly. */
export function lostIn(written: readonly Term[], readBack: readonly Term[]): Term[] {
  const kept = new Map<string, number>();
  for (const term of readBack) kept.set(contentOf(term), (kept.get(contentOf(term)) ?? 0) + 1);
  return written.filter((term) => {
    const count = kept.get(contentOf(term)) ?? 0;
    kept.set(contentOf(term), count - 1);
    return count <= 0;
  });
}

/** What a term says, independent of order. */
function contentOf({ origin, ...rest }: Term): string {
  // Order matters among wordings of one status, not between different statuses.
  const term = {
    ...rest,
    renderings: statuses.map((status) => rest.renderings.filter((one) => one.status === status)),
  };
  return JSON.stringify(term, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
