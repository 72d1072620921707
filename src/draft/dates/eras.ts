import { findDay, printYear } from './days.ts';
import { printDay } from '../../model/dates/printDays.ts';
import type { Vague, VaguePhrase } from './vaguePhrases.ts';

// Years before and after our era in sentences that name the era: “44 BC”, “24 August AD 79”.

const before = String.raw`B\.?C\.?(?:E\.?)?`;
const ours = String.raw`(?:A\.?D\.?|C\.?E\.?)`;
const year = String.raw`(?<year>\d{1,4})`;
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const month = `(?<month>${months.join('|')})`;
const day = String.raw`(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month},?\s+|(?<first>${months.join('|')})\s+(?<behind>\d{1,2})(?:st|nd|rd|th)?,?\s+)?`;
const start = String.raw`(?<![\p{L}\p{N}.,])`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** English phrases with a year and a named era; those of centuries leave the year open. */
export const eraPhrases: readonly VaguePhrase[] = [
  {
    // “From 58 to 50 BC”, “58–50 BC”.
    pattern: new RegExp(
      `(?<leadIn>\\b(?:from|between)\\s+)?${start}(?<from>\\d{1,4})(?<join>\\s?[–—-]\\s?|\\s+(?:to|and|or|until)\\s+)${year}\\s+(?:(?<bc>${before})|${ours})${end}`,
      'giu',
    ),
    resolve: (match) => {
      const { leadIn = '', from, join = '', year: to, bc } = match.groups ?? {};
      const [first, last] = [from, to].map((one) => countYears(Number(one), bc !== undefined));
      const lasted = /from/i.test(leadIn)
        ? /to|until/i.test(join)
        : leadIn === '' && /[–—-]/.test(join);
      if (!lasted || first === undefined || last === undefined || first >= last) return open;
      return inPast(`${printYear(first)}/${printYear(last)}`);
    },
  },
  {
    pattern: new RegExp(
      `${start}${day}(?:${year}\\s+(?:(?<bc>${before})|${ours})|A\\.?D\\.?\\s+(?<behindEra>\\d{1,4}))${end}`,
      'gu',
    ),
    resolve: (match) => {
      const groups = match.groups ?? {};
      const years = countYears(Number(groups.year ?? groups.behindEra), groups.bc !== undefined);
      const name = groups.month ?? groups.first;
      if (years === undefined) return open;
      if (name === undefined) return inPast(printYear(years));
      // Days before our era have no date in a calendar that readers know.
      const found =
        years < 1
          ? undefined
          : findDay(years, months.indexOf(name) + 1, Number(groups.day ?? groups.behind));
      return found === undefined ? open : inPast(printDay(found));
    },
  },
];

const open: Vague = { date: null, isAhead: false };

/** Returns the year as EDTF counts it, with 1 BC as 0; undefined for a nonexistent year. */
function countYears(written: number, isBefore: boolean): number | undefined {
  if (written === 0) return undefined;
  return isBefore ? 1 - written : written;
}

function inPast(date: string): Vague {
  return { date, isAhead: false, isWhole: true };
}
