import { findSiteLanguage, type SiteLanguage } from '../model/siteLanguages.ts';

/** The initial text of new files in one language, which editors replace. Names are given as Markdown. */
export interface Starter {
  /** The default names of the first outlet and actor. */
  readonly source: string;
  readonly actor: string;
  readonly about: string;
  /** Links to the event, given its address. */
  stateOfPlay(actor: string, event: string): string;
  readonly article: string;
  readonly lead: string;
  readonly event: string;
  account(actor: string): string;
  /** The prompts in files that are created alone, each on one or more lines. */
  readonly prompts: Readonly<Record<'article' | 'site' | 'state-of-play', readonly string[]>>;
}

/** Returns the lines of a digest's prompt: a valid block, and the rest in the editor's language. */
function promptArticle(
  lead: string,
  section: string,
  when: string,
  quotation: string,
): readonly string[] {
  return [
    lead,
    section,
    '```event',
    'id: quay-closed',
    'date: 2024-05-10',
    `when: ${when}`,
    'actors: harbour-police',
    '```',
    quotation,
  ];
}

const starters: Readonly<Record<SiteLanguage, Starter>> = {
  en: {
    source: 'The Harbour Post',
    actor: 'Harbour Police',
    about:
      'Say here what this timeline covers, what it is based on, and who writes it. This text is the About page.',
    stateOfPlay: (actor, event) =>
      `Say here in a few sentences where things stand with ${actor}, each with a link to [its event](${event}).`,
    article: 'An article to replace',
    lead: 'This digest is an example. Replace it with what your first article reports, in your own words.',
    event: 'An event to replace',
    account: (actor) =>
      `Say here what the article says about ${actor}. Known names become links automatically.`,
    prompts: {
      article: promptArticle(
        'the lead. Say in your own words what this article reports.',
        'Then a section for each event: a line `## Headline`, and right under it a block:',
        'Friday evening',
        'Quote with `> “…”` and a last line `> — Name, where`. The guide is content/README.md.',
      ),
      site: ['the About page. Say what the site covers, and what it is based on.'],
      'state-of-play': [
        'where things stand, in a few sentences, each with a link to its event: [shut](event:quay-closed).',
      ],
    },
  },
  ar: {
    source: 'بريد الميناء',
    actor: 'شرطة الميناء',
    about:
      'اكتب هنا ما يتابعه هذا التسلسل الزمني وما يستند إليه ومن يكتبه: هذا النص هو صفحة «عن الموقع».',
    stateOfPlay: (actor, event) =>
      `اكتب هنا في بضع جمل آخر ما نعرفه عن ${actor}، وفي كل جملة رابط إلى [حدثها](${event}).`,
    article: 'مقال على سبيل المثال',
    lead: 'هذا الملخص مثال. ضع مكانه ما ينقله أول مقال لديك، بكلماتك أنت.',
    event: 'حدث على سبيل المثال',
    account: (actor) =>
      `اكتب هنا ما يقوله المقال عن ${actor}. تتحول الأسماء المعروفة إلى روابط تلقائياً.`,
    prompts: {
      article: promptArticle(
        'المقدمة. اكتب بكلماتك ما ينقله هذا المقال.',
        'ثم قسم لكل حدث: سطر `## العنوان`، وتحته مباشرة هذه الكتلة:',
        'مساء الجمعة',
        'اقتبس هكذا: `> «…»`، والسطر الأخير `> — الاسم، المكان`. الدليل في content/README.md.',
      ),
      site: ['صفحة «عن الموقع». اكتب ما يتابعه الموقع وما يستند إليه.'],
      'state-of-play': [
        'آخر ما نعرفه، في بضع جمل، وفي كل جملة رابط إلى حدثها: [أُغلق](event:quay-closed).',
      ],
    },
  },
  fr: {
    source: 'Le Courrier du port',
    actor: 'Police portuaire',
    about:
      'Dites ici ce que suit cette chronologie, sur quoi elle s’appuie et qui l’écrit\u202F: ce texte est la page «\u202FÀ propos\u202F».',
    stateOfPlay: (actor, event) =>
      `Faites ici le point sur ${actor} en quelques phrases, chacune avec un lien vers [son événement](${event}).`,
    article: 'Un article à remplacer',
    lead: 'Ce résumé est un exemple. Remplacez-le par ce que rapporte votre premier article, avec vos propres mots.',
    event: 'Un événement à remplacer',
    account: (actor) =>
      `Écrivez ici ce que dit l’article sur ${actor}. Les noms connus deviennent d’eux-mêmes des liens.`,
    prompts: {
      article: promptArticle(
        'le chapeau. Dites avec vos propres mots ce que rapporte cet article.',
        'Puis une section par événement\u202F: une ligne `## Titre`, et juste en dessous un bloc\u202F:',
        'vendredi soir',
        'Citez avec `> «\u202F…\u202F»` et une dernière ligne `> — Nom, lieu`. Le guide est content/README.md.',
      ),
      site: ['la page «\u202FÀ propos\u202F». Dites ce que suit le site et sur quoi il s’appuie.'],
      'state-of-play': [
        'le point sur la situation en quelques phrases, chacune avec un lien vers son événement\u202F: [fermé](event:quay-closed).',
      ],
    },
  },
};

/** Returns the initial text of new files in a language (BCP 47), in English if the site doesn't support it. */
export function getStarter(language: string): Starter {
  return starters[findSiteLanguage(language) ?? 'en'];
}
