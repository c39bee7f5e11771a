/** Pages that no file holds have URIs of this scheme; the rest of the URI tells where their text comes from. */
export const VIRTUAL_SCHEME = 'yijiao-source';
