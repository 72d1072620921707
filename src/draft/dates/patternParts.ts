/** Compiles the source of a pattern with the flags of a language. */
export type Compile = (source: string) => RegExp;

export const wordStart = String.raw`(?<![\p{L}\p{M}\p{N}])`;
export const wordEnd = String.raw`(?![\p{L}\p{N}])`;

/** A year with four digits, without an era. */
export const yearDigits = String.raw`((?:1\d|20|21)\d\d)(?![\d\p{L}])(?!\s*(?:BC|B\.C|AD\b|A\.D|CE\b))`;
