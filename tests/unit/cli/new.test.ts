import { describe, expect, test } from 'vitest';
import { runNew } from '../../../src/cli/new.ts';
import { createDigest } from '../createViewContext.ts';
import { createEffects } from './createEffects.ts';

const digest = {
  'content/articles/ledger.md': createDigest(['id: quay-closed\ndate: 2024-05-10'], 'city-ledger'),
};

describe('npm run new', () => {
  test('writes a digest from flags alone, with today’s date', async () => {
    const effects = createEffects();
    const flags = [
      '--title',
      'Quay: closed',
      '--source',
      'harbour-post',
      '--published',
      '2024-05-11',
    ];
    expect(await runNew(flags, effects)).toBe(0);
    expect(effects.files.get('content/articles/quay-closed.md')).toMatch(
      /^---\ntitle: "Quay: closed"\nsource: harbour-post\npublished: 2024-05-11\nadded: 2024-06-01\n---\n/,
    );
    expect(effects.said).toContain('1 part is left to write');
    expect(effects.asked).toEqual([]);
  });

  test('asks at a terminal for what no flag states', async () => {
    const effects = createEffects({
      answers: ['Quay closed', '2024-05-11', 'https://post.example/1', 'the-quay'],
    });
    expect(await runNew(['--source', 'harbour-post'], effects)).toBe(0);
    expect(effects.files.get('content/articles/the-quay.md')).toContain(
      'url: https://post.example/1',
    );
    expect(effects.asked.at(-1)?.initial).toBe('quay-closed');
  });

  test('offers the known sources and groups as choices', async () => {
    const article = createEffects({ answers: ['Quay closed', null] });
    expect(await runNew([], article)).toBe(2);
    expect(article.asked[1]?.choices).toEqual([
      { value: 'city-ledger', label: 'City Ledger' },
      { value: 'harbour-post', label: 'The Harbour Post' },
      { value: '+', label: 'a new one: create it now' },
    ]);
    const actor = createEffects({
      answers: ['Lia Nunes', 'person', '', 'The port', '', 'lia-nunes'],
    });
    expect(await runNew(['actor'], actor)).toBe(0);
    expect(actor.asked[3]?.choices?.map(({ value }) => value)).toEqual(['The port', 'The city']);
    expect(actor.files.get('content/actors/lia-nunes.md')).toBe(
      '---\nname: Lia Nunes\nkind: person\ngroup: The port\n---\n',
    );
  });

  test('writes nothing if the editor cancels', async () => {
    const effects = createEffects({ answers: [null] });
    const before = effects.files.size;
    expect(await runNew([], effects)).toBe(2);
    expect(effects.files.size).toBe(before);
    expect(effects.complained).toContain('Nothing was written');
  });

  test('names every missing flag if there is no terminal', async () => {
    const effects = createEffects();
    expect(await runNew(['--title', 'Quay closed'], effects)).toBe(2);
    expect(effects.complained).toContain('give --source, --published.');
  });

  test('names every wrong flag at once', async () => {
    const effects = createEffects();
    const flags = [
      '--title',
      'x',
      '--source',
      'Harbour Post',
      '--published',
      'Friday',
      '--id',
      'A',
    ];
    expect(await runNew(flags, effects)).toBe(2);
    expect(effects.complained.match(/for --(?:source|published|id), expected/g)).toHaveLength(3);
  });

  test('never overwrites a file', async () => {
    const effects = createEffects({ files: digest });
    const flags = [
      '--title',
      'x',
      '--source',
      'city-ledger',
      '--published',
      '2024',
      '--id',
      'ledger',
    ];
    expect(await runNew(flags, effects)).toBe(2);
    expect(effects.files.get('content/articles/ledger.md')).toBe(
      digest['content/articles/ledger.md'],
    );
    expect(effects.complained).toContain('content/articles/ledger.md already exists');
  });

  test.each([
    [['actor', '--name', 'Lia Nunes', '--kind', 'person', '--group', 'The prot'], 'group-unknown'],
    [['actor', '--name', 'Brandt', '--kind', 'person'], 'spelling-shared'],
    [['place', '--name', 'Mole', '--within', 'nowhere'], 'place-unknown'],
    [['--title', 'x', '--source', 'nobody', '--published', '2024-05-11'], 'source-unknown'],
    [['event', '--id', 'quay-open', '--why', 'So it is.'], 'event-unknown'],
  ])('writes nothing that the check would reject: %j', async (flags, kind) => {
    const effects = createEffects({ files: digest });
    const before = effects.files.size;
    expect(await runNew(flags, effects)).toBe(2);
    expect(effects.complained).toContain(kind);
    expect(effects.files.size).toBe(before);
  });

  test('writes sources, places and rulings', async () => {
    const effects = createEffects({ files: digest });
    expect(await runNew(['source', '--name', 'The Wire'], effects)).toBe(0);
    expect(await runNew(['place', '--name', 'Old mole', '--within', 'port'], effects)).toBe(0);
    const ruling = [
      'event',
      '--id',
      'quay-closed',
      '--why',
      'The log has it.',
      '--date',
      '2024-05-10',
    ];
    expect(await runNew(ruling, effects)).toBe(0);
    expect(effects.files.get('content/sources/wire.md')).toBe('---\nname: The Wire\n---\n');
    expect(effects.files.get('content/places/old-mole.md')).toContain('within: port');
    expect(effects.files.get('content/events/quay-closed.md')).toBe(
      '---\ndate: 2024-05-10\nwhy: The log has it.\nreviewed: 2024-06-01\n---\n',
    );
  });

  test('creates a new source meanwhile, and keeps the other answers', async () => {
    const answers = [
      'Quay closed',
      '+',
      'The Wire',
      '',
      '',
      '',
      '',
      'wire',
      '2024-05-11',
      '',
      'quay',
    ];
    const effects = createEffects({ answers });
    expect(await runNew([], effects)).toBe(0);
    expect(effects.files.get('content/sources/wire.md')).toBe('---\nname: The Wire\n---\n');
    expect(effects.files.get('content/articles/quay.md')).toContain(
      'title: Quay closed\nsource: wire\npublished: 2024-05-11',
    );
  });

  test('offers to create the first source if there is none', async () => {
    const answers = [
      'Quay closed',
      '+',
      'The Wire',
      '',
      '',
      '',
      '',
      'wire',
      '2024-05-11',
      '',
      'quay',
    ];
    const effects = createEffects({ answers });
    for (const file of effects.files.keys())
      if (file.startsWith('content/sources/')) effects.files.delete(file);
    expect(await runNew([], effects)).toBe(0);
    expect(effects.asked[1]?.choices).toEqual([{ value: '+', label: 'a new one: create it now' }]);
    expect(effects.files.has('content/sources/wire.md')).toBe(true);
  });

  test('writes neither source nor digest if the editor cancels in between', async () => {
    const effects = createEffects({
      answers: ['Quay closed', '+', 'The Wire', '', '', '', '', 'wire', null],
    });
    const before = effects.files.size;
    expect(await runNew([], effects)).toBe(2);
    expect(effects.files.size).toBe(before);
  });

  test('creates site.md if there is no content yet, and then a state of play', async () => {
    const effects = createEffects({ folder: 'empty' });
    for (const file of effects.files.keys()) effects.files.delete(file);
    const site = ['site', '--title', 'Strike', '--time-zone', 'Europe/Lisbon', '--groups', 'A, B'];
    expect(await runNew(site, effects)).toBe(0);
    expect(effects.files.get('empty/site.md')).toMatch(
      /^---\ntitle: Strike\nlanguage: en\ntime-zone: Europe\/Lisbon\ngroups: \[A, B\]\nreviewed: 2024-06-01\n---\n\n<!-- To write: the About page/,
    );
    expect(await runNew(['state-of-play', '--as-of', '2024-05-12'], effects)).toBe(0);
    expect(effects.files.get('empty/state-of-play.md')).toContain('as-of: 2024-05-12');
    expect(await runNew(site, effects)).toBe(2);
    expect(effects.complained).toContain('empty/site.md already exists and is never overwritten.');
  });

  test('offers the events that have no ruling', async () => {
    const effects = createEffects({
      files: digest,
      answers: ['quay-closed', '', 'It stays open.'],
    });
    expect(await runNew(['event'], effects)).toBe(0);
    expect(effects.asked[0]?.choices?.map(({ value }) => value)).toEqual(['quay-closed']);
  });

  test.each([
    [['boat'], 'expected one of article, actor, source, place, event, site, state-of-play'],
    [['actor', '--nmae', 'x'], 'Unknown option'],
    [['--title', '؟!', '--source', 'city-ledger', '--published', '2024'], 'give one with --id'],
  ])('rejects %j and explains why', async (args, message) => {
    const effects = createEffects();
    expect(await runNew(args, effects)).toBe(2);
    expect(effects.complained).toContain(message);
  });

  test('lists its flags with --help', async () => {
    const effects = createEffects();
    expect(await runNew(['actor', '--help'], effects)).toBe(0);
    expect(effects.said).toContain('--name …');
  });
});
