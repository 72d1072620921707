import { expect, test } from 'vitest';
import { createWordLocator } from '../../../src/parse/locateWords.ts';

function locate(text: string, words: string): string {
  const file = { path: 'articles/a.md', file: 'a.md', bytes: Buffer.from(text) };
  const at = createWordLocator(file)(words);
  return at ? `${at.line}:${at.column}` : 'nowhere';
}

test.each([
  ['in a paragraph', 'One.\n\nThe Brendt house', '3:5'],
  ['on a later line', '- A list\n  and Brendt', '2:7'],
  ['after escaped characters', '1 \\* 2 &amp; *Brendt*', '1:15'],
  ['with Windows line ends', 'One\r\n\r\nBrendt', '3:1'],
  ['whole, not in another word', 'Brendts and Brendt', '1:13'],
  [
    'only outside code, quotations, event headings and links to actors',
    '`Brendt` [Brendt](actor:a)\n\n## Brendt\n\n> Brendt\n\nBrendt',
    '7:1',
  ],
  ['nowhere', '`Brendt`', 'nowhere'],
])('createWordLocator(file)(words) finds words %s', (_, text, place) => {
  expect(locate(text, 'Brendt')).toBe(place);
});

test('createWordLocator(file)(words) finds words across a line end', () => {
  expect(locate('and Ana\n  Brendt', 'Ana\nBrendt')).toBe('1:5');
});
