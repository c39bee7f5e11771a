/** A project whose pages use 插槽 for “slot” with one exception, and never follow its glossary on “hook”. */
export function translatedProject(): Record<string, string> {
  const files: Record<string, string> = {
    '.yijiao.jsonc': '{ "glossary": ["terms.csv"] }',
    'terms.csv': 'en,zh\nslot,插槽\nhook,钩子\n',
  };
  for (let i = 0; i < 24; i++) {
    files[`docs/en/page${i}.md`] =
      `# Page ${i}\n\nThe slot ${i} is filled by the component.\n\nA hook is called ${i} times.\n`;
    files[`docs/zh/page${i}.md`] = `# 页面 ${i}\n\n插槽 ${i} 由组件填充。\n\n挂接函数会被调用 ${i} 次。\n`;
  }
  return { ...files, 'docs/zh/page0.md': files['docs/zh/page0.md']!.replace('插槽', '位置') };
}
