import { describe, expect, test } from 'vitest';
import { findDatePhrases } from '../../../src/draft/dates/findDatePhrases.ts';
import { toDayNumber } from '../../../src/model/dayRanges.ts';

// Phrases as agencies, papers and ministries write them, with the day on which the article appeared, and what a
// draft makes of each: “words → date time”, with “!” for what is ahead. “open” is left to the editor, and said.
// A sentence with no phrase after it has none: a length, a habit or a number is no day.

type Row = readonly [published: string | null, sentence: string, ...expected: string[]];

const english: readonly Row[] = [
  // A weekday with a part of the day and a date, in any order and any brackets.
  [
    '2024-10-16',
    'The pilots met on Sunday evening, October 6, and voted.',
    'on Sunday evening, October 6 → 2024-10-06 evening',
  ],
  [
    '2024-10-16',
    'A buoy sank on Tuesday afternoon, 8 October 2024.',
    'on Tuesday afternoon, 8 October 2024 → 2024-10-08 afternoon',
  ],
  [
    '2024-10-16',
    'The council voted Tuesday morning (Oct. 8).',
    'Tuesday morning (Oct. 8) → 2024-10-08 morning',
  ],
  [
    '2024-10-16',
    'The mole broke on Monday night [October 7].',
    'on Monday night [October 7] → 2024-10-07 night',
  ],
  [
    '2024-10-16',
    'On the evening of Friday, 4 October, the lights went out.',
    'On the evening of Friday, 4 October → 2024-10-04 evening',
  ],
  [
    '2024-10-16',
    'He was seen on October 6, a Sunday, near the mole.',
    'on October 6, a Sunday → 2024-10-06',
  ],
  [
    '2024-10-16',
    'The ship left on Wed., Oct. 9, at 4:15 p.m. with no crew.',
    'on Wed., Oct. 9, at 4:15 p.m. → 2024-10-09 16:15',
  ],
  // A weekday that is another day's than the date beside it.
  ['2024-10-16', 'The mole broke on Monday, October 8.', 'on Monday, October 8 → open'],
  // Numeric dates.
  ['2024-10-16', 'The order was signed on 25/09/2024.', 'on 25/09/2024 → 2024-09-25'],
  ['2024-10-16', 'The order was signed on 09/25/2024.', 'on 09/25/2024 → 2024-09-25'],
  ['2024-10-16', 'The order was signed on 05/09/2024.', 'on 05/09/2024 → open'],
  [
    '2024-10-16',
    'The order was signed on Wednesday 05/06/2024.',
    'on Wednesday 05/06/2024 → 2024-06-05',
  ],
  ['2024-10-16', 'The order was signed on 5.9.2024.', 'on 5.9.2024 → 2024-09-05'],
  ['2024-10-16', 'The order was signed on 2024-09-05.', 'on 2024-09-05 → 2024-09-05'],
  ['2024-10-16', 'The order of 31/02/2024 has no signature.', '31/02/2024 → open'],
  // Lengths of time.
  ['2024-10-16', 'Rain fell for three days.'],
  ['2024-10-16', 'The crews have been on strike for the past two weeks.'],
  ['2024-10-16', 'The bridge was built in three weeks.'],
  [
    '2024-10-16',
    'The strike ended two and a half weeks ago.',
    'two and a half weeks ago → 2024-09-28~',
  ],
  [
    '2024-10-16',
    'The bridge shut in the week of October 7.',
    'in the week of October 7 → [2024-10-07..2024-10-13]',
  ],
  ['2024-10-16', 'A fortnight ago the guild walked out.', 'A fortnight ago → 2024-10-02~'],
  ['2024-10-16', 'He resigned about a month ago.', 'about a month ago → [2024-09-01..2024-10-01]'],
  ['2024-10-16', 'Every Friday the ferry is late, and on Sundays it never comes.'],
  // A day ahead, and one whose year nothing says.
  ['2011-06-22', 'The July 8 date was set to suit the secretary.', 'The July 8 → open'],
  ['2011-06-22', 'The secretary will open the bridge on July 8.', 'on July 8 → 2011-07-08 !'],
  ['2011-06-22', 'The contract ends on Friday, July 8.', 'on Friday, July 8 → 2011-07-08 !'],
  ['2024-01-05', 'The ban was lifted on December 30.', 'on December 30 → 2023-12-30'],
  ['2024-12-20', 'The new tariff takes effect on January 2.', 'on January 2 → 2025-01-02 !'],
  ['2024-06-20', 'In June last year the guild sued.', 'In June last year → 2023-06'],
  ['2024-10-16', 'On 3 May of that year he sold the boat.', 'On 3 May of that year → open'],
  // Both ends are kept.
  [
    '2024-01-05',
    'The quay was shut from 28 December to 2 January.',
    'from 28 December to 2 January → 2023-12-28/2024-01-02',
  ],
  [
    '2024-10-16',
    'Talks were held in the port on Oct. 5 and 6.',
    'on Oct. 5 and 6 → 2024-10-05/2024-10-06',
  ],
  [
    '2024-10-16',
    'Boats were searched on 3, 4 and 5 October.',
    'on 3, 4 and 5 October → 2024-10-03/2024-10-05',
  ],
  [
    '2024-10-16',
    'Boats were searched on 3 and 9 October.',
    'on 3 and 9 October → 2024-10-03',
    'on 3 and 9 October → 2024-10-09',
  ],
  [
    '2024-11-16',
    'The fair ran October 30–November 2.',
    'October 30–November 2 → 2024-10-30/2024-11-02',
  ],
  ['2024-10-16', 'The post fell on October 5 or 6.', 'on October 5 or 6 → [2024-10-05,2024-10-06]'],
  [
    '2024-10-16',
    'It was closed from Tuesday, October 8, to Friday, October 11.',
    'from Tuesday, October 8, to Friday, October 11 → 2024-10-08/2024-10-11',
  ],
  ['2024-10-16', 'He led the guild from 2003 to 2011.', 'from 2003 to 2011 → 2003/2011'],
  [
    '2024-10-16',
    'Between March and May 2019 nobody was paid.',
    'Between March and May 2019 → [2019-03..2019-05]',
  ],
  // Hours.
  [
    '2024-10-16',
    'Shortly after midnight on Friday the siren went.',
    'Shortly after midnight on Friday → 2024-10-11 about 00:00',
  ],
  [
    '2024-10-16',
    'At around 5.30pm on Monday police fired tear gas.',
    'At around 5.30pm on Monday → 2024-10-14 about 17:30',
  ],
  [
    '2024-10-16',
    'The blast came between 8 and 8:45 pm on Friday.',
    'between 8 and 8:45 pm on Friday → 2024-10-11 20:00/20:45',
  ],
  [
    '2024-10-16',
    'On Friday just before noon two men ran.',
    'On Friday just before noon → 2024-10-11 about 12:00',
  ],
  [
    '2024-10-16',
    'In the early hours of Friday a shed burnt.',
    'In the early hours of Friday → 2024-10-11 00:00/05:00',
  ],
  ['2024-10-16', 'Around 5:30pm, police fired tear gas.', 'Around 5:30pm → open about 17:30'],
  [
    '2024-10-16',
    'It began before dawn on Friday.',
    'before dawn on Friday → 2024-10-11 00:00/06:00',
  ],
  [
    '2024-10-16',
    'On the night of 10–11 October the shed burnt.',
    'On the night of 10–11 October → 2024-10-10/2024-10-11 night',
  ],
  // About.
  ['2021-01-10', 'A truce was agreed around 22 December.', 'around 22 December → 2020-12-22~'],
  ['2024-10-16', 'The first boats came in the 1960s.', 'in the 1960s → 196X'],
  ['2024-10-16', 'The mole was built circa 1890.', 'circa 1890 → 1890~'],
  // What another event's day decides.
  [
    '2024-10-16',
    'In June, an order was signed and released a few days later.',
    'In June → 2024-06',
    'a few days later → open',
  ],
  ['2024-10-16', 'The following Monday the guild walked out.', 'The following Monday → open'],
  [
    '2024-10-16',
    'The Friday before Palm Sunday the choir sang.',
    'The Friday before Palm Sunday → open',
  ],
  // “This” and “last” that may be either of two.
  ['2024-07-20', 'Last June the guild sued.', 'Last June → open'],
  ['2024-02-20', 'Last June the guild sued.', 'Last June → 2023-06'],
  ['2024-10-16', 'On Friday of last week the guild sued.', 'On Friday of last week → 2024-10-11'],
  // Nobody knows when the article appeared.
  [
    null,
    'The mole broke on Sunday evening, October 6.',
    'on Sunday evening, October 6 → open evening',
  ],
  [
    null,
    'The mole broke on Sunday evening, October 6, 2024.',
    'on Sunday evening, October 6, 2024 → 2024-10-06 evening',
  ],
];

