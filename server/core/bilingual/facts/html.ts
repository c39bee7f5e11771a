/** The text between the tags of HTML or JSX, without comments; each tag becomes a space. Linear in the length. */
export function htmlText(source: string): string {
  let text = '';
  let at = 0;
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', at)) {
    const end = tagEnd(source, open);
    text += `${source.slice(at, open)} `;
    at = end;
  }
  return text + source.slice(at);
}

// An unclosed tag extends to the end of the text. Its attributes are not prose.
function tagEnd(source: string, open: number): number {
  if (source.startsWith('<!--', open)) {
    const close = source.indexOf('-->', open + 4);
    return close < 0 ? source.length : close + 3;
  }
  let quote = '';
  for (let at = open + 1; at < source.length; at++) {
    const character = source[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return source.length;
}
