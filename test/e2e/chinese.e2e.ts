import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../../client/welcome/sample.data.ts';
import { cursorTo, hoverText, locate, until, waitForSquiggle, waitForText } from './editor.ts';
import { noEnglishOfOurs } from './no-english.ts';
import { scenario } from './scenario.ts';
import {
  applyQuickFix,
  band,
  goToLine,
  hideSideBar,
  notifications,
  openFile,
  openQuickInput,
  quickFixes,
  runCommand,
  screenshot,
  settled,
} from './window.ts';
import { named } from './words.ts';

const language = 'zh-CN';
const options = { folder: 'sample', openFile: 'markdown/unit3/README_CN.md', language } as const;
const command = (name: string) => named(language, `command.${name}`);
const picture = (name: string) => `${language}/${name}`;

scenario('a Chinese window speaks Chinese: findings, fixes and terms', options, async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await hideSideBar(page);
  await goToLine(page, 43);
  for (const text of ['为C', 'P的预']) await waitForSquiggle(page, text);
  const message = await hoverText(page, '名为CLIP');
  const seed = await locate(page, '名为CLIP');
  await screenshot(page, picture('squiggles'), { picture: true, clip: band(page, seed.y - 150, 330) });
  assert.match(message, /“为”与“C”之间应加空格/);
  await noEnglishOfOurs(page);
  await page.keyboard.press('Escape');

  await cursorTo(page, 'CLIP的预训练');
  const fixes = await quickFixes(page, 'bulb');
  await screenshot(page, picture('quick-fix'), { picture: true, clip: band(page, seed.y - 60, 260) });
  assert.equal(fixes[0], '插入空格');
  // VS Code adds a line of its own, which its Chinese of an older version lacks.
  for (const fix of fixes.slice(0, -1)) assert.match(fix, /\p{Script=Han}/u);
  await noEnglishOfOurs(page);
  await applyQuickFix(page, '插入空格');
  await waitForText(page, '名为 CLIP的');

  await page.keyboard.press('Control+Shift+M');
  const panel = page.locator('.markers-panel');
  await panel.locator('.monaco-list-row', { hasText: '之间应加空格' }).first().waitFor();
  const box = (await page.locator('.part.panel').boundingBox())!;
  await screenshot(page, picture('problems'), { picture: true, clip: band(page, box.y, box.height) });
  await noEnglishOfOurs(page);
  await page.keyboard.press('Control+Shift+M');

  await goToLine(page, 27);
  const entry = await hoverText(page, '自注意力机制');
  const term = await locate(page, '自注意力机制');
  await screenshot(page, picture('glossary-hover'), { picture: true, clip: band(page, term.y - 180, 280) });
  assert.match(entry, /自关注机制/);
  await noEnglishOfOurs(page);
});

scenario('a Chinese window speaks Chinese: the comparison', options, async ({ page }) => {
  await page.setViewportSize({ width: 1300, height: 760 });
  await hideSideBar(page);
  await goToLine(page, 23);
  await openQuickInput(page, 'F1', `>${command('compare')}`);
  const first = page.locator('.quick-input-widget .monaco-list-row .label-name').first();
  await until(
    page,
    'the command',
    () => first.innerText(),
    (label) => label === `译校 Yijiao: ${command('compare')}`,
  );
  await screenshot(page, 'chinese-palette');
  await page.keyboard.press('Enter');
  await waitForText(page, 'Stable Diffusion is a powerful text-conditioned latent');
  await cursorTo(page, ':loudspeaker: 别忘了');
  await waitForText(page, "Don't forget to join the");
  await page.waitForTimeout(1000);
  await screenshot(page, picture('compare'), { picture: true, clip: band(page, 0, 600) });
  await noEnglishOfOurs(page);
  await runCommand(page, command('nextDifference'));
  await noEnglishOfOurs(page);
});

scenario('a Chinese window speaks Chinese: the translations', { language }, async ({ page, folder }) => {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  const english = sample['guide.md']!;
  const chinese = `${sample['guide_CN.md']!}\n更大的引导尺度会让图像更贴近文本提示。\n`;
  for (const name of ['noise', 'sampling', 'training']) {
    write(`docs/en/${name}.md`, english);
    write(`docs/zh/${name}.md`, chinese);
  }
  write('docs/zh/sampling.md', sample['guide_CN.md']!);
  write('docs/en/pipelines.md', english);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Translate');
  write('docs/en/training.md', english.replace('600 images', '600 drawings of flowers'));
  git('commit', '-qam', 'Train on more');

  await openFile(page, 'docs/zh/training.md');
  await settled(page);
  await runCommand(page, command('refreshTranslations'));
  const title = named(language, 'view.translations');
  const header = page.locator('.pane-header', { hasText: title });
  await header.click();
  const rows = page.locator('.pane', { has: header }).locator('.monaco-list-row');
  const texts = async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  const wanted = [/^落后 ?1$/, /training\.md.*落后 1 段/, /sampling\.md.*缺 1 段/];
  await until(page, 'the translations', texts, (all) => wanted.every((one) => all.some((text) => one.test(text))));
  await rows.filter({ hasText: 'sampling.md' }).click();
  await waitForText(page, 'A larger guidance scale follows');
  await screenshot(page, picture('translations'), { picture: true });
  await noEnglishOfOurs(page);

  await runCommand(page, command('writeReport'));
  const field = page.locator('.quick-input-widget input').first();
  const isNamed = (value: string) => value.endsWith('translation-report.html');
  await until(page, 'the name of the report', () => field.inputValue(), isNamed);
  await field.press('Enter');
  const told = (all: string[]) => all.some((text) => text.includes('报告已写入'));
  await until(page, 'a message', () => notifications(page), told);
  const report = await page
    .context()
    .browser()!
    .newPage({ viewport: { width: 1200, height: 900 } });
  await report.setContent(readFileSync(join(folder, 'translation-report.html'), 'utf8'));
  await screenshot(report, picture('report'), { picture: true });
});