// Written apart from the reading of the code, from what a reader of each sentence would note down.
const plain: readonly Row[] = [
  [
    '2024-03-08',
    'The minister arrived in Basra on Thursday, a day after the attack.',
    'on Thursday → 2024-03-07',
    'a day after → open',
  ],
  [
    '2024-03-08',
    'Protests erupted Wednesday night and continued into Thursday.',
    'Wednesday night → 2024-03-06 night',
    'Thursday → 2024-03-07',
  ],
  [
    '2024-03-08',
    'A curfew will be imposed from 9pm on Saturday.',
    'from 9pm on Saturday → 2024-03-09 !',
  ],
  ['2024-03-08', 'He has been detained since Feb. 27.', 'since Feb. 27 → 2024-02-27/..'],
  ['2024-03-08', 'The court is due to rule by the end of March.', 'March → 2024-03 !'],
  ['2024-03-08', 'Elections are scheduled for 10 June 2024.', '10 June 2024 → 2024-06-10 !'],
  [
    '2024-03-08',
    'The deal was first reported on the 29th of February.',
    'on the 29th of February → 2024-02-29',
  ],
  ['2023-03-08', 'The deal was first reported on February 29.', 'on February 29 → open'],
  [
    '2024-03-08',
    'The envoy visited on 1st, 2nd and 3rd March.',
    'on 1st, 2nd and 3rd March → 2024-03-01/2024-03-03',
  ],
  [
    '2024-03-08',
    'Nine people were killed in clashes on the night of March 2-3.',
    'on the night of March 2-3 → 2024-03-02/2024-03-03 night',
  ],
  [
    '2024-03-08',
    'The explosion occurred at 10:45 a.m. local time (07:45 GMT) on Tuesday.',
    'at 10:45 a.m. local time (07:45 GMT) on Tuesday → 2024-03-05 10:45',
  ],
  [
    '2024-03-08',
    'More than a year ago the pipeline was shut.',
    'More than a year ago → [..2023-03-09]',
  ],
  [
    '2024-03-08',
    'The ceasefire expires at midnight on Sunday.',
    'at midnight on Sunday → 2024-03-10 !',
  ],
  ['2024-03-08', 'Talks resume next Tuesday in Vienna.', 'next Tuesday → 2024-03-12 !'],
  [
    '2024-03-08',
    'The militia was founded in 2014 and disarmed in early 2019.',
    'in 2014 → 2014',
    'in early 2019 → 2019',
  ],
  [
    '2024-03-08',
    'Two rockets landed near the airport at dawn on Friday.',
    'at dawn on Friday → 2024-03-08',
  ],
  [
    '2024-03-08',
    'The strike was moved from Friday to Monday.',
    'moved from Friday to Monday → open',
  ],
  [
    '2024-03-08',
    'She was 24 on 8 March 1990, the day the war ended.',
    'on 8 March 1990 → 1990-03-08',
  ],
  ['2024-03-08', 'It took 12 hours and cost 2,019 dinars a day.'],
  [
    '2024-03-08',
    'He served from March 2019 to January 2021.',
    'from March 2019 to January 2021 → 2019-03/2021-01',
  ],
  [
    '2024-03-08',
    'The siege, which began in the spring of 2016, ended that summer.',
    'in the spring of 2016 → 2016-21',
    'that summer → open',
  ],
  [
    '2024-03-08',
    'The two sides met three times between January 5 and February 10.',
    'between January 5 and February 10 → [2024-01-05..2024-02-10]',
  ],
  [
    '2024-03-08',
    'Some 40 hours later, on Monday at 6:10 am, they were freed.',
    'Some 40 hours later → open',
    'on Monday at 6:10 am → 2024-03-04 06:10',
  ],
  [
    '2024-03-08',
    'Last Friday’s sermon was quiet; this Friday’s was not.',
    'Last Friday → 2024-03-01',
    'this Friday → 2024-03-08',
  ],
  [
    '2024-03-08',
    'On Wednesday or Thursday the men crossed the border.',
    'On Wednesday or Thursday → [2024-03-06,2024-03-07]',
  ],
  [
    '2024-03-08',
    'On Dec. 31, 2023, and Jan. 1, 2024, drones hit the base.',
    'On Dec. 31, 2023 → 2023-12-31',
    'Jan. 1, 2024 → 2024-01-01',
  ],
  [
    '2024-03-08',
    'By Thursday evening all roads were open.',
    'By Thursday evening → [..2024-03-07]',
  ],
  ['2024-03-08', 'The law of 5 May 1937 still applies.', '5 May 1937 → 1937-05-05'],
  ['2024-03-08', 'Turnout was 43 percent in May’s vote.', 'in May → open'],
  ['2024-03-08', 'The Sunday Times reported the sale.'],
];

