import { describe, expect, test } from 'vitest';
import { createWhen } from '../../../../src/model/createWhen.ts';
import { parseEdtf } from '../../../../src/model/dates/parseEdtf.ts';
import { parseTimeOfDay } from '../../../../src/model/dates/timeOfDay.ts';
import { boundLabel, dateLabel } from '../../../../src/views/dates/dateLabel.ts';
import { createArabic } from '../../../../src/views/words/ar.ts';
import { french } from '../../../../src/views/words/fr.ts';

const zone = 'Asia/Baghdad';
const arabic = createArabic({ digits: 'latin', months: 'levantine' });
const gulf = createArabic({ digits: 'arabic', months: 'gregorian' });

function label(date: string, time: string | null, words: typeof french) {
  const when = createWhen(parseEdtf(date)!, time === null ? null : parseTimeOfDay(time)!, zone);
  // The tests of French punctuation distinguish no-break spaces.
  return dateLabel(when, zone, words.dates, null).replace(/[\u00A0\u202F]/gu, ' ');
}

describe('dates with doubts', () => {
  test.each([
    ['2020-12-25', null, '25 décembre 2020', '25 كانون الأول 2020'],
    ['2020-12-01', null, '1er décembre 2020', '1 كانون الأول 2020'],
    ['2020-12-25', 'evening', '25 décembre 2020, dans la soirée', '25 كانون الأول 2020 مساءً'],
    ['2020-12-25', '20:30', '25 décembre 2020, à 20 h 30', '25 كانون الأول 2020، الساعة 20:30'],
    ['2020-12-25', '20:00', '25 décembre 2020, à 20 h', '25 كانون الأول 2020، الساعة 20:00'],
    [
      '2020-12-25',
      'about 20:30',
      '25 décembre 2020, vers 20 h 30',
      '25 كانون الأول 2020، نحو الساعة 20:30',
    ],
    [
      '2020-12-25',
      '20:00/20:45',
      '25 décembre 2020, entre 20 h et 20 h 45',
      '25 كانون الأول 2020، بين الساعة 20:00 و20:45',
    ],
    ['2020-11', null, 'novembre 2020', 'تشرين الثاني 2020'],
    ['2020-12-22~', null, 'vers le 22 décembre 2020', 'نحو 22 كانون الأول 2020'],
    ['2020-12~', null, 'vers décembre 2020', 'نحو كانون الأول 2020'],
    ['2020-04-22~', null, 'vers le 22 avril 2020', 'نحو 22 نيسان 2020'],
    ['2020-12-22?', null, 'peut-être le 22 décembre 2020', 'ربما 22 كانون الأول 2020'],
    ['2020-12-22%', null, 'peut-être vers le 22 décembre 2020', 'ربما نحو 22 كانون الأول 2020'],
    ['2020-12-2X', null, 'entre le 20 et le 29 décembre 2020', 'بين 20 و29 كانون الأول 2020'],
    ['2020-12-0X', null, 'entre le 1er et le 9 décembre 2020', 'بين 1 و9 كانون الأول 2020'],
    ['2020-12-3X', null, '30 ou 31 décembre 2020', '30 أو 31 كانون الأول 2020'],
    ['2020-12-XX', null, 'décembre 2020, jour inconnu', 'كانون الأول 2020، اليوم غير معروف'],
    ['2020-XX', null, '2020, mois inconnu', '2020، الشهر غير معروف'],
    ['202X', null, 'dans les années 2020', 'بين عامي 2020 و2029'],
    ['2020-21', null, 'printemps 2020', 'ربيع 2020'],
    [
      '[2020-12-20..2020-12-25]',
      null,
      'entre le 20 et le 25 décembre 2020, jour inconnu',
      'بين 20 و25 كانون الأول 2020، اليوم غير معروف',
    ],
    ['[2020-12-20,2020-12-22]', null, '20 ou 22 décembre 2020', '20 أو 22 كانون الأول 2020'],
    [
      '[..2020-12-20]',
      null,
      'au plus tard le 20 décembre 2020',
      'في موعد أقصاه 20 كانون الأول 2020',
    ],
    [
      '[2020-12-20..]',
      null,
      'au plus tôt le 20 décembre 2020',
      'في موعد لا يسبق 20 كانون الأول 2020',
    ],
    [
      '[2020-11,2020-12-25]',
      null,
      'novembre ou 25 décembre 2020',
      'تشرين الثاني أو 25 كانون الأول 2020',
    ],
    ['2020-12-25/2020-12-27', null, 'du 25 au 27 décembre 2020', 'من 25 إلى 27 كانون الأول 2020'],
    ['2020-08/2020-12', null, 'd’août à décembre 2020', 'من آب إلى كانون الأول 2020'],
    [
      '2019-12/2020-01-03',
      null,
      'de décembre 2019 au 3 janvier 2020',
      'من كانون الأول 2019 إلى 3 كانون الثاني 2020',
    ],
    ['2020-12-26/..', null, 'depuis le 26 décembre 2020', 'منذ 26 كانون الأول 2020'],
    ['2020-12-22~/..', null, 'depuis le 22 décembre 2020 environ', 'منذ نحو 22 كانون الأول 2020'],
    [
      '../2020-12-26',
      null,
      'jusqu’au 26 décembre 2020, début inconnu',
      'حتى 26 كانون الأول 2020، البداية غير معروفة',
    ],
    [
      '../2020-12',
      null,
      'jusqu’en décembre 2020, début inconnu',
      'حتى كانون الأول 2020، البداية غير معروفة',
    ],
    [
      '../2020-12-26~',
      null,
      'jusque vers le 26 décembre 2020, début inconnu',
      'حتى نحو 26 كانون الأول 2020، البداية غير معروفة',
    ],
    [
      '2020-12-22~/2020-12-25',
      null,
      'début : vers le 22 décembre 2020 ; fin : 25 décembre 2020',
      'من نحو 22 كانون الأول 2020 إلى 25 كانون الأول 2020',
    ],
    [
      '2020-12-25/2020-12-26',
      'night',
      'nuit du 25 au 26 décembre 2020',
      'ليلة 25–26 كانون الأول 2020',
    ],
    [
      '2020-12-31',
      'night',
      'nuit du 31 décembre 2020 au 1er janvier 2021',
      'ليلة 31 كانون الأول 2020 – 1 كانون الثاني 2021',
    ],
    [
      '[2020-12-24,2020-12-25]',
      'night',
      'nuit du 24 au 25 ou du 25 au 26 décembre 2020',
      'ليلة 24–25 أو ليلة 25–26 كانون الأول 2020',
    ],
    ['2020-21~', null, 'vers le printemps 2020', 'نحو ربيع 2020'],
    ['2020-22?', null, 'peut-être à l’été 2020', 'ربما صيف 2020'],
    ['2020-12?', null, 'peut-être en décembre 2020', 'ربما كانون الأول 2020'],
    ['2020?', null, 'peut-être en 2020', 'ربما عام 2020'],
    ['2020/..', null, 'depuis 2020', 'منذ عام 2020'],
    ['[2020-12..]', null, 'au plus tôt en décembre 2020', 'في موعد لا يسبق كانون الأول 2020'],
    ['[..2020]', null, 'au plus tard en 2020', 'في موعد أقصاه عام 2020'],
    [
      '../2020-24',
      null,
      'jusqu’à l’hiver 2020, début inconnu',
      'حتى شتاء 2020، البداية غير معروفة',
    ],
    ['-0043', null, '44 av. J.-C.', '44 ق.م.'],
    ['-000X', null, 'entre 10 et 1 av. J.-C.', 'بين عامي 10 و1 ق.م.'],
    ['0079-08-24', null, '24 août 79 apr. J.-C.', '24 آب 79 م'],
    ['0079~', null, 'vers 79 apr. J.-C.', 'نحو عام 79 م'],
    ['0044-04-22~', null, 'vers le 22 avril 44 apr. J.-C.', 'نحو 22 نيسان 44 م'],
  ])('%s %s is “%s” in French and “%s” in Arabic', (date, time, inFrench, inArabic) => {
    expect(label(date, time, french)).toBe(inFrench);
    expect(label(date, time, arabic)).toBe(inArabic);
  });

  test.each([
    ['2020-12-25', null, '٢٥ ديسمبر ٢٠٢٠'],
    ['2020-12-25', '20:30', '٢٥ ديسمبر ٢٠٢٠، الساعة ٢٠:٣٠'],
    ['2020-12-25/2020-12-26', 'night', 'ليلة ٢٥–٢٦ ديسمبر ٢٠٢٠'],
    ['[2020-11,2020-12-25]', null, 'نوفمبر أو ٢٥ ديسمبر ٢٠٢٠'],
    ['202X', null, 'بين عامي ٢٠٢٠ و٢٠٢٩'],
  ])('%s %s is “%s” in a site with Arabic digits and Gregorian months', (date, time, expected) => {
    expect(label(date, time, gulf)).toBe(expected);
  });

  test('of an undated account are before its publication, or after it if still ahead', () => {
    const day = parseEdtf('2020-12-26')!;
    const say = (ahead: boolean, words: typeof french) =>
      boundLabel(day, ahead, words.dates).replace(/\u202F/gu, ' ');
    expect(say(false, french)).toBe('date non précisée ; avant la publication (26 décembre 2020)');
    expect(say(true, french)).toBe(
      'date non précisée ; n’avait pas encore eu lieu à la publication (26 décembre 2020)',
    );
    expect(say(false, arabic)).toBe('لم يُذكر تاريخ؛ قبل النشر في 26 كانون الأول 2020');
    expect(say(true, arabic)).toBe(
      'لم يُذكر تاريخ؛ لم يكن قد وقع حتى وقت النشر في 26 كانون الأول 2020',
    );
  });

  test('of another zone name that zone in the site’s language', () => {
    const when = createWhen(parseEdtf('2020-12-25')!, null, 'America/New_York');
    const say = (words: typeof french) => dateLabel(when, zone, words.dates, null);
    expect(say(french).replace(/\u202F/gu, ' ')).toBe('25 décembre 2020 (heure locale : New York)');
    expect(say(arabic)).toBe('25 كانون الأول 2020 بتوقيت نيويورك');
    expect(arabic.pages.site.zone(zone)).toContain('العراق');
    expect(french.pages.site.zone(zone)).toContain('Irak');
  });

  test('that end with what is unknown have an Arabic comma before further words', () => {
    const say = (date: string) => {
      const when = createWhen(parseEdtf(date)!, null, 'America/New_York');
      return dateLabel(when, zone, arabic.dates, null);
    };
    expect(say('2020-12-XX')).toBe('كانون الأول 2020، اليوم غير معروف، بتوقيت نيويورك');
    expect(say('../2020-12-26')).toBe('حتى 26 كانون الأول 2020، البداية غير معروفة، بتوقيت نيويورك');
    expect(arabic.dates.withPart('كانون الأول 2020، اليوم غير معروف', 'evening')).toBe(
      'كانون الأول 2020، اليوم غير معروف، مساءً',
    );
  });
});

