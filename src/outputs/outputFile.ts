import type { Cell } from '../model/prints.ts';
import type { Records } from './records.ts';

/** One file of the site that is not a page. */
export interface OutputFile {
  /** Its path below the site's root, without a leading slash: `data/events.json`. */
  readonly path: string;
  /** Its media type, as a server says it. */
  readonly type: string;
  /** Returns what is in it: a text in UTF-8, or bytes. Asked only where the file is written. */
  readonly render: () => string | Uint8Array | Promise<string | Uint8Array>;
  /** Returns the parts of the archive that it is made from, where they are not all of it. */
  readonly reads?: () => readonly Cell[];
  /**
   * Returns what each entry is made from, of a file of the whole archive that is made as one: it is kept where no
   * entry has changed.
   */
  readonly entries?: () => readonly (readonly Cell[])[];
  /** Returns its entries, where it is made of many: `render` prints the same. */
  readonly records?: () => Records;
  /** Where there may be thousands like it: a build keeps what it has made from the same. */
  readonly once?: {
    /** The folder of `outputs/` with all of the code that makes it. */
    readonly by: 'pictures' | 'citations';
    /** Returns all that it is made from, as text. */
    readonly prints: () => string;
  };
}

/** A file that lists the archive. */
export type ListFile = OutputFile & Required<Pick<OutputFile, 'records'>>;
