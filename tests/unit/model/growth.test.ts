import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { createDigest } from '../createViewContext.ts';

const head = {
  'site.md': '---\ntitle: T\nlanguage: en\ntime-zone: Europe/Lisbon\n---\n',
  'actors/ana.md': '---\nname: Ana\nkind: person\n---\n',
  'sources/harbour-post.md': '---\nname: Post\n---\n',
};

/** Returns the notices of an archive in which `count` articles each tell a similar event. */
function noteAlike(count: number) {
  const files = Object.entries(head);
  for (let index = 0; index < count; index += 1)
    files.push([
      `articles/a-${index}.md`,
      createDigest([`id: harbour-quay-closes-${index}\ndate: 2024-05-10\nactors: ana`]),
    ]);
  const contents = files.map(([path, text]) => ({ path, file: path, bytes: Buffer.from(text) }));
  return loadArchive(contents, 'content').problems;
}

test('returns one notice for each event that resembles others, with their number', () => {
  const problems = noteAlike(20);
  expect(problems.map(({ kind }) => kind)).toEqual(Array(19).fill('event-similar'));
  expect(problems.map(({ message }) => message).join('\n')).toContain(' and 18 more. If it');
});

test('states if the count is incomplete', () => {
  const messages = noteAlike(150).map(({ message }) => message);
  expect(messages).toHaveLength(149);
  expect(messages.filter((message) => / and at least \d+ more\. If it/.test(message))).not.toEqual(
    [],
  );
});

test('returns one notice for each event with similar points, with their number', () => {
  const claim = (on: string) => `\n\`\`\`claim\non: ${on}\nsays: So it is.\n\`\`\`\n`;
  const words = Array.from({ length: 200 }, (_, index) => `quay${'x'.repeat(9)}${index * 7919}`);
  const files = Object.entries({
    ...head,
    'articles/a.md':
      createDigest(['id: quay-closes\ndate: 2024-05-10']) +
      words.map((word) => claim(`How many were at the ${word}`)).join(''),
    'articles/b.md':
      createDigest(['id: quay-closes\ndate: 2024-05-10']) +
      words
        .slice(-20)
        .map((word) => claim(`How many were at the ${word}s`))
        .join(''),
  });
  const contents = files.map(([path, text]) => ({ path, file: path, bytes: Buffer.from(text) }));
  const notices = loadArchive(contents, 'content').problems.filter(
    ({ kind }) => kind === 'point-new',
  );
  expect(notices).toHaveLength(1);
  expect(notices[0]?.message).toContain(', and 19 more of its points are nearly another. If');
});
