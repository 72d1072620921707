import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/checkContent.ts';
import type { Archive } from '../../src/model/archive.ts';
import { listOutsideAddresses } from '../../src/parse/outsideAddresses.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../../src/parse/parseFile.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { renderHumanReport } from '../../src/problems/humanReport.ts';
import { renderReport } from '../../src/problems/report.ts';
import { createContext } from '../../src/views/page/createContext.ts';
import { root } from '../sites/buildInto.ts';
import { checkAddresses, checkHtml, checkLinkedData, checkOutputs, listHtml } from './checkSite.ts';
import { decode, encode, folder, publish, toFiles, type Content } from './content.ts';
import { anyDigest, anyFaults, anyNoise, spoil, wordPattern } from './grammar.ts';
import { checkProblem, makeSite } from './outcome.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same files again: about a hundred for each of the RUNS.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 1000);
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

const { content: base } = publish(join(root, 'tests/sites/harbour/content'));
const bare = new Map([...base].filter(([path]) => !/^(?:articles|permalinks|state)/.test(path)));
const others = [...base.keys()].filter((path) => !path.startsWith('articles/'));

const parsed = new WeakMap<Uint8Array, ParsedFile>();

/** The files that are the same in every run are parsed in the first. */
function parseOnce(file: ContentFile): ParsedFile {
  const known = parsed.get(file.bytes) ?? parseFile(file);
  parsed.set(file.bytes, known);
  return known;
}

/** Kinds whose `found` is what stands in the file, at the place itself. */
const verbatim = new Set(['event-id', 'event-date', 'event-time', 'name-unknown', 'name-repeated']);

/** Checks a content folder, its problems, and where there are no errors all that a site of it shows. */
async function checkContent(
  content: Content,
): Promise<{ archive: Archive | null; shown: string; problems: readonly Problem[] }> {
  const files = toFiles(content);
  const { archive, problems, filesRead } = checkFiles(files, folder, { parse: parseOnce });
  for (const problem of problems) {
    checkProblem(problem, content);
    checkFound(problem, content);
  }
  const report = renderReport(problems, filesRead);
  expect(report.split(/[\n\r\u2028\u2029]/)).toHaveLength(
    problems.length === 0 ? 1 : problems.length + 1,
  );
  // oxlint-disable-next-line no-control-regex
  expect(report).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/);
  const linesOf = (file: string) => decode(content.get(file.slice(folder.length + 1))).split('\n');
  renderHumanReport(problems, filesRead, { linesOf, paint: (_, text) => text });
  for (const file of files) listOutsideAddresses(file);
  if (!archive) return { archive, shown: '', problems };
  const shown = makeSite(archive);
  for (const html of shown.flatMap((view) =>
    typeof view === 'string' && view.startsWith('<') ? [view] : listHtml(view),
  ))
    checkHtml(html);
  checkAddresses(shown);
  shown.forEach(checkLinkedData);
  await checkOutputs(createContext(archive, '/'));
  return { archive, shown: JSON.stringify(shown), problems };
}

function checkFound({ kind, at, found, message }: Problem, content: Content): void {
  const line =
    decode(content.get(at.file.slice(folder.length + 1))).split(/\r\n?|\n/)[at.line - 1] ?? '';
  if (found === undefined || found === '' || !verbatim.has(kind) || message.includes('file name'))
    return;
  expect(
    line.slice(at.column - 1).startsWith(found),
    `${message} at ${at.line}:${at.column} of ${JSON.stringify(line)}`,
  ).toBe(true);
}

const listErrors = (problems: readonly Problem[]) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, at }) => `${at.file}:${at.line}: ${message}`);

test(`${runs * 4} valid digests: no error, and every word of theirs is on a page`, async () => {
  let words = 0;
  await fc.assert(
    fc.asyncProperty(anyDigest('alpha'), anyDigest('beta'), async (alpha, beta) => {
      for (const [id, digest] of Object.entries({ alpha, beta: beta.replaceAll('xq', 'xq9') })) {
        const { problems, shown } = await checkContent(
          new Map([...bare, [`articles/${id}.md`, encode(digest)]]),
        );
        expect(listErrors(problems)).toEqual([]);
        const written = [...new Set(digest.match(wordPattern))];
        words += written.length;
        expect(
          written.filter((word) => !shown.includes(word)),
          digest,
        ).toEqual([]);
      }
      await setImmediate();
    }),
    { seed, numRuns: runs * 2, endOnFailure: true },
  );
  console.log(`${runs * 4} valid digests: ${words} words, each on a page.`);
});

test(`${runs * 8} nearly valid files: nothing throws, and each problem stands at its fault`, async () => {
  let clean = 0;
  await fc.assert(
    fc.asyncProperty(
      anyDigest('alpha'),
      anyDigest('beta'),
      fc.array(fc.tuple(fc.nat(100), anyFaults), { minLength: 8, maxLength: 8 }),
      async (alpha, beta, spoilt) => {
        const valid = new Map([
          ...base,
          ['articles/alpha.md', encode(alpha)],
          ['articles/beta.md', encode(beta)],
        ]);
        for (const [index, faults] of spoilt) {
          const path =
            index < 70
              ? index % 2
                ? 'articles/alpha.md'
                : 'articles/beta.md'
              : others[index % others.length]!;
          const { archive } = await checkContent(
            new Map([...valid, [path, encode(spoil(decode(valid.get(path)), faults))]]),
          );
          if (archive) clean += 1;
        }
        await setImmediate();
      },
    ),
    { seed, numRuns: runs, endOnFailure: true },
  );
  console.log(`${runs * 8} nearly valid files: ${clean} left an archive.`);
});

test(`${runs * 160} files of noise: nothing throws, and each problem has its place`, async () => {
  const digests = ['one', 'two', 'three', 'four'].map((id) => `articles/${id}.md`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1000), anyNoise), { minLength: 8, maxLength: 8 }),
      async (noise) => {
        // Several at once, so that they meet each other too.
        for (const half of [noise.slice(0, 4), noise.slice(4)]) {
          const files = half.map(([index, bytes], which): [string, Uint8Array] => [
            index % 3 === 0 ? pickOther(index, which) : digests[which]!,
            bytes,
          ]);
          await checkContent(new Map([...bare, ...files]));
        }
        await setImmediate();
      },
    ),
    { seed, numRuns: runs * 20, endOnFailure: true },
  );
});

/** Returns a file that no other of four may be: each has a share of its own. */
function pickOther(index: number, which: number): string {
  const share = others.filter((_, position) => position % 4 === which);
  return share[index % share.length]!;
}
