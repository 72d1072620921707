import { fetchPage } from '../../../src/cli/fetchPage.ts';
import type { CommandEffects } from '../../../src/cli/commandEffects.ts';
import type { PromptQuestion } from '../../../src/cli/askAtTerminal.ts';
import { baseFiles } from '../draft/known.ts';

/** Effects in memory: the golden base as content, prepared answers, and everything that a command wrote or printed. */
export interface TestEffects extends CommandEffects {
  readonly files: Map<string, string>;
  readonly asked: PromptQuestion[];
  said: string;
  complained: string;
}

/** Returns effects with the golden base, more files by path, standard input, and an editor's answers at a terminal. */
export function createEffects(
  options: {
    readonly files?: Readonly<Record<string, string>>;
    readonly input?: string | Uint8Array;
    readonly answers?: readonly (string | null)[];
    readonly folder?: string;
  } = {},
): TestEffects {
  const folder = options.folder ?? 'content';
  const files = new Map(
    baseFiles.map(({ path, bytes }) => [`${folder}/${path}`, Buffer.from(bytes).toString()]),
  );
  for (const [path, text] of Object.entries(options.files ?? {})) files.set(path, text);
  const answers = [...(options.answers ?? [])];
  const effects: TestEffects = {
    files,
    asked: [],
    said: '',
    complained: '',
    env: options.folder === undefined ? {} : { CONTENT: options.folder },
    today: '2024-06-01',
    zone: 'Europe/Lisbon',
    isInteractive: options.answers !== undefined,
    disk: {
      list: (name) =>
        [...files.keys()].flatMap((file) =>
          file.startsWith(`${name}/`) ? [{ path: file.slice(name.length + 1) }] : [],
        ),
      read: (file) => {
        const text = files.get(file);
        if (text === undefined) throw new Error(`no such file ${file}`);
        return Buffer.from(text);
      },
    },
    readInput: () => Buffer.from(options.input ?? ''),
    create: (file, text) => {
      if (files.has(file)) return false;
      files.set(file, text);
      return true;
    },
    createAll: (added) => {
      const taken = added.find(({ file }) => files.has(file));
      if (taken) return taken.file;
      for (const { file, text } of added) files.set(file, text);
      return null;
    },
    replace: (file, text) => {
      files.set(file, text);
    },
    ask: (question) => {
      effects.asked.push(question);
      const next = answers.shift();
      return Promise.resolve(next === undefined ? null : next);
    },
    fetchPage,
    print: (text) => {
      effects.said += text;
    },
    printError: (text) => {
      effects.complained += text;
    },
  };
  return effects;
}
