import { styleText } from 'node:util';
import { ruleText } from '../core/lint/rule-page.ts';
import { rules } from '../core/lint/rules/index.ts';
import { noSuchRule } from '../core/text/shared-texts.ts';
import { CLEAN, InputError } from './status.ts';
import type { Terminal } from './terminal.ts';

/**
 * `yijiao explain <rule>`: prints the page of a rule in the language of the terminal;
 * without a rule, a list of all rules.
 */
export function explain(ids: readonly string[], { language, out, colours }: Terminal): number {
  if (ids.length === 0) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    for (const rule of rules) out(`${rule.id.padEnd(width)}  ${rule.title[language]}\n`);
    return CLEAN;
  }
  for (const id of ids) {
    const rule = rules.find((one) => one.id === id);
    if (!rule)
      throw new InputError(
        noSuchRule(
          id,
          rules.map((one) => one.id),
        ),
      );
    const text = `# ${rule.id}\n\n${ruleText(rule, language)}\n\n`;
    out(
      colours ? text.replace(/^(#+ |- |\+ ).*$/gm, (line, mark: string) => styleText(styles[mark[0]!]!, line)) : text,
    );
  }
  return CLEAN;
}

const styles: Record<string, 'bold' | 'red' | 'green'> = { '#': 'bold', '-': 'red', '+': 'green' };
