import { ATOM, classAt, classBefore, DIGIT, HAN, LATIN, UNUSUAL } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { useHalfWidth } from '../../shared-texts.ts';

export default defineRule({
  id: 'halfwidth-symbol',
  group: 'unicode',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Half-width symbols beside Latin text', zh: '西文旁的符号使用半角' },
  why: {
    en: 'Full-width ASCII symbols should not be stored (W3C clreq). Beside Latin letters and digits they are left over from the input method, and do not work in an address, a formula or a name. Some teams accept ％, so it is allowed by default.',
    zh: '不应存储全角的 ASCII 符号（W3C《中文排版需求》）。字母和数字旁的全角符号多是输入法未切换所致，在地址、公式、名称中会失去作用。有的团队接受“％”，默认允许。',
  },
  message: useHalfWidth,
  options: { allow: ['％'] },
  optionHelp: { allow: { en: 'Full-width characters that stay.', zh: '可以保留的全角字符。' } },
  needs: [UNUSUAL],
  examples: [
    ['发信至 me＠example', '发信至 me@example'],
    ['设 a＝b 成立', '设 a=b 成立'],
    ['研发 R＆D 部门', '研发 R&D 部门'],
    '提高了 15％',
    '公里／小时',
    '范围 1～10',
    '编码器－解码器',
    '全角符号 a＝b',
  ],
  prose(prose, { options, report }) {
    const { text } = prose;
    const allowed = options.allow as readonly string[];
    const found = [...text.matchAll(/[＠＃％＋＝＆＄／－．＜＞＊＿]/g)];
    if (found.length === 0 || /全[角形]/.test(text)) return;
    for (const { index: from, 0: full } of found) {
      const to = from + 1;
      const beside = classBefore(text, from) | classAt(text, to);
      if (!(beside & (LATIN | DIGIT)) || beside & (HAN | ATOM) || allowed.includes(full)) continue;
      const half = String.fromCharCode(full.charCodeAt(0) - 0xfee0);
      report({ from, to }, { full, half }, { edits: [{ from, to, insert: half }] });
    }
  },
});
