import { formatUsage, UsageError } from '../status.ts';
import { reports } from './list.ts';
import type { Report } from './report.ts';

/** What `--format` calls them, that for people first. */
export const reportIds: readonly string[] = [...reports]
  .sort((a, b) => Number(b.isForPeople) - Number(a.isForPeople))
  .map(({ id }) => id);

/** The report that has an `id`; the one for people where none is named. */
export function reportNamed(id: string | undefined): Report {
  const found =
    id === undefined ? reports.find(({ isForPeople }) => isForPeople) : reports.find((one) => one.id === id);
  if (!found) throw new UsageError(formatUsage(reportIds));
  return found;
}
