import { hash as digest } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Crew } from './hands.ts';
import { getServedGeneration } from './generations.ts';
import { readSealed, writeSealed } from './sealedFile.ts';
import type { Shards } from './shards.ts';
import type { BuildSettings } from './settings.ts';
import { renderFiles } from './updateFiles.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import type { Cell } from '../model/prints.ts';
import type { OutputFile } from '../outputs/outputFile.ts';

type Maker = NonNullable<OutputFile['once']>['by'];

/** The packages that each folder of makers works with: another version of them makes something else. */
const packages: Record<Maker, readonly string[]> = {
  pictures: ['@takumi-rs/', '@fontsource/'],
  citations: ['@citation-js/'],
};

/** Of a file that was made: the print of the parts of the archive it was made from, the key of what it prints, and the hash of what it came to. */
export type MadeNote = readonly [reads: string, key: string, content: string];

/** Returns the notes of a state folder on what was made, by path: none where they are not as they were written. */
export function readMade(state: string): Readonly<Record<string, MadeNote>> {
  return (readSealed(getFile(state)) ?? {}) as Readonly<Record<string, MadeNote>>;
}

function getFile(state: string): string {
  return join(state, 'made.json');
}

/**
 * Brings the files up to date that are made once for what they print (`once`), and leaves all others alone;
 * where pictures are to be kept, those that are not there stay so:
 * one that either generation or a shard has from the same text, code and packages is not made again. `print` gives the
 * print of what a file reads: where that is the same, the file is not even asked what it prints. What each of
 * them came to is noted beside the generations.
 */
export async function makeOnce(
  files: readonly OutputFile[],
  writer: GenerationWriter,
  settings: BuildSettings,
  print: (reads: readonly Cell[]) => string,
  shards: Shards,
  crew: Crew,
  pictures: 'drawn' | 'kept' = 'drawn',
): Promise<void> {
  const makers = {
    pictures: getMakerKey(settings.root, 'pictures'),
    citations: getMakerKey(settings.root, 'citations'),
  };
  // Without notes, all of it is made again.
  const known = readMade(settings.state);
  const made: Record<string, MadeNote> = {};
  const served = getServedGeneration(settings);
  const jobs: (OutputFile & { readonly read: string; readonly by: Maker })[] = [];
  const toKey = (by: Maker, said: string) => hash(`${makers[by]}\n${said}`);
  const take = (path: string, read: string, key: string, content: string | Uint8Array) => {
    writer.write(path, content);
    made[path] = [read, key, hash(content)];
  };
  for (const file of files) {
    const { path, reads, once } = file;
    if (!once) continue;
    const note = known[path];
    // Of a picture that was never drawn and is not to be, it need not be known what it says.
    const isToBeKept = pictures === 'kept' && once.by === 'pictures';
    if (isToBeKept && !note && !writer.has(path) && shards.isEmpty) continue;
    const read = reads ? print(reads()) : '';
    if (!note && shards.isEmpty && !isToBeKept) {
      // Whoever makes it will say what it prints.
      jobs.push({ ...file, read, by: once.by });
      continue;
    }
    const isSame = read !== '' && note?.[0] === read;
    const key = isSame ? note[1] : toKey(once.by, hash(once.prints()));
    const before = note?.[1] === key ? note[2] : undefined;
    if (before !== undefined && writer.hashOf(path) === before) {
      writer.keep(path);
      made[path] = [read, key, before];
      continue;
    }
    const found = readServed(served, path, before) ?? shards.find(path, { key })?.content;
    if (!found && isToBeKept) {
      if (writer.has(path)) writer.keep(path);
      continue;
    }
    if (found) take(path, read, key, found);
    else jobs.push({ ...file, read, by: once.by });
  }
  await renderFiles(jobs, crew, ({ read, by }, { path, content, said }) => {
    if (said === undefined) throw new Error(`It is not known what ${path} was made from.`);
    take(path, read, toKey(by, said), content);
  });
  writeSealed(getFile(settings.state), made);
}

/** Returns the file of the served generation if it is just what is wanted. */
function readServed(
  served: string | undefined,
  path: string,
  wanted: string | undefined,
): Uint8Array | undefined {
  if (served === undefined || wanted === undefined) return undefined;
  try {
    const content = readFileSync(join(served, path));
    return hash(content) === wanted ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The key of the code of a folder of `outputs/` and of the packages that it works with. */
function getMakerKey(root: string, maker: Maker): string {
  const folder = join(root, 'src/outputs', maker);
  const code = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const { packages: locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ) as { packages: Readonly<Record<string, { readonly version?: string }>> };
  const versions = Object.entries(locked)
    .filter(([path]) => packages[maker].some((name) => path.startsWith(`node_modules/${name}`)))
    .map(([path, { version }]) => `${path}@${version ?? ''}`);
  return hash([...code, ...versions].join('\0'));
}

function hash(content: string | Uint8Array): string {
  return digest('sha256', content);
}
