import type { TokenPattern, Content, Token } from './token.ts';
import type { CalendarWords } from './calendarWords.ts';
import { printClock } from '../../model/dates/timeOfDay.ts';
import { wordEnd } from './patternParts.ts';

// Hours as a sentence states them: in digits, by name, or only as a part of the night.

const zone = String.raw`(?:\s*local time)?(?<zone>\s*\(?(?:GMT|UTC|BST|[ECMP][SD]?T|CES?T|EES?T|IST|MSK|[Ee]astern|Z\b))?`;
const hour24 = String.raw`(?<![\d:.,/])(?<hour>[01]?\d|2[0-4])`;

type Reader = TokenPattern[1];

/** Returns the patterns of hours; languages differ in what marks digits as an hour. */
export function createClockPatterns(words: CalendarWords, language: string): TokenPattern[] {
  const isEnglish = language === 'en';
  const compile = (source: string) => new RegExp(source, words.isEnglish ? 'gu' : 'giu');
  const read = createReader(words);
  // In English, words before an hour may also limit its day, so they are interpreted together with it.
  const first = isEnglish ? words.nearly : `${words.hourLimits}|${words.nearly}`;
  const leadIns = `(?<![\\p{L}\\p{M}])(?:${first}|${words.at})\\s+`;
  const leadIn = `(?<leadIn>(?:${leadIns})*)`;
  const behind = `(?:\\s*(?:${words.hour})${wordEnd})`;
  const colon = isEnglish ? '[:hH]' : String.raw`(?::|\s?h\s?|\s?heures?\s)`;
  return [
    ...(isEnglish ? createEnglishPatterns(leadIn, compile, read) : []),
    ...createRangePatterns(words, language, compile),
    // 24-hour clock: after “at” or before “hours”, or with a colon, and perhaps seconds, next to a date.
    [
      compile(
        `${leadIn}${hour24}${colon}(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:])${behind}?${zone}`,
      ),
      read,
    ],
    [
      compile(
        `(?<leadIn>(?:${leadIns})+)${hour24}\\.(?<minute>[0-5]\\d)(?![\\d.%]|\\s*(?:per|%|m\\b|million|billion))${behind}?${zone}`,
      ),
      read,
    ],
    isEnglish
      ? [
          compile(
            `${leadIn}(?<![\\d:.,/])(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?:\\s*(?:hours|hrs)\\b|(?=\\s*(?:GMT|UTC)\\b))${zone}`,
          ),
          read,
        ]
      : [compile(`${leadIn}${hour24}(?:[.:](?<minute>[0-5]\\d))?${behind}`), read],
    ...(language === 'es'
      ? [
          [
            // “A las 8 de la noche”, “a las 2 de la madrugada”.
            compile(
              `(?<leadIn>(?:${leadIns})+)${hour24}(?:[.:](?<minute>[0-5]\\d))?(?=\\s+de la (?:mañana|tarde|noche|madrugada)${wordEnd})`,
            ),
            read,
          ] as TokenPattern,
        ]
      : []),
    ...(openHours[language] ?? []).map((source): TokenPattern => [compile(source), readOpen]),
    ...(language === 'fr' ? [[compile(frenchNoon), readFrenchNoon] as TokenPattern] : []),
  ];
}

/**
 * “Between 20:00 and 20:45” in each language. Other words mean a duration, but a block's time is one moment.
 */
const ranges: Readonly<
  Record<string, readonly [between: string, and: string, from: string, to: string] | undefined>
> = {
  en: ['[Bb]etween', 'and', '[Ff]rom', 'to|until|till'],
  de: ['zwischen', 'und', 'von|ab', 'bis'],
  fr: ['entre', 'et', 'de|dès', "à|jusqu['’]à"],
  es: ['entre las?', 'y las?', '(?:de|desde) las?', '(?:a|hasta) las?'],
  ar: ['(?:ما )?بين(?: الساعه)?', 'و(?:الساعه)?', 'من(?: الساعه)?', '(?:الي|حتي)(?: الساعه)?'],
};

