import type { DependencyKey } from '../model/fingerprints.ts';
import type { Records } from './records.ts';

/** A file of the site that is not a page. */
export interface OutputFile {
  /** Its path below the site's root, without a leading slash: `data/events.json`. */
  readonly path: string;
  /** Its media type, as a server sends it. */
  readonly type: string;
  /** Returns its content: text in UTF-8, or bytes. Called only if the file has to be written. */
  readonly render: () => string | Uint8Array | Promise<string | Uint8Array>;
  /** Returns the parts of the archive that it depends on; left out if it depends on all of it. */
  readonly dependencies?: () => readonly DependencyKey[];
  /**
   * Returns the dependencies of each entry, for a file of the whole archive that is rendered in one piece: it
   * is kept if no entry has changed.
   */
  readonly entries?: () => readonly (readonly DependencyKey[])[];
  /** Returns its entries, if it consists of many; `render` returns the same text. */
  readonly records?: () => Records;
  /** Marks a cached asset, of which there may be thousands: a build reuses it while its input is the same. */
  readonly cached?: {
    /** The folder of `outputs/` with all the code that makes it. */
    readonly maker: 'pictures' | 'citations';
    /** Returns everything that it is made from, as text. */
    readonly getInput: () => string;
  };
}

/** A file that lists the archive. */
export type ListFile = OutputFile & Required<Pick<OutputFile, 'records'>>;