const others: readonly (readonly [language: string, ...Row])[] = [
  [
    'de',
    '2024-10-16',
    'Am Freitag, dem 11. Oktober, sperrte die Polizei den Kai.',
    'Am Freitag, dem 11. Oktober → 2024-10-11',
  ],
  [
    'de',
    '2024-10-16',
    'Die Mole brach am Sonntagabend, 6. Oktober 2024.',
    'am Sonntagabend, 6. Oktober 2024 → 2024-10-06 evening',
  ],
  ['de', '2024-10-16', 'Das Schiff sank gestern Abend.', 'gestern Abend → 2024-10-15 evening'],
  [
    'de',
    '2024-10-16',
    'Der Kai war vom 28. September bis zum 2. Oktober gesperrt.',
    'vom 28. September bis zum 2. Oktober → 2024-09-28/2024-10-02',
  ],
  [
    'fr',
    '2024-10-16',
    'La police a fermé le quai vendredi 11 octobre.',
    'vendredi 11 octobre → 2024-10-11',
  ],
  [
    'fr',
    '2024-10-16',
    'Le quai a été fermé le 1er octobre 2024 au matin.',
    'le 1er octobre 2024 au matin → 2024-10-01 morning',
  ],
  ['fr', '2024-10-16', 'Le navire a coulé hier soir.', 'hier soir → 2024-10-15 evening'],
  [
    'es',
    '2024-10-16',
    'La policía cerró el muelle el viernes 11 de octubre.',
    'el viernes 11 de octubre → 2024-10-11',
  ],
  [
    'es',
    '2024-10-16',
    'El muelle se cerró el 3 de mayo del 2023.',
    'el 3 de mayo del 2023 → 2023-05-03',
  ],
  ['es', '2024-10-16', 'El barco se hundió ayer.', 'ayer → 2024-10-15'],
  ['ar', '2025-07-28', 'أغلقت الشرطة الرصيف اليوم الإثنين.', 'اليوم الإثنين → 2025-07-28'],
  [
    'ar',
    '2025-07-28',
    'غرقت السفينة مساء الجمعة 25 تموز 2025.',
    'مساء الجمعة 25 تموز 2025 → 2025-07-25 evening',
  ],
  ['ar', '2025-07-28', 'وقع الحادث في ٢٠ يوليو ٢٠٢٥.', 'في ٢٠ يوليو ٢٠٢٥ → 2025-07-20'],
  ['ar', '2025-07-28', 'لن تدخل السفن الميناء قبل صباح الغد.', 'قبل صباح الغد → open morning'],
  ['de', '2024-10-16', 'Nach dem 3. Oktober war der Kai offen.', 'Nach dem 3. Oktober → open'],
  ['ar', '2025-07-28', 'غرقت السفينة أمس.', 'أمس → 2025-07-27'],
  [
    'ar',
    '2025-07-28',
    'اندلع الحريق في 5 تشرين الأول/أكتوبر 2019.',
    'في 5 تشرين الأول/أكتوبر 2019 → 2019-10-05',
  ],
];

function read(sentence: string, published: string | null, language: string): string[] {
  const [year = 0, month = 1, day = 1] = (published ?? '').split('-').map(Number);
  const found = findDatePhrases(sentence, {
    published: published === null ? null : toDayNumber(year, month, day),
    language,
    order: null,
  });
  return found.map(({ words, date, time, isAhead }) =>
    [words, '→', date ?? 'open', time, isAhead ? '!' : null]
      .filter((part) => part !== null)
      .join(' '),
  );
}

describe('phrases as people write them', () => {
  const rows = [...[...english, ...plain].map((row) => ['en', ...row] as const), ...others].map(
    ([language, published, sentence, ...expected]) => ({
      language,
      published,
      sentence,
      expected,
    }),
  );

  test.each(rows)('$language, of $published: $sentence', (row) => {
    expect(read(row.sentence, row.published, row.language)).toEqual(row.expected);
  });
});
