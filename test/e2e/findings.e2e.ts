import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { cursorTo, hoverText, locate, until, visibleText, waitForSquiggle, waitForText } from './editor.ts';
import { scenario } from './scenario.ts';
import {
  applyQuickFix,
  band,
  goToLine,
  hideSideBar,
  notifications,
  problems,
  quickFixes,
  runCommand,
  screenshot,
  settled,
} from './window.ts';

const FIX = 'Add a space';
const options = { folder: 'sample', openFile: 'markdown/unit3/README_CN.md' };

scenario('findings are seen, explained and mended by mouse and keyboard', options, async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await hideSideBar(page);
  await goToLine(page, 43);
  for (const text of ['为C', 'P的预', '练t', 'r模型']) await waitForSquiggle(page, text);
  await screenshot(page, 'findings-1-squiggles');

  const message = await hoverText(page, '名为CLIP');
  const seed = await locate(page, '名为CLIP');
  await screenshot(page, 'squiggles', { picture: true, clip: band(page, seed.y - 150, 330) });
  assert.match(message, /Add a space between “为” and “C”/);
  assert.match(message, /space-han-latin/);
  await page.keyboard.press('Escape');

  await cursorTo(page, 'CLIP的预训练');
  const fixes = await quickFixes(page, 'bulb');
  await screenshot(page, 'quick-fix', { picture: true, clip: band(page, seed.y - 60, 260) });
  assert.equal(fixes[0], FIX);
  assert.ok(fixes.includes('Disable space-han-latin for this line (writes a comment above it)'), fixes.join('\n'));
  await applyQuickFix(page, FIX);
  await waitForText(page, '名为 CLIP的');
  await screenshot(page, 'findings-2-fixed-by-bulb');

  await cursorTo(page, 'transformer模型');
  await quickFixes(page, 'keyboard');
  await page.keyboard.press('Enter');
  await waitForText(page, '预训练 transformer模型');
  await screenshot(page, 'findings-3-fixed-by-keyboard');

  // Wherever the lines break, one of these is whole on the screen.
  const count = async () => (await visibleText(page)).split('文字提示').length;
  const before = await count();
  await cursorTo(page, '文字提示');
  await quickFixes(page, 'keyboard');
  await screenshot(page, 'findings-4-forbidden-term');
  await applyQuickFix(page, 'Replace with “文本提示”');
  await until(page, 'one forbidden term less', count, (now) => now === before - 1);

  const rows = await problems(page, /Add a space between “元” and “3”/);
  const panel = (await page.locator('.part.panel').boundingBox())!;
  await screenshot(page, 'problems', { picture: true, clip: band(page, panel.y, panel.height) });
  assert.match(rows[0]!, /README_CN\.md/);
});

scenario('everything is fixed by one command, and back by one undo', options, async ({ page, folder }) => {
  await hideSideBar(page);
  await goToLine(page, 43);
  await waitForSquiggle(page, '为C');
  const found = (what: string, count: number) =>
    until(
      page,
      what,
      () => settled(page),
      (now) => now === count,
    );
  const fixed = `${folder}-fixed`;
  await cp(folder, fixed, { recursive: true });
  const [before, left] = [findingsIn(folder), findingsIn(fixed, '--fix')];
  await found('the findings that the command line has', before);
  await runCommand(page, 'Fix Everything That Is Safe to Fix');
  await waitForText(page, '名为 CLIP 的预训练 transformer 模型');
  await waitForText(page, '需要 16 倍');
  await found('what a person has to decide', left);
  await screenshot(page, 'fix-all-1-fixed');
  await runCommand(page, 'Fix Everything That Is Safe to Fix');
  const said = (all: string[]) => all.includes('Nothing that is safe to fix was found.');
  await until(page, 'word that nothing is left to fix', () => notifications(page), said);
  await page.keyboard.press('Control+Z');
  await waitForText(page, '名为CLIP的预训练transformer模型');
  await waitForText(page, '需要16倍');
  await found('the findings to be back', before);
  await screenshot(page, 'fix-all-2-undone');
});

/** How many findings the command line has in the page, or leaves there. */
function findingsIn(folder: string, ...more: string[]): number {
  const cli = join(repoRoot, 'server', 'cli.ts');
  const args = [cli, 'check', join(folder, options.openFile), '--format', 'json', ...more];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout).files[0].problems.length;
}
