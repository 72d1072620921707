import type { Records } from './records.ts';

/** A file of the site that is not a page. */
export interface OutputFile {
  /** Its path below the site's root, without a leading slash: `data/events.json`. */
  readonly path: string;
  /** Its media type, as a server sends it. */
  readonly type: string;
  /** Returns its content: text in UTF-8, or bytes. Called only if the file has to be written. */
  readonly render: () => string | Uint8Array | Promise<string | Uint8Array>;
  /**
   * Returns everything that it is made from, as text. Needed where `render` takes long or returns a promise, as
   * what a promise reads later is not traced.
   */
  readonly getInput?: () => string;
  /** Returns the entries of data lists that it contains, if it is kept while none of them changes. */
  readonly entries?: () => Entries;
  /** Returns its entries, if it consists of many; `render` returns the same text. */
  readonly records?: () => Records;
  /** Marks a cached asset, of which there may be thousands: a build reuses it while its input is the same. */
  readonly cached?: {
    /** The folder of `outputs/` with all the code that makes it. */
    readonly maker: 'pictures' | 'citations';
  };
}

/** The entries of data lists that a file contains, and what else it contains, as text. */
export interface Entries {
  readonly ids: readonly string[];
  readonly around: string;
}

/** A file that lists the archive. */
export type ListFile = OutputFile & Required<Pick<OutputFile, 'records'>>;
