import { describe, expect, test } from 'vitest';
import type { Claim, Point } from '../../../src/model/archive.ts';
import { noteAnswers } from '../../../src/model/nearAnswers.ts';

function createPoint(answers: readonly string[]): Point {
  const claims = answers.map((answer, line) => ({
    answer,
    withdrawn: null,
    at: { file: 'a.md', line, column: 1 },
  }));
  return { on: 'Who', claims: claims as unknown as Claim[] } as unknown as Point;
}

/** Returns the two answers of each message: the later one and the one that it resembles. */
function note(answers: readonly string[]): (string | undefined)[][] {
  return noteAnswers('quay-closes', [createPoint(answers)]).map(({ message }) =>
    [...message.matchAll(/"([^"]*)"/g)].flatMap(([, quoted], index) =>
      index === 0 || index === 3 ? [quoted] : [],
    ),
  );
}

describe('noteAnswers(of, points)', () => {
  test.each([
    ['the fires', 'a fire'],
    ['boxes', 'box'],
    ['glasses', 'glass'],
    ['the dockers of the ports', 'docker of port'],
    ['barrell', 'barrel'],
    ['captian', 'captain', 'captin'],
    ['4', 'four'],
    ['42 crowns', 'forty-two crowns'],
    ['40 crowns', 'forty crowns'],
    ['300', 'three hundred'],
    ['twelve', 'a dozen'],
    ['no one', 'nobody'],
  ])('finds that “%s” is nearly “%s”', (later, ...earlier) => {
    expect(note([...earlier, later])).toContainEqual([later, earlier.at(-1)]);
  });

  test.each([
    ['41', '42'],
    ['forty', 'four'],
    ['unknown', 'known'],
    ['sand', 'band'],
    ['the police', 'the mayor'],
    ['four boats', 'boats'],
    ['Harbour Police', 'harbour police'],
  ])('doesn’t report “%s” and “%s”', (later, earlier) => {
    expect(note([earlier, later])).toEqual([]);
  });

  test('names the first of several similar answers', () => {
    expect(note(['dockers', 'pilots', 'docker', 'the docker'])).toEqual([
      ['docker', 'dockers'],
      ['the docker', 'dockers'],
    ]);
  });

  test('takes no longer for each of 20,000 answers than for each of a few', () => {
    const answers = Array.from(
      { length: 20_000 },
      (_, index) => `crew ${index} of boat ${index % 7}`,
    );
    const start = performance.now();
    expect(note(answers)).toEqual([]);
    // Comparing each with every other takes more than a minute.
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
