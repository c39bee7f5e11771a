import { changedRows } from './cells/edit.ts';
import type { Format } from './format.ts';
import { appendConcept, concepts } from './tbx/edit.ts';
import { readTbx } from './tbx/read.ts';
import { writeTbx } from './tbx/write.ts';

export default {
  id: 'tbx',
  name: { en: 'TBX', zh: 'TBX' },
  extensions: ['tbx', 'xml'],
  read: readTbx,
  write: writeTbx,
  lacks: ['case', 'conventions', 'conditions'],
  append: appendConcept,
  change: (text, change) => changedRows(text, change, concepts),
  docs: {
    reading: {
      en: 'version 2 (`termEntry`) and 3 (`conceptEntry`, DCA and DCT)',
      zh: '第 2 版（`termEntry`）和第 3 版（`conceptEntry`，DCA 与 DCT 两种写法）',
    },
  },
} satisfies Format;
