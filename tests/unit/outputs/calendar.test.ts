import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderCalendar } from '../../../src/outputs/calendar.ts';
import { viewAgenda, type AgendaView } from '../../../src/views/data/agendaView.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

const site = 'https://quay.example';
const day = 'id: a\ndate: 2024-05-10';

function viewOf(digests: Record<string, string>, others: Record<string, string> = {}): AgendaView {
  return viewAgenda(createContext(createViewContext(digests, others).archive, '/x/', site));
}

/** Returns what a calendar program reads of a single event. */
function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, sequence } = new ICAL.Event(component);
    const say = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? null;
    return {
      uid,
      summary,
      start: startDate.toString(),
      isWholeDays: startDate.isDate,
      // The end as written; for whole days it is the day after.
      end: say('dtend'),
      status: say('status'),
      sequence,
      stamp: say('dtstamp'),
      created: say('created'),
      description: say('description'),
      place: say('location'),
      url: say('url'),
    };
  });
}

const readOne = (lines: string, others: Record<string, string> = {}) =>
  readCalendar(renderCalendar(viewOf({ a: createDigest([lines]) }, others)))[0];

describe('an event in the calendar', () => {
  test.each([
    ['2024-05-10', 'a', '2024-05-10', '2024-05-11', null],
    ['2024-05-10\ncertainty: confirmed', 'a', '2024-05-10', '2024-05-11', 'CONFIRMED'],
    ['2024-05-10/2024-05-12', 'a', '2024-05-10', '2024-05-13', null],
    ['2024-05-10\ntime: 20:30', 'a', '2024-05-10T19:30:00Z', null, null],
    ['2024-05-10\ntime: evening', 'a (10 May 2024, evening)', '2024-05-10', '2024-05-11', null],
    ['2024-05-10\ntime: night', 'a (night of 10–11 May 2024)', '2024-05-10', '2024-05-12', null],
    [
      '2024-05-10\nzone: America/New_York',
      'a (10 May 2024, New York time)',
      '2024-05-10',
      '2024-05-12',
      null,
    ],
    ['2024-05-10\ncertainty: purported', 'a (unverified)', '2024-05-10', '2024-05-11', 'TENTATIVE'],
    [
      '2024-05-10\ncertainty: denied',
      'a (said not to have happened)',
      '2024-05-10',
      '2024-05-11',
      'TENTATIVE',
    ],
    ['2024-08-10\ncertainty: due', 'a (upcoming)', '2024-08-10', '2024-08-11', 'TENTATIVE'],
    ['2024-05-10~', 'a (about 10 May 2024)', '2024-05-07', '2024-05-14', 'TENTATIVE'],
    ['2024-05-10?', 'a (possibly 10 May 2024)', '2024-05-10', '2024-05-11', 'TENTATIVE'],
    ['2024-05', 'a (May 2024)', '2024-05-01', '2024-06-01', 'TENTATIVE'],
    ['[2024-05-10,2024-05-13]', 'a (10 or 13 May 2024)', '2024-05-10', '2024-05-14', 'TENTATIVE'],
    ['2024-05-10/..', 'a (since 10 May 2024)', '2024-05-10', '2024-05-11', 'TENTATIVE'],
    ['[..2024-05-10]', 'a (on or before 10 May 2024)', '2024-05-10', '2024-05-11', 'TENTATIVE'],
    [
      '[2024-07-10..]\ncertainty: threatened',
      'a (on or after 10 July 2024; threatened)',
      '2024-07-10',
      '2024-07-11',
      'TENTATIVE',
    ],
  ])('dated %s is “%s”, from %s', (date, summary, start, end, status) => {
    const event = readOne(`id: a\ndate: ${date}`);
    expect(event).toMatchObject({ summary, start, end, status });
    expect(event?.isWholeDays).toBe(!start.includes('T'));
    expect(event?.description).toContain('It happened.');
  });

  test('whose accounts contradict each other on the date spans all of the dates and says so', () => {
    const view = viewOf({
      a: createDigest([`${day}\nplace: port`]),
      b: createDigest(['id: a\ndate: 2024-05-12'], 'city-ledger'),
    });
    expect(readCalendar(renderCalendar(view))).toMatchObject([
      {
        summary: 'a (10 or 12 May 2024; date disputed)',
        start: '2024-05-10',
        end: '2024-05-13',
        status: 'TENTATIVE',
        place: 'Porto Velho',
        url: `${site}/x/events/a/`,
      },
    ]);
  });

  test('whose accounts give different hours has only the day', () => {
    const view = viewOf({
      a: createDigest([`${day}\ntime: 10:00`]),
      b: createDigest([`${day}\ntime: 20:00`], 'city-ledger'),
    });
    expect(readCalendar(renderCalendar(view))).toMatchObject([
      { summary: 'a (time of day disputed)', start: '2024-05-10', isWholeDays: true },
    ]);
  });

  test('keeps its first permalink, and counts its corrections', () => {
    expect(
      readOne(day, {
        'events/a.md':
          '---\nformerly: [first, second]\ncorrections:\n  - { date: 2024-07-03, reason: The hour. }\n  - { date: 2024-07-09, reason: The day. }\n---\n',
      }),
    ).toMatchObject({
      uid: 'tag:harbour.example,2024:/events/first',
      url: `${site}/x/events/a/`,
      sequence: 2,
      stamp: '2024-07-09T12:00:00Z',
      created: '2024-07-01T12:00:00Z',
    });
  });

  test('is cancelled if it was retracted, with or without an account', () => {
    const view = viewOf(
      { a: createDigest([day]) },
      {
        'events/a.md': '---\nretracted: { date: 2024-09-02, reason: It was another quay. }\n---\n',
        'events/gone.md':
          '---\ntitle: The flood\ndate: 2024-05-12\nretracted: { date: 2024-09-03, reason: It never came. }\n---\n',
      },
    );
    expect(readCalendar(renderCalendar(view))).toMatchObject([
      { summary: 'Retracted: a', status: 'CANCELLED', sequence: 1 },
      {
        summary: 'Retracted: The flood (12 May 2024)',
        status: 'CANCELLED',
        start: '2024-05-12',
        sequence: 1,
        description: 'It never came.',
      },
    ]);
  });
});

