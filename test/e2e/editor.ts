import type { Locator, Page } from 'playwright-core';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Where {
  /** CSS selector of the part of the window to look in; all visible editors unless told. */
  within?: string;
  /** Which of several occurrences, from 0. */
  nth?: number;
}

const editors = '.part.editor';

/** Milliseconds that anything in the window may take on a busy machine. Only what fails waits so long. */
export const PATIENCE = 120_000;

/** Milliseconds after which something that shows nothing is asked for again: a window that is busy can lose a key or a hover. */
export const ATTEMPT = 10_000;

/** The place on the screen of a text that is visible on one line of an editor; waits until it is there. */
export async function locate(page: Page, text: string, where: Where = {}): Promise<Box> {
  const found = await until(
    page,
    `“${text}” to be visible in an editor`,
    () => boxesOf(page, text, where),
    (boxes) => {
      return boxes[where.nth ?? 0] !== undefined;
    },
  );
  return found[where.nth ?? 0]!;
}

/** Clicks before the first character of a visible text. */
export async function cursorTo(page: Page, text: string, where: Where = {}): Promise<void> {
  const box = await locate(page, text, where);
  await page.mouse.click(box.x + 1, box.y + box.height / 2);
}

/** Rests the mouse on a visible text and returns what the hover says. */
export async function hoverText(page: Page, text: string, where: Where = {}): Promise<string> {
  const hover = page
    .locator('.monaco-hover:not(.hidden) .monaco-hover-content')
    .filter({ visible: true, hasNotText: /Loading\.\.\.|正在加载/ });
  await until(
    page,
    `a hover over “${text}”`,
    async () => {
      const box = await locate(page, text, where);
      // A hover that was already open must not answer for this one.
      await page.mouse.move(box.x + box.width / 2, box.y - 200);
      await page.keyboard.press('Escape');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      return appears(hover.first());
    },
    Boolean,
  );
  return (await hover.allInnerTexts()).join('\n');
}

/** Whether something comes within one attempt. */
export function appears(what: Locator): Promise<boolean> {
  return succeeds(what.waitFor({ timeout: ATTEMPT }));
}

export function succeeds(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    () => false,
  );
}

/** Waits until a squiggle lies under a visible text. */
export async function waitForSquiggle(page: Page, text: string, where: Where = {}): Promise<void> {
  await until(
    page,
    `a squiggle under “${text}”`,
    async () => {
      const [box] = (await boxesOf(page, text, where)).slice(where.nth ?? 0);
      return box !== undefined && (await squiggles(page)).some((squiggle) => overlaps(squiggle, box));
    },
    (under) => under,
  );
}

export async function waitForNoSquiggle(page: Page): Promise<void> {
  await until(
    page,
    'no squiggle to be left',
    () => squiggles(page),
    (left) => left.length === 0,
  );
}

export async function squiggles(page: Page): Promise<Box[]> {
  return page
    .locator(`${editors} .cdr:is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)`)
    .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON()));
}

/** The lines that the editors show, top to bottom. */
export async function visibleText(page: Page, within = editors): Promise<string> {
  const lines = await page.locator(`${within} .view-line`).evaluateAll((all) =>
    all
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

/** Waits for a text, which may be wrapped over several lines of the screen. */
export async function waitForText(page: Page, text: string, within = editors): Promise<void> {
  await until(
    page,
    `“${text}” in the editor`,
    () => visibleText(page, within),
    (shown) => shown.replaceAll('\n', '').includes(text),
  );
}

/** Looks again and again, since everything in an editor happens a moment later. */
export async function until<T>(
  page: Page,
  what: string,
  look: () => Promise<T>,
  done: (value: T) => boolean,
  timeoutMs = PATIENCE,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const value = await look();
    if (done(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${timeoutMs / 1000} s for ${what}: look at the screenshot. Last seen: ${JSON.stringify(value)}`,
      );
    }
    await page.waitForTimeout(100);
  }
}

// What the page's own code below uses of the DOM; its types would otherwise reach the whole project.
type TextNode = { textContent: string | null };
type TextRange = {
  setStart(node: TextNode, offset: number): void;
  setEnd(node: TextNode, offset: number): void;
  getBoundingClientRect(): Box & { toJSON(): Box };
};
type Dom = {
  document: {
    createTreeWalker(root: unknown, show: number): { nextNode(): TextNode | null };
    createRange(): TextRange;
  };
};

/** A line is a row of spans, one per token, in which blanks are no-break spaces. */
async function boxesOf(page: Page, text: string, where: Where): Promise<Box[]> {
  const boxes = await page.locator(`${where.within ?? editors} .view-line`).evaluateAll((lines, wanted) => {
    const { document } = globalThis as unknown as Dom;
    const showText = 4;
    const boxes: Box[] = [];
    for (const line of lines) {
      const nodes: { node: TextNode; start: number }[] = [];
      let content = '';
      const walker = document.createTreeWalker(line, showText);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: content.length });
        content += (node.textContent ?? '').replaceAll('\u00a0', ' ');
      }
      for (let start = content.indexOf(wanted); start >= 0; start = content.indexOf(wanted, start + wanted.length)) {
        const end = start + wanted.length;
        const first = nodes.findLast((text) => text.start <= start)!;
        const last = nodes.findLast((text) => text.start < end)!;
        const range = document.createRange();
        range.setStart(first.node, start - first.start);
        range.setEnd(last.node, end - last.start);
        boxes.push(range.getBoundingClientRect().toJSON());
      }
    }
    return boxes;
  }, text);
  return boxes.sort((a, b) => a.y - b.y || a.x - b.x);
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height + 4 && b.y < a.y + a.height + 4;
}
