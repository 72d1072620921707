import type { WritingStyle } from '../../model/siteLanguages.ts';
import { createArData } from './arData.ts';
import { zoneName } from './arDates.ts';
import { createArabicGrammar, listed, nestQuotes } from './arGrammar.ts';
import { nouns } from './arNouns.ts';
import type { PageWords } from './words.ts';

/** What comes before the names of those who say how surely something happened. */
const holders = {
  confirmed: 'مؤكد بحسب',
  reported: 'منقول عن',
  purported: 'غير متحقق منه، بحسب',
  denied: 'منفي بحسب',
  due: 'مرتقب بحسب',
  announced: 'معلن بحسب',
  planned: 'مقرر بحسب',
  threatened: 'تهديد بحسب',
};

/** What differs: outlets, articles of one outlet, or claims within one article. */
const differing = {
  sources: 'المصادر تختلف',
  articles: 'المقالات تختلف',
  claims: 'الأقوال تختلف',
};

const semicolons = (texts: readonly string[]) => texts.join('؛ ');

const nothing = 'لا شيء';

/** Returns what the pages say in Arabic, but for dates and certainties, in the digits of the site. */
export function createArPages(style: WritingStyle): PageWords {
  const { number, counted } = createArabicGrammar(style);
  const andOthers = (count: number) => `وغيرها (${number(count)})`;

  return {
    joints: { comma: '، ', semicolon: '؛ ', colon: ': ' },

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
        auto: 'مظهر الجهاز',
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
      oneSide: 'قول طرف واحد',
    },

    list: {
      sources: (count) => (count === 1 ? 'المصدر' : count === 2 ? 'المصدران' : 'المصادر'),
      events: (count) => counted(count, nouns.event),
      eventsOf: (count, possible) =>
        `${counted(count, nouns.event)}${possible === 0 ? '' : `، منها ${counted(possible, nouns.possible)}`}`,
      noEvents: 'لا أحداث بعد.',
      others: 'آخرون',
      within: (place) => `في ${place}`,
      articles: (count) => counted(count, nouns.article),
      years: 'كل السنوات',
      months: 'بحسب الشهر',
      newest: 'أحدث الأحداث. للمزيد اختر سنة:',
      more: andOthers,
      byId: 'القائمة الكاملة بالترتيب الأبجدي',
      startsWith: (prefix) => `${prefix}…`,
      count: number,
      noneLeft: 'لم يعد هنا ما يبدأ بهذا.',
      linked: 'كل ما يرتبط به',
      morePoints: (count) => `نقاط أخرى في الروايات: ${number(count)}.`,
      left: (count) =>
        `لم تُدرج هنا مواد أخرى (${number(count)}). تجدها بالبحث وفي البيانات وحيثما ذُكرت:`,
      part: (owner, period) => `${owner}، ${period}`,
      emptied: 'لم يعد أي حدث مؤرخاً بهذه الفترة.',
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
      moreDifferences: (count) => `${counted(count, nouns.difference)} في صفحات الأحداث.`,
      who: 'من هم',
      background: 'ما سبق ذلك',
      happened: 'ماذا حدث',
      ahead: 'ما لم يقع بعد عند صدور المقالات',
      eachDay: 'الأحداث يوماً بيوم',
      eachMonth: 'الأحداث شهراً بشهر',
      cells: (events) => counted(events, nouns.event),
      when: 'التاريخ',
      where: 'المكان',
    },

    key: {
      title: 'أبرز الأحداث',
      night: 'ليلاً',
      next: 'ما سيأتي',
      others: 'آخرون',
      oneOf: 'في أحد هذه الأيام',
      legend: {
        full: 'مؤكد: شوهد أو صرّح به أصحابه',
        half: 'منقول',
        dashed: 'لم يُتحقق منه',
        crossed: 'موضع خلاف',
        barred: 'منفي',
        ahead: 'سيأتي',
      },
      bars: {
        oneOf: 'في أحد هذه الأيام',
        about: 'نحو هذه الأيام',
        open: 'البداية أو النهاية غير معروفة',
        lasting: 'استمر',
      },
      oneNight: 'ليلة واحدة: كلما اتجهنا يساراً كان الحدث لاحقاً، إن عُرف ذلك',
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
      ground: 'استناداً إلى',
      headline: 'عن العنوان',
      follows: 'ما قبله',
      followedBy: 'ما بعده',
      notDone: 'لا يقول أي مصدر هنا إن ذلك وقع.',
      sources: 'المصادر',
      alsoSpeak: 'ورد ذكره أيضاً في',
      differ: 'أين تختلف المصادر',
      agree: 'ما تقوله المصادر نقطة بنقطة',
      status: (certainty, outlets) => `${holders[certainty]} ${counted(outlets, nouns.ofOutlets)}.`,
      differOn: (outlets) => (outlets > 1 ? 'تختلف المصادر على' : 'يختلف من تنقل عنهم على'),
      pointsOf: (points) => counted(points, nouns.ofPoints),
      disagree: (outlets) => `خلاف بين ${counted(outlets, nouns.ofOutlets)} على وقوع ذلك أصلاً.`,
      noSide: 'موضع خلاف. لا ينحاز هذا الموقع إلى أحد؛ وسائل الإعلام مرتبة أبجدياً.',
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
      readAccounts: (count) => `قارن بين الروايات (${number(count)})`,
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
          return `${holders[certainty]} ${listed('and', all)}`;
        });
        return `${semicolons(said)}.`;
      },
      deniedBefore: (date) => `نُفي قبل وقوعه، في ${date}`,
      ruled: (certainty) => `حدده المحرر: ${certainty}.`,
      plan: (source, certainty) => `${source}، ${certainty}`,
      before: (plans) => `قبل ذلك: ${semicolons(plans)}.`,
      ahead: (plans) => `لم يقع بعد عند النشر: ${semicolons(plans)}.`,
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
        `${source}: كان مقرراً ${{ earlier: 'في وقت أبكر', later: 'في وقت لاحق', other: 'في وقت آخر' }[when]}`,
      account: (source, date) => `${source}: ${date}.`,
    },

    basis: {
      stated: 'المقال يذكر هذا التاريخ.',
      reckoned: (published) => `مستنتج من نص المقال وتاريخ نشره: ${published}.`,
      record: 'التاريخ من السجلات العامة.',
      estimate: 'تقدير المحرر.',
      printed: (dateline) => `ترويسة المقال: «${nestQuotes(dateline)}».`,
      ownWords: 'نص المقال',
      summary: 'عن هذا التاريخ',
    },

    ground: {
      oneArticle: 'مصدر واحد فقط: مقال واحد.',
      oneSource: (articles) => `مصدر واحد فقط، في ${counted(articles, nouns.ofArticles)}.`,
      retold: 'مصدر مستقل واحد: المقالات الأخرى تنقل عنه.',
      independent: (articles, sources) =>
        `${counted(articles, nouns.article)} من ${counted(sources, nouns.ofOutlets)}.`,
      partlyIndependent: (articles, sources, witnesses) =>
        `${counted(articles, nouns.article)} من ${counted(sources, nouns.ofOutlets)}، ${counted(witnesses, nouns.independent)}.`,
      oneSide: (side) => `قول طرف واحد: ${side}.`,
      firstReported: (date, sources) =>
        `أول ذكر له: ${date}${sources.length === 0 ? '' : `، ${listed('and', sources)}`}.`,
      dayNotKnown: (sources) => `يوم النشر غير معروف: ${listed('and', sources)}.`,
      retracted: (sources) => `سُحب لاحقاً: ${listed('and', sources)}.`,
      added: (date) => `أضيف في ${date}.`,
    },

    account: {
      dated: (date) => `${date}.`,
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
      withdrawn: (date) => `سحبه المصدر، ${date}.`,
      inSource: (source) => `نقلاً عن ${source}`,
      more: (count) => `${counted(count, nouns.earlierStatement)}.`,
    },

    tellers: {
      ofDay: (source, published) => `${source}، ${published}`,
      ofTitle: (source, title) => `${source}، «${nestQuotes(title)}»`,
    },

    points: {
      point: 'النقطة',
      differ: differing,
      oneSide: (side) => `قول طرف واحد: ${side}`,
      press: 'وسيلة إعلام',
      unnamed: 'مصدر لم يُسمَّ',
      silent: 'لا يذكر ذلك',
      speaks: (speaker, source) => (speaker === source ? source : `${speaker}، نقلاً عن ${source}`),
      caption: 'من يقول ماذا، نقطة بنقطة',
    },

    actor: {
      kinds: {
        person: 'شخص',
        organisation: 'تنظيم',
        'state-body': 'جهاز حكومي',
        outlet: 'وسيلة إعلام',
      },
      description: 'الأشخاص والجماعات في هذه القصة.',
      belongsTo: 'ينتمي إلى',
      leads: 'يقود',
      spellings: 'كيف تكتب المصادر الاسم',
      unused: 'لم ترد في المقالات المقروءة',
      ownWords: 'التسمية المعتمدة هنا',
      namedAs: 'الاسم الوارد في المقالات',
      via: (source) => `نقلاً عن ${source}`,
      namedBy: (name, givers) =>
        givers.length === 0 ? name : `${name}: اسم أورده ${listed('and', givers)}`,
      namedIn: 'ذكره آخرون',
      involved: 'طرف في',
      noEvents: 'لا أحداث بعد.',
      mentionedIn: 'ورد ذكره في',
      said: (name) => `أقوال ${name}`,
      claimed: (name) => `ما قيل عن ${name}`,
      facts: 'معلومات وأسماء',
      mentioned: (count) => `ورد ذكره في ${counted(count, nouns.ofEvents)}`,
      often: (names) => `غالباً مع ${listed('and', names)}`,
      appearsWith: 'يظهر مع',
      together: (count) => counted(count, nouns.event),
    },

    article: {
      count: (events, shared) =>
        `${counted(events, nouns.event)}${
          shared === 0
            ? '، لم يرد أي منها في وسيلة إعلام أخرى'
            : `، ${shared === events ? 'كلها' : `منها ${number(shared)}`} في وسائل إعلام أخرى أيضاً`
        }.`,
      also: 'وكذلك',
      facts: 'عن المقال',
      date: 'التاريخ',
      whole: 'ما يقوله المقال إجمالاً',
      ahead: 'ما لم يقع بعد عند صدور المقال',
      by: 'الكاتب',
      datelined: 'كُتب من',
      printedDateline: 'ترويسة المقال',
      howDated: 'عن هذا التاريخ',
      updated: 'آخر تحديث',
      readAt: 'الأصل',
      archived: 'نسخة مؤرشفة',
      via: 'النسخة المعتمدة',
      drawsOn: 'ينقل عن',
      description: 'المقالات التي بُني عليها هذا التسلسل الزمني.',
      translated: (title) => `${title} (ترجمتنا)`,
      describe: ({ source, published, title, translation }) =>
        `${source}، ${published}: ${title}${translation === null ? '' : ` – ${translation} (ترجمتنا)`}`,
      newest: 'هنا أحدثها؛ وكلها في صفحات مصادرها.',
    },

    source: {
      kind: 'النوع',
      url: 'موقعه',
      articles: 'المقالات المقروءة',
      events: 'الأحداث التي غطاها',
      moreEvents: (count) => `${counted(count, nouns.earlierEvent)} في صفحات المقالات.`,
      none: 'لا مقالات له في هذا التسلسل الزمني.',
      description: 'وسائل الإعلام التي بُني على مقالاتها هذا التسلسل الزمني.',
    },

    place: {
      in: 'جزء من',
      around: 'يضم',
      alsoWritten: 'يُكتب أيضاً',
      facts: 'عن المكان',
      events: 'ماذا حدث هنا',
      noEvents: (name) => `لا أحداث في ${name}.`,
      mentionedIn: 'ورد ذكره في',
      description: 'أماكن هذه القصة.',
    },

    coverage: {
      each: 'ما لدى كل وسيلة إعلام',
      title: 'من ينقل ماذا',
      see: 'انظر من ينقل ماذا',
      summary: (counts) =>
        `${listed('and', [
          counted(counts.outlets, nouns.outlet),
          counted(counts.articles, nouns.article),
          counted(counts.events, nouns.event),
        ])}، منها ${number(counts.byOne)} لدى وسيلة واحدة فقط و${number(counts.byAll)} لدى ${counts.outlets === 2 ? 'الوسيلتين معاً' : 'الوسائل كلها'}.`,
      articles: (count) => counted(count, nouns.article),
      share: (events, all, alone) =>
        `${number(events)} من أصل ${counted(all, nouns.ofEvents)}، ${alone === 0 ? 'لم ينفرد بأي منها' : `انفرد بـ${number(alone)} منها`}`,
      only: 'هنا فقط:',
      leavesOut: 'لم يرد هنا:',
      nothing,
      more: (count) => `؛ وغيرها (${number(count)})`,
      moreLeftOut: (count) => `؛ وغيرها مما لدى وسيلتي إعلام أو أكثر (${number(count)})`,
      otherOnly: (count, other) =>
        count === 0 ? nothing : `${counted(count, nouns.event)} مما انفرد به ${other}`,
      haveIt: (count) => `لدى ${counted(count, nouns.ofOutlets)}`,
      event: 'الحدث',
      caption: 'الأحداث صفوف ووسائل الإعلام أعمدة؛ وفي كل خانة درجة يقين الوسيلة',
      onlyHere: (certainty) => `${certainty}، هنا فقط`,
      others: (count) => `غيرها (${number(count)})`,
      some: (shown, all) =>
        `الأحداث الأكثر وروداً في وسائل الإعلام: ${number(shown)} من أصل ${number(all)}.`,
      no: 'لا رواية',
      key: {
        alone: 'انفرد به',
        shared: 'لدى غيره أيضاً',
        none: 'لم يرد',
        only: 'هذه الوسيلة فقط',
        joins: 'نقلته الوسائل التي يصل بينها الخط',
        ahead: 'سيأتي',
      },
    },

    map: {
      title: 'المكان',
      events: (count) => counted(count, nouns.event),
      reportedFrom: (outlets) => `من هنا تقارير ${listed('and', outlets)}`,
      describe: (places) => `خريطة: ${semicolons(places)}.`,
      withNote: (place, note) => `${place}، ${note}`,
      notShown: (places) => `خارج الخريطة: ${semicolons(places)}.`,
      borders: 'الخريطة: Natural Earth. ترسم الحدود كما هي على الأرض لا كما يُطالَب بها.',
      country: () => null,
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
      description: 'ابحث عن الأحداث والأطراف والمقالات بأي كتابة للاسم.',
      label: 'ابحث عن الأسماء والأحداث بأي كتابة',
      kinds: { actors: 'الأطراف', events: 'الأحداث', articles: 'المقالات', pages: 'الصفحات' },
      none: 'لا نتائج.',
      failed: 'تعذر تحميل فهرس البحث.',
      withoutScript: 'يحتاج البحث إلى JavaScript. من دونه تصل إلى كل شيء من هذه الصفحات:',
    },

    keys: {
      title: 'اختصارات لوحة المفاتيح',
      description: 'اختصارات لوحة المفاتيح في هذا الموقع.',
      intro:
        'يمكن بلوغ كل الروابط بمفتاح Tab. هذه الاختصارات معطلة إلى أن تفعّلها، ولا تعمل أثناء الكتابة في حقل.',
      on: 'تفعيل اختصارات لوحة المفاتيح',
      key: 'المفتاح',
      does: 'ما يفعله',
      list: {
        j: 'الحدث التالي في القائمة، أو الذي يليه في صفحة الحدث',
        k: 'الحدث السابق',
        '/': 'صفحة البحث',
      },
    },

    period: {
      happened: 'ماذا حدث',
      emptied: 'لم يعد أي حدث مؤرخاً بهذه الفترة.',
      continuing: 'بدأ قبلها وامتد إليها',
      possible: 'ربما في هذه الفترة',
      possibleNote: 'تواريخها تحتمل هذه الفترة وغيرها.',
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
      intro: 'الأحدث أولاً. لكل يوم عنوان خاص به: احفظه لتعود إلى كل جديد منذ ذلك اليوم.',
      none: 'لم يُضَف شيء بعد.',
      toDay: 'رابط هذا اليوم',
      events: (count) => counted(count, nouns.newEvent),
      accounts: (count) => `${counted(count, nouns.newAccount)} لأحداث سابقة`,
      corrections: 'تصحيحات ومسحوبات',
      account: (source) => `من ${source}`,
      earlier: 'ما قبل ذلك',
      inShort: (counts) =>
        listed('and', [
          ...(counts.events > 0 ? [counted(counts.events, nouns.event)] : []),
          ...(counts.accounts > 0 ? [counted(counts.accounts, nouns.account)] : []),
          ...(counts.corrections > 0 ? [counted(counts.corrections, nouns.correction)] : []),
        ]),
      more: (count) => `والباقي في صفحات المقالات (${number(count)}).`,
    },

    cite: {
      title: { event: 'رابط دائم واقتباس وتضمين', article: 'رابط دائم واقتباس' },
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
      picture: (parts) =>
        parts
          .filter((part) => part !== '')
          .map((part) => part.replace(/\.$/u, ''))
          .join('. '),
    },

    gone: {
      moved: 'تغير عنوان هذه الصفحة',
      nowAt: 'عنوانها الجديد:',
      noAccount: 'لم تعد له رواية محفوظة هنا. يبقى العنوان كي لا تنقطع الروابط المؤدية إليه.',
    },

    missing: {
      title: 'الصفحة غير موجودة',
      text: 'لا صفحة بهذا العنوان. تحقق منه، أو جرّب:',
    },

    about: {
      title: (site) => `عن ${site}`,
      privacy: 'ما يحفظه الموقع عن قرائه',
      counts: (host) =>
        `يحمّل الموقع برنامجاً من ${host} يحصي الزيارات؛ وما يعرفه ذلك المضيف عنك يقوله هو.`,
      keepsAppearance: 'إذا اخترت مظهراً حُفظ اختيارك في متصفحك وحده.',
      keepsNothing:
        'لا شيء. لا يضع ملفات تعريف الارتباط ولا يحصي أحداً ولا يحمّل شيئاً من مواقع أخرى. وإذا اخترت مظهراً حُفظ اختيارك في متصفحك وحده.',
    },

    embed: {
      code: 'لتضمين هذا الحدث، الصق هذا في صفحة؛ وفي صفحة البيانات خيارات أخرى.',
      of: (site) => `من ${site}`,
      title: (page, site) => `${page} – ${site}`,
      asOf: (date) => `حتى ${date}`,
      lastEvents: 'أحدث الأحداث',
      allEvents: (count) => `كل الأحداث (${number(count)})`,
      sources: (names) =>
        `${names.length === 1 ? 'المصدر' : names.length === 2 ? 'المصدران' : 'المصادر'}: ${listed('and', names)}.`,
      timeline: (site) => `التسلسل الزمني: ${site}`,
      noEvents: 'لا أحداث بعد.',
      whole: 'الرواية كاملة',
    },

    ...createArData(style),
  };
}
