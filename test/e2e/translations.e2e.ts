import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTEMPT, succeeds, until, visibleText, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import { notifications, openFile, runCommand, save, screenshot, settled } from './window.ts';

const english = (title: string) => `# ${title}

The model learns to remove noise from an image.

## Training

It was trained with \`fit()\` on many pictures of flowers.

The loss is the distance between both kinds of noise.

## More

See the [notes](https://example.com/a) on the model for more.
`;
const chinese = (title: string) => `# ${title}

模型学习去除图像中的噪声。

## 训练

它用 \`fit()\` 在许多张花的图片上训练。

损失是两种噪声之间的距离。

## 更多

更多内容请看关于模型的[说明](https://example.com/a)。
`;

scenario('a project sees how its translations stand', { folder: 'sample' }, async ({ page, folder }) => {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  for (const name of ['noise', 'sampling', 'training']) {
    write(`docs/en/${name}.md`, english(name[0]!.toUpperCase() + name.slice(1)));
    write(`docs/zh/${name}.md`, chinese({ noise: '噪声', sampling: '采样', training: '训练' }[name]!));
  }
  write('docs/zh/sampling.md', chinese('采样').replace(/损失[^\n]*\n\n/, ''));
  write('docs/en/pipelines.md', english('Pipelines'));
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Translate');
  write(
    'docs/en/training.md',
    english('Training').replace('many pictures of flowers', 'one million drawings of flowers'),
  );
  git('commit', '-qam', 'Train on more');

  await openFile(page, 'docs/zh/training.md');
  await settled(page);
  await runCommand(page, 'Yijiao: Look at All Translations');
  const rows = page
    .locator('.pane', { has: page.locator('.pane-header', { hasText: 'Translations' }) })
    .locator('.monaco-list-row');
  const texts = async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  // The view begins closed, below the files, and comes when the workspace is known to hold a translation.
  await page.locator('.pane-header', { hasText: 'Translations' }).click();
  // The rows of a group come after it.
  const wanted = [/^Behind ?1$/, /training\.md.*behind by 1 block\b/, /sampling\.md.*1 missing/];
  const isThere = (all: string[]) => wanted.every((one) => all.some((text) => one.test(text)));
  await until(page, 'the translations', texts, isThere);
  await screenshot(page, 'translations-1-tree');

  await rows.filter({ hasText: 'training.md' }).click();
  await page.locator('.codelens-decoration', { hasText: 'English changed: 1 paragraph' }).waitFor();
  await waitForText(page, 'one million drawings of flowers');
  await screenshot(page, 'translations-2-behind');
  await rows.filter({ hasText: 'sampling.md' }).click();
  await page.locator('.statusbar-item', { hasText: '1 missing' }).waitFor();
  await waitForText(page, 'The loss is the distance between both kinds of noise.');
  await screenshot(page, 'translations', { picture: true });

  await runCommand(page, 'Yijiao: Go to Next Difference');
  await runCommand(page, 'Yijiao: Insert Missing Block');
  await waitForText(page, 'TODO: 翻译');
  await screenshot(page, 'translations-3-inserted');
  assert.match(await visibleText(page), /TODO: 翻译[\s\S]*The loss is the distance/);

  // The list follows what is saved, committed and deleted. A busy VS Code itself can miss that a file has changed: it changes again.
  const follows = async (what: string, wanted: RegExp, change: () => unknown) => {
    const isThere = (all: string[]) => all.some((text) => wanted.test(text));
    const once = async () => {
      await change();
      return succeeds(until(page, what, texts, isThere, ATTEMPT));
    };
    await until(page, what, once, Boolean);
  };
  await follows('what is still English', /sampling\.md.*1 block untranslated/, () => save(page));
  git('commit', '-qam', 'Translate anew');
  git('commit', '-q', '--allow-empty', '-m', 'Nothing');
  await follows('a page that is behind', /noise\.md.*behind by 1 block/, () =>
    write('docs/en/noise.md', english('Noise').replace('learns to remove', 'was taught to find')),
  );
  await follows('a page that is new', /^Incomplete ?3$/, () => {
    rmSync(join(folder, 'docs/zh/pipelines.md'), { force: true });
    write('docs/zh/pipelines.md', chinese('管线').replace(/损失[^\n]*\n\n/, ''));
  });
  await screenshot(page, 'translations-3-followed');
  git('checkout', '-q', '--', 'docs/en/noise.md');

  await openFile(page, 'docs/zh/training.md');
  await runCommand(page, 'Yijiao: Show What Changed in the English');
  await until(
    page,
    'the difference',
    () => page.locator('.monaco-diff-editor').count(),
    (count) => count > 0,
  );
  await waitForText(page, 'many pictures of flowers');
  await screenshot(page, 'translations-4-diff');

  await runCommand(page, 'Yijiao: Write Translation Report');
  const field = page.locator('.quick-input-widget input').first();
  await until(
    page,
    'the name of the report',
    () => field.inputValue(),
    (value) => value.endsWith('translation-report.html'),
  );
  await field.press('Enter');
  await until(
    page,
    'a message',
    () => notifications(page),
    (all) => all.some((text) => text.includes('translation-report.html')),
  );
  const html = readFileSync(join(folder, 'translation-report.html'), 'utf8');
  const report = await page
    .context()
    .browser()!
    .newPage({ viewport: { width: 1200, height: 900 } });
  await report.setContent(html);
  await screenshot(report, 'report', { picture: true });
  assert.match(await report.locator('body').innerText(), /docs\/zh\/training\.md/);
});
