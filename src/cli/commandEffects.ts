import { readFileSync } from 'node:fs';
import { padTwo } from '../model/dates/digits.ts';
import { disk, type ContentDisk } from '../collections/readContent.ts';
import { askAtTerminal, type PromptQuestion } from './askAtTerminal.ts';
import { fetchPage, type FetchedPage } from './fetchPage.ts';
import { createFile, createFiles, replaceFiles, type NewText } from './writeContent.ts';

/** Every effect of an editor's command: the environment, the disk, the terminal, the network. */
export interface CommandEffects {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today's date, YYYY-MM-DD. */
  readonly today: string;
  /** The time zone of this machine (IANA), as the suggested answer. */
  readonly zone: string;
  /** Whether an editor is at a terminal to answer questions. */
  readonly isInteractive: boolean;
  readonly disk: ContentDisk;
  /** Returns all bytes of standard input. */
  readInput(): Uint8Array;
  /** Writes a new file and its folders. Returns false, and writes nothing, if the file exists. */
  create(file: string, text: string): boolean;
  /** Writes all new files or none. Returns null, or the file that already exists. */
  createAll(files: readonly NewText[]): string | null;
  /** Replaces an existing file. */
  replace(file: string, text: string): void;
  /** Returns the answer, which is empty if an optional one is left out, or null if the editor cancels. */
  ask(question: PromptQuestion): Promise<string | null>;
  /** Fetches a web page. Throws a Refusal if that fails. */
  fetchPage(address: string): Promise<FetchedPage>;
  print(text: string): void;
  printError(text: string): void;
}

/** Returns the effects of this machine, for a command run on the given day. */
export function createEffects(today: string): CommandEffects {
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
  return `${now.getFullYear()}-${padTwo(now.getMonth() + 1)}-${padTwo(now.getDate())}`;
}
