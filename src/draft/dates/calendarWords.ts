import type { PartOfDay } from '../../model/dates/timeOfDay.ts';

/** A language's words for dates, as parts of regular expressions over folded text (`foldText`). */
export interface CalendarWords {
  /** Twelve alternatives, January first. English ones are capitalised, as “may” and “march” are words too. */
  readonly months: readonly string[];
  /** Seven alternatives, Sunday first. */
  readonly weekdays: readonly string[];
  /** Short weekdays, Sunday first, which count only next to a date; empty if the language has none. */
  readonly shortWeekdays: readonly string[];
  readonly parts: readonly (readonly [pattern: string, part: PartOfDay])[];
  /** Days counted from publication. */
  readonly relative: readonly (readonly [pattern: string, days: number, part: PartOfDay | null])[];
  /** Words between the parts of one date: “on”, “of the”. */
  readonly glue: string;
  /** What follows the number of a day. */
  readonly ordinal: string;
  /** Words between a day and its month, and between a month and its year. */
  readonly of: string;
  readonly and: string;
  readonly or: string;
  /** “To” between the ends of a range. */
  readonly to: string;
  /** Words before a range that lasts, and before one that “and” joins. */
  readonly from: string;
  readonly between: string;
  /** Words next to a weekday: the last one, the next one. */
  readonly last: string;
  readonly next: string;
  readonly about: string;
  /** Words that make a date a limit: “before”, “after”. English ones are interpreted, others left open. */
  readonly limits: string;
  /** “Three days ago”: a count from publication. English ones are interpreted, others left to the editor. */
  readonly ago: string;
  /** Words that mark digits as an hour: before it, or after it if the language has such a word. */
  readonly at: string;
  /** Words before an approximate hour. */
  readonly nearly: string;
  /** Words before an hour from which, or until which, something lasts. */
  readonly hourLimits: string;
  readonly hour: string;
  /** Words before a phrase that belong to it: “on”, “since the”. */
  readonly leadIn: string;
  /** True for English, whose capitals count and whose sentences are also analysed for tense. */
  readonly isEnglish: boolean;
}

const none = '(?!)';

/** English, the only language whose sentences are also analysed for tense and limits. */
const english: CalendarWords = {
  months: [
    'January|JANUARY|Jan|JAN',
    'February|FEBRUARY|Feb|FEB',
    'March|MARCH|Mar|MAR',
    'April|APRIL|Apr|APR',
    'May|MAY',
    'June|JUNE|Jun|JUN',
    'July|JULY|Jul|JUL',
    'August|AUGUST|Aug|AUG',
    'September|SEPTEMBER|Sept|SEPT|Sep|SEP',
    'October|OCTOBER|Oct|OCT',
    'November|NOVEMBER|Nov|NOV',
    'December|DECEMBER|Dec|DEC',
  ],
  weekdays: [
    'Sunday|SUNDAY',
    'Monday|MONDAY',
    'Tuesday|TUESDAY',
    'Wednesday|WEDNESDAY',
    'Thursday|THURSDAY',
    'Friday|FRIDAY',
    'Saturday|SATURDAY',
  ],
  shortWeekdays: [
    'Sun|SUN',
    'Mon|MON',
    'Tues?|TUES?',
    'Wed|WED',
    'Thu(?:rs?)?|THU(?:RS?)?',
    'Fri|FRI',
    'Sat|SAT',
  ],
  parts: [
    ['[Mm]orning', 'morning'],
    ['[Aa]fternoon', 'afternoon'],
    ['[Ee]vening', 'evening'],
    ['[Nn]ight', 'night'],
  ],
  relative: [
    ['[Tt]he day before yesterday', -2, null],
    ['[Tt]he day after tomorrow', 2, null],
    ['[Yy]esterday', -1, null],
    ['[Tt]oday', 0, null],
    ['[Tt]onight', 0, 'night'],
    ['[Tt]omorrow', 1, null],
    // “The last night of the strike” is a different night.
    ['(?<![Tt]he )[Ll]ast night', -1, 'night'],
    ['[Tt]his morning', 0, 'morning'],
    ['[Tt]his afternoon', 0, 'afternoon'],
    ['[Tt]his evening', 0, 'evening'],
  ],
  glue: 'on|at|in|of|the|a|an|local time|late|early',
  ordinal: 'st|nd|rd|th',
  of: 'of',
  and: 'and|&',
  or: 'or',
  to: 'to|until|till|through|thru',
  from: '[Ff]rom|[Bb]etween',
  between: '[Bb]etween',
  last: '[Ll]ast|[Tt]his past',
  next: '[Nn]ext|[Cc]oming|[Tt]his coming',
  about:
    '[Aa]round|[Aa]bout|[Cc]irca|[Cc]a\\.|[Cc]\\.|[Aa]pproximately|[Rr]oughly|[Ss]ome time around|[Ss]ometime around',
  limits: none,
  ago: none,
  at: '[Aa]t',
  nearly:
    '[Aa]round|[Aa]bout|[Cc]irca|[Cc]a\\.|[Cc]\\.|[Aa]pproximately|[Rr]oughly|[Ss]ome ?time around|[Nn]early|[Aa]lmost|[Cc]lose to|(?:[Jj]ust|[Ss]hortly|[Mm]oments|[Mm]inutes) (?:after|before)',
  hourLimits: '[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom',
  hour: "hours|hrs|o['’]clock|local time|[Ll]ocal",
  leadIn: '',
  isEnglish: true,
};

