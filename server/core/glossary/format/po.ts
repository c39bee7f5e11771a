import { changedRows } from './cells/edit.ts';
import type { Format } from './format.ts';
import { appendMessage, messageRows } from './po/edit.ts';
import { readPo } from './po/read.ts';
import { writePo } from './po/write.ts';

export default {
  id: 'po',
  name: { en: 'PO', zh: 'PO' },
  extensions: ['po', 'pot'],
  read: readPo,
  write: writePo,
  lacks: ['deprecated', 'severalPreferred', 'details', 'case', 'conventions', 'marks', 'conditions'],
  append: appendMessage,
  change: (text, change) => changedRows(text, change, messageRows),
  docs: {
    reading: {
      en: 'gettext: `msgid` and `msgstr`; `msgctxt` is the subject, comments are notes; fuzzy and obsolete messages are left out',
      zh: 'gettext：`msgid` 与 `msgstr`；`msgctxt` 为领域，注释为备注；跳过模糊和废弃的条目',
    },
  },
} satisfies Format;
