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
  [
    '2024-03-08',
    'The court is due to rule by the end of March.',
    'by the end of March → [2024-03-08..2024-03-31] !',
  ],
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

type OtherRow = readonly [languageAndOrder: string, ...Row];

// Fifty phrases by someone who had not read the code, each compared with what he had noted down for it. “(hour
// open)” is said to the editor. Those that stay open are so because nothing in them says the day: “that week”,
// “overnight”, a feast, a century, a night of another language by its weekdays alone.
const fresh: readonly OtherRow[] = [
  [
    'en',
    '2024-10-16',
    'Dockers walked out on 8 and on 9 October.',
    'on 8 and on 9 October → 2024-10-08/2024-10-09',
  ],
  [
    'en',
    '2025-11-03',
    'The ferries did not sail on October 30, 31 and November 1.',
    'on October 30, 31 → 2025-10-30/2025-10-31',
    'November 1 → 2025-11-01',
  ],
  [
    'en',
    '2023-05-04',
    'Police broke up the march on the first of May.',
    'on the first of May → 2023-05-01',
  ],
  ['en', '2024-05-06', 'The 3 May vote left the council split.', 'The 3 May → open'],
  [
    'en',
    '2024-10-14',
    'The mayor resigned last Thursday night.',
    'last Thursday night → 2024-10-10 night',
  ],
  [
    'en',
    '2024-10-08',
    'The crews must leave the berth by Friday.',
    'by Friday → [2024-10-08..2024-10-11] !',
  ],
  [
    'en',
    '2024-05-01',
    'The docks stood idle from late March to early April.',
    'from late March to early April → 2024-03/2024-04',
  ],
  [
    'en',
    '2024-07-11',
    'The tanker ran aground at 3pm ET (1900 GMT) on Tuesday.',
    'at 3pm ET (1900 GMT) on Tuesday → 2024-07-09 (hour open)',
  ],
  [
    'en',
    '2024-03-10',
    'Sirens sounded at noon on Saturday.',
    'at noon on Saturday → 2024-03-09 12:00',
  ],
  [
    'en',
    '2024-02-03',
    'A fire broke out at about 17:30 on 2 February.',
    'at about 17:30 on 2 February → 2024-02-02 about 17:30',
  ],
  ['en', '2024-01-20', 'The museum shut its doors around Christmas.', 'around Christmas → open'],
  ['en', '2024-01-20', 'The pier was built in the 1890s.', 'in the 1890s → 189X'],
  [
    'en',
    '2024-01-20',
    'Merchants settled the bay in the 16th century.',
    'in the 16th century → open',
  ],
  ['en', '2024-01-20', 'The mole was begun in 44 BC.', 'in 44 BC → -0043'],
  ['en month-first', '2021-06-01', 'The trial opened on 03/04/2021.', 'on 03/04/2021 → 2021-03-04'],
  ['en', '2021-06-01', 'The trial opened on 03/04/2021.', 'on 03/04/2021 → open'],
  ['en day-first', '2021-06-01', 'The trial opened on 03/04/2021.', 'on 03/04/2021 → 2021-04-03'],
  [
    'en',
    '2023-07-01',
    'The strike began on 12 June 2023. The crews met again two days later.',
    'on 12 June 2023 → 2023-06-12',
    'two days later → open',
  ],
  ['en', '2024-10-09', 'The regatta ran 5–7 October.', '5–7 October → 2024-10-05/2024-10-07'],
  [
    'en',
    '2025-01-05',
    'The port was closed from 30 December to 2 January.',
    'from 30 December to 2 January → 2024-12-30/2025-01-02',
  ],
  [
    'en',
    '2024-10-09',
    'Two sheds burned in the night of 7 to 8 October.',
    'in the night of 7 to 8 October → 2024-10-07/2024-10-08 night',
  ],
  [
    'en',
    '2024-10-16',
    'He was held on Friday, 4 October. The following Monday he was freed.',
    'on Friday, 4 October → 2024-10-04',
    'The following Monday → open',
  ],
  ['en', '2024-10-16', 'Shells struck the depot overnight.', 'overnight → open'],
  [
    'en',
    '2024-05-14',
    'On Sunday afternoon, May 12, the gates were shut.',
    'On Sunday afternoon, May 12 → 2024-05-12 afternoon',
  ],
  ['en', '2024-05-14', 'Rescuers searched the wreck for eleven hours.'],
  [
    'en',
    '2024-06-01',
    '12 May 2024 | 20:30 | Boats block the quay',
    '12 May 2024 | 20:30 → 2024-05-12 20:30',
  ],
  [
    'ar',
    '2024-10-16',
    'احترق المستودع ليلة الخميس على الجمعة.',
    'ليلة الخميس على الجمعة → open night',
  ],
  ['ar', '2024-10-16', 'اندلع الحريق في ٣ تشرين الأول ٢٠٢٤.', 'في ٣ تشرين الأول ٢٠٢٤ → 2024-10-03'],
  ['ar', '2024-10-08', 'وصلت السفينة يوم الأحد 6 أكتوبر.', 'يوم الأحد 6 أكتوبر → 2024-10-06'],
  ['ar', '2024-10-16', 'بدأ الإضراب مساء أمس الثلاثاء.', 'مساء أمس الثلاثاء → 2024-10-15 evening'],
  [
    'ar',
    '2025-01-05',
    'أغلق الميناء من ٢٨ كانون الأول إلى ٢ كانون الثاني.',
    'من ٢٨ كانون الأول إلى ٢ كانون الثاني → 2024-12-28/2025-01-02',
  ],
  ['ar', '2024-10-16', 'استمر الإضراب ثلاثة أيام.'],
  ['ar', '2024-10-12', 'وقع الانفجار فجر اليوم السبت.', 'فجر اليوم السبت → 2024-10-12 (hour open)'],
  [
    'de',
    '2024-10-12',
    'Die Sitzung begann am Donnerstagabend.',
    'am Donnerstagabend → open evening',
  ],
  [
    'de',
    '2024-10-16',
    'Am 3. Oktober 2024 um 14.30 Uhr lief das Schiff aus.',
    'Am 3. Oktober 2024 um 14.30 Uhr → 2024-10-03 14:30',
  ],
  [
    'de',
    '2024-10-14',
    'In der Nacht zum Sonntag brannte der Schuppen.',
    'In der Nacht zum Sonntag → open night',
  ],
  [
    'de',
    '2025-01-07',
    'Der Hafen war vom 28. Dezember bis zum 2. Januar gesperrt.',
    'vom 28. Dezember bis zum 2. Januar → 2024-12-28/2025-01-02',
  ],
  ['de', '2021-06-01', 'Die Mole wurde am 03.04.2021 eingeweiht.', 'am 03.04.2021 → 2021-04-03'],
  ['de', '2024-10-16', 'Vor zwei Wochen trat der Direktor zurück.', 'Vor zwei Wochen → open'],
  [
    'fr',
    '2024-10-14',
    'Le hangar a brûlé dans la nuit de samedi à dimanche.',
    'dans la nuit de samedi à dimanche → open night',
  ],
  ['fr', '2024-05-03', 'Le 1er mai, la police a dispersé le cortège.', 'Le 1er mai → 2024-05-01'],
  [
    'fr',
    '2024-10-12',
    'Jeudi soir, vers 20 h 30, le quai a été bloqué.',
    'Jeudi soir, vers 20 h 30 → open about 20:30',
  ],
  [
    'fr',
    '2024-10-09',
    "La régate s'est tenue du 5 au 7 octobre.",
    'du 5 au 7 octobre → 2024-10-05/2024-10-07',
  ],
  ['fr', '2024-10-09', 'Le port est bloqué depuis trois semaines.'],
  [
    'fr',
    '2024-10-10',
    'Le navire a coulé mardi 8 octobre vers midi.',
    'mardi 8 octobre vers midi → 2024-10-08 about 12:00',
  ],
  [
    'es',
    '2024-05-20',
    'El alcalde dimitió el pasado 3 de mayo.',
    'el pasado 3 de mayo → 2024-05-03',
  ],
  [
    'es',
    '2024-10-14',
    'El almacén ardió en la madrugada del domingo.',
    'en la madrugada del domingo → open (hour open)',
  ],
  [
    'es',
    '2024-10-10',
    'El barco zarpó a las 17.30 horas del 8 de octubre.',
    'a las 17.30 horas del 8 de octubre → 2024-10-08 17:30',
  ],
  [
    'es',
    '2024-10-08',
    'El puente se inaugurará el próximo viernes.',
    'el próximo viernes → 2024-10-11 !',
  ],
  [
    'es',
    '2025-01-08',
    'El puerto permaneció cerrado entre el 30 de diciembre y el 2 de enero.',
    'el 30 de diciembre y el 2 de enero → 2024-12-30/2025-01-02',
  ],
];

