import { readFileSync } from 'node:fs';
import { disk, type ContentDisk } from '../collections/readContent.ts';
import { askAtTerminal, type Asked } from './askAtTerminal.ts';
import { fetchPage, type FetchedPage } from './fetchPage.ts';
import { createFile, createFiles, replaceFiles, type NewText } from './writeContent.ts';

/** Every effect of an editor's command: the environment, the disk, the terminal, the network. */
export interface Outside {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
  /** The time zone of this machine (IANA), to be offered to an editor. */
  readonly zone: string;
  /** Whether somebody sits at a terminal and can be asked. */
  readonly isInteractive: boolean;
  readonly disk: ContentDisk;
  /** Returns the bytes of standard input up to its end. */
  readInput(): Uint8Array;
  /** Writes a new file and its folders. Returns false, and writes nothing, if the file exists. */
  create(file: string, text: string): boolean;
  /** Writes new files, all or none; returns null, or the file that is there already. */
  createAll(files: readonly NewText[]): string | null;
  /** Writes a file anew in the place of one that is there. */
  replace(file: string, text: string): void;
  /** Returns the answer, an empty one where it may be left out, or null when the editor breaks off. */
  ask(question: Asked): Promise<string | null>;
  /** Fetches a page of the web. Throws a Refusal where it cannot be had. */
  fetchPage(address: string): Promise<FetchedPage>;
  print(text: string): void;
  printError(text: string): void;
}

/** Returns the effects of this machine, for a command run on a day. */
export function createOutside(today: string): Outside {
  return {
    env: process.env,
    today,
    zone: new Intl.DateTimeFormat(['en-GB', 'en']).resolvedOptions().timeZone,
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    disk,
    readInput: () => readFileSync(0),
    create: createFile,
    createAll: createFiles,
    replace: (file, text) => {
      replaceFiles([{ file, text }]);
    },
    ask: askAtTerminal,
    fetchPage,
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
  };
}

/** Returns the day of a moment in this machine's zone, YYYY-MM-DD. */
export function printToday(now: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
