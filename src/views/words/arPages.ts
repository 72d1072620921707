import type { WritingStyle } from '../../model/siteLanguages.ts';
import { createArData } from './arData.ts';
import { zoneName } from './arDates.ts';
import { createArabicGrammar, listed, nestQuotes } from './arGrammar.ts';
import { arCertainties } from './arCertainties.ts';
import { nouns } from './arNouns.ts';
import { joinSentences } from './joinSentences.ts';
import type { PageWords } from './words.ts';

/** What differs: outlets, those whom they cite, articles of one outlet, or claims within one article. */
const differing = {
  sources: 'تختلف المصادر',
  cited: 'يختلف من يُنقل عنهم',
  articles: 'تختلف المقالات',
  claims: 'تختلف الأقوال',
};

const semicolons = (texts: readonly string[]) => texts.join('؛ ');

const nothing = 'لا شيء';

/** Returns the Arabic texts of pages, except dates and certainties, with the site's digits. */
export function createArPages(style: WritingStyle): PageWords {
  const { number, counted } = createArabicGrammar(style);
  /** How many of the items just counted: “كل منهما”, “أحدها”, “3 منها”. */
  const someOf = (count: number, all: number) => {
    if (all < 2) return 'ورد';
    if (count === all) return all === 2 ? 'كل منهما' : 'كل منها';
    if (count === 1) return all === 2 ? 'أحدهما' : 'أحدها';
    return count === 2 ? 'اثنان منها' : `${number(count)} منها`;
  };
  /** None of the items just counted did something. */
  const noneOf = (all: number, one: string, any: string) =>
    all === 1 ? one : `${any} ${all === 2 ? 'منهما' : 'منها'}`;
  /** How many of its events only this outlet has. */
  const sayAlone = (events: number, alone: number) => {
    if (alone === 0) return noneOf(events, 'لم تنفرد به', 'لم تنفرد بأي');
    if (events === 1) return 'انفردت به';
    if (alone === events) return events === 2 ? 'انفردت بهما' : 'انفردت بها كلها';
    if (alone === 1) return events === 2 ? 'انفردت بأحدهما' : 'انفردت بواحد منها';
    return alone === 2 ? 'انفردت باثنين منها' : `انفردت بـ${number(alone)} منها`;
  };
  const andOthers = (count: number) => `والبقية (${number(count)})`;

  return {
    joints: { comma: '، ', semicolon: '؛ ', colon: ': ' },

    opening: (text) => text,

    site: {
      skip: 'انتقل إلى المحتوى',
      skipToTimeline: 'انتقل إلى التسلسل الزمني',
      navigation: 'الموقع',
      timeline: 'التسلسل الزمني',
      actors: 'الأطراف',
      articles: 'المقالات',
      sources: 'المصادر',
      places: 'الأماكن',
      about: 'عن الموقع',
      search: 'بحث',
      keys: 'اختصارات لوحة المفاتيح',
      changes: 'الجديد',
      corrections: 'التصحيحات',
      appearance: 'المظهر',
      appearances: {
        auto: 'بحسب الجهاز',
        light: 'فاتح',
        dark: 'داكن',
        contrast: 'تباين عالٍ',
      },
      zone: (zone) => `التواريخ بتوقيت ${zoneName(zone)} ما لم يُذكر غير ذلك.`,
      data: 'البيانات',
      feed: 'الخلاصات',
      calendar: 'التقويم',
    },

    marks: {
      label: 'درجة اليقين',
      dateDisputed: 'التاريخ موضع خلاف',
      differ: differing,
      oneSource: 'مصدر واحد',
      retracted: 'مسحوب',
      oneSide: 'أقوال من طرف واحد',
    },

    list: {
      sources: (count) => (count === 1 ? 'المصدر' : count === 2 ? 'المصدران' : 'المصادر'),
      events: (count) => counted(count, nouns.event),
      eventsOf: (count, possible) =>
        `${counted(count, nouns.event)}${possible === 0 ? '' : `، و${counted(possible, nouns.possibleEvent)}`}`,
      noEvents: 'لا أحداث بعد.',
      others: 'آخرون',
      within: (place) => place,
      laterName: (name) => name,
      articles: (count) => counted(count, nouns.article),
      years: 'كل السنوات',
      months: 'بحسب الشهر',
      newest: 'آخر الأحداث. للمزيد، اختر سنة:',
      more: andOthers,
      byId: 'القائمة الكاملة بالترتيب الأبجدي',
      startsWith: (prefix) => `${prefix}…`,
      count: number,
      noneLeft: 'لم يعد هنا ما يبدأ بهذه الأحرف.',
      linked: 'كل ما يرتبط به',
      morePoints: (count) => `وبقية النقاط (${number(count)}) في الروايات.`,
      left: (count) => `لم يُدرج هنا الباقي (${number(count)})؛ تجده بالبحث أو في البيانات:`,
      part: (owner, period) => `${owner}، ${period}`,
      emptied: 'لم يعد هناك حدث يقع تاريخه في هذه الفترة.',
    },

    home: {
      stateOfPlay: 'آخر ما نعرفه',
      differ: 'أين تختلف الروايات',
      whetherItHappened: 'هل وقع ذلك؟',
      whenItHappened: 'متى وقع ذلك؟',
      whereItHappened: 'أين وقع ذلك؟',
      ofEvent: (question, event) => `${event}: ${question}`,
      ofActor: (point, actor) => `${actor}: ${point}`,
      moreAnswers: (count) => `و${counted(count, nouns.answer)}`,
      alsoDiffer: 'وتختلف أيضاً في:',
      moreDifferences: (count) => `${counted(count, nouns.difference)} في صفحات الأحداث.`,
      who: 'أبرز الأطراف',
      statements: (count) => (count === 1 ? 'تصريح' : count === 2 ? 'تصريحان' : 'تصريحات'),
      background: 'خلفية الأحداث',
      happened: 'ما حدث',
      ahead: 'ما لم يكن قد وقع عند صدور المقالات',
      eachDay: 'الأحداث يوماً بيوم',
      eachMonth: 'الأحداث شهراً بشهر',
      cells: (events) => counted(events, nouns.event),
      when: 'التاريخ',
      where: 'المكان',
    },

    key: {
      title: 'أبرز الأحداث',
      night: 'ليلاً',
      next: 'لم يقع بعد',
      others: 'آخرون',
      oneOf: 'في أحد هذه الأيام',
      legend: {
        full: 'مؤكد: شوهد وقوعه أو أعلنه من قام به',
        said: 'تصريح',
        half: 'منقول',
        dashed: 'غير متحقق منه',
        crossed: 'موضع خلاف',
        barred: 'نفي',
        ahead: 'لم يقع بعد',
      },
      bars: {
        oneOf: 'في أحد هذه الأيام',
        about: 'في حدود هذه الأيام',
        open: 'البداية أو النهاية غير معروفة',
        lasting: 'امتد على مدى هذه الأيام',
      },
      tie: 'يشمل هذا الطرف أيضاً',
      oneNight: 'ليلة واحدة: الأبعد يساراً هو اللاحق، إن عُرف الترتيب',
    },

    event: {
      howDated: 'عن هذا التاريخ',
      timesDiffer: {
        sources: 'تذكر المصادر أوقاتاً مختلفة.',
        articles: 'تذكر المقالات أوقاتاً مختلفة.',
        claims: 'ذُكرت أوقات مختلفة.',
      },
      where: 'المكان',
      placesDiffer: (who) => `${differing[who]}:`,
      involved: 'الأطراف',
      named: 'وردت أسماؤهم',
      mentioned: 'ورد ذكرهم',
      howSure: 'درجة اليقين',
      ground: 'ما يستند إليه',
      headline: 'عن العنوان',
      follows: 'ما قبله',
      followedBy: 'ما بعده',
      notDone: 'لا يذكر أي من المصادر هنا أنه وقع.',
      sources: 'المصادر',
      alsoSpeak: 'ورد ذكره أيضاً في',
      differ: (isAmongOutlets) => (isAmongOutlets ? 'أين تختلف المصادر' : 'أين يختلف من يُنقل عنهم'),
      otherPoints: 'نقاط أخرى',
      agree: 'ما تقوله المصادر، نقطة بنقطة',
      status: (certainty, outlets, only) => {
        const { by } = arCertainties[certainty];
        if (only === null) return `${by} ${counted(outlets, nouns.ofOutlets)}.`;
        if (certainty === 'purported') return `غير متحقق منه. ورد في ${only} فقط.`;
        const isTold = ['confirmed', 'reported', 'denied'].includes(certainty);
        return `${by} ${only}${isTold ? ' فقط' : ''}.`;
      },
      differOn: (isAmongOutlets) => (isAmongOutlets ? 'تختلف المصادر في' : 'يختلف من يُنقل عنهم في'),
      pointsOf: (points) => counted(points, nouns.ofPoints),
      disagree: (outlets) =>
        `خلاف بين ${counted(outlets, nouns.ofOutlets)} على ما إذا كان ذلك قد وقع.`,
      noSide: 'موضع خلاف. لا ينحاز هذا الموقع إلى أي طرف؛ ووسائل الإعلام مرتبة أبجدياً.',
      ifItHappened: 'إن كان قد وقع',
      notIn: (outlets) => `لم يرد في: ${listed('and', outlets)}.`,
      stance: (source, certainty) => `${source}: ${certainty}`,
      page: 'هذه الصفحة',
      facts: 'معلومات',
      eachDate: 'ما يذكره كل مصدر',
      history: (corrections) => `${counted(corrections, nouns.correction)}.`,
      partOf: 'جزء من',
      parts: 'أجزاؤه',
      accounts: (count) => (count === 1 ? 'ما يقوله المصدر' : 'ما يقوله كل مصدر'),
      readAccounts: (count) => `اقرأ الروايات كلها (${number(count)})`,
      unknown: 'ما لا نعرفه',
      neighbours: 'قبله وبعده',
      previous: 'السابق',
      next: 'التالي',
      apart: (which, date) => (date === null ? which : `${which} · ${date}`),
    },

    dateFigure: {
      possible: 'التواريخ المحتملة',
      disputed: 'التاريخ موضع خلاف',
      before: (date) => `قبله: ${date}`,
      after: (date) => `بعده: ${date}`,
      words: (source, words) => `${source}: «${nestQuotes(words)}»`,
    },

    telling: {
      disputedTitle: (title, source) => `موضع خلاف: «${nestQuotes(title)}» (${source})`,
      said: (source, sentence) => `${source}: ${sentence}`,
      side: ([first = '', ...others], certainty, sentence) =>
        sentence === ''
          ? `${listed('and', [first, ...others])}: ${certainty}.`
          : `${first} (${certainty}${others.length > 0 ? `؛ وكذلك ${listed('and', others)}` : ''}): ${sentence}`,
      also: 'وكذلك',
      who: (groups) => {
        const said = groups.map(({ certainty, names, more }) => {
          const all = more > 0 ? [...names, counted(more, nouns.ofOtherSources)] : names;
          return `${arCertainties[certainty].by} ${listed('and', all)}`;
        });
        return `${semicolons(said)}.`;
      },
      deniedBefore: (date) => `نُفي قبل موعده، في ${date}`,
      ruled: (certainty) => `بتقدير المحرر: ${certainty}.`,
      plan: (source, certainty) => `${source}، ${certainty}`,
      before: (plans) => `في وقت سابق: ${semicolons(plans)}.`,
      ahead: (plans) => `لم يكن قد وقع حتى وقت النشر: ${semicolons(plans)}.`,
    },

    dating: {
      ruling: 'حدده المحرر.',
      disputed: {
        sources: 'تتعارض تواريخ المصادر.',
        articles: 'تتعارض تواريخ المقالات.',
        claims: 'التواريخ المذكورة متعارضة.',
      },
      onlyAccount: (source) => `بحسب ${source}، المصدر الوحيد.`,
      together: 'لا يتعارض مع أي مصدر.',
      from: (sources, others) => `بحسب ${semicolons([listed('and', sources), ...others])}.`,
      consistent: 'لا يتعارض مع أي مصدر',
      doesNotFit: (sources) => `لا يوافقه ما يذكره ${listed('and', sources)}`,
      planned: (source, when) =>
        `${source}: كان مخططاً له في ${{ earlier: 'موعد أبكر', later: 'موعد لاحق', other: 'موعد آخر' }[when]}`,
      account: (source, date) => `${source}: ${date}.`,
    },

    basis: {
      stated: 'هذا التاريخ مذكور في المقال.',
      reckoned: (published) => `مستنتج من نص المقال وتاريخ نشره: ${published}.`,
      record: 'التاريخ مأخوذ من السجلات العامة.',
      estimate: 'التاريخ تقدير من المحرر.',
      printed: (dateline) => `المكان والتاريخ كما نُشرا: «${nestQuotes(dateline)}».`,
      ownWords: 'جاء في المقال',
      summary: 'عن هذا التاريخ',
    },

    ground: {
      oneArticle: 'مقال واحد من وسيلة إعلام واحدة.',
      oneSource: (articles) => `${counted(articles, nouns.article)} من وسيلة إعلام واحدة.`,
      retold: 'مصدر مستقل واحد؛ وبقية المقالات تنقل عنه.',
      independent: (articles, sources) =>
        `${counted(articles, nouns.article)} من ${counted(sources, nouns.ofOutlets)}.`,
      partlyIndependent: (articles, sources, witnesses) =>
        `${counted(articles, nouns.article)} من ${counted(sources, nouns.ofOutlets)}، ${counted(witnesses, nouns.independent)}.`,
      oneSide: ({ name, isSide }) =>
        isSide ? `ما قيل عنه صادر عن طرف واحد: ${name}.` : `المصدر الوحيد لما قيل عنه: ${name}.`,
      firstReported: (date, sources) =>
        sources.length === 0
          ? `أول ذكر له: ${date}.`
          : `أول من أورده (${date}): ${listed('and', sources)}.`,
      dayNotKnown: (sources) => `يوم النشر غير معروف: ${listed('and', sources)}.`,
      retracted: (sources) => `سُحب لاحقاً: ${listed('and', sources)}.`,
      added: (date) => `أضيف في ${date}.`,
    },

    account: {
      when: 'متى',
      published: (date) => `نُشر: ${date}`,
      timesDiffer: 'الوقت موضع خلاف',
      howSure: 'درجة اليقين',
    },

    accounts: {
      title: (event, published) =>
        published === null ? `${event}: الروايات` : `${event}: الروايات المنشورة (${published})`,
      of: 'ما يقوله كل مصدر عن حدث واحد:',
      all: 'كل الروايات',
      byPublication: 'بحسب تاريخ النشر',
      count: (count) => counted(count, nouns.account),
      emptied: 'لم تعد هناك رواية منشورة في هذه الفترة.',
    },

    statements: {
      says: ': ',
      about: 'عن:',
      ourTranslation: '(ترجمتنا)',
      withdrawn: (date) => `سحبه المصدر في ${date}.`,
      answered: (answer, says) => `${answer}. ${says}`,
      inSource: (source) => `نقلاً عن ${source}`,
      paraphrased: 'بتصرف، عن',
      more: (count) => `${counted(count, nouns.earlierStatement)} في صفحات المقالات.`,
    },

    tellers: {
      ofDay: (source, published) => `${source}، ${published}`,
      ofTitle: (source, title) => `${source}، «${nestQuotes(title)}»`,
    },

    points: {
      point: 'النقطة',
      differ: differing,
      oneSide: ({ name, isSide }) => (isSide ? `بحسب طرف واحد: ${name}` : `القائل الوحيد: ${name}`),
      apart: (names) => `تتفق وسائل الإعلام، ويخالفها: ${listed('and', names)}`,
      press: 'وسيلة إعلام',
      unnamed: 'مصدر لم يُسمَّ',
      silent: 'لم يتطرق إلى ذلك',
      speaks: (speaker, source) => (speaker === source ? source : `${speaker}، نقلاً عن ${source}`),
      caption: 'ما يقوله كل مصدر، نقطة بنقطة',
    },

    actor: {
      kinds: {
        person: 'شخص',
        organisation: 'جماعة أو منظمة',
        'state-body': 'جهة رسمية',
        outlet: 'وسيلة إعلام',
      },
      description: 'الأشخاص والجماعات في هذه القصة.',
      belongsTo: 'ينتمي إلى',
      leads: 'على رأس',
      spellings: 'كتابة الاسم في المصادر',
      unused: 'لم يرد في المقالات المقروءة',
      ownWords: 'تسمية وضعها هذا الموقع',
      namedAs: 'الاسم الوارد في المقالات',
      via: (source) => `نقلاً عن ${source}`,
      namedBy: (name, givers) =>
        givers.length === 0 ? name : `${name}: الاسم بحسب ${listed('and', givers)}`,
      namedIn: 'ورد اسمه لدى آخرين',
      involved: 'أحداث كان طرفاً فيها',
      mentionedIn: 'ورد ذكره في',
      said: (name) => `أقوال ${name}`,
      claimed: (name) => `ما قيل عن ${name}`,
      facts: 'معلومات وأسماء',
      mentioned: (count) => `ورد ذكره في ${counted(count, nouns.ofEvents)}`,
      often: (names) => `أكثر ما يرد مع ${listed('and', names)}`,
      appearsWith: 'يرد اسمه مع',
      together: (count) => counted(count, nouns.event),
    },

    article: {
      count: (events, shared, other) =>
        shared === 0
          ? `${counted(events, nouns.event)}، ${noneOf(events, 'لم يرد', 'لم يرد أي')} في وسيلة إعلام أخرى.`
          : `${counted(events, nouns.event)}، ${someOf(shared, events)} في ${other ?? 'وسيلة إعلام أخرى'} أيضاً.`,
      also: 'وكذلك',
      facts: 'عن المقال',
      date: 'التاريخ',
      whole: 'ما يقوله المقال إجمالاً',
      ahead: 'ما لم يقع بعد، بحسب المقال',
      happened: 'وقع، بحسب',
      dateFrom: (sources) =>
        sources.length === 0 ? 'حدده المحرر' : `التاريخ بحسب ${listed('and', sources)}`,
      byEditor: 'حدده المحرر',
      by: 'الكاتب',
      datelined: 'كُتب في',
      printedDateline: 'المكان والتاريخ كما نُشرا',
      howDated: 'عن هذا التاريخ',
      updated: 'آخر تحديث',
      readAt: 'المقال الأصلي',
      archived: 'نسخة مؤرشفة',
      via: 'النسخة المقروءة',
      drawsOn: 'ينقل عن',
      description: 'المقالات التي بُني عليها هذا التسلسل الزمني.',
      translated: (title) => `${title} (ترجمتنا)`,
      describe: ({ source, published, title, translation }) =>
        `${source}، ${published}: ${title}${translation === null ? '' : ` – ${translation} (ترجمتنا)`}`,
      newest: 'أحدث المقالات؛ وكلها في صفحات مصادرها.',
    },

    source: {
      kind: 'النوع',
      facts: 'عن وسيلة الإعلام',
      url: 'الموقع الإلكتروني',
      articles: 'المقالات المقروءة',
      events: 'الأحداث التي غطاها',
      moreEvents: (count) => `${counted(count, nouns.earlierEvent)} في صفحات المقالات.`,
      none: 'لا مقالات له في هذا التسلسل الزمني بعد.',
      description: 'وسائل الإعلام التي بُني على مقالاتها هذا التسلسل الزمني.',
    },

    place: {
      in: 'جزء من',
      around: 'يضم',
      alsoWritten: 'يُكتب أيضاً',
      facts: 'عن المكان',
      events: 'ما حدث هنا',
      noEvents: 'لا أحداث هنا.',
      mentionedIn: 'ورد ذكره في',
      description: 'أماكن هذه القصة.',
      counts: 'يشمل عدد كل مكان ما وقع في الأماكن التي ضمنه.',
    },

    coverage: {
      each: 'ما أوردته كل وسيلة إعلام',
      title: 'تغطية وسائل الإعلام',
      own: 'مقارنة بوسائل الإعلام الأخرى',
      see: 'انظر تغطية وسائل الإعلام',
      summary: (counts) =>
        `${listed('and', [
          counted(counts.outlets, nouns.outlet),
          counted(counts.articles, nouns.article),
          counted(counts.events, nouns.event),
        ])}. الأحداث التي أوردتها وسيلة واحدة فقط: ${number(counts.byOne)}، والتي أوردتها ${counts.outlets === 2 ? 'الوسيلتان معاً' : 'الوسائل كلها'}: ${number(counts.byAll)}.`,
      articles: (count) => counted(count, nouns.article),
      share: (events, all, alone) =>
        `${counted(events, nouns.event)} من أصل ${number(all)}، ${sayAlone(events, alone)}`,
      only: 'هنا فقط:',
      leavesOut: 'لم يرد هنا:',
      nothing,
      more: (count) => `؛ وغيرها (${number(count)})`,
      moreLeftOut: (count) => `؛ وغيرها (${number(count)}) مما أوردته وسيلتا إعلام أو أكثر`,
      otherOnly: (count, other) =>
        count === 0 ? nothing : `${counted(count, nouns.event)} لدى ${other} فقط`,
      haveIt: (count) => `لدى ${counted(count, nouns.ofOutlets)}`,
      event: 'الحدث',
      outlets: 'الوسائل',
      caption: 'الأحداث في الصفوف ووسائل الإعلام في الأعمدة؛ وفي كل خانة درجة اليقين لدى الوسيلة',
      onlyHere: (certainty) => `${certainty}، هنا فقط`,
      others: (count) => `غيرها (${number(count)})`,
      some: (shown, all) =>
        `الأحداث الأكثر وروداً في وسائل الإعلام: ${number(shown)} من أصل ${number(all)}.`,
      no: 'لا رواية',
      key: {
        alone: 'انفردت به',
        shared: 'لدى غيرها أيضاً',
        none: 'لم يرد',
        only: 'هذه الوسيلة فقط',
        joins: 'نقلته الوسائل التي يصل بينها الخط',
        ahead: 'لم يقع بعد',
      },
    },

    map: {
      title: 'المكان',
      events: (count) => counted(count, nouns.event),
      reportedFrom: (outlets) => `تقارير من هنا: ${listed('and', outlets)}`,
      describe: (places) => `خريطة: ${semicolons(places)}.`,
      withNote: (place, note) => `${place}، ${note}`,
      notShown: (places) => `خارج الخريطة: ${semicolons(places)}.`,
      distance: (kilometres) =>
        kilometres < 1 ? `${number(kilometres * 1000)} م` : `${number(kilometres)} كم`,
      detail: 'عن قرب: المواقع وحدها، من دون الشوارع.',
      countedWith: (place, others) => `يُحسب ضمن ${place}: ${others.join('، ')}.`,
      borders: 'الخريطة: Natural Earth. تبيّن الحدود من يسيطر على المنطقة، لا من يطالب بها.',
    },

    filter: {
      legend: 'تصفية',
      facets: { actor: 'الطرف', source: 'المصدر', place: 'المكان', certainty: 'درجة اليقين' },
      any: 'الكل',
      order: 'الترتيب',
      oldest: 'من الأقدم إلى الأحدث',
      newest: 'من الأحدث إلى الأقدم',
      remove: 'إزالة',
      shown: 'المعروض: N من أصل M',
    },

    search: {
      title: 'بحث',
      description: 'ابحث عن الأحداث والأطراف والمقالات، أياً كانت طريقة كتابة الاسم.',
      label: 'ابحث عن اسم أو حدث، أياً كانت طريقة كتابته',
      kinds: { actors: 'الأطراف', events: 'الأحداث', articles: 'المقالات', pages: 'الصفحات' },
      none: 'لا نتائج.',
      failed: 'تعذر تحميل البحث.',
      withoutScript: 'يتطلب البحث تفعيل JavaScript. من دونه يمكنك التصفح من هنا:',
    },

    keys: {
      title: 'اختصارات لوحة المفاتيح',
      description: 'اختصارات لوحة المفاتيح في هذا الموقع.',
      intro:
        'يمكن الوصول إلى كل الروابط بمفتاح Tab. هذه الاختصارات معطلة إلى أن تفعّلها، ولا تعمل أثناء الكتابة في حقل.',
      on: 'تفعيل اختصارات لوحة المفاتيح',
      key: 'المفتاح',
      does: 'الوظيفة',
      list: {
        j: 'الحدث التالي في القائمة؛ وفي صفحة حدث: الحدث الذي يليه',
        k: 'الحدث السابق',
        '/': 'صفحة البحث',
      },
    },

    period: {
      happened: 'ما حدث',
      emptied: 'لم يعد هناك حدث يقع تاريخه في هذه الفترة.',
      continuing: 'بدأ قبلها وامتد إليها',
      possible: {
        day: 'ربما في هذا اليوم',
        month: 'ربما في هذا الشهر',
        year: 'ربما في هذه السنة',
      },
      description: (period) => `الأحداث: ${period}`,
    },

    history: {
      retracted: 'مسحوب',
      on: 'في',
      corrections: 'التصحيحات',
      description: 'تصحيحاتنا، الأحدث أولاً.',
      none: 'لا تصحيحات بعد.',
      count: (count) => counted(count, nouns.correction),
      lastCorrected: (date) => `آخر تصحيح في ${date}.`,
      neverCorrected: 'لا تصحيحات.',
    },

    changes: {
      title: 'الجديد',
      description: 'ما أضيف وما صُحح، يوماً بيوم.',
      intro: 'الأحدث أولاً. لكل يوم رابط خاص به: احفظه لتعرف ما استجد منذ ذلك اليوم.',
      none: 'لا جديد بعد.',
      toDay: 'رابط هذا اليوم',
      events: (count) => counted(count, nouns.newEvent),
      accounts: (count) => `${counted(count, nouns.newAccount)} لأحداث سابقة`,
      corrections: 'تصحيحات وحالات سحب',
      account: (source) => `المصدر: ${source}`,
      earlier: 'ما قبل ذلك',
      inShort: (counts) =>
        listed('and', [
          ...(counts.events > 0 ? [counted(counts.events, nouns.event)] : []),
          ...(counts.accounts > 0 ? [counted(counts.accounts, nouns.account)] : []),
          ...(counts.corrections > 0 ? [counted(counts.corrections, nouns.correction)] : []),
        ]),
      more: (count) => `والباقي (${number(count)}) في صفحات المقالات.`,
    },

    cite: {
      title: { event: 'الرابط الدائم والاستشهاد والتضمين', article: 'الرابط الدائم والاستشهاد' },
      permalink: 'الرابط الدائم:',
      copy: 'نسخ',
      copied: 'نُسخ',
      toAccount: 'رابط هذه الرواية',
      toClaim: 'رابط هذا القول',
      toQuotation: 'رابط هذا الاقتباس',
      plain: 'نص عادي',
      wikipedia: 'ويكيبيديا',
      files: 'في ملف:',
      dated: (label, written) => `تاريخ الحدث: ${label} (${written}).`,
      published: (label) => `تاريخ النشر: ${label}.`,
      translated: (title) => `ترجمتنا للعنوان: ${title}.`,
      via: (name) => `قُرئ في نسخة ${name}.`,
      digest: (url) => `الملخص: ${url}`,
      event: ({ title, site, added, dated, url }) =>
        `«${nestQuotes(title)}». ${site}، ${added}. ${dated} ${url}`,
      article: ({
        by,
        title,
        source,
        published,
        translation,
        via,
        url,
        accessed,
        archived,
        digest,
      }) => [
        ...(by === null ? [] : [by, '. ']),
        '«',
        title,
        translation === null ? '». ' : `» [ترجمتنا: «${translation}»]. `,
        source,
        `، ${published}.`,
        [
          '',
          ...(via === null ? [] : [`نقلاً عن نسخة ${via}.`]),
          ...(url === null ? [] : [url]),
          ...(accessed === null ? [] : [`(اطُّلع عليه في ${accessed}).`]),
          ...(archived === null ? [] : [`الأرشيف: ${archived}`]),
          `الملخص: ${digest}`,
        ].join(' '),
      ],
    },

    sharing: {
      dateCorrected: 'صُحح التاريخ المطبوع',
      dateWorkedOut: 'تاريخ مستنتج',
      andMore: andOthers,
      picture: joinSentences,
    },

    gone: {
      moved: 'انتقلت هذه الصفحة إلى عنوان آخر',
      nowAt: 'عنوانها الجديد:',
      noAccount: 'لم تعد في هذا الموقع رواية عنه. بقي العنوان كي تظل الروابط المؤدية إليه صالحة.',
    },

    missing: {
      title: 'الصفحة غير موجودة',
      text: 'لا توجد صفحة بهذا العنوان. تحقق منه، أو جرّب:',
    },

    about: {
      title: (site) => `عن ${site}`,
      privacy: 'الخصوصية',
      more: 'المزيد عن هذا الموقع',
      counts: (host) =>
        `يحمّل الموقع برنامجاً من ${host} لإحصاء الزيارات؛ وسياسة الخصوصية لدى ذلك المضيف تبيّن ما يجمعه.`,
      keepsAppearance: 'إذا اخترت مظهراً أو فعّلت الاختصارات حفظ متصفحك ذلك، ولا يُرسل شيء.',
      keepsNothing:
        'لا يستخدم الموقع ملفات تعريف الارتباط، ولا يحصي الزيارات، ولا يحمّل شيئاً من مواقع أخرى. إذا اخترت مظهراً أو فعّلت الاختصارات حفظ متصفحك ذلك، ولا يُرسل شيء.',
    },

    embed: {
      code: 'لتضمين هذا الحدث، الصق هذه الشيفرة في صفحة؛ وفي صفحة البيانات خيارات أخرى.',
      of: (site) => `من ${site}`,
      title: (page, site) => `${page} (بطاقة) – ${site}`,
      asOf: (date) => `حتى ${date}`,
      lastEvents: 'آخر الأحداث',
      allEvents: (count) => (count === 0 ? 'الصفحة كاملة' : `كل الأحداث (${number(count)})`),
      sources: (names) =>
        `${names.length === 1 ? 'المصدر' : names.length === 2 ? 'المصدران' : 'المصادر'}: ${listed('and', names)}.`,
      timeline: (site) => `التسلسل الزمني: ${site}`,
      noEvents: 'لا أحداث بعد.',
      whole: 'الرواية كاملة',
    },

    ...createArData(style),
  };
}
