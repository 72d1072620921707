import { expect, test } from 'vitest';
import { isOfShard, parseShard } from '../../../src/builder/shards.ts';

test('each file belongs to one shard, and no shard has much more than its share', () => {
  const paths = Array.from({ length: 2000 }, (_, index) => `events/event-${index}/index.html`);
  const counts = [1, 2, 3, 4].map(
    (number) => paths.filter((path) => isOfShard(path, { number, of: 4 })).length,
  );
  expect(counts.reduce((a, b) => a + b)).toBe(paths.length);
  for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(80);
});

test('a share is written as its number and the total', () => {
  expect(parseShard('2/4')).toEqual({ number: 2, of: 4 });
  expect(parseShard('1/1')).toEqual({ number: 1, of: 1 });
  for (const text of ['', '4', '5/4', '0/4', '1/0', '1/257', '-1/4', '1/4 ', '1.5/4'])
    expect(parseShard(text)).toBeUndefined();
});
