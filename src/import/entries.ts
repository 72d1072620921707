/** The location of imported data, such as `sheet.csv:12` or `timeline.json: events[3]`. */
export type Where = string;

/** A fault in a row, ready to print. Nothing is written if there are any. */
export interface Fault {
  readonly where: Where;
  /** The column, or the JSON key; null for the whole row. */
  readonly column: string | null;
  readonly message: string;
}

/** The digest that a row belongs to, as far as the row states it. */
export interface DigestFacts {
  /** Identifies the digest: its id in our own data, an address, a source, or empty. */
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
  /** Null if the sheet doesn't state the claim's point, which is then left to write. */
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

/** An event according to one row. */
export interface Entry {
  readonly where: Where;
  readonly digest: DigestFacts;
  /** The row's id; null to create one from the title. */
  readonly id: string | null;
  /** Null if it is left to write. */
  readonly title: string | null;
  /** In EDTF; null if the row has none. */
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

/** A name that the content doesn't know. */
export interface UnknownName {
  readonly where: Where;
  readonly name: string;
  /** The likely kind; a TimelineJS group may also be a place. */
  readonly kind: 'actor' | 'place' | 'source' | 'group';
}

/** The content of an imported file. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** What a digest can't hold, ready to print: pictures, unknown groups. */
  readonly left: readonly string[];
  readonly unknown: readonly UnknownName[];
  /** What the file states about the whole timeline. */
  readonly site: { readonly title: string; readonly text: string } | null;
}

/** The digest of everything that isn't based on an article. */
export const ownResearch: DigestFacts = {
  key: 'own-research',
  id: 'own-research',
  title: 'Own research',
  source: null,
  published: null,
  url: null,
};
