import type { InlineContext } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** What a tool replaces or interprets: `{{ name }}`, `{#id}`, roles, shortcodes and text directives. */
export const placeholders: Dialect = {
  nodes: ['Placeholder', 'Shortcode', 'Role'],
  inlines: (reading) =>
    reading === 'plain'
      ? []
      : [
          { name: 'Placeholder', parse: placeholder, before: 'InlineCode', begins: '{' },
          { name: 'Role', parse: role, before: 'InlineCode', begins: ':' },
        ],
  atoms: { Placeholder: 'placeholder', Shortcode: 'shortcode', Role: 'role' },
};

const placeholderForms = new RegExp(
  [
    /\{\{[<%]?[^\n]*?[>%]?\}\}|\{%[^\n]*?%\}/,
    // The same over several lines. A shortcode may stay open at the end of
    // the paragraph, because a line with `>` starts a quotation.
    /\{\{[<%](?:(?!\{\{|[>%]\}\})[\s\S]){0,2000}(?:[>%]\}\}|$)|\{%(?:(?!\{%|%\})[\s\S]){0,2000}%\}/,
    /\{\/\*[\s\S]*?\*\/\}|\{[#.:][^{}\n]*\}|\{[\w-]+="[^{}\n]*\}|\{![^{}\n]+!\}/,
    // Names and operators before a string are code, even if the string is Chinese.
    /\{[^{}\n\u3400-\u9fff]*\}|\{(?=[\w$.?:!&|,()[\] +-]{0,99}["'])[^{}\n]*\}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
const bracedRoleForm = /\{[A-Za-z][\w:+-]*\}`[^`\n]+`(?!`)/y;

function placeholder(cx: InlineContext, next: number, from: number): number {
  if (next !== BRACE) return -1;
  const named = matchAt(bracedRoleForm, cx, from);
  if (named) return cx.addElement(cx.elt('Role', from, from + named.length));
  const found = matchAt(placeholderForms, cx, from);
  return found ? cx.addElement(cx.elt('Placeholder', from, from + found.length)) : -1;
}

const roleForm = /:[A-Za-z][\w+-]*:(?!\/\/)(?:`[^`\n]+`(?!`))?/y;

function role(cx: InlineContext, next: number, from: number): number {
  if (next !== COLON || /\w/.test(cx.slice(Math.max(cx.offset, from - 1), from))) return -1;
  const directive = matchAt(textDirectiveForm, cx, from);
  if (directive) return cx.addElement(cx.elt('Placeholder', from, from + directive.length));
  const found = matchAt(roleForm, cx, from);
  if (!found) return -1;
  return cx.addElement(cx.elt(found.endsWith('`') ? 'Role' : 'Shortcode', from, from + found.length));
}

// `:abbr[text]{title="…"}`: the text stays prose, the name is hidden.
const textDirectiveForm = /:[A-Za-z][\w-]*(?=\[)/y;

const COLON = 58;
const BRACE = 123;
