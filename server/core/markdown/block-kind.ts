/** What a leaf block is. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'row'
  | 'code'
  | 'math'
  | 'html'
  | 'comment'
  | 'rule'
  | 'frontMatter'
  | 'definition'
  | 'footnote'
  | 'directive'
  | 'esm';
