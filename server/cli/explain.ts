import { rules } from '../core/lint/rules/index.ts';
import { CLEAN, UsageError } from './status.ts';
import type { Terminal } from './terminal.ts';

/** `yijiao explain <rule>`: what a rule is for, with its examples; without a rule, the list of them. */
export function explain(ids: readonly string[], { language, out, colours }: Terminal): number {
  if (ids.length === 0) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    for (const rule of rules) out(`${rule.id.padEnd(width)}  ${rule.title[language]}\n`);
    return CLEAN;
  }
  for (const id of ids) {
    const rule = rules.find((one) => one.id === id);
    if (!rule) throw new UsageError(language === 'zh' ? `没有名为“${id}”的规则` : `There is no rule “${id}”`);
    const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
    out(`${paint(1, rule.id)} · ${rule.title[language]} (${rule.level})\n\n${rule.why[language]}\n\n`);
    for (const example of rule.examples) {
      if (typeof example === 'string') continue;
      const [bad, good] = example;
      out(`${paint(31, `- ${bad.replaceAll('\n', '\n- ')}`)}\n`);
      if (good !== bad) out(`${paint(32, `+ ${good.replaceAll('\n', '\n+ ')}`)}\n`);
    }
    out('\n');
  }
  return CLEAN;
}
