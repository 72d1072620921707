import { padTwo } from './digits.ts';

/**
 * The value of a block's `time`: a part of the day, minutes since midnight, or a moment between two of those;
 * `about` is the minute in “about 20:30”.
 */
export type TimeOfDay =
  | { readonly type: 'part'; readonly part: PartOfDay }
  | {
      readonly type: 'clock';
      readonly minute: number;
      /** Set for the second of two equal hours, when clocks go back. */
      readonly isSecond?: true;
    }
  | {
      readonly type: 'clocks';
      readonly from: number;
      readonly to: number;
      readonly about: number | null;
    };

/** The parts of a day, in order: 05–12, 12–17, 17–21 and 21–05 of the next day. */
const partsOfDay = ['morning', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** The minutes after midnight at which a part of the day begins and ends. */
export const minutesOfParts: Record<PartOfDay, readonly [number, number]> = {
  morning: [5 * 60, 12 * 60],
  afternoon: [12 * 60, 17 * 60],
  evening: [17 * 60, 21 * 60],
  night: [21 * 60, 29 * 60],
};

/**
 * Returns a block's `time` (`20:30`, `about 20:30`, `20:00/20:45`, `morning` …) parsed, undefined for any
 * other text. “About” allows half an hour on either side, within the date's day.
 */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const part = partsOfDay.find((name) => name === text);
  if (part) return { type: 'part', part };
  const [first = '', second, ...more] = text.split('/');
  const about = second === undefined ? /^about (.+)$/.exec(first)?.[1] : undefined;
  const minute = parseClock(about ?? first);
  if (minute === undefined || more.length > 0) return undefined;
  if (about !== undefined) {
    const [from, to] = [Math.max(minute - 30, 0), Math.min(minute + 30, lastMinute)];
    return { type: 'clocks', from, to, about: minute };
  }
  if (second === undefined) return { type: 'clock', minute };
  const to = parseClock(second);
  return to !== undefined && to > minute
    ? { type: 'clocks', from: minute, to, about: null }
    : undefined;
}

const lastMinute = 24 * 60 - 1;

/** Accepts 00:00 to 23:59 with two digits each, but not 24:00 or single digits. */
function parseClock(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/**
 * Formats a time of day as in a block's `time`: `20:30`, `about 20:30`, `20:00/20:45` or the part of the day.
 */
export function printTimeOfDay(time: TimeOfDay): string {
  if (time.type === 'part') return time.part;
  if (time.type === 'clock') return printClock(time.minute);
  return time.about === null
    ? `${printClock(time.from)}/${printClock(time.to)}`
    : `about ${printClock(time.about)}`;
}

/** Formats minutes since midnight as `20:30`. */
export function printClock(minute: number): string {
  return `${padTwo(Math.floor(minute / 60) % 24)}:${padTwo(minute % 60)}`;
}

/** Returns whether a time of day is the night, which ends on the following day. */
export function isNight(time: TimeOfDay | null): boolean {
  return time?.type === 'part' && time.part === 'night';
}