const german: CalendarWords = {
  months: [
    'januar|jänner|jan',
    'februar|feber|feb',
    'märz|mär',
    'april|apr',
    'mai',
    'juni|jun',
    'juli|jul',
    'august|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'dezember|dez',
  ],
  weekdays: [
    'sonntag',
    'montag',
    'dienstag',
    'mittwoch',
    'donnerstag',
    'freitag',
    'samstag|sonnabend',
  ],
  shortWeekdays: ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'],
  parts: [
    ['vormittags?', 'morning'],
    ['früh', 'morning'],
    ['nachmittags?', 'afternoon'],
    ['abends?', 'evening'],
    ['nachts?', 'night'],
    ['morgens?', 'morning'],
  ],
  relative: [
    ['vorgestern', -2, null],
    ['gestern', -1, null],
    ['heute', 0, null],
    ['übermorgen', 2, null],
    ['morgen', 1, null],
  ],
  glue: 'am|an|der|dem|den|vom|um|gegen|im|in',
  ordinal: '\\.',
  of: none,
  and: 'und',
  or: 'oder',
  // “In der Nacht vom 12. auf den 13.”; without a night it is a postponement.
  to: 'bis zum|bis|auf den|auf|zum',
  from: 'vom|von|zwischen',
  between: 'zwischen',
  last: 'letzte[nmr]?|vergangene[nmr]?|vorige[nmr]?',
  next: 'nächste[nmr]?|kommende[nmr]?',
  about: 'etwa|ungefähr|circa|ca\\.|rund|gegen|um den',
  limits: '(?:vor|nach|ab)(?: de[mnr])?',
  ago: 'vor (?:\\S+ ){1,3}(?:tag|woche|monat|jahr|stunde)(?:e?n|en|s)?',
  at: 'um',
  nearly: 'gegen|etwa|ungefähr|circa|ca\\.|rund|kurz nach|kurz vor',
  hourLimits: 'ab|bis|vor|nach|seit|von',
  hour: 'uhr',
  leadIn: 'am|vom|seit dem|seit|bis zum|bis|im|in der|in',
  isEnglish: false,
};

const french: CalendarWords = {
  months: [
    'janvier|janv',
    'février|févr|fév',
    'mars',
    'avril|avr',
    'mai',
    'juin',
    'juillet|juil',
    'août|aout',
    'septembre|sept',
    'octobre|oct',
    'novembre|nov',
    'décembre|déc',
  ],
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  shortWeekdays: ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'],
  parts: [
    ['matin', 'morning'],
    ['après-midi', 'afternoon'],
    ['soir', 'evening'],
    ['nuit', 'night'],
  ],
  relative: [
    ['avant-hier', -2, null],
    ['hier', -1, null],
    ["aujourd['’]hui", 0, null],
    ['ce matin', 0, 'morning'],
    ['ce soir', 0, 'evening'],
    ['cet après-midi', 0, 'afternoon'],
    ['après-demain', 2, null],
    ['demain', 1, null],
  ],
  glue: 'le|la|au|à|de|du|dans|en|vers',
  ordinal: 'er|ère',
  of: none,
  and: 'et',
  or: 'ou',
  to: "au|à|jusqu['’]au",
  from: 'du|de|entre(?: le)?',
  between: 'entre(?: le)?',
  last: 'derniers?|passé|dernière',
  next: 'prochain',
  about: 'vers(?: le)?|environ|aux environs du|autour du',
  limits: "avant(?: le)?|après(?: le)?|dès(?: le)?|à partir d[ue]|jusqu['’]au",
  ago: 'il y a (?:\\S+ ){1,3}(?:jour|semaine|mois|an|année|heure)s?',
  at: 'à|aux',
  nearly: 'vers|environ|aux (?:alentours|environs) de|autour de|peu après|peu avant',
  hourLimits: "dès|avant|après|depuis|jusqu['’]à|à partir de",
  hour: 'heures?|h',
  leadIn: 'le|depuis le|du|en|dès le|dans la',
  isEnglish: false,
};

