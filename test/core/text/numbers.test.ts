import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { numberDates } from '../../../server/core/text/date.ts';
import { emojisInLine } from '../../../server/core/text/emoji.ts';
import { rangeMarks } from '../../../server/core/text/range.ts';
import type { Span } from '../../../server/core/text/span.ts';
import { measuresOf } from '../../../server/core/text/token.ts';

function table(name: string, find: (text: string) => Iterable<Span>, rows: Readonly<Record<string, string[]>>) {
  describe(name, () => {
    for (const [text, expected] of Object.entries(rows)) {
      test(text, () =>
        assert.deepEqual(
          [...find(text)].map(({ from, to }) => text.slice(from, to)),
          expected,
        ),
      );
    }
  });
}

table('quantities', (text) => measuresOf({ text }, 'quantity'), {
  '20GB、1.5 ms、8-16GB、1,024 MB、10Gbps': ['20GB', '1.5 ms', '8-16GB', '1,024 MB', '10Gbps'],
  '2x 3e-4 512x512 v1.0 H100 7B 4K 5G 3D 16px 90s': [],
  'v1.5GB A100-80GB size=20GB a/20GB 20GB.bin 20GBps-x x1GB': [],
});

table('dates', numberDates, {
  '2024年3月10日、2024 年 3 月、3月10日、2019 年': ['2024年3月10日', '2024 年 3 月', '3月10日', '2019 年'],
  '2020年代、20年、2000 年前、3个月、12 月 25 号楼、1.2024年': [],
});

table('range marks', rangeMarks, {
  '1~10、1～10、5 – 6、10%~20%': ['~', '～', '–', '~'],
  '第 3-5 个，2020-2024 年': ['-', '-'],
  '示例 4-6，400-123-4567，2024-03-10，v1~v2，5-3 个，约~10 个': [],
});

table('emoji in the line', emojisInLine, {
  '使用 🤗 和 ✅，👩🏽‍💻。': ['🤗', '✅', '👩🏽‍💻'],
  '🎉🎉 开始，© → ™\n⚠️ 注意': [],
});
