/** The part of edtf that Dateline uses; the package brings no types of its own. */
declare module 'edtf' {
  /** Parses an EDTF string into its raw tree, months counted from 0; throws an Error when it is not EDTF. */
  export function parse(text: string): unknown;
}
