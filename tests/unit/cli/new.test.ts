import { describe, expect, test } from 'vitest';
import { runNew } from '../../../src/cli/new.ts';
import { createDigest } from '../createArchive.ts';
import { createOutside } from './createOutside.ts';

const digest = {
  'content/articles/ledger.md': createDigest(['id: quay-closed\ndate: 2024-05-10'], 'city-ledger'),
};

describe('npm run new', () => {
  test('writes a digest from flags alone, with today’s date', async () => {
    const outside = createOutside();
    const flags = [
      '--title',
      'Quay: closed',
      '--source',
      'harbour-post',
      '--published',
      '2024-05-11',
    ];
    expect(await runNew(flags, outside)).toBe(0);
    expect(outside.files.get('content/articles/quay-closed.md')).toMatch(
      /^---\ntitle: "Quay: closed"\nsource: harbour-post\npublished: 2024-05-11\nadded: 2024-06-01\n---\n/,
    );
    expect(outside.said).toContain('1 part is left to write');
    expect(outside.asked).toEqual([]);
  });

  test('asks at a terminal for what no flag states', async () => {
    const outside = createOutside({
      answers: ['Quay closed', '2024-05-11', 'https://post.example/1', 'the-quay'],
    });
    expect(await runNew(['--source', 'harbour-post'], outside)).toBe(0);
    expect(outside.files.get('content/articles/the-quay.md')).toContain(
      'url: https://post.example/1',
    );
    expect(outside.asked.at(-1)?.initial).toBe('quay-closed');
  });

  test('offers the known sources and groups to choose from', async () => {
    const article = createOutside({ answers: ['Quay closed', null] });
    expect(await runNew([], article)).toBe(2);
    expect(article.asked[1]?.choices).toEqual([
      { value: 'city-ledger', label: 'City Ledger' },
      { value: 'harbour-post', label: 'The Harbour Post' },
      { value: '+', label: 'another one: make it now' },
    ]);
    const actor = createOutside({
      answers: ['Lia Nunes', 'person', '', 'The port', '', 'lia-nunes'],
    });
    expect(await runNew(['actor'], actor)).toBe(0);
    expect(actor.asked[3]?.choices?.map(({ value }) => value)).toEqual(['The port', 'The city']);
    expect(actor.files.get('content/actors/lia-nunes.md')).toBe(
      '---\nname: Lia Nunes\nkind: person\ngroup: The port\n---\n',
    );
  });

  test('writes nothing if the editor cancels', async () => {
    const outside = createOutside({ answers: [null] });
    const before = outside.files.size;
    expect(await runNew([], outside)).toBe(2);
    expect(outside.files.size).toBe(before);
    expect(outside.complained).toContain('Nothing was written');
  });

  test('names every missing flag if there is no terminal', async () => {
    const outside = createOutside();
    expect(await runNew(['--title', 'Quay closed'], outside)).toBe(2);
    expect(outside.complained).toContain('give --source, --published.');
  });

  test('names every wrong flag at once', async () => {
    const outside = createOutside();
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
    expect(await runNew(flags, outside)).toBe(2);
    expect(outside.complained.match(/for --(?:source|published|id), expected/g)).toHaveLength(3);
  });

  test('never overwrites a file', async () => {
    const outside = createOutside({ files: digest });
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
    expect(await runNew(flags, outside)).toBe(2);
    expect(outside.files.get('content/articles/ledger.md')).toBe(
      digest['content/articles/ledger.md'],
    );
    expect(outside.complained).toContain('content/articles/ledger.md already exists');
  });

  test.each([
    [['actor', '--name', 'Lia Nunes', '--kind', 'person', '--group', 'The prot'], 'group-unknown'],
    [['actor', '--name', 'Brandt', '--kind', 'person'], 'spelling-shared'],
    [['place', '--name', 'Mole', '--within', 'nowhere'], 'place-unknown'],
    [['--title', 'x', '--source', 'nobody', '--published', '2024-05-11'], 'source-unknown'],
    [['event', '--id', 'quay-open', '--why', 'So it is.'], 'event-unknown'],
  ])('writes nothing that the check would refuse: %j', async (flags, kind) => {
    const outside = createOutside({ files: digest });
    const before = outside.files.size;
    expect(await runNew(flags, outside)).toBe(2);
    expect(outside.complained).toContain(kind);
    expect(outside.files.size).toBe(before);
  });

  test('writes sources, places and rulings', async () => {
    const outside = createOutside({ files: digest });
    expect(await runNew(['source', '--name', 'The Wire'], outside)).toBe(0);
    expect(await runNew(['place', '--name', 'Old mole', '--within', 'port'], outside)).toBe(0);
    const ruling = [
      'event',
      '--id',
      'quay-closed',
      '--why',
      'The log has it.',
      '--date',
      '2024-05-10',
    ];
    expect(await runNew(ruling, outside)).toBe(0);
    expect(outside.files.get('content/sources/wire.md')).toBe('---\nname: The Wire\n---\n');
    expect(outside.files.get('content/places/old-mole.md')).toContain('within: port');
    expect(outside.files.get('content/events/quay-closed.md')).toBe(
      '---\ndate: 2024-05-10\nwhy: The log has it.\nreviewed: 2024-06-01\n---\n',
    );
  });

  test('creates a source on the way, and keeps what was typed', async () => {
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
    const outside = createOutside({ answers });
    expect(await runNew([], outside)).toBe(0);
    expect(outside.files.get('content/sources/wire.md')).toBe('---\nname: The Wire\n---\n');
    expect(outside.files.get('content/articles/quay.md')).toContain(
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
    const outside = createOutside({ answers });
    for (const file of outside.files.keys())
      if (file.startsWith('content/sources/')) outside.files.delete(file);
    expect(await runNew([], outside)).toBe(0);
    expect(outside.asked[1]?.choices).toEqual([{ value: '+', label: 'another one: make it now' }]);
    expect(outside.files.has('content/sources/wire.md')).toBe(true);
  });

  test('writes neither source nor digest if the editor cancels in between', async () => {
    const outside = createOutside({
      answers: ['Quay closed', '+', 'The Wire', '', '', '', '', 'wire', null],
    });
    const before = outside.files.size;
    expect(await runNew([], outside)).toBe(2);
    expect(outside.files.size).toBe(before);
  });

  test('begins site.md where there is no content yet, and a state of play beside it', async () => {
    const outside = createOutside({ folder: 'empty' });
    for (const file of outside.files.keys()) outside.files.delete(file);
    const site = ['site', '--title', 'Strike', '--time-zone', 'Europe/Lisbon', '--groups', 'A, B'];
    expect(await runNew(site, outside)).toBe(0);
    expect(outside.files.get('empty/site.md')).toMatch(
      /^---\ntitle: Strike\nlanguage: en\ntime-zone: Europe\/Lisbon\ngroups: \[A, B\]\nreviewed: 2024-06-01\n---\n\n<!-- To write: the About page/,
    );
    expect(await runNew(['state-of-play', '--as-of', '2024-05-12'], outside)).toBe(0);
    expect(outside.files.get('empty/state-of-play.md')).toContain('as-of: 2024-05-12');
    expect(await runNew(site, outside)).toBe(2);
    expect(outside.complained).toContain('empty/site.md already exists and is never overwritten.');
  });

  test('offers the events that have no ruling', async () => {
    const outside = createOutside({
      files: digest,
      answers: ['quay-closed', '', 'It stays open.'],
    });
    expect(await runNew(['event'], outside)).toBe(0);
    expect(outside.asked[0]?.choices?.map(({ value }) => value)).toEqual(['quay-closed']);
  });

  test.each([
    [['boat'], 'expected one of article, actor, source, place, event, site, state-of-play'],
    [['actor', '--nmae', 'x'], 'Unknown option'],
    [['--title', '؟!', '--source', 'city-ledger', '--published', '2024'], 'give one with --id'],
  ])('refuses %j and says why', async (args, message) => {
    const outside = createOutside();
    expect(await runNew(args, outside)).toBe(2);
    expect(outside.complained).toContain(message);
  });

  test('lists its flags with --help', async () => {
    const outside = createOutside();
    expect(await runNew(['actor', '--help'], outside)).toBe(0);
    expect(outside.said).toContain('--name …');
  });
});
