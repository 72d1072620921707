import type { CalendarWords } from './calendarWords.ts';
import type { VaguePhrase } from './vaguePhrases.ts';

// Time phrases in German, French, Spanish and Arabic that contain a number or weekday but name no day.

/**
 * Returns the phrases of a language that an editor must work out; each match is one phrase, whatever it
 * contains.
 */
export function createForeignPhrases(language: string, words: CalendarWords): VaguePhrase[] {
  const weekday = `(?:${words.weekdays.join('|')})`;
  const compile = (source: string) => new RegExp(`${start}(?:${source})${end}`, 'giu');
  const { centuries, eras, nights, others } = own[language] ?? {};
  return [
    { pattern: compile(words.ago), resolve: () => open },
    // The week is unclear, as the sentence may be about what is ahead.
    ...(nights?.(weekday) ?? []).map((source) => ({
      pattern: compile(source),
      resolve: () => ({ ...open, time: 'night' as const }),
    })),
    ...[centuries, eras, others].flatMap((source) =>
      source === undefined ? [] : [{ pattern: compile(source), resolve: () => open }],
    ),
  ];
}

const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const open = { date: null, isAhead: false };

interface OwnPhrases {
  readonly centuries: string;
  /** A year with a named era, BC or AD. */
  readonly eras: string;
  /** “Last month”, “two weeks ago”, if no other pattern has it. */
  readonly others?: string;
  /** A night named by both weekdays. */
  readonly nights: (weekday: string) => string[];
}

const own: Readonly<Record<string, OwnPhrases | undefined>> = {
  de: {
    centuries: String.raw`(?:(?:im|seit dem|bis zum|ins) )?(?:\p{L}+ )?\d{1,2}\. jahrhunderts?(?: v\. ?chr\.?)?`,
    eras: String.raw`(?:(?:im jahre?|um|seit|bis|von) )?\d{1,4} (?:v|n)\. ?(?:chr|u\. ?z)\.?`,
    nights: (weekday) => [
      // “Heute Nacht” can mean either night.
      'heute nacht|diese nacht',
      String.raw`(?:in der )?nacht (?:vo[nm] )?${weekday} (?:auf|zum|zu) (?:den )?${weekday}`,
    ],
  },
  fr: {
    centuries: String.raw`(?:(?:au|du|dès le|depuis le) )?[ivxlc]+(?:e|ème|er) siècle(?: (?:av|apr?)\. ?j\.?-?c\.?)?`,
    eras: String.raw`(?:(?:en|vers|depuis|avant) )?(?:l['’]an )?\d{1,4} (?:avant|après|av\.|apr?\.) ?j(?:\.|ésus)[- ]?c(?:hrist|\.)?`,
    nights: (weekday) => [
      String.raw`(?:dans |pendant |durant )?(?:la )?nuit (?:de|du) ${weekday} (?:à|au) ${weekday}`,
    ],
  },
  es: {
    centuries: String.raw`(?:(?:en el|del|desde el) )?siglo [ivxlc]+(?: (?:a|d)\. ?(?:de )?c\.?)?`,
    eras: String.raw`(?:(?:en el año|en|hacia|desde) )?\d{1,4} (?:a|d)\. ?(?:de )?c\.?`,
    others: String.raw`(?:la semana|el mes|el año|el siglo) (?:pasad[oa]|próxim[oa]|que viene)|la próxima semana|el próximo (?:mes|año)`,
    nights: (weekday) => [String.raw`(?:en |durante )?(?:la )?noche del ${weekday} al ${weekday}`],
  },
  ar: {
    centuries: String.raw`(?:في )?القرن (?:ال\p{L}+(?: عشر| والعشرين)?|\d{1,2})(?: قبل الميلاد)?`,
    eras: String.raw`(?:(?:في )?(?:عام|سنه) )?\d{1,4} (?:ق\.? ?م|قبل الميلاد|للميلاد|ميلادي[هة]?)`,
    others: String.raw`(?:(?:في|خلال|منذ) )?(?:الاسبوع|الشهر|العام|السنه|اليومين|الايام) (?:الماضي|الماضيه|الماضيين|المقبل|المقبله|القادم|القادمه|الجاري|الحالي)|منذ (?:\p{L}+ )?(?:يومين|ايام|اسبوعين|اسابيع|شهرين|اشهر|عامين|سنتين|سنوات|ساعتين|ساعات)`,
    nights: (weekday) => [
      String.raw`(?:في )?(?:(?:بعد )?منتصف )?ليل[هة]? ?${weekday} ?(?:علي|الي|[-–/])? ?${weekday}`,
    ],
  },
};
