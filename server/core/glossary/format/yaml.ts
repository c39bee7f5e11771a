import type { Format } from './format.ts';
import { appendEntry } from './yaml/append.ts';
import { inYaml } from './yaml/edit.ts';
import { readYaml } from './yaml/read.ts';
import { writeYaml } from './yaml/write.ts';

export default {
  id: 'yaml',
  name: { en: 'YAML', zh: 'YAML' },
  extensions: ['yml', 'yaml'],
  // About 50,000 entries. A parser that records all offsets takes seconds for more.
  largest: 4 * 1024 * 1024,
  read: readYaml,
  write: writeYaml,
  lacks: [],
  append: appendEntry,
  change: inYaml,
  docs: {
    reading: { en: "Yijiao's own, which holds everything", zh: '译校自己的格式，能表达全部内容' },
  },
  schema: { point: 'yamlValidation', files: ['*.yijiao.yml', '*.yijiao.yaml'] },
} satisfies Format;
