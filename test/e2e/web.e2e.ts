import assert from 'node:assert/strict';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { cursorTo, hoverText, until, waitForSquiggle, waitForText } from './editor.ts';
import { playing } from './play.ts';
import { startWebHost } from './web-host.ts';
import { goToLine, hideSideBar, notifications, openFile, quickFixes, runCommand, save, screenshot } from './window.ts';

const page_CN = 'markdown/unit3/README_CN.md';

playing('the packaged extension works in the browser alone, on files of a virtual file system', async (vsix, open) => {
  const host = await startWebHost({
    vsix,
    folder: join(repoRoot, 'sample'),
    // Whether “类” is a word of its own only the segmenter knows, which the worker loads when it is asked for.
    more: {
      '.yijiao.jsonc': '{ "glossary": ["glossary.csv", "names.csv"] }',
      'names.csv': 'en,zh,forbidden\nclass,类别,类\n',
      'names_CN.md': '类似的情况很多，每个类都有名字。\n',
    },
    settings: quietSettings,
  });
  const page = await open(host.url);
  await openFile(page, page_CN);
  await hideSideBar(page);
  await goToLine(page, 43);
  await waitForSquiggle(page, '为C');
  await screenshot(page, 'web-1-squiggles');
  assert.match(await hoverText(page, '名为CLIP'), /Add a space between “为” and “C”/);
  await page.keyboard.press('Escape');

  await cursorTo(page, 'CLIP的预训练');
  const fixes = await quickFixes(page);
  assert.equal(fixes[0], 'Add a space');
  await screenshot(page, 'web-2-quick-fix');
  await page.keyboard.press('Enter');
  await waitForText(page, '名为 CLIP的');
  await save(page);
  const saved = async () => new TextDecoder().decode(host.files.get(page_CN));
  await until(page, 'the fix in the virtual file', saved, (text) => text.includes('名为 CLIP的'));

  await goToLine(page, 27);
  const entry = await hoverText(page, '自注意力机制');
  await screenshot(page, 'web-3-glossary');
  assert.match(entry, /self-attention/);
  assert.match(entry, /自关注机制/);
  await page.keyboard.press('Escape');

  await goToLine(page, 23);
  await runCommand(page, 'Compare with English Source');
  await waitForText(page, 'Stable Diffusion is a powerful text-conditioned latent');
  await screenshot(page, 'web-4-compare');

  await openFile(page, 'names_CN.md');
  await waitForSquiggle(page, '类都');
  await screenshot(page, 'web-5-segmenter');
  await cursorTo(page, '类都有名字');
  assert.ok((await quickFixes(page)).includes('Replace with “类别”'));
  await page.keyboard.press('Escape');

  await runCommand(page, 'Yijiao: Show Style');
  const style = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Style' }) }).last();
  await until(
    page,
    'the style of the pages',
    () => style.innerText(),
    (text) => text.includes('Latin letters') && text.includes('Only 2 Chinese pages were found'),
  );
  await screenshot(page, 'web-6-style');
  assert.deepEqual(await notifications(page), []);
});
