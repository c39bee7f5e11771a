/** The scheme of pages that are not files. The rest of the URI tells where their text comes from. */
export const VIRTUAL_SCHEME = 'yijiao-source';
