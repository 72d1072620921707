import { maxKeyEvents } from '../../../../src/views/lists/budgets.ts';
import { describe, expect, test } from 'vitest';
import { viewKeyFigure, type KeyEntry } from '../../../../src/views/home/keyView.ts';
import { countTracks } from '../../../../src/views/home/keyAxis.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const actors = {
  'site.md':
    '---\ntitle: The harbour\nlanguage: en\ntime-zone: Europe/Lisbon\ngroups: [The city, The port, Crews]\nprincipals: [ana-brandt, mayor, crew-a, crew-b]\n---\n',
  'actors/mayor.md': '---\nname: The mayor\nkind: person\ngroup: The city\n---\n',
  'actors/crew-a.md': '---\nname: Crew A\nkind: organisation\ngroup: Crews\n---\n',
  'actors/crew-b.md': '---\nname: Crew B\nkind: organisation\ngroup: Crews\n---\n',
};

function draw(events: readonly string[], stateOfPlay?: string) {
  const context = createViewContext(
    { a: createDigest(events) },
    stateOfPlay === undefined
      ? actors
      : { ...actors, 'state-of-play.md': `---\nas-of: 2024-05-20\n---\n\n${stateOfPlay}\n` },
  );
  const figure = viewKeyFigure(context);
  if (!figure) throw new Error('There is no figure.');
  return figure;
}

const find = (entries: readonly KeyEntry[], id: string) => {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new Error(`There is no ${id}.`);
  return entry;
};

