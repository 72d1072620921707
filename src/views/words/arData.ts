import type { WritingStyle } from '../../model/siteLanguages.ts';
import { createArabicGrammar, nestQuotes } from './arGrammar.ts';
import { nouns } from './arNouns.ts';
import type { PageWords } from './words.ts';

/** Returns the Arabic texts of the data page, feeds and calendars. */
export function createArData(style: WritingStyle): Pick<PageWords, 'data' | 'follow'> {
  const { number, counted } = createArabicGrammar(style);
  return {
    data: {
      title: 'البيانات',
      description: 'كل محتوى الموقع في ملفات بيانات.',
      intro: 'كل ما في هذه الصفحات متاح هنا أيضاً في ملفات تُنشأ من النصوص نفسها، وعناوينها لا تتغير.',
      file: 'الملف',
      holds: 'محتواه',
      schema: 'المخطط',
      whole: 'الأرشيف كله',
      single: 'صفحة بصفحة',
      files: {
        events:
          'كل الأحداث بترتيب التسلسل الزمني، مع كل رواية لها وما فيها من أقوال واقتباسات، والنقاط التي تختلف فيها الروايات.',
        actors: 'كل الأشخاص والجماعات، مع الأسماء وطرق كتابتها في كل مصدر، والأحداث.',
        claims: 'كل الأقوال والاقتباسات: من قالها وأين وفي أي موضوع.',
        articles:
          'كل الملخصات كاملة، مع المصادر والأماكن وما لا تذكره الملفات الأخرى: من هذه الملفات يمكن إعادة بناء الأرشيف.',
        eventsCsv: 'سطر لكل حدث، لبرامج الجداول.',
        claimsCsv: 'سطر لكل قول أو اقتباس، لبرامج الجداول.',
        actorsCsv: 'سطر لكل شخص أو جماعة.',
        articlesCsv: 'سطر لكل مقال.',
        eventActorsCsv: 'سطر لكل شخص أو جماعة كان طرفاً في حدث أو ورد ذكره فيه.',
        accountsCsv: 'سطر لكل رواية لحدث ترد في مقال.',
        sourcesCsv: 'سطر لكل وسيلة إعلام.',
        placesCsv: 'سطر لكل مكان.',
        dataPackage: 'معنى ملفات CSV وأعمدتها، بصيغة Frictionless.',
        database:
          'الجداول نفسها في قاعدة بيانات SQLite مع بحث في النصوص، لبرنامج sqlite3 أو Datasette أو أي برنامج آخر يفتح SQLite.',
        timelineJs:
          'الأحداث لبرنامج TimelineJS 3. التاريخ غير المؤكد يمتد على كل أيامه المحتملة، وصياغته إلى جانبه.',
      },
      each: {
        event: 'كل حدث كما في events.json: عنوان صفحته مع ‎.json بدل الشرطة المائلة الأخيرة.',
        article: 'كل مقال كما في articles.json، بالطريقة نفسها.',
        oembed:
          'كل حدث وكل طرف وكل يوم والتسلسل الزمني للبرامج التي تستخدم oEmbed؛ وفي الصفحة رابط إلى الملف.',
      },
      ask: 'استعلم من قاعدة البيانات',
      parts: 'بحسب السنة:',
      undated: 'بلا تاريخ',
      partsIntro:
        'الملف الذي يزيد حجمه على 5 ميغابايت مقسّم بحسب السنوات. يضم الملف نفسه أحدث سنة، ولكل سنة ملف خاص بها؛ وتوضع الأحداث والأقوال والمقالات في سنة أول يوم يحتمله تاريخها. وفي JSON يسرد المفتاح parts ملفات السنوات كلها.',
      askParts:
        'يضم archive.sqlite أحدث سنة. للاستعلام عن سنوات أخرى أيضاً، نزّل قواعد بياناتها وأضف كلاً منها بهذه الأسطر:',
      askIntro: 'نزّل الملف archive.sqlite وشغّل ‎sqlite3 archive.sqlite‎؛ وكل استعلام جاهز للتنفيذ.',
      queries: {
        saidAbout: 'من قال ماذا عن حدث ما؟',
        toldByOne: 'ما الذي تنقله وسيلة إعلام واحدة فقط؟',
        byMonth: 'كم حدثاً في كل شهر، بحسب درجة اليقين؟',
        mostInvolved: 'من كان طرفاً في أكبر عدد من الأحداث؟',
        differing: 'أي الأحداث تختلف المقالات في تاريخها؟',
        words: 'أين وردت هذه الكلمات؟',
      },
      conventions: 'كيف تُقرأ',
      rules: [
        'التواريخ مكتوبة بصيغة EDTF‏ (ISO 8601-2)، ولا تكون أدق مما هو معروف. وصياغة كل تاريخ إلى جانبه.',
        'كل المفاتيح حاضرة دائماً. ما ليس معروفاً قيمته null، والقائمة الفارغة [].',
        'يبدأ العنوان في ملف JSON من جذر هذا الموقع، وهو كامل في بقية الملفات. ولا يتغير معنى المعرّف أبداً.',
        'ملفات CSV بترميز UTF-8 مع علامة ترتيب البايتات، وفق RFC 4180. إذا اجتمعت عدة معرّفات في خانة فصلت بينها فواصل منقوطة، والخانة التي قد يحسبها برنامج الجداول معادلة تبدأ بعلامة اقتباس مفردة.',
      ],
      embed: 'بطاقات لصفحاتك',
      embedIntro:
        'لكل حدث وكل طرف وكل يوم وللتسلسل الزمني بطاقة: عنوان الصفحة يسبقه embed/‎، ولليوم embed/days/‎ ثم تاريخه. تتبع البطاقة المظهر الفاتح أو الداكن لدى القارئ، وتلائم أي عرض من 280 بكسل فأكثر. تجد الشيفرة جاهزة في صفحة كل حدث؛ وهذه شيفرة التسلسل الزمني:',
      embedScript:
        'تُبلغ البطاقة عن ارتفاعها. إذا وضعت هذه الأسطر الثلاثة في صفحتك لاءم الإطار البطاقة، ومن دونها يظهر شريط تمرير:',
      licence: 'الرخصة',
      licenceText:
        'يجوز نسخ ما كتبه هذا الموقع من ملخصات وتواريخ وأقوال وتعديله ومشاركته بموجب رخصة المشاع الإبداعي «نَسب المُصنَّف 4.0»، مع ذكر هذا الموقع. الاقتباسات ملك لأصحابها، والمقالات لناشريها.',
      ownLicence: (name) =>
        `رخصة ما كتبه هذا الموقع من ملخصات وتواريخ وأقوال: ${name}. الاقتباسات ملك لأصحابها، والمقالات لناشريها.`,
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.ar',
      licenceName: 'CC BY 4.0',
      changes: 'تغييرات الصيغة',
      changesIntro:
        'لا يتغير معنى المفتاح. كل مفتاح جديد يعني إصداراً فرعياً جديداً؛ أما حذف مفتاح أو تغيير معناه فيعني إصداراً رئيسياً جديداً يُعلن هنا مسبقاً.',
      versions: [
        {
          version: '1.7',
          text: 'يضيف إلى الروايات في articles.json ما إذا كان الحدث فعلاً أم تصريحاً (kind).',
        },
        {
          version: '1.6',
          text: 'يضيف إلى الأقوال في articles.json روابطها السابقة لإعادة صياغتها (formerly).',
        },
        {
          version: '1.5',
          text: 'يضيف إلى events.json وclaims.json وarticles.json المفتاح parts: سنوات الملف الكبير، و[] حين يكون الملف كاملاً.',
        },
        {
          version: '1.4',
          text: 'يضيف إلى الموقع في articles.json طريقة كتابة الأرقام وأسماء الشهور بالعربية (digits وmonths).',
        },
        {
          version: '1.3',
          text: 'يضيف إلى الأحداث والأقوال أول يوم وآخر يوم يحتملهما التاريخ (earliest وlatest)، وجدول CSV لكل نوع، وdatapackage.json وarchive.sqlite. وصارت ملفات CSV تبدأ بعلامة ترتيب البايتات.',
        },
        {
          version: '1.2',
          text: 'يضيف إلى articles.json إحداثيات الأماكن (`at`)، وإلى أحداثه الرواية الرئيسية لكل حدث (lead)، والرواية المقتبس عنوانها عند الخلاف (titleBy)، وجملة المحرر (summary)، والتواريخ التي لا تصح كلها معاً (dateChoices).',
        },
        {
          version: '1.1',
          text: 'يضيف articles.json وملفات CSV وtimelinejs.json وملفاً لكل حدث ومقال.',
        },
        { version: '1.0', text: 'events.json وactors.json وclaims.json، ولكل منها مخططه.' },
      ],
    },

    follow: {
      follow: 'تابع',
      atom: 'Atom',
      json: 'JSON Feed',
      calendar: 'التقويم',
      subscribe: '(اشتراك)',
      ofActor: (actor, site) => `${actor} – ${site}`,
      aboutSite: (site) => `ما أضيف إلى «${nestQuotes(site)}» من أحداث وما صُحح، الأحدث أولاً.`,
      aboutActor: (actor) => `${actor}: ما أضيف من أحداث وما صُحح، الأحدث أولاً.`,
      corrected: (page) => `تصحيح: ${page}`,
      retracted: (page) => `سحب: ${page}`,
      withDoubts: (title, doubts) =>
        doubts.length === 0 ? title : `${title} (${doubts.join('؛ ')})`,
      dated: (date) => `${date}.`,
      when: 'متى',
      timesDiffer: 'الوقت موضع خلاف',
      ownWords: (words) => `جاء في المقال: «${nestQuotes(words)}»`,
      says: (speaker, said) => `${speaker}: ${said}`,
      correctedPage: (page) => `ما صُحح في صفحة «${nestQuotes(page)}»:`,
      aboutCalendar: (site) =>
        `أحداث «${nestQuotes(site)}». ما كان يومه غير مؤكد يُذكر ذلك في عنوانه، ويمتد على كل الأيام المحتملة.`,
      aboutActorCalendar: (actor) =>
        `${actor}: الأحداث. ما كان يومه غير مؤكد يُذكر ذلك في عنوانه، ويمتد على كل الأيام المحتملة.`,
      ofNewest: (shown, all) => `يضم آخر الأحداث: ${number(shown)} من أصل ${number(all)}.`,
      withoutDays: (count) => `لم يُدرج ما لا يُعرف يومه: ${counted(count, nouns.event)}.`,
    },
  };
}
