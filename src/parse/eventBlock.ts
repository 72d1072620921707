import { bases, certainties, eventKinds, type AccountDraft } from '../model/drafts.ts';
import { isEventId, isId } from '../model/ids.ts';
import { findUnsupportedForm } from '../model/dates/dateFaults.ts';
import { getNight, getSingleDay } from '../model/dates/dateRanges.ts';
import type { EdtfDate } from '../model/dates/edtfDate.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { parseTimeOfDay, type TimeOfDay } from '../model/dates/timeOfDay.ts';
import { isTimeZone } from '../model/dates/zoneClock.ts';
import { findNearest } from '../problems/nearest.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import type { Block } from './blocks.ts';
import { closeDirections } from './directions.ts';
import { eventDateForms, explainDate, timeForms, unsupportedForms } from './forms.ts';
import { unreadDate } from './page.ts';
import type { SourceText } from './sourceText.ts';
import { findAddressFault, webAddressForm } from './webAddress.ts';

/** The facts of an account from its `event` block. */
export type EventFacts = Omit<AccountDraft, 'at' | 'title' | 'text'>;

/** Returns the facts of an `event` block, and reports each invalid value. */
export function readEventBlock(source: SourceText, block: Block<'event'>): EventFacts {
  const id = block.get('id');
  if (!block.has('id')) {
    source.report('name-missing', block.at, {
      block: 'event',
      name: 'id',
      expected: 'the event’s id, lower-case words joined by hyphens',
    });
  } else if (id && !isEventId(id.value)) {
    source.report('event-id', id.at, { found: id.value, what: 'event id' });
  }
  // A date without a value has been reported: it counts as unread, not as missing.
  const date =
    block.has('date') && !block.get('date')
      ? { value: unreadDate, at: block.at }
      : readDate(source, block.get('date'));
  const certainty = readOneOf(source, 'certainty', block.get('certainty'), certainties);
  return {
    id: id && isEventId(id.value) ? id : { value: '', at: block.at },
    date,
    time: readTime(source, block, date),
    zone: readZone(source, block.get('zone')),
    when: getWords(block, 'when'),
    basis: readOneOf(source, 'basis', block.get('basis'), bases),
    record: readRecord(source, block),
    why: getWords(block, 'why')?.value ?? null,
    after: readIds(source, block.getList('after')),
    partOf:
      readIds(
        source,
        [block.get('part-of')].filter((value) => value !== null),
      )[0] ?? null,
    actors: block.getList('actors'),
    place: block.get('place'),
    // An unreadable certainty becomes the one without requirements on the date.
    certainty: certainty ?? (block.get('certainty') ? 'announced' : 'reported'),
    kind: readOneOf(source, 'kind', block.get('kind'), eventKinds) ?? 'act',
    distinct: readIds(source, block.getList('distinct')),
  };
}

function getWords(block: Block<'event'>, name: 'when' | 'why'): Located<string> | null {
  const words = block.get(name);
  return words && { ...words, value: closeDirections(words.value) };
}

/** Returns the facts of a section without an `event` block, which has been reported. */
export function noFacts(at: SourceLocation): EventFacts {
  const none = {
    date: null,
    time: null,
    zone: null,
    when: null,
    basis: null,
    why: null,
    partOf: null,
    place: null,
  };
  return {
    ...none,
    id: { value: '', at },
    record: [],
    after: [],
    actors: [],
    certainty: 'reported',
    kind: 'act',
    distinct: [],
  };
}

/** Returns a parsed date with its location, or reports it. */
export function readDate(
  source: SourceText,
  written: Located<string> | null,
): Located<EdtfDate> | null {
  if (!written) return null;
  const date = parseEdtf(written.value);
  if (date) return { value: date, at: written.at };
  const form = findUnsupportedForm(written.value);
  source.report('event-date', written.at, {
    found: written.value,
    expected: eventDateForms,
    unsupported: form && unsupportedForms[form],
    fault: explainDate(written.value),
  });
  return { value: unreadDate, at: written.at };
}

function readTime(
  source: SourceText,
  block: Block<'event'>,
  date: Located<EdtfDate> | null,
): Located<TimeOfDay> | null {
  const written = block.get('time');
  if (!written) return null;
  const time = parseTimeOfDay(written.value);
  if (!time) {
    source.report('event-time', written.at, { found: written.value, expected: timeForms });
    return null;
  }
  if (date?.value === unreadDate) return null;
  const problem = checkTime(time, date?.value ?? null);
  if (problem) {
    source.report('event-time', written.at, { found: written.value, expected: problem });
    return null;
  }
  return { value: time, at: written.at };
}

/** Returns what a time requires of its date, or undefined if the date meets it. */
export function checkTime(time: TimeOfDay, date: EdtfDate | null): string | undefined {
  if (date?.type === 'single' && date.clock) return 'no `time` here, because the date has its own';
  if (time.type === 'part' && time.part === 'night') {
    return date && getNight(date) !== undefined
      ? undefined
      : 'a `date` of one day, or of the two days of a night, such as 2024-05-10/2024-05-11; if two nights are possible, leave `time` out';
  }
  return date && getSingleDay(date) !== undefined ? undefined : 'a single day as its `date`';
}

function readZone(source: SourceText, zone: Located<string> | null): Located<string> | null {
  if (!zone || isTimeZone(zone.value)) return zone;
  source.report('event-value', zone.at, {
    name: 'zone',
    found: zone.value,
    expected: 'an IANA time zone such as America/New_York',
  });
  return null;
}

function readOneOf<T extends string>(
  source: SourceText,
  name: string,
  value: Located<string> | null,
  known: readonly T[],
): T | null {
  if (!value) return null;
  const found = known.find((candidate) => candidate === value.value);
  if (found) return found;
  const nearest = findNearest(value.value, known);
  source.report('event-value', value.at, {
    name,
    found: value.value,
    expected: nearest ? `"${nearest}"` : `one of ${known.join(', ')}`,
  });
  return null;
}

function readRecord(source: SourceText, block: Block<'event'>): string[] {
  return block.getList('record').flatMap((url) => {
    const fault = findAddressFault(url.value);
    if (fault === undefined) return [url.value];
    source.report('event-value', url.at, {
      name: 'record',
      found: url.value,
      expected:
        fault === webAddressForm
          ? 'addresses that start with http:// or https://, separated by commas'
          : fault,
    });
    return [];
  });
}

function readIds(source: SourceText, ids: readonly Located<string>[]): Located<string>[] {
  return ids.filter((id) => {
    if (isId(id.value)) return true;
    source.report('event-id', id.at, { found: id.value, what: 'event id' });
    return false;
  });
}
