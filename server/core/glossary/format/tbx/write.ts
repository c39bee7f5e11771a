import type { Term, WordingStatus } from '../../term.ts';

/** Writes TBX-Basic version 2, which most tools read. A term without English is not a concept and is left out. */
export function writeTbx(terms: readonly Term[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc><sourceDesc><p>Yijiao</p></sourceDesc></fileDesc>
  </martifHeader>
  <text>
    <body>
${terms
  .filter(({ source }) => source.length > 0)
  .map(entry)
  .join('')}    </body>
  </text>
</martif>
`;
}

function entry(term: Term): string {
  const { id, domain, note, refs = [], source, renderings, region = 'zh', doNotTranslate } = term;
  const pos = term.pos ? `<termNote type="partOfSpeech">${escaped(term.pos)}</termNote>` : '';
  const chinese = [
    ...(doNotTranslate ? [{ text: source[0]!, status: 'preferred' as const }] : []),
    ...renderings.map(({ text, status }) => ({ text, status })),
  ];
  const lines = [
    `<termEntry${id ? ` id="${escaped(id)}"` : ''}>`,
    ...(domain ? [`  <descrip type="subjectField">${escaped(domain)}</descrip>`] : []),
    ...(note ? [`  <note>${escaped(note)}</note>`] : []),
    ...refs.map((ref) => `  <xref type="externalCrossReference" target="${escaped(ref)}">${escaped(ref)}</xref>`),
    '  <langSet xml:lang="en">',
    ...source.map((name, index) => `    <tig><term>${escaped(name)}</term>${index === 0 ? pos : ''}</tig>`),
    '  </langSet>',
    `  <langSet xml:lang="${region}">`,
    ...chinese.map(
      ({ text, status }) =>
        `    <tig><term>${escaped(text)}</term><termNote type="administrativeStatus">${statuses[status]}</termNote></tig>`,
    ),
    '  </langSet>',
    '</termEntry>',
  ];
  return lines.map((line) => `      ${line}\n`).join('');
}

// TBX has no status for a wrong wording. This one is what other tools write.
const statuses: Readonly<Record<WordingStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  forbidden: 'forbidden',
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark]!).replace(notXml, '');
}

// XML allows neither lone surrogates nor control characters.
const notXml =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
