import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { smallPicture } from '../../scripts/pictures/animation.ts';
import { repoRoot, testOutput } from '../../scripts/vscode-host/paths.ts';
import { ATTEMPT, appears, succeeds, until } from './editor.ts';

export const screenshots = join(testOutput, 'e2e');
const pictures = join(repoRoot, 'docs', 'images');
const quickInput = '.quick-input-widget';
const focusedEditor = '.editor-group-container.active .monaco-editor.focused';
const quickFixRows = '.action-widget .monaco-list-row.action';
const bulb = '.part.editor :is([class*="codicon-light-bulb"], [class*="codicon-lightbulb"])';

/** Opens a file by its path in the folder, with Quick Open. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = posix.basename(path);
  const folder = path === name ? '' : posix.dirname(path);
  await chooseFromList(page, 'Control+P', path, (row) => row.label === name && row.description === folder);
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
  await page.locator(focusedEditor).first().waitFor();
}

/**
 * Waits until the extension has said all of the active Markdown page, and returns how many findings that are. On a busy machine
 * VS Code takes minutes to start it: no other clock runs before.
 */
export async function settled(page: Page): Promise<number> {
  const labels = '[aria-label*="Yijiao: "], [aria-label*="译校："]';
  const label = page.locator(`${statusOfPage}:not(:has(.codicon-loading)) :is(${labels})`);
  const said = await label.first().getAttribute('aria-label', { timeout: STARTED });
  const [, english, chinese] = /Yijiao: (\d+) found|译校：(\d+) 处/.exec(said ?? '') ?? [];
  return Number(english ?? chinese);
}

const STARTED = 600_000;
const statusOfPage = '#status\\.languageStatus';

/** Runs a command by its title, with the Command Palette; `Category: Title` or the title alone. */
export async function runCommand(page: Page, title: string): Promise<void> {
  // Both names of the extension stand before its commands.
  const names = (label: string) => [label, label.replace(/^译校 /, '')];
  await chooseFromList(page, 'F1', `>${title}`, ({ label }) =>
    names(label).some((name) => name === title || name.endsWith(`: ${title}`)),
  );
}

/** The commands that the palette has for a text; those of an extension come a while after the window. */
export async function commandsFor(page: Page, text: string): Promise<string[]> {
  const rows = page.locator(`${quickInput} .monaco-list-row .label-name`);
  const look = async () => {
    await openQuickInput(page, 'F1', `>${text}`);
    await page.waitForTimeout(500);
    const labels = await rows.allInnerTexts();
    if (labels.length < 2) await page.keyboard.press('Escape');
    return labels;
  };
  return until(page, `commands for “${text}”`, look, (labels) => labels.length > 1);
}

export async function goToLine(page: Page, line: number): Promise<void> {
  const position = page.locator('.statusbar-item', { hasText: new RegExp(`(?:Ln|行) ${line}[,，]`) });
  // Where the focus comes back to the editor late, the field closes unasked: it is opened again.
  await until(
    page,
    `the cursor in line ${line}`,
    async () => {
      await openQuickInput(page, 'Control+G', `:${line}`);
      return (await succeeds(field(page).press('Enter', { timeout: ATTEMPT }))) && appears(position);
    },
    Boolean,
  );
}

/** More room for the editors. */
export async function hideSideBar(page: Page): Promise<void> {
  const sideBar = page.locator('.part.sidebar');
  if (await sideBar.isVisible()) await page.keyboard.press('Control+B');
  await sideBar.waitFor({ state: 'hidden' });
  await page.locator(focusedEditor).first().waitFor();
}

/** Presses a button of the active editor's title bar. */
export async function pressTitleButton(page: Page, label: string): Promise<void> {
  await page.locator(`.editor-group-container.active .editor-actions [aria-label^="${label}"]`).click();
}

/** Presses a button of a message at the bottom right. */
export async function answer(page: Page, button: string): Promise<void> {
  await page.locator('.notifications-toasts .monaco-button', { hasText: button }).click();
}

