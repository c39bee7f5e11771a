/** The kind of a leaf block. */
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