describe('viewKeyFigure(context)', () => {
  test('has a column for each day and night, and states the length of each gap', () => {
    const { columns } = draw([
      'id: a\ndate: 2024-01-10',
      'id: b\ndate: 2024-05-10',
      'id: c\ndate: 2024-05-12/2024-05-13\ntime: night',
      'id: d\ndate: 2024-05-14\ncertainty: planned',
    ]);
    expect(columns.map(({ kind, above, label, cut }) => [kind, above, label, cut])).toEqual([
      ['stretch', null, '10 Jan 2024', '4 months later'],
      ['day', 'Fri', '10', null],
      ['day', 'Sat', '11', null],
      ['night', 'Night', '12–13', null],
      ['next', null, 'Still to come', null],
    ]);
    expect(columns.at(-1)?.to).toBe(26);
    for (const [index, column] of columns.entries())
      expect(column.from).toBe(columns[index - 1]?.to ?? 2);
  });

  test('names each month once, above its days, with its year where there is room', () => {
    const { columns, months } = draw([
      'id: a\ndate: 2024-01-10',
      'id: b\ndate: 2024-05-30',
      'id: c\ndate: 2024-05-31/2024-06-01\ntime: night',
      'id: d\ndate: 2024-06-02',
    ]);
    expect(months.map(({ label }) => label)).toEqual(['May 2024', 'June 2024']);
    const [may, june] = months;
    expect(may?.from).toBe(columns.find(({ label }) => label === '30')?.from);
    expect(may?.to).toBe(columns.find(({ kind }) => kind === 'night')?.to);
    expect(june?.from).toBe(may?.to);
  });

  test('joins an event to the lane of every side that it involves', () => {
    const { entries, ties, lanes } = draw([
      'id: a\ndate: 2024-05-10\nactors: crew-a, mayor',
      'id: d\ndate: 2024-05-13\nactors: mayor, crew-a',
      'id: b\ndate: 2024-05-11\nactors: mayor',
      'id: c\ndate: 2024-05-12\nactors: mayor, ana-brandt',
    ]);
    expect(find(entries, 'a').others).toEqual([{ name: 'The city', colour: 1 }]);
    expect(find(entries, 'c').others).toEqual([]);
    const city = lanes.find(({ name }) => name === 'The city');
    const crews = lanes.find(({ name }) => name === 'Crews');
    expect(ties).toEqual([
      {
        colour: city?.colour,
        side: 'beside',
        from: find(entries, 'a').from,
        fromRow: find(entries, 'a').row,
        toRow: find(entries, 'a').row + 1,
      },
      {
        colour: crews?.colour,
        side: 'below',
        from: find(entries, 'd').from,
        fromRow: find(entries, 'd').row,
        toRow: crews?.fromRow,
      },
    ]);
    expect(city?.toRow).toBe(find(entries, 'a').row);
  });

  test('states the year of an event months before the next, so that no date seems to be in the same weeks', () => {
    const { entries } = draw([
      'id: a\ndate: 2024-01-10',
      'id: b\ndate: 2024-05-10',
      'id: c\ndate: 2024-05-12',
    ]);
    expect(entries.map(({ date }) => date)).toEqual(['10 Jan 2024', 'Fri 10 May', 'Sun 12 May']);
  });

  test('draws what is known of a date, and never an unknown day', () => {
    const { entries, columns } = draw([
      'id: a\ndate: [2024-05-10..2024-05-12]',
      'id: b\ndate: 2024-05-11~',
      'id: c\ndate: 2024-05-10/..',
      'id: d\ndate: 2024-05-10/2024-05-12',
      'id: e\ndate: 2024-05-12',
    ]);
    expect(entries.map(({ id, shape }) => `${id} ${shape}`).sort()).toEqual([
      'a oneOf',
      'b about',
      'c since',
      'd lasting',
      'e point',
    ]);
    const bar = find(entries, 'a');
    const days = columns.filter(({ label }) => ['10', '12'].includes(label));
    expect([bar.from, bar.to]).toEqual([days[0]?.from, days[1]?.to]);
    expect(bar.dateNote).toBe('on one of these days');
  });

  test('draws every day of a date that events before and after narrow, and never in their night', () => {
    const night = 'date: 2024-05-10/2024-05-11\ntime: night';
    const either = 'date: [2024-05-10..2024-05-11]\nafter: a';
    const { entries, columns } = draw([
      `id: a\n${night}`,
      `id: b\n${either}`,
      `id: c\n${night}\nafter: b`,
      `id: d\n${either}`,
      'id: e\ndate: 2024-05-11\nafter: d',
    ]);
    const [start, end] = columns.filter(({ kind }) => kind === 'day');
    for (const id of ['b', 'd'])
      expect(find(entries, id), id).toMatchObject({
        shape: 'oneOf',
        isNight: false,
        from: start?.from,
        to: end?.to,
      });
  });

  test('doesn’t use the planned order as the order in which things happened', () => {
    const context = createViewContext(
      {
        x: createDigest(['id: b\ndate: [2024-05-10..2024-05-12]', 'id: c\ndate: 2024-05-10']),
        y: createDigest(
          ['id: c\ndate: [2024-05-10..]\ncertainty: planned\nafter: b'],
          'city-ledger',
        ),
      },
      actors,
    );
    const entry = find(viewKeyFigure(context)?.entries ?? [], 'b');
    expect(entry.shape).toBe('oneOf');
  });

  test('names the first actors of the events in the lane of the others, main actors first', () => {
    const { lanes } = draw([
      'id: a\ndate: 2024-05-10\nactors: mayor',
      'id: b\ndate: 2024-05-11\nactors: crew-a, mayor',
      'id: c\ndate: 2024-05-12\nactors: harbour-police, ana-brandt',
    ]);
    expect(lanes.at(-1)?.note).toBe('Harbour Police');
  });

  test('puts an event into the lane of its first actor, the rest into the others', () => {
    const { lanes, entries } = draw([
      'id: a\ndate: 2024-05-10\nactors: mayor',
      'id: b\ndate: 2024-05-11\nactors: crew-a, mayor',
      'id: c\ndate: 2024-05-12',
    ]);
    expect(lanes.map(({ name }) => name)).toEqual(['The city', 'Crews', 'Others']);
    for (const [id, lane] of [
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ] as const) {
      const { row } = find(entries, id);
      expect(row).toBeGreaterThanOrEqual(lanes[lane]?.fromRow ?? NaN);
      expect(row).toBeLessThan(lanes[lane]?.toRow ?? NaN);
    }
  });

  test('never draws events over each other', () => {
    const { entries } = draw(
      Array.from(
        { length: maxKeyEvents },
        (_, n) => `id: e${n}\ndate: 2024-05-${10 + (n % 5)}\nactors: ${n % 2 ? 'mayor' : 'crew-a'}`,
      ),
    );
    expect(entries).toHaveLength(maxKeyEvents);
    for (const one of entries)
      for (const other of entries) {
        if (one === other) continue;
        const isApart =
          one.to <= other.from ||
          other.to <= one.from ||
          one.endRow <= other.row ||
          other.endRow <= one.row;
        expect(isApart, `${one.id} ${other.id}`).toBe(true);
      }
  });

  test('leaves room for the longest word of a title, at the cost of wider titles and days without events', () => {
    const days = [10, 13, 15].flatMap((day) =>
      ['The fire is out again', 'Smoke over all of the long quays of the port'].map(
        (title, n) => `id: e${day}-${n}\ndate: 2024-05-${day}\ntitle: ${title}`,
      ),
    );
    const long = 'id: e\ndate: 2024-05-16\ntitle: Counterdemonstration';
    const digest = (events: readonly string[]) =>
      createDigest(events).replaceAll(/## .*\n\n(```event\n[^`]*)title: (.*)\n/gu, '## $2\n\n$1');
    const context = createViewContext({ a: digest([...days, long]) }, actors);
    const { from, to } = find(viewKeyFigure(context)?.entries ?? [], 'e');
    expect(to - from).toBe(countTracks('Counterdemonstration'));
    expect(countTracks('Counterdemonstration')).toBeGreaterThan(countTracks('Fire is out'));
  });

  test('draws an event further right within a night only if an account puts it after', () => {
    const night = 'date: 2024-05-12/2024-05-13\ntime: night\nactors: crew-a';
    const { entries } = draw(['id: a\n' + night, 'id: b\n' + night, 'id: c\nafter: a\n' + night]);
    expect(find(entries, 'b').from).toBe(find(entries, 'a').from);
    expect(find(entries, 'c').from).toBeGreaterThan(find(entries, 'a').from);
  });

  test('has the events that the state of play links, however old, and no more than fit', () => {
    const many = Array.from({ length: 60 }, (_, n) => {
      const day = new Date(Date.UTC(2024, 3, 1 + n)).toISOString().slice(0, 10);
      return `id: e${n}\ndate: ${day}`;
    });
    const { entries } = draw(many, 'First [it began](event:e0).');
    expect(entries).toHaveLength(maxKeyEvents);
    expect(entries.map(({ id }) => id)).toContain('e0');
    expect(entries.map(({ id }) => id)).toContain('e59');
    // A gap of fifty days without a key event is shortened.
    expect(draw(many, 'First [it began](event:e0).').columns[0]?.cut).toBe('1 month later');
  });
});
