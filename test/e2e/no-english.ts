import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { englishPieces } from './words.ts';

/** Nothing that the window shows, or says to a screen reader, is ours and English. */
export async function noEnglishOfOurs(page: Page): Promise<void> {
  const shown = await page.locator('body').evaluate((element) => {
    const body = element as unknown as Body;
    const seen = [...body.querySelectorAll('[aria-label], [title]')].filter((one) => one.checkVisibility());
    const labels = seen.flatMap((one) => [one.getAttribute('aria-label') ?? '', one.getAttribute('title') ?? '']);
    return [body.innerText, ...labels].join('\n');
  });
  assert.deepEqual(
    englishPieces().filter((piece) => shown.includes(piece)),
    [],
  );
}

/** The types of a browser are not among those of Node. */
interface Body {
  readonly innerText: string;
  querySelectorAll(
    selector: string,
  ): Iterable<{ getAttribute(name: string): string | null; checkVisibility(): boolean }>;
}
