import ical, { escape, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { AgendaEntry, AgendaView } from '../views/data/agendaView.ts';
import { toLegalText } from './legalText.ts';

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<NonNullable<AgendaEntry['status']>, ICalEventStatus>;

const day = 86_400_000;

/**
 * Returns a calendar as iCalendar (RFC 5545), with whole days, or moments in UTC; every time comes from the
 * content.
 */
export function renderCalendar(agenda: AgendaView): string {
  const calendar = ical({
    prodId: { company: 'Dateline', product: 'Timeline', language: agenda.language.toUpperCase() },
    // The library does not escape these.
    name: escape(toLegalText(agenda.title), false),
    description: escape(toLegalText(agenda.about), false),
    // How often a program refreshes the calendar, in seconds: REFRESH-INTERVAL and X-PUBLISHED-TTL.
    ttl: 86_400,
  });
  for (const entry of agenda.entries) {
    calendar.createEvent({
      ...placeInTime(entry),
      id: escape(entry.uid, false),
      summary: toLegalText(entry.title),
      description: toLegalText(entry.description),
      location: entry.place === null ? null : toLegalText(entry.place),
      url: entry.url,
      status: entry.status && statuses[entry.status],
      // News does not mark anyone as busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      sequence: entry.sequence,
      stamp: new Date(entry.changed),
      created: entry.added === null ? null : new Date(entry.added),
      lastModified: new Date(entry.changed),
    });
  }
  // The library omits the line break after the last line.
  return `${calendar.toString()}\r\n`;
}

function placeInTime({ when }: AgendaEntry) {
  if (when.type === 'moment') return { start: new Date(when.at) };
  // In iCalendar, whole days end on the day after the last.
  return {
    allDay: true,
    start: new Date(when.first * day),
    end: new Date((when.last + 1) * day),
  };
}
