import { changedRows } from './cells/edit.ts';
import type { Format } from './format.ts';
import { appendItem, appendTableRow } from './markdown/append.ts';
import { markdownRows } from './markdown/edit.ts';
import { readMarkdown } from './markdown/read.ts';
import { writeMarkdown } from './markdown/write.ts';

export default {
  id: 'md',
  name: { en: 'Markdown', zh: 'Markdown' },
  extensions: ['md', 'mdx', 'markdown'],
  read: readMarkdown,
  write: writeMarkdown,
  lacks: ['severalPreferred', 'marks', 'conditions'],
  append: (text, terms, draft) => [...appendTableRow(text, terms, draft), ...appendItem(text, terms, draft)],
  change: (text, change) => changedRows(text, change, markdownRows),
  docs: {
    reading: {
      en:
        'tables as CSV; of several, the heading of the third level or deeper above each is the subject. Lists: `- token：词元`, ' +
        '`- 词元，token` (`- 词元 token`, if all are so), or lines of a paragraph or an HTML comment; bullets below a bare term are its ' +
        'senses. Beside tables: dictionaries in comments, and sections of which every bullet is such a pair',
      zh:
        '表格同 CSV；有多个表格时，其上方三级及更深的标题作为领域。列表：`- token：词元`、`- 词元，token`（若各项均如此，也可写作 ' +
        '`- 词元 token`），也可以是段落或 HTML 注释中的各行；单独一个术语之下的列表项是它的义项。已有表格时，只读注释中的词典和各项均为词条的小节',
    },
  },
} satisfies Format;
