import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { quietSettings } from '../../scripts/vscode-host/settings.ts';
import { until, visibleText, waitForText } from './editor.ts';
import { playing } from './play.ts';
import { scenario } from './scenario.ts';
import { startWebHost } from './web-host.ts';
import { notifications, openFile, runCommand, save, screenshot, settled } from './window.ts';

const english = (title: string) => `---
title: ${title}
---

# ${title}

The model learns to remove noise from an image.

## Training

It was trained with \`fit()\` on many pictures of flowers.

\`\`\`js
fit(pictures);
\`\`\`

- The pictures are made smaller first.
- The loss is the distance between both kinds of noise.

| Name | What it is for |
| --- | --- |
| \`fit\` | It trains the model. |
`;
const OLD = '0123456789abcdef0123456789abcdef01234567';
const chinese = (title: string, commit = OLD) => `---
title: ${title}
l10n:
  sourceCommit: ${commit}
---

# ${title}

模型学习去除图像中的噪声。

## 训练 {#training}

它用 \`fit()\` 在许多张花的图片上训练。

\`\`\`js
fit(pictures);
\`\`\`

- 首先缩小图片。
- 损失是两种噪声之间的距离。

| 名称 | 用途 |
| --- | --- |
| \`fit\` | 训练模型。 |
`;
const written = [
  '管线',
  '模型学习去除图像中的噪声。',
  '训练',
  '它用 `fit()` 在许多张花的图片上训练。',
  '首先缩小图片。',
  '损失是两种噪声之间的距离。',
  '名称',
  '用途',
  '训练模型。',
];

const progress = (page: Page) => page.locator('.statusbar-item[id$="yijiao.progress"]');
const hasSelected = (page: Page) => page.locator('.statusbar-item', { hasText: 'selected)' }).waitFor();
const writeOver = (page: Page, text: string) => page.keyboard.insertText(text);

scenario(
  'a translation is started, written block by block and finished',
  { folder: 'sample' },
  async ({ page, folder }) => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder })
        .toString()
        .trim();
    for (const [name, title] of [
      ['noise', '噪声'],
      ['sampling', '采样'],
      ['training', '训练'],
    ]) {
      write(`docs/en/${name}.md`, english(name!));
      write(`docs/zh/${name}.md`, chinese(title!));
    }
    write('docs/en/pipelines.md', english('Pipelines'));
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'Translate');
    const commit = git('rev-parse', 'HEAD');

    await openFile(page, 'docs/zh/noise.md');
    await settled(page);
    await progress(page).filter({ hasText: '10 of 10 blocks' }).waitFor();
    await runCommand(page, 'Look at All Translations');
    await page.locator('.pane-header', { hasText: 'Translations' }).click();
    const rows = page
      .locator('.pane', { has: page.locator('.pane-header', { hasText: 'Translations' }) })
      .locator('.monaco-list-row');
    const group = rows.filter({ hasText: 'Not translated' });
    await group.waitFor();
    await group.click();
    const row = rows.filter({ hasText: 'pipelines.md' });
    await row.hover();
    await screenshot(page, 'translating-1-tree');
    await row.locator('.action-label[aria-label*="Start Translation"]').click();

    await waitForText(page, 'TODO: 翻译');
    await progress(page).filter({ hasText: '2 of 10 blocks' }).waitFor();
    await waitForText(page, 'The model learns to remove noise');
    const text = await visibleText(page);
    // The mark of the source as in the other pages, and their ids of headings.
    assert.ok(text.includes(`sourceCommit: ${commit}`), text);
    assert.match(text, /## Training \{#training\}/);
    await hasSelected(page);
    await screenshot(page, 'translating-2-started');

    for (const [index, one] of written.entries()) {
      await hasSelected(page);
      await writeOver(page, one);
      await waitForText(page, one);
      if (index === 2) await screenshot(page, 'translating-3-on-the-way');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('n');
    }
    await progress(page).filter({ hasText: '10 of 10 blocks' }).waitFor();
    await screenshot(page, 'translating-4-finished');
    await save(page);
    assert.equal(
      readFileSync(join(folder, 'docs/zh/pipelines.md'), 'utf8'),
      chinese('管线', commit).replace('title: 管线', 'title: Pipelines'),
    );

    // The source goes on, and the page follows.
    write('docs/en/pipelines.md', `${english('Pipelines')}\nThere is more to say about it now.\n`);
    git('add', '.');
    git('commit', '-qm', 'Say more');
    await progress(page).filter({ hasText: '10 of 11 blocks' }).waitFor();
    await runCommand(page, 'Insert All Missing Blocks');
    await waitForText(page, 'There is more to say about it now.');
    await hasSelected(page);
    await screenshot(page, 'translating-5-inserted');
    await writeOver(page, '现在还有更多内容。');
    await runCommand(page, 'Go to Next Untranslated Block');
    await progress(page).filter({ hasText: '11 of 11 blocks · Mark as Synced' }).waitFor();
    await screenshot(page, 'translating-6-offer');
    await progress(page).click();
    await waitForText(page, git('rev-parse', 'HEAD').slice(0, 20));
    await save(page);
    await progress(page).filter({ hasNotText: 'Mark as Synced' }).waitFor();
    assert.deepEqual(await notifications(page), []);
    await screenshot(page, 'translating-7-synced');
  },
);