function createRangePatterns(
  words: CalendarWords,
  language: string,
  compile: (source: string) => RegExp,
): TokenPattern[] {
  const form = ranges[language];
  if (!form) return [];
  const [between, and, from, to] = form;
  const hour = (name: string, minute: string) =>
    `(?<${name}>[01]?\\d|2[0-4])(?:[:.h]?(?<${minute}>[0-5]\\d))?(?:\\s*(?:${words.hour}))?`;
  const source = `(?<![\\p{L}\\p{M}])(?:(?<between>${between})|(?:${from}))\\s+${hour('from', 'fromMinute')}\\s+(?:(?<and>${and})|(?:${to}))\\s*${hour('hour', 'minute')}${wordEnd}`;
  const isHour = new RegExp(`\\d(?::|\\s?h)\\d\\d|\\d\\s*(?:${words.hour})${wordEnd}`, 'iu');
  const dash = String.raw`(?<![\d:.,/])(?:[01]?\d|2[0-4]):[0-5]\d\s?[–-]\s?(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])`;
  return [
    [
      compile(source),
      (match) => {
        const { groups = {} } = match;
        const first = toMinutes(groups.from, groups.fromMinute, undefined, undefined);
        const last = toMinutes(groups.hour, groups.minute, undefined, undefined);
        if (!isHour.test(match[0]) || typeof first !== 'number' || typeof last !== 'number')
          return null;
        const isOneMoment =
          groups.between !== undefined && groups.and !== undefined && first < last;
        const time = isOneMoment ? `${printClock(first)}/${printClock(last)}` : null;
        return { type: 'clock', time, isLimit: false };
      },
    ],
    [compile(dash), readOpen],
  ];
}

/** Hours without a number: noon if the word is vague, midnight, dawn, and Arabic hours in words. */
const openHours: Readonly<Record<string, readonly string[] | undefined>> = {
  de: [
    String.raw`(?:(?<![\p{L}])(?:gegen|am|um|kurz (?:nach|vor))\s+)?(?<!vor|nach)(?:mittags?|mitternachts?)${wordEnd}`,
    String.raw`(?<![\p{L}])(?:(?:am|in den) )?(?:frühen (?:morgen(?:stunden)?)|morgengrauen)${wordEnd}`,
  ],
  fr: [
    String.raw`(?<![\p{L}])(?:(?:à|vers|avant|après|peu avant|peu après)\s+)?minuit${wordEnd}`,
    String.raw`(?<![\p{L}])(?:avant|après)\s+midi${wordEnd}`,
    String.raw`(?<![\p{L}])(?:à l['’](?:aube|aurore)(?! d)|au petit matin|au crépuscule)${wordEnd}`,
  ],
  es: [
    // “A las ocho de la noche”.
    String.raw`(?<![\p{L}])(?:a|hacia|sobre) las? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)${wordEnd}`,
    String.raw`(?<![\p{L}])(?:(?:al?|hacia el|cerca del)\s+)?(?:mediodía|medianoche)${wordEnd}`,
    String.raw`(?<![\p{L}])(?:(?:en|de|por|durante) la madrugada|al amanecer|al anochecer)${wordEnd}`,
  ],
  ar: [
    // “ظهر” and “فجر” are also verbs, so a day must follow.
    String.raw`(?<![\p{L}\p{M}])(?:منتصف (?:الليل|النهار)|(?<!بعد )(?:فجر|ظهر|ضحي|سحر)(?=\s(?:يوم|امس|اليوم|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)))${wordEnd}`,
    String.raw`(?<![\p{L}\p{M}])الساعه\s+(?:ال\p{L}+|\d{1,2}(?![\d:.]))`,
  ],
};

const frenchNoon = String.raw`(?<![\p{L}])(?<leadIn>à|vers|peu avant|peu après)\s+midi${wordEnd}`;

const readOpen: Reader = () => ({ type: 'clock', time: null, isLimit: false });

const readFrenchNoon: Reader = (match) => ({
  type: 'clock',
  time: match.groups?.leadIn?.toLowerCase() === 'à' ? '12:00' : 'about 12:00',
  isLimit: false,
});

