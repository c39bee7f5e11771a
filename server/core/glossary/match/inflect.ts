/**
 * The other number of an English term, formed on its last word: `class` → `classes`, `stop
 * words` → `stop word`. For a verb also its other forms, on the first word: `opt in` → `opted
 * in`. Regular forms only; a wrong extra form (`buss`) does no harm in matching.
 */
export function inflections(name: string, pos?: string): string[] {
  return pos === 'verb' ? [...numbers(name), ...verbForms(name)] : numbers(name);
}

/**
 * The singular and plurals of a name, the usual plural first;
 * undefined if its ending does not tell which of them it is.
 */
export function numbersOf(
  name: string,
): { readonly singular: string; readonly plurals: readonly string[] } | undefined {
  const word = /\p{Script=Latin}+$/u.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - word.length);
  if (word.length < 3) return undefined;
  const [singular, other] = isPlural(word) ? singulars(word) : [word];
  // “Caches” is not the plural of “cach”, and only a dictionary knows whether “refs” or “bus” is a plural.
  if (!singular || other || (singular === word && /[^s]s$/.test(word))) return undefined;
  const many = /^[A-Z]{2,}$/.test(singular) ? [`${singular}s`] : plurals(singular);
  return { singular: stem + singular, plurals: many.map((form) => stem + form) };
}

function verbForms(name: string): string[] {
  const verb = /^[a-z]{2,}/.exec(name)?.[0];
  if (!verb) return [];
  const rest = name.slice(verb.length);
  return conjugated(verb).map((form) => form + rest);
}

function conjugated(verb: string): string[] {
  if (/[^e]e$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:[sxz]|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const forms = [third, `${verb}ed`, `${verb}ing`];
  // stop → stopped. The stress is unknown, so both spellings count.
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(verb)) forms.push(`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`);
  return forms;
}

function numbers(name: string): string[] {
  const word = /\p{Script=Latin}+$/u.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - word.length);
  if (/^[A-Z]{2,}$/.test(word)) return word.endsWith('S') ? [] : [`${name}s`];
  if (word.length < 3) return [];
  return [...plurals(word), ...singulars(word)].map((form) => stem + form);
}

function plurals(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/[ie]x$/.test(word)) return [`${word}es`, `${word.slice(0, -2)}ices`];
  if (/sis$|xis$/.test(word)) return [`${word.slice(0, -2)}es`];
  if (/(?:[sxz]|ch|sh)$/.test(word)) return isPlural(word) ? [] : [`${word}es`];
  if (word.endsWith('o')) return [`${word}s`, `${word}es`];
  return [`${word}s`];
}

function singulars(word: string): string[] {
  if (!isPlural(word)) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return [word.slice(0, -1)];
}

function isPlural(word: string): boolean {
  return word.length > 4 && /[^aisu]s$/.test(word) && !/^(?:news|series|species|means|lens|chaos)$/i.test(word);
}
