import type { DateOrder } from '../draft/dates/token.ts';
import type { Known } from '../draft/known.ts';
import { certainties, bases } from '../model/drafts.ts';
import { isEventId } from '../model/ids.ts';
import { parseTimeOfDay } from '../model/dates/timeOfDay.ts';
import { timeForms } from '../parse/forms.ts';
import { findAddressFault } from '../parse/webAddress.ts';
import { findOrder, readClock, readDate } from './dates.ts';
import {
  ownResearch,
  type ClaimFacts,
  type DigestFacts,
  type Entry,
  type Fault,
  type Reading,
  type UnknownName,
} from './entries.ts';
import { textToMarkdown } from './markdown.ts';
import { findAll, findSource } from './names.ts';
import type { Row, Table } from './table.ts';

/** The fields of a sheet; each is looked up by its own name or by the name that a map gives. */
export const sheetFields = [
  ...['date', 'title', 'time', 'when', 'text', 'source', 'url', 'published', 'actors', 'place'],
  ...['event_id', 'part_of', 'certainty', 'basis', 'claim', 'on', 'answer', 'by', 'article_title'],
] as const;

type SheetField = string;

/** The column name of each field. */
export type ColumnMap = ReadonlyMap<SheetField, string>;

/** Returns what a table lacks to be a sheet of events; undefined if it is complete. */
export function findMissing({ columns }: Table, map: ColumnMap): string | undefined {
  const there = new Set(columns.map((name) => name.toLowerCase()));
  const unknown = [...map.values()].filter((name) => !there.has(name.toLowerCase()));
  if (unknown.length > 0)
    return `has no column "${unknown[0] ?? ''}", which the map names; its columns are ${columns.join(', ')}`;
  const missing = ['date', 'title'].filter((field) => !there.has(getColumn(field, map)));
  return missing.length === 0
    ? undefined
    : `has no column ${missing.map((field) => `"${field}"`).join(' and ')}; its columns are ${columns.join(', ')}. Name the columns with --map`;
}

function getColumn(field: SheetField, map: ColumnMap): string {
  return (map.get(field) ?? field).toLowerCase();
}

export function readSheet(table: Table, map: ColumnMap, known: Known): Reading {
  const faults: Fault[] = [];
  const left: string[] = [];
  const unknown: UnknownName[] = [];
  const get = (row: Row, field: SheetField) => row.cells.get(getColumn(field, map)) ?? '';
  const order = findOrder(table.rows.flatMap((row) => [get(row, 'date'), get(row, 'published')]));
  const used = new Set(sheetFields.map((field) => getColumn(field, map)));
  const others = table.columns.filter((name) => name !== '' && !used.has(name.toLowerCase()));
  if (others.length > 0) left.push(`The columns ${others.join(', ')} are not imported.`);
  const entries = table.rows.map((row) =>
    readRow(row, { get, order, known, faults, unknown, map }),
  );
  return { entries, faults, left, unknown, site: null };
}

interface Reader {
  readonly get: (row: Row, field: SheetField) => string;
  readonly order: DateOrder | null;
  readonly known: Known;
  readonly faults: Fault[];
  readonly unknown: UnknownName[];
  readonly map: ColumnMap;
}

function readRow(row: Row, reader: Reader): Entry {
  const { get, known, unknown } = reader;
  const refuse = (field: SheetField, expected: string) => {
    reader.faults.push({
      where: row.where,
      column: reader.map.get(field) ?? field,
      message: `Unexpected "${get(row, field)}", ${expected}.`,
    });
    return null;
  };
  const oneOf = (field: SheetField, words: readonly string[]) => {
    const word = get(row, field).toLowerCase();
    return word === '' || words.includes(word)
      ? word || null
      : refuse(field, `expected one of ${words.join(', ')}`);
  };
  const date = readDay(row, 'date', reader, refuse);
  const named = findAll(get(row, 'actors'), known);
  const place = get(row, 'place');
  const id = get(row, 'event_id');
  const title = get(row, 'title').replace(/\s+/g, ' ');
  if (title === '') refuse('title', 'expected a title');
  if (id !== '' && !isEventId(id))
    refuse('event_id', 'expected lower-case words joined by hyphens, without a date');
  unknown.push(
    ...named.unknown.map((name) => ({ where: row.where, name, kind: 'actor' as const })),
    ...(place !== '' && known.findPlace(place) === undefined
      ? [{ where: row.where, name: place, kind: 'place' as const }]
      : []),
  );
  return {
    where: row.where,
    digest: readDigest(row, reader, refuse),
    id: id === '' ? null : id,
    title,
    date,
    time: readTime(row, reader, refuse),
    when: get(row, 'when').replace(/\s+/g, ' ') || null,
    basis: oneOf('basis', bases),
    certainty: oneOf('certainty', certainties),
    actors: named.actors,
    place: known.findPlace(place) ?? named.place,
    partOf: get(row, 'part_of') || null,
    text: textToMarkdown(get(row, 'text')),
    statements: readClaim(row, reader),
  };
}

type Refuse = (field: SheetField, expected: string) => null;

function readDay(
  row: Row,
  field: SheetField,
  { get, order }: Reader,
  refuse: Refuse,
): string | null {
  const cell = get(row, field);
  if (cell === '') return null;
  const reading = readDate(cell, order);
  return 'date' in reading ? reading.date : refuse(field, reading.fault);
}

function readTime(row: Row, { get }: Reader, refuse: Refuse): string | null {
  const cell = get(row, 'time');
  if (cell === '' || parseTimeOfDay(cell)) return cell || null;
  return readClock(cell) ?? refuse('time', `expected ${timeForms}`);
}

function readDigest(row: Row, reader: Reader, refuse: Refuse): DigestFacts {
  const { get, known, unknown } = reader;
  const [url, name] = [get(row, 'url'), get(row, 'source')];
  const published = readDay(row, 'published', reader, refuse);
  const isAddress = url !== '' && findAddressFault(url) === undefined;
  if (url !== '' && !isAddress) refuse('url', `expected ${findAddressFault(url) ?? 'an address'}`);
  const source =
    (name === '' ? undefined : findSource(name, known)) ??
    (isAddress ? known.findSourceByHost(new URL(url).host) : undefined) ??
    null;
  if (name !== '' && source === null) unknown.push({ where: row.where, name, kind: 'source' });
  const title = get(row, 'article_title').replace(/\s+/g, ' ') || null;
  if (isAddress) return { key: url, id: null, title, source, published, url };
  if (name === '') return { ...ownResearch, title: title ?? ownResearch.title, published };
  return { key: `source ${source ?? name}`, id: null, title, source, published, url: null };
}

function readClaim(row: Row, { get, known }: Reader): ClaimFacts[] {
  const says = get(row, 'claim').replace(/\s+/g, ' ');
  if (says === '') return [];
  const by = get(row, 'by');
  const speaker = findAll(by, known).actors[0] ?? findSource(by, known) ?? null;
  return [
    {
      type: 'claim',
      says,
      on: get(row, 'on').replace(/\s+/g, ' ') || null,
      answer: get(row, 'answer').replace(/\s+/g, ' ') || null,
      by: by === '' ? null : speaker,
      as: by === '' || speaker !== null ? null : by,
      about: null,
      withdrawn: null,
    },
  ];
}
