/** Where something stands in what is imported, such as `sheet.csv:12` or `timeline.json: events[3]`. */
export type Where = string;

/** Something that is wrong with a row, ready to print. While there is one, nothing is written. */
export interface Fault {
  readonly where: Where;
  /** The column, or the key in JSON; null where the whole row is meant. */
  readonly column: string | null;
  readonly message: string;
}

/** The digest that a row belongs to, as far as the row says it. */
export interface DigestFacts {
  /** What tells it from others: its id in our own data, an address, a source, or nothing. */
  readonly key: string;
  readonly id: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

export interface ClaimFacts {
  readonly type: 'claim';
  readonly says: string;
  /** Null where the sheet does not say which point it speaks to: that is left to write. */
  readonly on: string | null;
  readonly answer: string | null;
  readonly by: string | null;
  readonly as: string | null;
  readonly about: string | null;
  readonly withdrawn: string | null;
}

export interface QuotationFacts {
  readonly type: 'quotation';
  readonly text: string;
  readonly by: string | null;
  readonly as: string | null;
  readonly where: string | null;
}

/** One event as one row tells it. */
export interface Entry {
  readonly where: Where;
  readonly digest: DigestFacts;
  /** The id that the row gives; null where one is made from the title. */
  readonly id: string | null;
  /** Null where it is left to write. */
  readonly title: string | null;
  /** In EDTF; null where the row has none. */
  readonly date: string | null;
  readonly time: string | null;
  readonly when: string | null;
  readonly basis: string | null;
  readonly certainty: string | null;
  readonly actors: readonly string[];
  readonly place: string | null;
  readonly partOf: string | null;
  /** Markdown. */
  readonly text: string;
  readonly statements: readonly (ClaimFacts | QuotationFacts)[];
}

/** A name that nobody has whom the content knows. */
export interface UnknownName {
  readonly where: Where;
  readonly name: string;
  /** What it would be; a group of TimelineJS may be a place as well. */
  readonly kind: 'actor' | 'place' | 'source' | 'group';
}

/** What a file to be imported holds. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** What has no place in a digest, ready to print: pictures, groups that nobody is called. */
  readonly left: readonly string[];
  readonly unknown: readonly UnknownName[];
  /** What the file says of the whole timeline. */
  readonly site: { readonly title: string; readonly text: string } | null;
}

/** The digest of whatever has no article behind it. */
export const ownResearch: DigestFacts = {
  key: 'own-research',
  id: 'own-research',
  title: 'Own research',
  source: null,
  published: null,
  url: null,
};