/** Takes an entry of the list that an extension has opened. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.locator(`${quickInput} .monaco-list-row`, { hasText: label }).first().click();
  await page.locator(quickInput).waitFor({ state: 'hidden' });
}

export function listed(page: Page): Promise<string[]> {
  return until(
    page,
    'a list to choose from',
    // Rows that are used again keep the second line of others, unseen.
    () => page.locator(`${quickInput} .monaco-list-row .label-name`).filter({ visible: true }).allInnerTexts(),
    (all) => all.length > 0,
  );
}

/** Saves the active file. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}

/** Opens the Problems panel and returns its rows, the file's row first; waits until one says what is wanted. */
export async function problems(page: Page, wanted: RegExp): Promise<string[]> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await runCommand(page, 'Problems: Focus on Problems View');
  await panel.waitFor();
  const rows = panel.locator('.monaco-list-row');
  return until(
    page,
    `${wanted} in the Problems panel`,
    async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
    (texts) => texts.some((text) => wanted.test(text)),
  );
}

/** Opens the menu of quick fixes at the cursor, with the keyboard or with a click on the light bulb, and returns it. */
export async function quickFixes(page: Page, by: 'keyboard' | 'bulb' = 'keyboard'): Promise<string[]> {
  const items = page.locator(quickFixRows);
  // The diagnostics may have just arrived: the menu is asked for again until it has entries.
  await until(
    page,
    'a quick fix',
    async () => {
      if (by === 'keyboard') await page.keyboard.press('Control+.');
      else await page.locator(bulb).first().click();
      if (await appears(items.first())) return true;
      await page.keyboard.press('Escape');
      return false;
    },
    Boolean,
  );
  return (await items.allInnerTexts()).map((text) => text.trim());
}

/** Takes an entry of the open menu of quick fixes. */
export async function applyQuickFix(page: Page, title: string): Promise<void> {
  await page.locator(quickFixRows, { hasText: title }).first().click();
  await page.locator(quickFixRows).first().waitFor({ state: 'hidden' });
}

/** The messages at the bottom right. */
export async function notifications(page: Page): Promise<string[]> {
  return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
}

/** Writes .test-out/e2e/NAME.png; with --pictures also docs/images/NAME.png when it is one for the documentation. */
export async function screenshot(
  page: Page,
  name: string,
  options: { picture?: boolean; clip?: Clip } = {},
): Promise<string> {
  const path = join(screenshots, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  const png = await page.screenshot({ path, clip: options.clip });
  if (options.picture) await putPicture(smallPicture(png), name);
  return path;
}

/** With --pictures a picture becomes docs/images/NAME.png; those in Chinese lie in `zh-CN/`. */
export async function putPicture(png: Uint8Array, name: string): Promise<void> {
  if (!process.env.YIJIAO_PICTURES) return;
  const target = join(pictures, `${name}.png`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, png);
}

/** What is between the left edge of the editors and the right edge of the window, this high. */
export function band(page: Page, y: number, height: number): Clip {
  const { width, height: bottom } = page.viewportSize()!;
  const top = Math.max(0, Math.round(y));
  return { x: 50, y: top, width: width - 50, height: Math.min(height, bottom - top) };
}

type Clip = { x: number; y: number; width: number; height: number };

type Row = { label: string; description: string };

async function chooseFromList(page: Page, key: string, text: string, wanted: (row: Row) => boolean): Promise<void> {
  await openQuickInput(page, key, text);
  const rows = page.locator(`${quickInput} .monaco-list-row`);
  const look = () =>
    rows.evaluateAll((all) =>
      all.map(
        (row): Row => ({
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
        }),
      ),
    );
  // More entries may come a moment later and move the others: only a list that stands still is clicked.
  let last = '';
  let same = 0;
  const still = async () => {
    const now = await look();
    same = JSON.stringify(now) === last ? same + 1 : 0;
    last = JSON.stringify(now);
    return same >= 3 ? now : [];
  };
  const shown = await until(page, `“${text}” in the list`, still, (all) => all.some(wanted));
  const { label } = shown.find(wanted)!;
  await rows
    .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) })
    .first()
    .click();
  await until(
    page,
    'the list to close',
    () => fieldValue(page),
    (value) => value !== text,
  );
}

export async function openQuickInput(page: Page, key: string, text: string): Promise<void> {
  await until(
    page,
    `the field that ${key} opens`,
    async () => {
      await page.keyboard.press(key);
      if ((await appears(field(page))) && (await succeeds(field(page).fill(text, { timeout: ATTEMPT })))) return true;
      // Where it comes after all, the same key would choose from it.
      await page.keyboard.press('Escape');
      return false;
    },
    Boolean,
  );
}

function field(page: Page): Locator {
  return page.locator(`${quickInput} input`).first();
}

/** A command may open a list of its own, so “closed” means that ours is no longer there. */
async function fieldValue(page: Page): Promise<string | undefined> {
  return (await field(page).isVisible()) ? field(page).inputValue() : undefined;
}