const spanish: CalendarWords = {
  months: [
    'enero|ene',
    'febrero|feb',
    'marzo|mar',
    'abril|abr',
    'mayo|may',
    'junio|jun',
    'julio|jul',
    'agosto|ago',
    'septiembre|setiembre|sept|sep',
    'octubre|oct',
    'noviembre|nov',
    'diciembre|dic',
  ],
  weekdays: [
    'domingo',
    'lunes',
    'martes',
    'miércoles|miercoles',
    'jueves',
    'viernes',
    'sábado|sabado',
  ],
  shortWeekdays: ['dom', 'lun', 'mar', 'mié|mie', 'jue', 'vie', 'sáb|sab'],
  parts: [
    ['(?:por|de) la mañana', 'morning'],
    ['(?:por|de) la tarde', 'afternoon'],
    ['(?:por|de) la noche|noche', 'night'],
  ],
  relative: [
    ['anteayer|antier', -2, null],
    ['ayer', -1, null],
    ['anoche', -1, 'night'],
    ['hoy', 0, null],
    ['esta mañana', 0, 'morning'],
    ['esta tarde', 0, 'afternoon'],
    ['esta noche', 0, 'night'],
    ['pasado mañana', 2, null],
    ['(?<!(?:la|esta|una|cada|de|pasado) )mañana', 1, null],
  ],
  glue: 'el|la|a las|a la|de|del|por|en',
  ordinal: '\\.?º|º|ro',
  of: 'de|del',
  and: 'y|e',
  or: 'o|u',
  to: 'al|a|hasta el',
  from: 'del|desde el|de|entre el',
  between: 'entre el',
  last: 'pasado|último',
  next: 'próximo|que viene',
  about: 'alrededor del|hacia el|cerca del',
  limits: 'antes de(?:l)?|después de(?:l)?|a partir de(?:l)?|hasta el',
  ago: 'hace (?:\\S+ ){1,3}(?:día|semana|mes|año|hora)(?:e?s)?',
  at: 'a las?|las?',
  nearly:
    'hacia(?: las?)?|sobre(?: las?)?|alrededor de(?: las?)?|cerca de(?: las?)?|a eso de(?: las?)?|poco después de(?: las?)?|poco antes de(?: las?)?',
  hourLimits: '(?:antes|después|a partir) de(?: las?)?|desde(?: las?)?|hasta(?: las?)?',
  hour: 'horas|hs?',
  leadIn: 'el|desde el|del|en la|en',
  isEnglish: false,
};

// Both sets of month names: the Levantine, and the Gregorian ones of Egypt, the Gulf and the Maghreb.
const arabic: CalendarWords = {
  months: [
    'كانون الثاني|كانون ثاني|يناير|جانفي',
    'شباط|فبراير|فيفري',
    'اذار|مارس',
    'نيسان|ابريل|افريل',
    'ايار|مايو|ماي',
    'حزيران|يونيو|يونيه|جوان',
    'تموز|يوليو|يوليه|جويليه',
    'اب|اغسطس|غشت|اوت',
    'ايلول|سبتمبر|شتنبر',
    'تشرين الاول|تشرين اول|اكتوبر',
    'تشرين الثاني|تشرين ثاني|نوفمبر|نونبر',
    'كانون الاول|كانون اول|ديسمبر|دجنبر',
  ],
  weekdays: ['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت'],
  shortWeekdays: [],
  parts: [
    ['صباح|صباحا', 'morning'],
    ['عصر|بعد ظهر', 'afternoon'],
    ['مساء', 'evening'],
  ],
  relative: [
    ['اول امس|اول من امس', -2, null],
    ['ليله امس|الليله الماضيه|الليله الفائته', -1, 'night'],
    ['امس', -1, null],
    ['اليوم', 0, null],
    ['بعد غد', 2, null],
    ['(?:يوم )?(?:الغد|غدا)', 1, null],
  ],
  glue: 'يوم|في|من|الموافق',
  ordinal: none,
  of: 'من',
  and: 'و',
  or: 'او',
  to: 'الي|حتي',
  from: 'من|بين',
  between: 'بين',
  last: 'الماضيه?|الفائته?|المنصرمه?',
  next: 'المقبله?|القادمه?',
  about: 'حوالي|نحو',
  limits: 'قبل|بعد|ابتداء من|حتي',
  ago: 'قبل (?:\\S+ )?(?:يومين|ايام|يوم|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|عام|عامين|سنوات|سنه|سنتين|ساعه|ساعات)',
  at: 'عند الساعه|في الساعه|الساعه',
  nearly: '(?:في )?حوالي(?: الساعه)?|نحو(?: الساعه)?|قرابه(?: الساعه)?|عند حوالي',
  hourLimits: '(?:قبل|بعد|حتي|منذ|من)(?: الساعه)?',
  hour: none,
  leadIn: 'في|يوم|منذ|حتي|من',
  isEnglish: false,
};

/** The supported languages for dates, by BCP 47 code. */
export const calendars: ReadonlyMap<string, CalendarWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['ar', arabic],
]);

/**
 * Returns a text of the same length with Latin digits, plain spaces, and one form of Arabic letters for every
 * usual spelling, so that the words above need only that form.
 */
export function foldText(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s/g, ' ');
}

/** Returns the month of one name, or of two names of it; null if the two differ. */
export function readMonth(
  words: CalendarWords,
  name: string | undefined,
  other: string | undefined,
): number | null {
  const [first, second] = [name, other].map((one) =>
    one === undefined ? undefined : indexOf(words.months, one) + 1,
  );
  return first !== undefined && first > 0 && (second === undefined || second === first)
    ? first
    : null;
}

/** Returns the index of the alternative that a word matches, -1 if none. */
export function indexOf(alternatives: readonly string[], word: string): number {
  return alternatives.findIndex((one) => new RegExp(`^(?:${one})$`, 'iu').test(word));
}