// Kinds that trying those fifty brought up.
const kinds: readonly OtherRow[] = [
  [
    'es',
    '2024-05-20',
    'El puente se abrirá el próximo 3 de mayo.',
    'el próximo 3 de mayo → open !',
  ],
  ['fr', '2024-05-20', 'Le pont ouvrira le 3 mai prochain.', 'le 3 mai prochain → open !'],
  ['fr', '2024-05-20', 'Le pont a ouvert le 3 mai dernier.', 'le 3 mai dernier → 2024-05-03'],
  ['de', '2024-05-20', 'Die Brücke öffnet am kommenden 3. Mai.', 'am kommenden 3. Mai → open !'],
  ['ar', '2024-05-20', 'سيفتتح الجسر في 3 أيار المقبل.', 'في 3 أيار المقبل → open !'],
  ['ar', '2024-05-20', 'افتتح الجسر في 3 أيار الماضي.', 'في 3 أيار الماضي → 2024-05-03'],
  ['ar', '2024-05-20', 'افتتح الجسر في الأول من أيار.', 'في الأول من أيار → 2024-05-01'],
  [
    'ar',
    '2024-05-20',
    'افتتح الجسر في الخامس والعشرين من نيسان.',
    'في الخامس والعشرين من نيسان → 2024-04-25',
  ],
  ['ar', '2024-05-20', 'افتتح الجسر في الأسبوع الأول من أيار.', 'من أيار → 2024-05'],
  ['ar', '2024-05-20', 'وصلت السفينة في 3 مايو الجاري.', 'في 3 مايو → 2024-05-03'],
  [
    'ar',
    '2024-05-20',
    'وصلت السفينة عند الساعة 14:30 من يوم الأحد 5 مايو.',
    'عند الساعة 14:30 من يوم الأحد 5 مايو → 2024-05-05 14:30',
  ],
  [
    'ar',
    '2024-05-20',
    'وصلت السفينة فجر الأحد 5 مايو 2024.',
    'فجر الأحد 5 مايو 2024 → 2024-05-05 (hour open)',
  ],
  [
    'en',
    '2024-05-20',
    'The shelling killed 8 and on 9 May the crews left.',
    'on 9 May → 2024-05-09',
  ],
  ['en', '2024-05-20', 'The shelling killed 8 and the 9 May vote was put off.', 'the 9 May → open'],
  [
    'en',
    '2024-05-20',
    'They met on 3–5 and 9 May.',
    'on 3–5 and 9 May → 2024-05-03',
    'on 3–5 and 9 May → 2024-05-04',
    'on 3–5 and 9 May → 2024-05-05',
    'on 3–5 and 9 May → 2024-05-09',
  ],
  ['en', '2024-05-20', 'They met on 3, 4 May.', 'on 3, 4 May → 2024-05-03/2024-05-04'],
  ['en', '2024-05-20', 'The ferries may resume on Friday.', 'on Friday → 2024-05-24 !'],
  ['en', '2024-05-20', 'The ferries could resume on Friday.', 'on Friday → 2024-05-24 !'],
  ['en', '2024-05-20', 'Crews were ordered to leave by Friday.', 'by Friday → open'],
  [
    'en',
    '2024-05-20',
    'The port remained closed between 3 May and 9 May.',
    'between 3 May and 9 May → 2024-05-03/2024-05-09',
  ],
  [
    'de',
    '2024-05-20',
    'Am Freitagmittag, 17. Mai, sank das Boot.',
    'Am Freitagmittag, 17. Mai → 2024-05-17 (hour open)',
  ],
  [
    'de',
    '2024-05-20',
    'Das Boot sank am 17. Mai gegen Mittag.',
    'am 17. Mai gegen Mittag → 2024-05-17 (hour open)',
  ],
  [
    'de',
    '2024-05-20',
    'Das Boot sank im Jahr 1200 v. Chr. vor der Küste.',
    'im Jahr 1200 v. Chr → open',
  ],
  [
    'fr',
    '2024-05-20',
    'Le bateau a coulé en 1200 av. J.-C. devant la côte.',
    'en 1200 av. J.-C → open',
  ],
  ['de', '2024-05-20', 'Am ersten Mai sank das Boot.', 'Am ersten Mai → 2024-05-01'],
  ['fr', '2024-05-20', 'Le premier mai, le bateau a coulé.', 'Le premier mai → 2024-05-01'],
  ['es', '2024-05-20', 'El primero de mayo se hundió el barco.', 'El primero de mayo → 2024-05-01'],
  [
    'de',
    '2024-05-20',
    'Am 3. und am 4. Mai ruhte der Hafen.',
    'Am 3. und am 4. Mai → 2024-05-03/2024-05-04',
  ],
  [
    'fr',
    '2024-05-20',
    'Le 3 et le 4 mai, le port était fermé.',
    'Le 3 et le 4 mai → 2024-05-03/2024-05-04',
  ],
  [
    'fr',
    '2024-05-20',
    'Les 3 et 4 mai, le port était fermé.',
    '3 et 4 mai → 2024-05-03/2024-05-04',
  ],
  [
    'es',
    '2024-05-20',
    'El 3 y el 4 de mayo, el puerto cerró.',
    'El 3 y el 4 de mayo → 2024-05-03/2024-05-04',
  ],
  ['en', '2024-05-20', 'Vesuvius erupted on 24 August AD 79.', 'on 24 August AD 79 → 0079-08-24'],
  [
    'en',
    '2024-05-20',
    'Vesuvius erupted on 24 August 79 AD, and again in AD 203.',
    'on 24 August 79 AD → 0079-08-24',
    'in AD 203 → 0203',
  ],
  ['en', '2024-05-20', 'The wall stood from 58 to 50 BC.', 'from 58 to 50 BC → -0057/-0049'],
  ['en', '2024-05-20', 'Around 300 BC the mole was built.', 'Around 300 BC → -0299~'],
  [
    'en',
    '2024-05-20',
    'In the late 19th century the pier was built.',
    'In the late 19th century → open',
  ],
  ['en', '2024-05-20', 'On May Day the crews walked out.', 'On May Day → open'],
  ['en', '2024-05-20', 'By the end of April all were home.', 'By the end of April → [..2024-04]'],
  [
    'en',
    '2024-05-20',
    'At 2130 GMT on 3 May the ship sank.',
    'At 2130 GMT on 3 May → 2024-05-03 (hour open)',
  ],
  [
    'en',
    '2024-05-20',
    'Police arrived at 9.15pm on the night of 3 May.',
    'at 9.15pm on the night of 3 May → 2024-05-03 21:15',
  ],
  ['en', '2024-05-20', 'On 3 May at 2am the ship sank.', 'On 3 May at 2am → 2024-05-03 02:00'],
  ['en', '2024-05-20', 'In mid-April the crews met.', 'In mid-April → 2024-04'],
  [
    'en',
    '2024-05-20',
    'The crews met Monday through Wednesday.',
    'Monday through Wednesday → open',
  ],
  ['en', '2024-05-20', 'The ban runs until 3 June.', 'until 3 June → open'],
  ['en', '2024-05-20', 'Since 2019 the crews have met in secret.', 'Since 2019 → 2019/..'],
  ['en', '2024-05-20', 'He is 45 and his May 3 date is set.', 'May 3 → open'],
  [
    'en',
    '2024-05-20',
    'On Friday, May 17 and Saturday, May 18, the crews met.',
    'On Friday, May 17 → 2024-05-17',
    'Saturday, May 18 → 2024-05-18',
  ],
  ['en', '2024-05-20', 'The vote is on 3 May.', 'on 3 May → open !'],
  ['en', '2024-05-20', 'The ceremony on Friday, 3 May, drew 400.', 'on Friday, 3 May → 2024-05-03'],
  [
    'en',
    '2024-05-20',
    'About 17:30 on Friday police came.',
    'About 17:30 on Friday → 2024-05-17 about 17:30',
  ],
  [
    'en',
    '2024-05-20',
    'Police came around 17:30 on Friday.',
    'around 17:30 on Friday → 2024-05-17 about 17:30',
  ],
  [
    'en',
    '2024-05-20',
    'Police came around 17.30 on Friday.',
    'around 17.30 on Friday → 2024-05-17 about 17:30',
  ],
  [
    'fr',
    '2024-05-20',
    'La police est arrivée vers 20h30 le 3 mai.',
    'vers 20h30 le 3 mai → 2024-05-03 about 20:30',
  ],
  [
    'fr',
    '2024-05-20',
    'La police est arrivée vers 20 heures le 3 mai.',
    'vers 20 heures le 3 mai → 2024-05-03 about 20:00',
  ],
  [
    'de',
    '2024-05-20',
    'Die Polizei kam gegen 20 Uhr am 3. Mai.',
    'gegen 20 Uhr am 3. Mai → 2024-05-03 about 20:00',
  ],
  [
    'de',
    '2024-05-20',
    'Die Polizei kam am 3. Mai gegen 20.30 Uhr.',
    'am 3. Mai gegen 20.30 Uhr → 2024-05-03 about 20:30',
  ],
  [
    'de',
    '2024-05-20',
    'Die Straße ist am 3. Mai ab 20.30 Uhr gesperrt.',
    'am 3. Mai ab 20.30 Uhr → 2024-05-03 (hour open)',
  ],
  [
    'es',
    '2024-05-20',
    'La policía llegó hacia las 20.30 del 3 de mayo.',
    'hacia las 20.30 del 3 de mayo → 2024-05-03 about 20:30',
  ],
  [
    'es',
    '2024-05-20',
    'La policía llegó alrededor de las 20.30 del 3 de mayo.',
    'alrededor de las 20.30 del 3 de mayo → 2024-05-03 about 20:30',
  ],
  [
    'ar',
    '2024-05-20',
    'وصلت الشرطة حوالي الساعة 20:30 من يوم 3 مايو.',
    'حوالي الساعة 20:30 من يوم 3 مايو → 2024-05-03 about 20:30',
  ],
  [
    'ar',
    '2024-05-20',
    'وصلت الشرطة الساعة الثامنة مساء الأحد 5 مايو.',
    'الساعة الثامنة مساء الأحد 5 مايو → 2024-05-05 evening (hour open)',
  ],
  [
    'ar',
    '2024-05-20',
    'وصلت الشرطة الساعة 8 مساء الأحد 5 مايو.',
    'الساعة 8 مساء الأحد 5 مايو → 2024-05-05 evening (hour open)',
  ],
  ['en', '2024-05-20', 'After April he left.', 'After April → open'],
  ['en', '2024-05-20', 'After 3 June the ban will end.', 'After 3 June → open !'],
  [
    'en',
    '2024-05-20',
    'Before the end of April all were home.',
    'Before the end of April → [..2024-04]',
  ],
  ['ar', '2024-10-16', 'احترق المستودع ليلة أمس.', 'ليلة أمس → 2024-10-15 night'],
  ['ar', '2024-10-16', 'احترق المستودع الليلة الماضية.', 'الليلة الماضية → 2024-10-15 night'],
  ['ar', '2024-10-16', 'احترق المستودع الشهر الماضي.', 'الشهر الماضي → open'],
  ['ar', '2024-10-16', 'احترق المستودع العام الماضي.', 'العام الماضي → open'],
  ['ar', '2024-10-16', 'احترق المستودع الأسبوع الماضي.', 'الأسبوع الماضي → open'],
  ['ar', '2024-10-16', 'احترق المستودع يوم الجمعة الماضي.', 'يوم الجمعة الماضي → 2024-10-11'],
  ['ar', '2024-10-16', 'احترق المستودع الجمعة الماضية.', 'الجمعة الماضية → 2024-10-11'],
  ['ar', '2024-10-16', 'احترق المستودع في تشرين الأول الماضي.', 'في تشرين الأول الماضي → 2023-10'],
  ['ar', '2024-10-16', 'احترق المستودع في أيلول الماضي.', 'في أيلول الماضي → open'],
  ['ar', '2024-10-16', 'احترق المستودع قبل ثلاثة أيام.', 'قبل ثلاثة أيام → open'],
  ['ar', '2024-10-16', 'احترق المستودع منذ أسبوعين.', 'منذ أسبوعين → open'],
  [
    'ar',
    '2024-10-16',
    'احترق المستودع بين 3 و5 تشرين الأول.',
    '3 و5 تشرين الأول → [2024-10-03..2024-10-05]',
  ],
  [
    'ar',
    '2024-10-16',
    'احترق المستودع في 3 و4 تشرين الأول.',
    'في 3 و4 تشرين الأول → 2024-10-03/2024-10-04',
  ],
  ['ar', '2024-10-16', 'احترق المستودع عام 2019.', '2019 → 2019'],
  ['ar', '2024-10-16', 'احترق المستودع في 3/10/2024.', 'في 3/10/2024 → 2024-10-03'],
  ['ar', '2024-10-16', 'احترق المستودع في ٣/١٠/٢٠٢٤.', 'في ٣/١٠/٢٠٢٤ → 2024-10-03'],
  [
    'ar',
    '2024-10-16',
    'احترق المستودع مساء يوم الاثنين الموافق 14/10/2024.',
    'مساء يوم الاثنين الموافق 14/10/2024 → 2024-10-14 evening',
  ],
  ['ar', '2024-10-16', 'سيفتتح الجسر غدا الخميس.', 'غدا الخميس → 2024-10-17 !'],
  ['ar', '2024-10-16', 'حتى 3 تشرين الأول كان الميناء مغلقا.', 'حتى 3 تشرين الأول → open'],
  ['de', '2024-10-16', 'Letzte Woche brannte der Schuppen.', 'Letzte Woche → open'],
  ['de', '2024-10-16', 'Heute Nacht brannte der Schuppen.', 'Heute Nacht → open night'],
  [
    'de',
    '2024-10-16',
    'Am vergangenen Freitag brannte der Schuppen.',
    'Am vergangenen Freitag → 2024-10-11',
  ],
  ['de', '2024-10-16', 'Anfang Oktober brannte der Schuppen.', 'Oktober → 2024-10'],
  ['de', '2024-10-16', 'Bis zum 20. Oktober bleibt der Hafen zu.', 'Bis zum 20. Oktober → open'],
  [
    'de',
    '2024-10-16',
    'Seit dem 3. Oktober ist der Hafen zu.',
    'Seit dem 3. Oktober → 2024-10-03/..',
  ],
  [
    'de',
    '2024-10-16',
    'Am Montag, 14. Oktober, um 8 Uhr morgens brannte es.',
    'Am Montag, 14. Oktober, um 8 Uhr morgens → 2024-10-14 08:00',
  ],
  [
    'de',
    '2024-10-16',
    'Am 3./4. Oktober tagte der Rat.',
    'Am 3./4. Oktober → 2024-10-03/2024-10-04',
  ],
  ['fr', '2024-10-16', 'La semaine dernière, le hangar a brûlé.', 'La semaine dernière → open'],
  ['fr', '2024-10-16', 'Vendredi dernier, le hangar a brûlé.', 'Vendredi dernier → 2024-10-11'],
  ['fr', '2024-10-16', 'Début octobre, le hangar a brûlé.', 'octobre → 2024-10'],
  [
    'fr',
    '2024-10-16',
    'Le hangar a brûlé dans la nuit du 12 au 13 octobre.',
    'dans la nuit du 12 au 13 octobre → 2024-10-12/2024-10-13 night',
  ],
  ['fr', '2024-10-16', "Le port restera fermé jusqu'au 20 octobre.", "jusqu'au 20 octobre → open"],
  [
    'fr',
    '2024-10-16',
    'Dans la nuit de mardi 8 à mercredi 9 octobre, le hangar a brûlé.',
    'Dans la nuit de mardi 8 à mercredi 9 octobre → 2024-10-08/2024-10-09 night',
  ],
  [
    'de',
    '2024-10-16',
    'In der Nacht vom 12. auf den 13. Oktober brannte der Schuppen.',
    'In der Nacht vom 12. auf den 13. Oktober → 2024-10-12/2024-10-13 night',
  ],
  [
    'es',
    '2024-10-16',
    'En la noche del 12 al 13 de octubre ardió el almacén.',
    'En la noche del 12 al 13 de octubre → 2024-10-12/2024-10-13 night',
  ],
  ['es', '2024-10-16', 'La semana pasada ardió el almacén.', 'La semana pasada → open'],
  ['es', '2024-10-16', 'El pasado viernes ardió el almacén.', 'El pasado viernes → 2024-10-11'],
  ['es', '2024-10-16', 'A principios de octubre ardió el almacén.', 'octubre → 2024-10'],
  [
    'es',
    '2024-10-16',
    'A las ocho de la noche del viernes 11 de octubre ardió el almacén.',
    'A las ocho de la noche del viernes 11 de → 2024-10-11 night (hour open)',
  ],
  [
    'es',
    '2024-10-16',
    'A las 8 de la noche del 11 de octubre ardió el almacén.',
    'A las 8 de la noche del 11 de octubre → 2024-10-11 20:00',
  ],
  [
    'en',
    '2024-10-16',
    'At 8pm local time on Oct. 11 (1900 GMT) the shed burnt.',
    'At 8pm local time on Oct. 11 (1900 GMT) → 2024-10-11 20:00',
  ],
  [
    'en',
    '2024-10-16',
    'The shed burnt at 1:30 a.m. Friday.',
    'at 1:30 a.m. Friday → 2024-10-11 01:30',
  ],
  [
    'en',
    '2024-10-16',
    'He was arrested a week earlier, on 9 October.',
    'a week earlier → open',
    'on 9 October → 2024-10-09',
  ],
  [
    'en',
    '2024-10-16',
    'On Monday the court ruled that the vote of 3 May was void.',
    'On Monday → 2024-10-14',
    '3 May → 2024-05-03',
  ],
  ['en', '2024-10-16', 'The crews meet on Friday.', 'on Friday → open'],
  [
    'en',
    '2024-10-16',
    'Nearly 1,300 men left in the 12 months to October.',
    'in the 12 months to October → open',
  ],
  [
    'en',
    '2024-10-16',
    'They met on Monday 7 and Tuesday 8 October.',
    'on Monday 7 and Tuesday 8 October → 2024-10-07/2024-10-08',
  ],
  [
    'en',
    '2024-10-16',
    'They met from Tuesday 8 to Wednesday 9 October.',
    'from Tuesday 8 to Wednesday 9 October → 2024-10-08/2024-10-09',
  ],
  ['fr', '2024-10-16', "Le port a été fermé jusqu'au 3 octobre.", "jusqu'au 3 octobre → open"],
  ['es', '2024-10-16', 'El puerto cerró hasta el 3 de octubre.', 'hasta el 3 de octubre → open'],
  [
    'de',
    '2024-10-16',
    'Die Sitzung wurde vom 12. auf den 13. Oktober verschoben.',
    'vom 12. auf den 13. Oktober → open',
  ],
  [
    'en',
    '2024-10-16',
    'Police met on 3 and 4 May with crews.',
    'on 3 and 4 May → 2024-05-03/2024-05-04',
  ],
  [
    'en',
    '2024-10-16',
    'The Oct. 7 attack and his Oct. 9 arrest drew crowds.',
    'The Oct. 7 → open',
    'Oct. 9 → open',
  ],
  [
    'es',
    '2024-10-16',
    'A las 2 de la madrugada del 11 de octubre ardió el almacén.',
    'A las 2 de la madrugada del 11 de octubre → 2024-10-11 02:00',
  ],
  [
    'fr',
    '2024-10-16',
    'À 20h, le 11 octobre, le hangar a brûlé.',
    'À 20h, le 11 octobre → 2024-10-11 20:00',
  ],
  [
    'de',
    '2024-10-16',
    'Um 8 Uhr am 11. Oktober brannte es.',
    'Um 8 Uhr am 11. Oktober → 2024-10-11 08:00',
  ],
  ['en', '2024-06-03', 'On Friday the council will vote.', 'On Friday → 2024-06-07 !'],
  [
    'en',
    '2024-06-03',
    'By Friday the crews must say whether they will testify.',
    'By Friday → [2024-06-03..2024-06-07] !',
  ],
  ['en', '2024-06-03', 'On Friday, the mayor said, she would resign.', 'On Friday → open'],
  ['en', '2024-06-03', 'On Friday the mayor said she will resign.', 'On Friday → 2024-05-31'],
  ['en', '2024-06-03', 'On 7 June the bridge will open.', 'On 7 June → 2024-06-07 !'],
  ['en', '2024-06-03', 'On 1 June the mayor said the bridge would open.', 'On 1 June → 2024-06-01'],
  ['en', '2024-06-03', 'Tomorrow the council votes.', 'Tomorrow → 2024-06-04 !'],
  ['en', '2024-06-03', 'From Friday crews will work again.', 'From Friday → 2024-06-07 !'],
  ['en', '2024-06-03', 'Until Friday the port will be shut.', 'Until Friday → /2024-06-07 !'],
  ['en', '2024-06-03', 'On Friday, a court is to rule on it.', 'On Friday → 2024-06-07 !'],
  ['en', '2024-06-03', 'In July the mole will be rebuilt.', 'In July → 2024-07 !'],
  [
    'en',
    '2024-06-03',
    'On Friday, officials said the port would reopen.',
    'On Friday → 2024-05-31',
  ],
  ['en', '2024-06-03', 'On Friday, those who will testify met.', 'On Friday → 2024-05-31'],
  [
    'en',
    '2024-06-03',
    'In 2019, the crews met at 20:00–20:45 on 3 May.',
    'In 2019 → 2019',
    'at 20:00–20:45 on 3 May → open (hour open)',
  ],
  [
    'en',
    '2024-06-03',
    'Crews met between 20:00 and 20:45 on Sunday.',
    'between 20:00 and 20:45 on Sunday → 2024-06-02 20:00/20:45',
  ],
  [
    'en',
    '2024-06-03',
    'Crews met from 20:00 to 20:45 on Sunday.',
    'from 20:00 to 20:45 on Sunday → 2024-06-02 (hour open)',
  ],
  [
    'en',
    '2024-06-03',
    'Crews met between 0300 and 0500 hrs on Sunday.',
    'between 0300 and 0500 hrs on Sunday → 2024-06-02 03:00/05:00',
  ],
  ['en', '2024-06-03', 'They met on Ramadan’s last Friday.', 'on Ramadan’s last Friday → open'],
  [
    'en',
    '2024-06-03',
    'The last stone was laid on May the 4th, 1911.',
    'on May the 4th, 1911 → 1911-05-04',
  ],
  ['en', '2024-06-03', 'On the eve of the vote he wrote to them.', 'On the eve of → open'],
];

function read(
  sentence: string,
  published: string | null,
  languageAndOrder: string,
  saysHour = false,
): string[] {
  const [language = 'en', order = null] = languageAndOrder.split(' ');
  const [year = 0, month = 1, day = 1] = (published ?? '').split('-').map(Number);
  const found = findDatePhrases(sentence, {
    published: published === null ? null : toDayNumber(year, month, day),
    language,
    order: order === 'day-first' || order === 'month-first' ? order : null,
  });
  return found.map(({ words, date, time, isHourOpen, isAhead }) =>
    [
      words,
      '→',
      date ?? 'open',
      time,
      saysHour && isHourOpen ? '(hour open)' : null,
      isAhead ? '!' : null,
    ]
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

describe.each([
  ['phrases by someone who had not read the code', fresh],
  ['kinds that these brought up', kinds],
])('%s', (_, rows) => {
  test.each(
    rows.map(([language, published, sentence, ...expected]) => ({
      language,
      published,
      sentence,
      expected,
    })),
  )('$language, of $published: $sentence', (row) => {
    expect(read(row.sentence, row.published, row.language, true)).toEqual(row.expected);
  });
});
