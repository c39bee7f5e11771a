import { until } from './editor.ts';
import { noEnglishOfOurs } from './no-english.ts';
import { scenario } from './scenario.ts';
import { runCommand, screenshot } from './window.ts';
import { named } from './words.ts';

/** Pages that agree on blanks beside Latin words and are divided about brackets. */
const files = {
  'a.md': '# 训练\n\n使用 PyTorch 训练模型（见下文）。\n\n再用 NumPy 处理（可选）。\n\n结果交给 CLIP 模型（完）。\n',
  'b.md': '# 加载\n\n加载 BERT 模型，然后调用GPU计算。\n\n输出 JSON 文件(可选)。\n\n占用内存(约)。\n',
  'c.md': '# 系统\n\n这里是 Linux 系统。\n\n下载 Docker 镜像(大)。\n\n运行 Python 脚本。\n',
};

for (const language of ['en', 'zh-CN'] as const) {
  scenario(`the style of a project is shown (${language})`, { files, openFile: 'b.md', language }, async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 640 });
    await runCommand(page, named(language, 'command.showStyle'));
    await runCommand(page, named(language, 'command.refreshStyle'));
    const header = page.locator('.pane-header', { hasText: named(language, 'view.style') });
    const rows = page.locator('.pane', { has: header }).locator('.monaco-list-row');
    const texts = async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    const isThere = (all: string[]) => all.some((text) => /括号|[Bb]rackets/.test(text));
    await until(page, 'the points of style', texts, isThere);
    await rows
      .filter({ hasText: /括号|[Bb]rackets/ })
      .first()
      .click();
    await page.waitForTimeout(1000);
    await screenshot(page, language === 'en' ? 'style' : `${language}/style`, { picture: true });
    if (language !== 'en') await noEnglishOfOurs(page);
  });
}
