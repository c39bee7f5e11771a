/** The parts of segmentit that this project uses. The package has no types of its own. */
declare module 'segmentit/dist/cjs/segmentit.js' {
  export class Segment {
    use(modules: readonly unknown[]): this;
    /** Lines of `word|part of speech|frequency`. */
    loadDict(dictionary: string | readonly string[]): this;
    getDict(name: string): Record<string, { readonly p: number }>;
    doSegment(text: string, options: { simple: true }): string[];
  }
  export const DictTokenizer: unknown;
  export const dicts: readonly string[];
}