describe('in tight spaces, dates', () => {
  const day = { year: 2020, month: 12, day: 25 };
  const next = { ...day, day: 26 };
  test.each([
    ['day', french.dates.short.day(day, 5, false), 'ven. 25 déc.'],
    ['day', arabic.dates.short.day(day, 5, false), 'الجمعة 25 ك1'],
    ['day', gulf.dates.short.day(day, 5, true), 'الجمعة ٢٥ ديسمبر ٢٠٢٠'],
    ['night', french.dates.short.night(day, next, false), 'nuit du 25 au 26 déc.'],
    ['range', french.dates.short.range(day, next, true), '25–26 déc. 2020'],
    ['range', arabic.dates.short.range(day, next, false), '25–26 ك1'],
    ['about', french.dates.short.about('25 avr.'), 'vers le 25 avr.'],
    ['until', french.dates.short.until('25 déc.'), 'jusqu’au 25 déc.'],
  ])('%s is “%s”', (_, said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('durations', () => {
  const far = (count: number, unit: 'day' | 'month' | 'year', about = false) => ({
    count,
    unit,
    about,
  });
  test.each([
    [far(0, 'day'), 'le même jour', 'في اليوم نفسه'],
    [far(1, 'day'), 'le lendemain', 'في اليوم التالي'],
    [far(2, 'day'), 'deux jours plus tard', 'بعد ذلك بيومين'],
    [far(11, 'day'), '11 jours plus tard', 'بعد ذلك بـ11 يوماً'],
    [far(1, 'month'), 'un mois plus tard', 'بعد ذلك بشهر'],
    [far(3, 'month', true), 'environ trois mois plus tard', 'بعد ذلك بنحو 3 أشهر'],
    [far(2, 'year'), 'deux ans plus tard', 'بعد ذلك بسنتين'],
  ])('%o is “%s” and “%s”', (distance, inFrench, inArabic) => {
    expect(french.dates.later(distance)).toBe(inFrench);
    expect(arabic.dates.later(distance)).toBe(inArabic);
  });
});

describe('counts', () => {
  test.each([
    [0, 'aucun événement', 'لا أحداث', 'لا أحداث'],
    [1, 'un événement', 'حدث واحد', 'حدث واحد'],
    [2, 'deux événements', 'حدثان', 'حدثان'],
    [3, 'trois événements', '3 أحداث', '٣ أحداث'],
    [10, '10 événements', '10 أحداث', '١٠ أحداث'],
    [11, '11 événements', '11 حدثاً', '١١ حدثاً'],
    [99, '99 événements', '99 حدثاً', '٩٩ حدثاً'],
    [100, '100 événements', '100 حدث', '١٠٠ حدث'],
    [103, '103 événements', '103 أحداث', '١٠٣ أحداث'],
  ])('of %i are “%s”, “%s” and “%s”', (count, inFrench, inArabic, inDigits) => {
    expect(french.pages.list.events(count)).toBe(inFrench);
    expect(arabic.pages.list.events(count)).toBe(inArabic);
    expect(gulf.pages.list.events(count)).toBe(inDigits);
  });

  test('of thousands are grouped in French by a no-break space', () => {
    expect(french.number(12_000)).toBe('12\u202F000');
  });
});

describe('Arabic has different words for one, two or more of the counted:', () => {
  test.each([
    [0, 0, 'لا أحداث، لم يرد أي منها في وسيلة إعلام أخرى.'],
    [1, 0, 'حدث واحد، لم يرد في وسيلة إعلام أخرى.'],
    [2, 0, 'حدثان، لم يرد أي منهما في وسيلة إعلام أخرى.'],
    [3, 0, '3 أحداث، لم يرد أي منها في وسيلة إعلام أخرى.'],
    [1, 1, 'حدث واحد، ورد في وسيلة إعلام أخرى أيضاً.'],
    [2, 1, 'حدثان، أحدهما في وسيلة إعلام أخرى أيضاً.'],
    [2, 2, 'حدثان، كل منهما في وسيلة إعلام أخرى أيضاً.'],
    [3, 1, '3 أحداث، أحدها في وسيلة إعلام أخرى أيضاً.'],
    [3, 2, '3 أحداث، اثنان منها في وسيلة إعلام أخرى أيضاً.'],
    [12, 12, '12 حدثاً، كل منها في وسيلة إعلام أخرى أيضاً.'],
  ])('%i events, %i of them shared', (events, shared, expected) => {
    expect(arabic.pages.article.count(events, shared, null)).toBe(expected);
  });

  test.each([
    [0, 0, 'لا أحداث من أصل 9، لم تنفرد بأي منها'],
    [1, 0, 'حدث واحد من أصل 9، لم تنفرد به'],
    [2, 0, 'حدثان من أصل 9، لم تنفرد بأي منهما'],
    [2, 1, 'حدثان من أصل 9، انفردت بأحدهما'],
    [2, 2, 'حدثان من أصل 9، انفردت بهما'],
    [5, 1, '5 أحداث من أصل 9، انفردت بواحد منها'],
    [5, 2, '5 أحداث من أصل 9، انفردت باثنين منها'],
    [5, 3, '5 أحداث من أصل 9، انفردت بـ3 منها'],
    [5, 5, '5 أحداث من أصل 9، انفردت بها كلها'],
  ])('%i events of nine, %i of them alone', (events, alone, expected) => {
    expect(arabic.pages.coverage.share(events, 9, alone)).toBe(expected);
  });
});

describe('French', () => {
  test.each([
    [french.pages.article.count(1, 0, null), 'Un événement, absent des autres médias.'],
    [french.pages.article.count(1, 1, null), 'Un événement, présent aussi dans un autre média.'],
    [french.pages.article.count(2, 1, 'Rudaw'), 'Deux événements, dont un aussi dans Rudaw.'],
    [
      french.pages.article.count(3, 3, null),
      'Trois événements, tous présents aussi dans un autre média.',
    ],
    [french.pages.coverage.share(1, 9, 0), '1 événement sur 9, également rapporté ailleurs'],
    [french.pages.coverage.share(1, 9, 1), '1 événement sur 9, qu’il est seul à rapporter'],
    [french.pages.coverage.share(2, 9, 2), '2 événements sur 9, qu’il est seul à rapporter'],
    [french.dates.lastingFrom('dans les années 2020'), 'depuis les années 2020'],
    [french.dates.lastingFrom('peut-être le 2 mai 2020'), 'peut-être depuis le 2 mai 2020'],
    [french.dates.lastingFrom('peut-être en mai 2020'), 'peut-être depuis mai 2020'],
    [french.dates.lastingFrom('peut-être au printemps 2020'), 'peut-être depuis le printemps 2020'],
    [french.dates.lastingFrom('peut-être à l’été 2020'), 'peut-être depuis l’été 2020'],
    [
      french.dates.lastingFrom('entre le 20 et le 29 mai 2020'),
      'depuis une date entre le 20 et le 29 mai 2020',
    ],
    [french.pages.embed.allEvents(0), 'Voir la page'],
    [french.pages.embed.allEvents(2), 'Les deux événements'],
  ])('“%s”', (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('possible events', () => {
  test('are counted apart from known ones', () => {
    expect(french.pages.list.eventsOf(2, 1)).toBe('2 événements, plus 1 possible');
    expect(arabic.pages.list.eventsOf(2, 1)).toBe('حدثان، وحدث محتمل');
    expect(arabic.pages.list.eventsOf(3, 3)).toBe('3 أحداث، و3 أحداث محتملة');
  });
});

describe('lists', () => {
  const said = (names: readonly string[], words: typeof french) =>
    words.pages.telling.side(names, words.certainties.reported.name, '');

  test('end in “et”, and in an و that is joined only to Arabic words', () => {
    expect(said(['Rudaw', 'VOA', 'Ahad'], french)).toBe('Rudaw, VOA et Ahad\u202F: rapporté.');
    expect(said(['رووداو', 'صوت أمريكا'], arabic)).toBe('رووداو وصوت أمريكا: منقول.');
    expect(said(['رووداو', 'Rudaw'], arabic)).toBe('رووداو و\u00A0Rudaw: منقول.');
    expect(said(['رووداو', '\u2068Rudaw\u2069'], arabic)).toBe(
      'رووداو و\u00A0\u2068Rudaw\u2069: منقول.',
    );
  });
});

describe('the text of a picture', () => {
  test('starts each sentence with a capital and ends it with one mark', () => {
    expect(
      french.pages.sharing.picture([
        '8 mai',
        '',
        'Il ferme\u202F!',
        'Source\u202F: X.',
        'contesté',
      ]),
    ).toBe('8 mai. Il ferme\u202F! Source\u202F: X. Contesté');
    expect(arabic.pages.sharing.picture(['8 أيار', 'من أمر؟', 'منقول.'])).toBe(
      '8 أيار. من أمر؟ منقول',
    );
  });
});

describe('quotation marks', () => {
  test('are those of the language, with different ones inside', () => {
    expect(french.pages.telling.disputedTitle('« Non », dit-il', 'X')).toBe(
      'Contesté\u202F: «\u202F“Non”, dit-il\u202F» (X)',
    );
    expect(arabic.pages.telling.disputedTitle('قال «لا»', 'س')).toBe('موضع خلاف: «قال “لا”» (س)');
  });
});

/** Returns every plain text of a table; the golden sites test composed texts. */
function listTexts(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  return typeof table === 'object' && table !== null
    ? Object.values(table).flatMap((value) => listTexts(value))
    : [];
}

describe('French punctuation', () => {
  test('has a no-break space before : ; ? ! and inside « »', () => {
    for (const text of listTexts(french.pages))
      expect(text).not.toMatch(/[ \p{L}](?:[;?!»]|:(?!\/))|«[^\u202F]/u);
  });
});

describe('the Arabic table', () => {
  /** Names of formats, programs and keys, which are in Latin letters also in Arabic. */
  const names =
    /\.json|\b(?:JavaScript|Tab|Atom|JSON(?: Feed)?|CC BY 4\.0|CSV|SQLite|sqlite3|archive\.sqlite|Datasette|TimelineJS 3|oEmbed|EDTF|ISO 8601-2|UTF-8|utf-8-sig|RFC 4180|pandas|Frictionless|Natural Earth|null|embed(?:\/days)?|[a-z]+\.(?:json|sqlite)|\.json|at|lead|titleBy|summary|dateChoices|earliest|latest|digits|months|parts|formerly|kind|N|M)(?![A-Za-z])/gu;

  test('has no words in other scripts, except names of formats and programs', () => {
    for (const text of listTexts({ ...arabic.pages, joints: null }))
      if (!text.startsWith('https:')) expect(text.replace(names, '')).not.toMatch(/[A-Za-z]/u);
  });
});
