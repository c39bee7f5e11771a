/**
 * Makes text from a repository safe to print: characters that could move the cursor, fake a line or reverse the reading
 * order become a symbol (`␛`) or their number (`\u{202e}`).
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, signOf);
}

/** The same for whole output: keeps line ends and tabs and, with `colours`, colour sequences. */
export function visibleOutput(text: string, colours: boolean): string {
  const keeps = (found: string) => found === '\n' || found === '\t' || found.length > 2;
  return text.replace(colours ? COLOUR_OR_UNSAFE : UNSAFE, (found) => (keeps(found) ? found : signOf(found)));
}

/**
 * JSON, indented by two spaces, with a final line end. Also escapes
 * DEL, C1 and bidi controls, which `JSON.stringify` leaves.
 */
export function jsonText(value: unknown): string {
  const escaped = (found: string) =>
    found === '\n' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, escaped)}\n`;
}

// Controls (C0, DEL, C1), bidi controls, line and paragraph separators. Each is one UTF-16 unit.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const COLOUR_OR_UNSAFE = /\u001b\[\d+(?:;\d+)*m|[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u{${code.toString(16)}}`;
}
