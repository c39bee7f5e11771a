interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string }[];
  readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string }[];
}

/** A page with the commands and their keys, as the manifest has them, between `<!-- commands -->` and `<!-- /commands -->`. */
export function withCommands(
  page: string,
  { commands, keybindings }: Contributes,
  words: Readonly<Record<string, string>>,
  heads: readonly [command: string, key: string],
): string {
  const rows = commands.map(({ command, title }) => {
    const name = title.startsWith('%') ? words[title.slice(1, -1)] : title;
    const keys = keybindings.filter((one) => one.command === command).map(({ key }) => shown(key));
    return `| ${name} | ${keys.join(', ')} |`;
  });
  const table = [`| ${heads.join(' | ')} |`, '| --- | --- |', ...rows].join('\n');
  return page.replace(
    /(<!-- commands -->)[\s\S]*?(<!-- \/commands -->)/,
    (_, open, close) => `${open}\n\n${table}\n\n${close}`,
  );
}

/** `ctrl+k ]` as people write it. */
function shown(key: string): string {
  return key.replace(/[a-z]+/g, (name) => name[0]!.toUpperCase() + name.slice(1));
}
