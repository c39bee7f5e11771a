/**
 * Text of a checkout for people at a terminal: what could move the cursor, forge a line or turn the order of reading is
 * shown by a sign, never written as it is. One character becomes one sign (`␛`) or its number (`\u{202e}`).
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, signOf);
}

/** The same for a whole output: its line ends and tabs stay and, where it has `colours`, those too. */
export function visibleOutput(text: string, colours: boolean): string {
  const keeps = (found: string) => found === '\n' || found === '\t' || found.length > 2;
  return text.replace(colours ? COLOUR_OR_UNSAFE : UNSAFE, (found) => (keeps(found) ? found : signOf(found)));
}

/** A value as JSON, two blanks deep and with a line end. JSON itself leaves DEL, C1 and what turns the order as they are. */
export function jsonText(value: unknown): string {
  const escaped = (found: string) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, escaped)}\n`;
}

// Controls (C0, DEL, C1), controls of direction, separators of lines and paragraphs. All are one UTF-16 unit.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const COLOUR_OR_UNSAFE = /\u001b\[\d+(?:;\d+)*m|[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u{${code.toString(16)}}`;
}
