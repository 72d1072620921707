import { findDateFault, type UnsupportedForm } from '../model/dates/dateFaults.ts';

// The forms of dates and times, worded to follow “expected” in a message.

export const timeForms =
  'a time such as 20:30, about 20:30 or 20:00/20:45, or morning, afternoon, evening or night';

export const publicationForms =
  'a date such as 2024-05-12, 2024-05~ (about) or 2024-05-12? (doubtful), in quotation marks if it has brackets or is a bare year';

export const eventDateForms =
  'a date such as 2024-05-12, 2024-05~ (about), 2024-05-12? (doubtful), 2024-05-1X, 2024-05-12/2024-05-14 (lasting) or [2024-05-12..2024-05-14] (one day of these)';

/** The names of the EDTF forms that Dateline doesn't support. */
export const unsupportedForms: Readonly<Record<UnsupportedForm, string>> = {
  'all-of-set': 'a set of all its dates (EDTF level 2)',
  exponent: 'a year with an exponent (EDTF level 2)',
  'significant-digits': 'a year with significant digits (EDTF level 2)',
  grouping: 'a quarter, half or third of a year, or a season of one hemisphere (EDTF level 2)',
  long: 'a date of more than 200 characters',
  wide: 'a choice of more than 1,000 separate ranges of days',
  decade: 'a decade of three digits (EDTF level 2; write 196X for the 1960s)',
};

/** Returns the fault of a rejected date, worded to follow it; undefined if it isn't written as a date. */
export function explainDate(text: string): string | undefined {
  const fault = findDateFault(text);
  switch (fault?.type) {
    case 'no-such-day':
      return fault.part === text ? 'there is no such day' : `there is no such day as ${fault.part}`;
    case 'no-such-month':
      return `there is no such month as ${fault.part.replace(/(?<=-\d\d)-\d\d$/, '')}`;
    case 'reversed':
      return `its ends are reversed; write ${fault.repair} if you mean that`;
    case undefined:
      return undefined;
  }
}