describe('a calendar', () => {
  test('states how many events it leaves out, and why', () => {
    const view = viewOf({
      a: createDigest([
        day,
        'id: b\ndate: -0043',
        'id: c\ndate: Y12024\ncertainty: due',
        'id: d\ndate: ../..',
      ]),
    });
    expect(view.entries.map(({ title }) => title)).toEqual(['a']);
    expect(view.about).toContain('Three events without a known day are left out.');
  });

  test('holds a thousand events at most, the latest', () => {
    const events = Array.from(
      { length: 1001 },
      (_, index) => `id: e-${index}\ndate: ${index === 7 ? '2023' : '2024'}-05-10`,
    );
    const view = viewOf({ a: createDigest(events) });
    expect(view.entries).toHaveLength(1000);
    expect(view.entries.map(({ title }) => title)).not.toContain('e-7');
    expect(view.about).toContain('Only the latest 1000 of 1001 events are included.');
  });

  test('accepts any pasted text: lines of at most 75 bytes, ended by CRLF, no split characters', () => {
    const hostile = `a; b, c \\ d: "e" 😀\r\nEND:VEVENT\nBEGIN:VALARM\rX \u0000\u001b ${'نص طويل 😀 '.repeat(30)}\ud800`;
    const view = viewOf({ a: createDigest([day]) });
    const [entry] = view.entries;
    const text = renderCalendar({
      ...view,
      title: hostile,
      about: hostile,
      entries: [{ ...entry!, title: hostile, description: hostile, place: hostile }],
    });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const bytes = Buffer.from(text);
    expect(bytes.toString('utf8')).toBe(text);
    const lines = text.split('\r\n').map((line) => Buffer.from(line));
    expect(lines.filter((line) => line.length > 75)).toEqual([]);
    const shown = hostile.toWellFormed().replace(/\r\n?/g, '\n').replace('\u0000\u001b', '��');
    const [read] = readCalendar(text);
    expect(read).toMatchObject({ summary: shown, description: shown, place: shown });
    expect(new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents()).toHaveLength(1);
  });

  test('writes years long ago with four digits', () => {
    const text = renderCalendar(viewOf({ a: createDigest(['id: a\ndate: 0043-03-15']) }));
    expect(text).toContain('DTSTART;VALUE=DATE:00430315\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:00430316\r\n');
  });

  test('is the same for any order of files', () => {
    const one = { a: createDigest([day]), b: createDigest(['id: b\ndate: 2024-05-10']) };
    expect(renderCalendar(viewOf(one))).toBe(renderCalendar(viewOf({ b: one.b, a: one.a })));
  });
});
