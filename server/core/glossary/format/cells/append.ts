import type { Draft } from '../format.ts';
import { type Columns, chineseColumns } from './columns.ts';

/** One side of a new entry, as people write it in a cell. */
export function sideOf(side: 'en' | 'zh', { source, target, note }: Draft): string {
  return side === 'en' ? source : (target ?? '不翻译') + (note ? `（${note}）` : '');
}

/** The cells of a row. Without a column for it, the note follows the wording. */
export function rowOf(columns: Columns, width: number, draft: Draft): string[] {
  const row: string[] = Array(Math.max(width, ...Object.values(columns).map((at: number) => at + 1))).fill('');
  const chinese = chineseColumns(columns)[0]?.[0];
  if (columns.en !== undefined) row[columns.en] = draft.source;
  if (chinese !== undefined) row[chinese] = draft.target ?? '不翻译';
  if (columns.note !== undefined) row[columns.note] = draft.note ?? '';
  else if (draft.note && chinese !== undefined) row[chinese] += `（${draft.note}）`;
  return row;
}
