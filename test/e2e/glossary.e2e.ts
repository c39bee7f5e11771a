import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appears, cursorTo, hoverText, locate, until, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import { band, goToLine, hideSideBar, notifications, screenshot } from './window.ts';

const options = { folder: 'sample', openFile: 'markdown/unit3/README_CN.md' };

scenario('the glossary answers a hover and opens at the entry', options, async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await hideSideBar(page);
  await goToLine(page, 27);
  const text = await hoverText(page, '自注意力机制');
  const term = await locate(page, '自注意力机制');
  await screenshot(page, 'glossary-hover', { picture: true, clip: band(page, term.y - 180, 280) });
  assert.match(text, /self-attention/);
  assert.match(text, /自关注机制/);
  await page.locator('.monaco-hover a', { hasText: 'Open' }).first().click();
  await waitForText(page, 'self-attention,自注意力机制,自关注机制');
  await page.locator('.statusbar-item', { hasText: 'Ln 7,' }).waitFor();
  await screenshot(page, 'glossary-2-entry');
});

scenario('an entry is edited from the hover of its term', options, async ({ page, folder }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await hideSideBar(page);
  await goToLine(page, 27);
  await hoverText(page, '自注意力机制');
  await page.locator('.monaco-hover a', { hasText: 'Edit' }).first().click();
  const rejected = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Wordings not to use' });
  await rejected.waitFor();
  await screenshot(page, 'glossary-3-edit');
  await rejected.click();
  const field = page.locator('.quick-input-widget input').first();
  await until(
    page,
    'the wordings as they are',
    () => field.inputValue(),
    (value) => value === '自关注机制',
  );
  await field.fill('自关注机制，注意力引导');
  await field.press('Enter');
  const done = (all: string[]) => all.includes('Changed in glossary.csv.');
  await until(page, 'word that the entry is changed', () => notifications(page), done);
  const row = '\nself-attention,自注意力机制,自关注机制，注意力引导,';
  assert.ok(readFileSync(join(folder, 'glossary.csv'), 'utf8').includes(row));
});

scenario(
  'an English term that is typed becomes Chinese, and its Chinese leads to its row',
  options,
  async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 800 });
    await hideSideBar(page);
    await goToLine(page, 27);
    const term = await locate(page, '自注意力机制');
    await page.keyboard.down('Control');
    // The editor asks once for each word that the mouse comes to, perhaps before the server has an answer.
    const link = page.locator('.goto-definition-link');
    const underlined = async () => {
      await page.mouse.move(term.x + term.width / 2, term.y + 120);
      await page.mouse.move(term.x + term.width / 2, term.y + term.height / 2);
      return (await appears(link.first())) && (await link.allInnerTexts()).join('');
    };
    await until(page, 'the term to be underlined', underlined, (text) => text === '自注意力机制');
    await screenshot(page, 'glossary-4-definition', { clip: band(page, term.y - 100, 200) });
    await page.keyboard.up('Control');

    await goToLine(page, 28);
    await page.keyboard.type('使用 self-att', { delay: 60 });
    const offer = page.locator('.suggest-widget .monaco-list-row', { hasText: '自注意力机制' }).first();
    await offer.waitFor();
    await screenshot(page, 'glossary-5-completion');
    await page.keyboard.press('Enter');
    await waitForText(page, '使用自注意力机制');
  },
);

scenario('a term is renamed at once, and after a look by those who ask for it', options, async ({ page, folder }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await hideSideBar(page);
  await goToLine(page, 27);
  const rename = async (from: string, to: string, key: string) => {
    await cursorTo(page, from);
    await page.keyboard.press('ArrowRight');
    const box = page.locator('.rename-box input');
    // The server has an answer a moment after the page is open.
    const asked = async () => {
      await page.keyboard.press('F2');
      return box.waitFor({ timeout: 3000 }).then(
        () => box.inputValue(),
        () => '',
      );
    };
    await until(page, 'the box for the new name', asked, (name) => name === from);
    await box.fill(to);
    await box.press(key);
  };
  const row = (name: string) => readFileSync(join(folder, 'glossary.csv'), 'utf8').includes(`self-attention,${name},`);
  const saved = async (name: string) => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('S');
    await until(page, `${name} in the glossary`, async () => row(name), Boolean);
  };

  await rename('自注意力机制', '自我注意力机制', 'Enter');
  await waitForText(page, '自我注意力机制');
  assert.equal(await page.locator('.bulk-edit-panel').count(), 0);
  await saved('自我注意力机制');

  await rename('自我注意力机制', '自身注意力机制', 'Control+Enter');
  const preview = page.locator('.bulk-edit-panel');
  await preview.waitFor({ timeout: 30_000 });
  await screenshot(page, 'glossary-6-rename-preview');
  assert.equal(row('自我注意力机制'), true);
  await preview.getByText('Apply').first().click();
  await waitForText(page, '自身注意力机制');
  await saved('自身注意力机制');
});