const lonely = {
  folder: 'sample',
  openFile: 'guide.md',
  files: {
    'guide.md': '# Guide\n\nThe model learns to remove noise from an image.\n\n- First of all, it is trained.\n',
  },
  settings: { 'yijiao.translationDraft': 'comments' },
};

scenario('a person says where a translation lies that the project cannot tell', lonely, async ({ page, folder }) => {
  await runCommand(page, 'Start Translation');
  const field = page.locator('.quick-input-widget input').first();
  await until(
    page,
    'a proposal',
    () => field.inputValue(),
    (value) => value === 'markdown/guide_CN.md',
  );
  await screenshot(page, 'translating-8-asked');
  await field.fill('unit3/README.md');
  await page.locator('.quick-input-message', { hasText: 'There is such a file already.' }).waitFor();
  await field.fill('chinese/the-guide.md');
  await field.press('Enter');
  await progress(page).filter({ hasText: '0 of 3 blocks' }).waitFor();
  await waitForText(page, '<!--');
  for (const [line, one] of [
    [4, '# 指南'],
    [9, '模型学习去除图像中的噪声。'],
    [14, '- 首先，对它进行训练。'],
  ] as const) {
    await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` }).waitFor();
    await writeOver(page, one);
    await waitForText(page, one);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('n');
  }
  await progress(page).filter({ hasText: '3 of 3 blocks' }).waitFor();
  await screenshot(page, 'translating-9-comments');
  await save(page);
  assert.equal(
    readFileSync(join(folder, 'chinese/the-guide.md'), 'utf8'),
    '<!--\n# Guide\n-->\n# 指南\n\n<!--\nThe model learns to remove noise from an image.\n-->\n模型学习去除图像中的噪声。\n\n<!--\n- First of all, it is trained.\n-->\n- 首先，对它进行训练。\n',
  );
});

playing('a translation is started in the browser alone', async (vsix, open) => {
  const more = {
    'docs/en/noise.md': english('Noise'),
    'docs/zh/noise.md': chinese('噪声'),
    'docs/en/pipelines.md': english('Pipelines'),
  };
  const host = await startWebHost({ vsix, folder: join(repoRoot, 'sample'), more, settings: quietSettings });
  const page = await open(host.url);
  await openFile(page, 'docs/en/pipelines.md');
  await runCommand(page, 'Start Translation');
  await progress(page).filter({ hasText: '2 of 10 blocks' }).waitFor();
  await hasSelected(page);
  await writeOver(page, written[0]!);
  await waitForText(page, written[0]!);
  await runCommand(page, 'Go to Next Untranslated Block');
  await progress(page).filter({ hasText: '3 of 10 blocks' }).waitFor();
  await screenshot(page, 'translating-10-web');
  await save(page);
  const saved = async () => new TextDecoder().decode(host.files.get('docs/zh/pipelines.md'));
  await until(page, 'the page in the virtual file', saved, (text) => text.includes('# 管线'));
});
