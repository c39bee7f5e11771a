import fc from 'fast-check';

const pieces = [
  '中文', '模型', '的', 'CLIP', 'GPU', 'a', '16', '3.5', ' ', '  ', '\n', '\n\n', '，', '。', ',', '.', ':', '：', '!', '...',
  '——', '（', '）', '(', ')', '“', '”', '"', '*', '**', '_', '__', '~~', '`', '``', '`x`', '[', ']', '](', '](u)', '![', '<br>',
  '<b>', '</b>', '<!-- x -->', '- ', '1. ', '> ', '# ', '## ', '| ', ' | ', '|\n|-|-|\n|', '$', '$$', '\\', '\\*', '&nbsp;',
  '{#id}', '{{< x >}}', ':rocket:', ':cite:`a`', 'https://a.com/中', '<https://a.com>', '[^1]', '[^1]: ', '[标签]', '[标签]: /u\n',
  '```\n', '---\n', '+++\n', '<Tip>\n', '<Question\n a={[', ']} />', ':::note\n', '    ', '\t', '\r\n', '\u3000', '\uFFFD', '\uD842',
  '𠮷', '🤗', '\uFEFF', '\u200B', '[[页]]', '!', '\uFDD0', '| - |', '===\n',
];

/** Random Markdown made of the constructs that pages are made of, whole and broken. */
export const randomMarkdown = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
