import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { releaseNotes } from '../../scripts/release-notes.ts';

const log = (...sections: string[]) => `# Changelog\n\nThe format.\n\n${sections.join('\n\n')}\n`;
const older = '## [0.1.0] - 2026-01-01\n\n- First.\n\n[0.1.0]: https://example.com';

const cases: [what: string, tag: string, version: string, changelog: string, notes: string | RegExp][] = [
  [
    'the section of the version',
    'v0.2.0',
    '0.2.0',
    log('## [0.2.0] - 2026-02-01\n\n### Added\n\n- More.', older),
    '### Added\n\n- More.\n',
  ],
  ['the last section', 'v0.1.0', '0.1.0', log(older), '- First.\n'],
  ['another version in the manifest', 'v0.2.0', '0.1.0', log(older), /package\.json says 0\.1\.0/],
  ['no tag', '', '0.1.0', log(older), /tag v0\.1\.0/],
  ['a version that begins like another', 'v0.1.0-rc', '0.1.0-rc', log(older), /no section “## \[0\.1\.0-rc\]/],
  ['a section without a date', 'v0.2.0', '0.2.0', log('## [0.2.0]\n\n- More.', older), /no section/],
  ['a section without words', 'v0.2.0', '0.2.0', log('## [0.2.0] - 2026-02-01', older), /no section/],
  ['everything still unreleased', 'v0.2.0', '0.2.0', log('## [Unreleased]\n\n- More.', older), /rename “Unreleased”/],
];

describe('the notes of a release', () => {
  for (const [what, tag, version, changelog, notes] of cases) {
    test(what, () => {
      if (notes instanceof RegExp) assert.throws(() => releaseNotes(tag, version, changelog), notes);
      else assert.equal(releaseNotes(tag, version, changelog), notes);
    });
  }
});