/** Returns a function that parses a numeric hour with the words before it. */
function createReader(words: CalendarWords): Reader {
  const flags = words.isEnglish ? 'u' : 'iu';
  const nearly = new RegExp(`(?:${words.nearly})\\s+(?:(?:${words.at})\\s+)?$`, flags);
  const limits = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${words.hourLimits})\\s+(?:(?:${words.at})\\s+)?$`,
    flags,
  );
  return (match): Content<Token> | null => {
    const { leadIn = '', hour, minute, half, from, fromMinute, join } = match.groups ?? {};
    const last = toMinutes(hour, minute, half, undefined);
    const first = toMinutes(from, fromMinute, half, hour);
    if (typeof last !== 'number' || (from !== undefined && typeof first !== 'number')) return null;
    const isNear = nearly.test(leadIn);
    // “By 5 pm” is a limit, not a time.
    const isLimit =
      from === undefined && !isNear && limits.test(match.input.slice(0, match.index) + leadIn);
    if ((match.groups?.zone ?? '') !== '' || isLimit) return { type: 'clock', time: null, isLimit };
    if (typeof first !== 'number')
      return { type: 'clock', time: `${isNear ? 'about ' : ''}${printClock(last)}`, isLimit };
    // “From 8 to 10 pm” is a duration; a block's time is one moment.
    const isOneMoment = join === 'and' && first < last;
    const time = isOneMoment ? `${printClock(first)}/${printClock(last)}` : null;
    return { type: 'clock', time, isLimit };
  };
}

function createEnglishPatterns(
  leadIn: string,
  compile: (source: string) => RegExp,
  read: Reader,
): TokenPattern[] {
  const meridiem = String.raw`(?<half>[ap])\.?\s?m\b\.?`;
  const clock = String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?`;
  const fixed = (time: string | null): Reader => {
    return () => ({ type: 'clock', time, isLimit: false });
  };
  return [
    [
      compile(
        String.raw`(?:[Bb]etween|[Ff]rom)\s+(?<from>\d{1,2})(?:[:.](?<fromMinute>\d\d))?(?:\s?[ap]\.?m\.?)?\s+(?<join>and|to|until)\s+${clock}\s?${meridiem}${zone}`,
      ),
      read,
    ],
    [compile(`${leadIn}(?<![\\d:.])${clock}\\s?${meridiem}${zone}`), read],
    [
      compile(String.raw`${leadIn}(?<!\p{L})(?<word>[Nn]oon|[Mm]idday|[Mm]idnight)\b`),
      readNamedHour,
    ],
    [
      compile(
        String.raw`(?:[Aa]t\s+)?(?:[Aa]round\s+|[Aa]bout\s+)?(?:\d{1,2}|\p{L}+)\s+o['’]clock\b`,
      ),
      fixed(null),
    ],
    [
      compile(
        String.raw`(?:[Ii]n the |[Dd]uring the )?(?:very )?early (?:morning )?hours|(?:[Ii]n the )?small hours`,
      ),
      fixed('00:00/05:00'),
    ],
    [
      compile(String.raw`(?:[Ss]hortly |[Jj]ust )?[Bb]efore (?:dawn|daybreak|sunrise)`),
      fixed('00:00/06:00'),
    ],
    [
      compile(
        String.raw`(?:(?:[Ss]hortly |[Jj]ust )?(?:[Aa]t|[Bb]efore|[Aa]fter|[Aa]round) )(?:dawn|daybreak|sunrise|dusk|sunset|dark|nightfall)`,
      ),
      fixed(null),
    ],
  ];
}

const readNamedHour: Reader = (match) => {
  const { leadIn = '' } = match.groups ?? {};
  const word = match.groups?.word?.toLowerCase();
  const isNear =
    /\b(?:around|about|circa|nearly|almost|close to|approximately|roughly)\s+$|\b(?:just|shortly|moments|minutes) (?:after|before)\s+$/i.test(
      leadIn,
    );
  const isLimit =
    !isNear &&
    /\b(?:by|before|after|until|till|since|from)\s+$/i.test(
      match.input.slice(0, match.index) + leadIn,
    );
  // Midnight begins and ends a day, so only a time shortly after or before it has a certain day.
  const isBefore = isNear && /before\s+$/i.test(leadIn);
  if (word === 'midnight' && !(isNear && /after\s+$/i.test(leadIn)))
    return { type: 'clock', time: isBefore ? '23:00/23:59' : null, isLimit };
  const hour = printClock(word === 'midnight' ? 0 : 12 * 60);
  return { type: 'clock', time: isLimit ? null : `${isNear ? 'about ' : ''}${hour}`, isLimit };
};

/** Returns minutes since midnight, null if there are none, undefined if the hour doesn't exist. */
function toMinutes(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  until: string | undefined,
): number | null | undefined {
  if (hour === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
    // “Between 11 and 1 pm”: the first hour is in the morning.
    if (until !== undefined && Number(hour) % 12 > Number(until) % 12) hours -= 12;
    if (hours < 0) return undefined;
  }
  const minutes = hours * 60 + Number(minute ?? 0);
  return minutes < 24 * 60 ? minutes : undefined;
}
