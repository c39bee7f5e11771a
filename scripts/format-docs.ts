import type { Bilingual, Language } from '../server/core/text/bilingual.ts';

/**
 * Fills a page with texts derived from the glossary formats, between marks like `<!-- formats: names -->…<!-- /formats
 * -->`; also `table`, `abilities` and `sections`.
 */
export async function withFormats(page: string, language: Language): Promise<string> {
  const { formatNames } = await import('../server/core/glossary/format/index.ts');
  const { formats } = await import('../server/core/glossary/format/list.ts');
  const { abilities } = await import('../server/core/glossary/format/abilities.ts');
  const said = (text: Bilingual) => text[language];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const endings = (extensions: readonly string[]) => extensions.map((one) => `\`.${one}\``).join(' ');
  const parts: Record<string, () => string> = {
    names: () => said(formatNames),
    table: () =>
      block([
        row(heads.map(said)),
        row(['---', '---', '---']),
        ...formats.map(({ name, extensions, docs }) => row([said(name), endings(extensions), said(docs.reading)])),
      ]),
    abilities: () =>
      block([
        row(['', ...formats.map(({ name }) => said(name))]),
        row(['---', ...formats.map(() => ':-:')]),
        ...(Object.keys(abilities) as (keyof typeof abilities)[]).map((ability) =>
          row([said(abilities[ability]), ...formats.map(({ lacks }) => (lacks.includes(ability) ? '–' : '✓'))]),
        ),
      ]),
    sections: () =>
      block(
        formats.flatMap(({ name, docs }) =>
          docs.section ? [`## ${said(name)}\n\n${said(docs.section).trim()}\n`] : [],
        ),
      ),
  };
  return withParts(page, 'formats', parts);
}

/** A page with parts put between its marks: `<!-- formats: names -->…<!-- /formats -->`. */
export function withParts(page: string, what: string, parts: Readonly<Record<string, () => string>>): string {
  const marks = new RegExp(`(<!-- ${what}: (\\w+) -->)[\\s\\S]*?(<!-- /${what} -->)`, 'g');
  return page.replace(marks, (_, open, part, close) => {
    const made = parts[part];
    if (!made) throw new Error(`No part “${part}” of the ${what}`);
    return open + made() + close;
  });
}

const heads: readonly Bilingual[] = [
  { en: 'Format', zh: '格式' },
  { en: 'Files', zh: '文件' },
  { en: 'How it is read', zh: '读法' },
];

export function block(lines: readonly string[]): string {
  return lines.length > 0 ? `\n\n${lines.join('\n').trimEnd()}\n\n` : '\n';
}
