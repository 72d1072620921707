import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../../src/checks/checkContent.ts';
import { runInit } from '../../../src/cli/init.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import { createEffects, type TestEffects } from './createEffects.ts';

const flags = ['timeline', '--title', 'Strike: the port', '--time-zone', 'Europe/Lisbon'];

/** Returns the check's report on a folder that the command wrote. */
function check(effects: TestEffects, folder: string) {
  const noon = Date.parse('2024-06-01T12:00:00Z');
  return checkFiles(readContent(folder, effects.disk), folder, { now: noon }).problems;
}

describe('npm run init', () => {
  test('writes a complete site from flags, which passes the check', async () => {
    const effects = createEffects();
    expect(await runInit(flags, effects)).toBe(0);
    const written = [...effects.files.keys()].filter((file) => file.startsWith('timeline/'));
    expect(written).toEqual([
      'timeline/site.md',
      'timeline/state-of-play.md',
      'timeline/sources/harbour-post.md',
      'timeline/actors/harbour-police.md',
      'timeline/articles/first-article.md',
    ]);
    expect(check(effects, 'timeline')).toEqual([]);
    expect(effects.said).toContain('CONTENT=timeline npm start');
  });

  test.each([
    ['ar', 'name: شرطة الميناء', 'هذا الملخص مثال.', 'هذا النص هو صفحة «عن الموقع»'],
    ['fr', 'name: Police portuaire', 'Ce résumé est un exemple.', 'ce texte est la page'],
  ])('starts a site in %s in that language', async (language, actor, lead, about) => {
    const effects = createEffects();
    expect(await runInit([...flags, '--language', language], effects)).toBe(0);
    const all = [...effects.files].filter(([file]) => file.startsWith('timeline/'));
    const text = all.map(([, written]) => written).join('\n');
    for (const words of [actor, lead, about]) expect(text).toContain(words);
    expect(text).not.toMatch(/\b(?:replace|here|says?)\b/i);
    expect(check(effects, 'timeline')).toEqual([]);
  });

  test('asks at a terminal for what no flag states, and suggests the machine’s zone', async () => {
    const answers = [
      'Strike',
      'A week in the port.',
      'en',
      'Asia/Baghdad',
      'quay.example,2024',
      'The Wire',
      '*Q*',
      'person',
    ];
    const effects = createEffects({ answers });
    expect(await runInit(['timeline'], effects)).toBe(0);
    expect(effects.asked.map(({ initial }) => initial)).toContain('Europe/Lisbon');
    expect(effects.files.get('timeline/site.md')).toContain(
      'time-zone: Asia/Baghdad\nauthority: "quay.example,2024"\n',
    );
    expect(effects.files.get('timeline/sources/wire.md')).toBe('---\nname: The Wire\n---\n');
    expect(effects.files.get('timeline/actors/q.md')).toContain('kind: person');
    expect(check(effects, 'timeline')).toEqual([]);
  });

  test.each([
    ['a sign that Markdown reads', '--actor', 'A [B] *C* <d>'],
    ['letters of no Latin script', '--actor', 'بغداد'],
    ['nothing that makes an id', '--source', '؟!'],
  ])('accepts a name with %s', async (_, flag, name) => {
    const effects = createEffects();
    expect(await runInit([...flags, flag, name], effects)).toBe(0);
    expect(check(effects, 'timeline')).toEqual([]);
  });

  test.each([
    [['content', ...flags.slice(1)], 'content is not empty (it has content/actors/ana-brandt.md)'],
    [['timeline'], 'give --title, --time-zone.'],
    [[...flags, '--time-zone', 'Lisbon'], 'Unexpected "Lisbon" for --time-zone, expected an IANA'],
    [[...flags, '--actor-kind', 'boat'], 'expected one of person'],
    [[...flags, 'more'], 'Unexpected 2 folders, expected one'],
    [[...flags, '--nmae', 'x'], 'Unknown option'],
    [['.', ...flags.slice(1)], 'holds the whole project'],
  ])('writes nothing and explains why: %j', async (args, message) => {
    const effects = createEffects();
    const before = effects.files.size;
    expect(await runInit(args, effects)).toBe(2);
    expect(effects.complained).toContain(message);
    expect(effects.files.size).toBe(before);
  });

  test('writes nothing if the editor cancels', async () => {
    const effects = createEffects({ answers: ['Strike', null] });
    const before = effects.files.size;
    expect(await runInit(['timeline'], effects)).toBe(2);
    expect(effects.files.size).toBe(before);
  });
});
