import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Box, until, visibleText } from './editor.ts';
import { scenario } from './scenario.ts';
import { hideSideBar, pressTitleButton, runCommand, screenshot } from './window.ts';

const english = (name: string) =>
  `The function \`${name}()\` reads a picture, adds noise to it, and gives back what a model that knows nothing of it would have to remove again.`;
const chinese = (name: string) => `函数 \`${name}()\` 读入一张图片，加入噪声，再返回一无所知的模型需要去除的部分。`;

const differing = {
  folder: 'syntaxes',
  openFile: 'guide_CN.md',
  files: {
    'guide.md': `# Guide\n\n${['load', 'noise', 'step', 'draw', 'save'].map(english).join('\n\n')}\n`,
    'guide_CN.md': `# 指南\n\n${[
      chinese('load'),
      chinese('step'),
      english('draw'),
      chinese('save'),
      '译者补充：`v2` 版本已经有所改进，欢迎读者在评论区留言讨论。',
    ].join('\n\n')}\n`,
  },
};

const said = ['1 block is missing here', 'not translated', 'not in the source'];

scenario(
  'a screen reader is told what differs, where, and of how many',
  { ...differing, settings: { 'editor.accessibilitySupport': 'on' } },
  async ({ page }) => {
    await hideSideBar(page);
    await pressTitleButton(page, 'Compare with English Source');
    const status = page.getByRole('button', {
      name: /^Comparison: 1 missing, 1 not translated, 1 extra\. Both pages scroll together/,
    });
    await status.waitFor();
    await page
      .locator('.editor-group-container.active .view-lines')
      .first()
      .click({ position: { x: 5, y: 5 } });
    for (const [at, state] of said.entries()) {
      await page.keyboard.press('Control+K');
      await page.keyboard.press(']');
      const wanted = `Difference ${at + 1} of 3: ${state}`;
      // The hover has the keyboard, so that it is read.
      const tree = () =>
        page
          .locator('.monaco-hover:focus-within')
          .first()
          .ariaSnapshot({ timeout: 1000 })
          .catch(() => '');
      await until(page, wanted, tree, (text) => text.includes(wanted));
      await screenshot(page, `everyone-1-difference-${at + 1}`);
    }
    await page.keyboard.press('Escape');
    await page.locator('.monaco-editor.focused').first().waitFor();
  },
);

scenario('a screen reader is told the step and the question of a new entry', differing, async ({ page }) => {
  await hideSideBar(page);
  await runCommand(page, 'Add to Glossary…');
  const input = page.locator('.quick-input-widget');
  await page.locator('.quick-input-title', { hasText: '(1/3)' }).waitFor();
  const tree = await input.ariaSnapshot();
  assert.match(tree, /textbox "[^"]*The English name/);
  assert.match(tree, /Add to Glossary/);
  await page.keyboard.press('Escape');
});

scenario('the list of translations says of each page how it stands', differing, async ({ page }) => {
  await runCommand(page, 'Yijiao: Look at All Translations');
  await page.locator('.pane-header', { hasText: 'Translations' }).click();
  const row = page.getByRole('treeitem', { name: /guide_CN\.md, Incomplete/ });
  await row.first().waitFor();
  await screenshot(page, 'everyone-2-translations');
});

for (const theme of ['Default High Contrast', 'Default High Contrast Light', 'Default Light Modern']) {
  const settings = { 'workbench.colorTheme': theme };
  scenario(`in ${theme} at 200 % every word behind a block is whole`, { ...differing, settings }, async ({ page }) => {
    await hideSideBar(page);
    await pressTitleButton(page, 'Compare with English Source');
    const words = [...said, 'no translation'].map((one) => `← ${one}`);
    const shown = async () => (await visibleText(page)).replaceAll('\n', '');
    await until(page, 'the words', shown, (text) => words.every((one) => text.includes(one)));
    // A page at 200 % has half of the room.
    await page.setViewportSize({ width: 720, height: 560 });
    for (const side of [0, 1]) {
      const editor = page.locator('.editor-group-container .editor-instance').nth(side);
      await until(
        page,
        'the words to be inside of the editor',
        async () => outside((await editor.boundingBox())!, await labels(page)),
        (cut) => cut.length === 0,
      );
    }
    const name = theme.replaceAll(' ', '-').toLowerCase();
    await screenshot(page, `everyone-3-${name}-200`);
    // In the Chinese page what is missing, English and extra; in the English one what has no translation, and the counterpart.
    const counts = [0, 1].map((side) =>
      page.locator('.editor-group-container').nth(side).locator('.glyph-margin-widgets [class*="ced-"]').count(),
    );
    assert.deepEqual(await Promise.all(counts), [3, 2], 'one sign for each block, however its lines wrap');
  });
}

/** Where the words behind blocks are drawn, row by row. */
function labels(page: Page): Promise<Box[]> {
  return page
    .locator('.view-line span[class*="ced-"], .view-line span[class*="dyn-rule-"]')
    .evaluateAll((all) =>
      all
        .filter((one) => one.children.length === 0 && (one.textContent ?? '').trim() !== '')
        .map((one) => one.getBoundingClientRect().toJSON()),
    );
}

function outside(editor: Box, boxes: readonly Box[]): Box[] {
  const isHere = ({ x }: Box) => x >= editor.x && x < editor.x + editor.width;
  return boxes.filter((box) => isHere(box) && box.x + box.width > editor.x + editor.width);
}
