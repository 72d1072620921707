import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openContentCache } from '../../src/archive/contentCache.ts';
import { checkPermalinks } from '../../src/checks/checkPermalinks.ts';
import { checkFiles } from '../../src/checks/checkContent.ts';
import type { LoadOptions } from '../../src/collections/loadArchive.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../../src/parse/parseFile.ts';
import { base, createSteps, further, take, type Texts } from './sequences.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same edits again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 300);
// In memory each takes less than a second.
const sequences = runs * 4;
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

const root = join(import.meta.dirname, '../..');
const now = Date.UTC(2026, 11, 1);

/** Texts come again and again: each is parsed once. */
const parsed = new Map<string, ParsedFile>();

function parse(file: ContentFile): ParsedFile {
  const key = `${file.file}\0${Buffer.from(file.bytes).toString('latin1')}`;
  const known = parsed.get(key) ?? parseFile(file);
  parsed.set(key, known);
  return known;
}

function toFiles(texts: Texts): ContentFile[] {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({
      path,
      file: `content/${path}`,
      // A lone surrogate stands for bytes that are no text.
      bytes: text === '\uD800' ? Buffer.from([0xff]) : Buffer.from(text),
    }));
}

/** Prints all that content gives: its problems, and where it is asked for its archive, whole. */
function say(texts: Texts, loading: LoadOptions, asksArchive: boolean): string {
  const checked = checkFiles(toFiles(texts), 'content', { now, parse, ...loading });
  const archive = asksArchive ? checked.archive : undefined;
  if (archive) {
    // A check asks as little as it can whether what was published is answered.
    const ofAddresses = checked.problems.filter(({ kind }) => /^permalink|^authority/.test(kind));
    expect(ofAddresses).toEqual(checkPermalinks(archive).problems);
  }
  return JSON.stringify({ problems: checked.problems, archive }, canonise, 1);
}

function canonise(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)];
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

// Once where one process remembers all, as in `dev`, and once where each check reads what the one before it kept.
test(`${sequences} sequences of edits each give the problems and the archive that linking all anew gives`, () => {
  const count = { sound: 0, refused: 0 };
  const state = mkdtempSync(join(tmpdir(), 'dateline-again-'));
  try {
    fc.assert(
      fc.property(fc.array(createSteps(further), { minLength: 1, maxLength: 8 }), (steps) => {
        let texts: Texts = base;
        const held = openContentCache({ state: null, root });
        say(texts, { known: held }, true);
        say(texts, { known: openContentCache({ state, root }) }, false);
        for (const [index, step] of steps.entries()) {
          texts = take(texts, step);
          const names = steps.slice(0, index + 1).map(({ name }) => name);
          const clean = say(texts, {}, true);
          expect(say(texts, { known: held }, true), names.join(', ')).toBe(clean);
          const alone = say(texts, { known: openContentCache({ state, root }) }, false);
          expect(alone, names.join(', ')).toBe(say(texts, {}, false));
          count[clean.includes('"archive": null') ? 'refused' : 'sound'] += 1;
        }
      }),
      { seed, numRuns: sequences },
    );
  } finally {
    rmSync(state, { recursive: true });
  }
  console.log(`${sequences} sequences: ${count.sound} archives, ${count.refused} refused.`);
  expect(count.sound).toBeGreaterThan(0);
});
