/** The part of edtf that Dateline uses; the package has no types of its own. */
declare module 'edtf' {
  /** Parses an EDTF string into its raw tree, with months counted from 0. Throws an Error if it isn't EDTF. */
  export function parse(text: string): unknown;
}
