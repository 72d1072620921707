import { frCertainties } from './frCertainties.ts';
import { zoneName } from './frDates.ts';
import { frData } from './frData.ts';
import {
  capital,
  counted,
  form,
  listed,
  nestQuotes,
  number,
  numeral,
  spaced,
  type FrenchNoun,
} from './frGrammar.ts';
import { joinSentences } from './joinSentences.ts';
import type { PageWords } from './words.ts';

const nouns = {
  event: { one: 'événement', other: 'événements', gender: 'm' },
  article: { one: 'article', other: 'articles', gender: 'm' },
  outlet: { one: 'média', other: 'médias', gender: 'm' },
  account: { one: 'récit', other: 'récits', gender: 'm' },
  point: { one: 'point', other: 'points', gender: 'm' },
  correction: { one: 'correction', other: 'corrections', gender: 'f' },
} as const satisfies Record<string, FrenchNoun>;

/** What differs: outlets, those whom they cite, articles of one outlet, or claims within one article. */
const differing = {
  sources: 'les sources divergent',
  cited: 'les personnes citées divergent',
  articles: 'les articles divergent',
  claims: 'les déclarations divergent',
};

/** Formats how many more there are of what was just listed: “et 3 autres”. */
const andOthers = (count: number) => `et ${number(count)} ${form(count, 'autre', 'autres')}`;

const semicolons = (texts: readonly string[]) => texts.join('\u202F; ');

/** The French texts of pages, except dates and certainties. */
export const frPages: PageWords = {
  joints: { comma: ', ', semicolon: '\u202F; ', colon: '\u202F: ' },

  opening: capital,

  site: {
    skip: 'Aller au contenu',
    skipToTimeline: 'Aller à la chronologie',
    navigation: 'Site',
    timeline: 'Chronologie',
    actors: 'Acteurs',
    articles: 'Articles',
    sources: 'Sources',
    places: 'Lieux',
    about: 'À propos',
    search: 'Recherche',
    keys: 'Raccourcis clavier',
    changes: 'Nouveautés',
    corrections: 'Corrections',
    appearance: 'Affichage',
    appearances: {
      auto: 'selon l’appareil',
      light: 'clair',
      dark: 'sombre',
      contrast: 'contraste élevé',
    },
    zone: (zone) => `Dates en heure locale (${zoneName(zone)}), sauf mention contraire.`,
    data: 'Données',
    feed: 'Flux',
    calendar: 'Calendrier',
  },

  marks: {
    label: 'Certitude',
    dateDisputed: 'date contestée',
    differ: differing,
    oneSource: 'une seule source',
    retracted: 'retiré',
    oneSide: 'déclarations d’une seule partie',
  },

  list: {
    sources: (count) => form(count, 'Source', 'Sources'),
    events: (count) => counted(count, nouns.event),
    eventsOf: (count, possible) =>
      `${number(count)} ${form(count, 'événement', 'événements')}${possible === 0 ? '' : `, plus ${number(possible)} ${form(possible, 'possible', 'possibles')}`}`,
    noEvents: 'Aucun événement pour l’instant.',
    others: 'Autres',
    within: (place) => place,
    laterName: (name) => name,
    articles: (count) => counted(count, nouns.article),
    years: 'Toutes les années',
    months: 'Par mois',
    newest: spaced`Derniers événements. Pour en voir d’autres, choisissez une année :`,
    more: andOthers,
    byId: 'Tout, de A à Z',
    startsWith: (prefix) => `${prefix}…`,
    count: number,
    noneLeft: 'Plus rien ici ne commence par ces lettres.',
    linked: 'tous les liens',
    morePoints: (count) =>
      `${number(count)} ${form(count, 'autre point figure', 'autres points figurent')} dans les récits.`,
    left: (count) =>
      spaced`${number(count)} ${form(count, 'autre ne figure', 'autres ne figurent')} pas ici, mais dans la recherche et les données :`,
    part: (owner, period) => `${owner}, ${period}`,
    emptied: 'Plus aucun événement n’est daté de cette période.',
  },

  home: {
    stateOfPlay: spaced`Où en est-on ?`,
    differ: 'Points de divergence',
    whetherItHappened: spaced`cela a-t-il eu lieu ?`,
    whenItHappened: spaced`quand ?`,
    whereItHappened: spaced`où ?`,
    ofEvent: (question, event) => spaced`${event} : ${question}`,
    ofActor: (point, actor) => spaced`${actor} : ${point}`,
    moreAnswers: (count) =>
      `et ${number(count)} ${form(count, 'autre réponse', 'autres réponses')}`,
    alsoDiffer: spaced`Elles divergent aussi sur :`,
    moreDifferences: (count) =>
      `${number(count)} ${form(count, 'autre divergence', 'autres divergences')} sur les pages des événements.`,
    who: 'Qui est qui',
    statements: (count) => form(count, 'déclaration', 'déclarations'),
    background: 'Ce qui a précédé',
    happened: 'Les faits',
    ahead: 'À venir lors de la parution des articles',
    eachDay: 'Événements par jour',
    eachMonth: 'Événements par mois',
    cells: (events) => counted(events, nouns.event),
    when: 'date',
    where: 'lieu',
  },

  key: {
    title: 'Événements clés',
    night: 'Nuit',
    next: 'À venir',
    others: 'Autres',
    oneOf: 'l’un de ces jours',
    legend: {
      full: spaced`confirmé : constaté, ou déclaré par les intéressés`,
      said: 'déclaration',
      half: 'rapporté',
      dashed: 'non vérifié',
      crossed: 'contesté',
      barred: 'démenti',
      ahead: 'à venir',
    },
    bars: {
      oneOf: 'l’un de ces jours',
      about: 'autour de ces jours',
      open: 'début ou fin inconnus',
      lasting: 'durée',
    },
    tie: 'concerne aussi ce camp',
    oneNight: spaced`une même nuit : de gauche à droite, l’ordre des faits, s’il est connu`,
  },

  event: {
    howDated: 'À propos de cette date',
    timesDiffer: {
      sources: 'Les sources donnent des heures différentes.',
      articles: 'Les articles donnent des heures différentes.',
      claims: 'Les heures données diffèrent.',
    },
    where: 'Lieu',
    placesDiffer: (who) => spaced`${capital(differing[who])} :`,
    involved: 'Acteurs',
    named: 'Cités',
    mentioned: 'Mentionnés',
    howSure: 'Certitude',
    ground: 'Fondé sur',
    headline: 'À propos du titre',
    follows: 'Avant',
    followedBy: 'Après',
    notDone: 'Aucune des sources ne dit que cela a eu lieu.',
    sources: 'Sources',
    alsoSpeak: 'Aussi mentionné dans',
    differ: () => 'Points de divergence',
    otherPoints: 'Autres points',
    agree: 'Ce que disent les sources, point par point',
    status: (certainty, outlets, only) => {
      const by = capital(frCertainties[certainty].by);
      if (only === null) return `${by} ${counted(outlets, nouns.outlet)}.`;
      if (certainty === 'purported') return `Non vérifié. Rapporté par ${only} uniquement.`;
      const isTold = ['confirmed', 'reported', 'denied'].includes(certainty);
      return `${by} ${only}${isTold ? ' uniquement' : ''}.`;
    },
    differOn: (isAmongOutlets) =>
      isAmongOutlets ? 'Les sources divergent sur' : 'Les personnes citées divergent sur',
    pointsOf: (points) => counted(points, nouns.point),
    disagree: (outlets) =>
      `${capital(counted(outlets, nouns.outlet))} en désaccord sur la réalité des faits.`,
    noSide: spaced`Contesté. Ce site ne prend pas parti ; les médias sont classés par ordre alphabétique.`,
    ifItHappened: 'si cela a eu lieu',
    notIn: (outlets) => spaced`Non relaté par : ${listed('and', outlets)}.`,
    stance: (source, certainty) => spaced`${source} : ${certainty}`,
    page: 'Cette page',
    facts: 'En bref',
    eachDate: 'Ce qu’indique chaque source',
    history: (corrections) => `${capital(counted(corrections, nouns.correction))}.`,
    partOf: 'Fait partie de',
    parts: 'Comprend',
    accounts: (count) => form(count, 'Ce que dit la source', 'Ce que dit chaque source'),
    readAccounts: (count) => `Lire les ${counted(count, nouns.account)}`,
    unknown: 'Ce que l’on ignore',
    neighbours: 'Avant et après',
    previous: 'Précédent',
    next: 'Suivant',
    apart: (which, date) => (date === null ? which : `${which} · ${date}`),
  },

  dateFigure: {
    possible: 'Dates possibles',
    disputed: 'Date contestée',
    before: (date) => spaced`avant : ${date}`,
    after: (date) => spaced`après : ${date}`,
    words: (source, words) => spaced`${source} : « ${nestQuotes(words)} »`,
  },

  telling: {
    disputedTitle: (title, source) => spaced`Contesté : « ${nestQuotes(title)} » (${source})`,
    said: (source, sentence) => spaced`${source} : ${sentence}`,
    side: ([first = '', ...others], certainty, sentence) =>
      sentence === ''
        ? spaced`${listed('and', [first, ...others])} : ${certainty}.`
        : spaced`${first} (${certainty}${others.length > 0 ? spaced` ; aussi selon ${listed('and', others)}` : ''}) : ${sentence}`,
    also: 'aussi selon',
    who: (groups) => {
      const said = groups.map(({ certainty, names, more }) => {
        const all =
          more > 0 ? [...names, `${number(more)} ${form(more, 'autre', 'autres')}`] : names;
        return `${frCertainties[certainty].by} ${listed('and', all)}`;
      });
      return `${capital(semicolons(said))}.`;
    },
    deniedBefore: (date) => spaced`démenti par avance (${date})`,
    ruled: (certainty) => spaced`Retenu par la rédaction : ${certainty}.`,
    plan: (source, certainty) => `${source}, ${certainty}`,
    before: (plans) => spaced`Auparavant : ${semicolons(plans)}.`,
    ahead: (plans) => spaced`À venir lors de la publication : ${semicolons(plans)}.`,
  },

  dating: {
    ruling: 'Date fixée par la rédaction.',
    disputed: {
      sources: 'Les dates des sources se contredisent.',
      articles: 'Les dates des articles se contredisent.',
      claims: 'Les dates données se contredisent.',
    },
    onlyAccount: (source) => `D’après ${source}, seule source.`,
    together: 'Compatible avec toutes les sources.',
    from: (sources, others) => `D’après ${semicolons([listed('and', sources), ...others])}.`,
    consistent: 'compatible avec toutes les sources',
    doesNotFit: (sources) =>
      spaced`${sources.length === 1 ? 'date divergente' : 'dates divergentes'} : ${listed('and', sources)}`,
    planned: (source, when) =>
      spaced`${source} : prévu ${{ earlier: 'pour plus tôt', later: 'pour plus tard', other: 'pour un autre moment' }[when]}`,
    account: (source, date) => spaced`${source} : ${date}.`,
  },

  basis: {
    stated: 'L’article donne cette date.',
    reckoned: (published) =>
      spaced`Déduite du texte de l’article et de sa date de publication : ${published}.`,
    record: 'Date tirée de documents publics.',
    estimate: 'Estimation de la rédaction.',
    printed: (dateline) => spaced`Lieu et date imprimés : « ${nestQuotes(dateline)} ».`,
    ownWords: 'dans l’article',
    summary: 'À propos de cette date',
  },

  ground: {
    oneArticle: 'Un seul article, d’un seul média.',
    oneSource: (articles) => `${capital(counted(articles, nouns.article))} d’un seul média.`,
    retold: spaced`Une seule source indépendante ; les autres articles s’appuient sur elle.`,
    independent: (articles, sources) =>
      `${capital(counted(articles, nouns.article))} de ${counted(sources, nouns.outlet)}.`,
    partlyIndependent: (articles, sources, witnesses) =>
      `${capital(counted(articles, nouns.article))} de ${counted(sources, nouns.outlet)}, dont ${numeral(witnesses)} ${form(witnesses, 'indépendant', 'indépendants')}.`,
    oneSide: ({ name, isSide }) =>
      isSide
        ? spaced`Déclarations d’une seule partie : ${name}.`
        : spaced`Seul intervenant à ce sujet : ${name}.`,
    firstReported: (date, sources) =>
      spaced`Première mention : ${date}${sources.length === 0 ? '' : `, ${listed('and', sources)}`}.`,
    dayNotKnown: (sources) => spaced`Jour de publication inconnu : ${listed('and', sources)}.`,
    retracted: (sources) => spaced`Retiré depuis : ${listed('and', sources)}.`,
    added: (date) => `Ajouté le ${date}.`,
  },

  account: {
    when: 'quand',
    published: (date) => spaced`publié : ${date}`,
    timesDiffer: 'heure contestée',
    howSure: 'Certitude',
  },

  accounts: {
    title: (event, published) =>
      published === null
        ? spaced`${event} : les récits`
        : spaced`${event} : les récits publiés (${published})`,
    of: spaced`Ce que chaque source dit d’un même événement :`,
    all: 'Tous les récits',
    byPublication: 'Par date de publication',
    count: (count) => counted(count, nouns.account),
    emptied: 'Plus aucun récit n’est daté de cette période.',
  },

  statements: {
    says: '\u202F: ',
    about: spaced`À propos de :`,
    ourTranslation: '(notre traduction)',
    withdrawn: (date) => spaced`Retiré par la source : ${date}.`,
    answered: (answer, says) => `${capital(answer)}. ${says}`,
    inSource: (source) => `selon ${source}`,
    paraphrased: 'paraphrasé, sur',
    more: (count) =>
      count === 1
        ? 'Une déclaration antérieure figure sur la page de son article.'
        : `${capital(numeral(count, 'f'))} déclarations antérieures figurent sur les pages de leurs articles.`,
  },

  tellers: {
    ofDay: (source, published) => `${source}, ${published}`,
    ofTitle: (source, title) => spaced`${source}, « ${nestQuotes(title)} »`,
  },

  points: {
    point: 'Point',
    differ: differing,
    oneSide: ({ name, isSide }) =>
      isSide ? spaced`selon une seule partie : ${name}` : spaced`seul à l’affirmer : ${name}`,
    apart: (names) => spaced`Les médias concordent ; avis contraire : ${listed('and', names)}`,
    press: 'média',
    unnamed: 'source anonyme',
    silent: 'n’en dit rien',
    speaks: (speaker, source) => (speaker === source ? source : `${speaker}, selon ${source}`),
    caption: 'Ce que dit chaque source, point par point',
  },

  actor: {
    kinds: {
      person: 'Personne',
      organisation: 'Organisation',
      'state-body': 'Institution publique',
      outlet: 'Média',
    },
    description: 'Les personnes et les groupes de cette histoire.',
    belongsTo: 'Membre de',
    leads: 'Dirige',
    spellings: 'Graphies du nom selon les sources',
    unused: 'absente des articles lus',
    ownWords: 'désignation propre à ce site',
    namedAs: 'Appellations dans les articles',
    via: (source) => `selon ${source}`,
    namedBy: (name, givers) =>
      givers.length === 0 ? name : `${name}, nom donné par ${listed('and', givers)}`,
    namedIn: 'Nommé par d’autres',
    involved: 'Prend part à',
    mentionedIn: 'Mentionné dans',
    said: (name) => spaced`Déclarations : ${name}`,
    claimed: (name) => spaced`${name} : ce que d’autres en disent`,
    facts: 'Repères et noms',
    mentioned: (count) => `mentionné dans ${counted(count, nouns.event)}`,
    often: (names) => `le plus souvent avec ${listed('and', names)}`,
    appearsWith: 'Apparaît avec',
    together: (count) => counted(count, nouns.event),
  },

  article: {
    count: (events, shared, other) =>
      `${capital(counted(events, nouns.event))}${
        shared === 0
          ? `, ${form(events, 'absent des autres médias', 'aucun dans un autre média')}`
          : `, ${shared === events ? form(shared, 'présent', 'tous présents') : `dont ${numeral(shared)}`} aussi dans ${other ?? 'un autre média'}`
      }.`,
    also: 'aussi dans',
    facts: 'À propos de l’article',
    date: 'Date',
    whole: 'Ce que dit l’article dans son ensemble',
    ahead: 'À venir, selon l’article',
    happened: 'a eu lieu, selon',
    dateFrom: (sources) =>
      sources.length === 0 ? 'fixée par la rédaction' : `date donnée par ${listed('and', sources)}`,
    byEditor: 'établie par la rédaction',
    by: 'Auteur',
    datelined: 'Lieu de rédaction',
    printedDateline: 'Lieu et date imprimés',
    howDated: 'À propos de cette date',
    updated: 'Mis à jour',
    readAt: 'Original',
    archived: 'Copie archivée',
    via: 'Copie consultée',
    drawsOn: 'S’appuie sur',
    description: 'Les articles dont cette chronologie est tirée.',
    translated: (title) => `${title} (notre traduction)`,
    describe: ({ source, published, title, translation }) =>
      spaced`${source}, ${published} : ${title}${translation === null ? '' : ` – ${translation} (notre traduction)`}`,
    newest: spaced`Les plus récents ; tous figurent sur les pages de leurs sources.`,
  },

  source: {
    kind: 'Type',
    facts: 'À propos du média',
    url: 'Site web',
    articles: 'Articles lus',
    events: 'Événements couverts',
    moreEvents: (count) =>
      `${capital(counted(count, { one: 'événement antérieur', other: 'événements antérieurs', gender: 'm' }))} sur les pages des articles.`,
    none: 'Aucun article dans cette chronologie pour l’instant.',
    description: 'Les médias dont les articles composent cette chronologie.',
  },

  place: {
    in: 'Fait partie de',
    around: 'Comprend',
    alsoWritten: 'S’écrit aussi',
    facts: 'À propos du lieu',
    events: 'Ce qui s’y est passé',
    noEvents: 'Aucun événement ici.',
    mentionedIn: 'Mentionné dans',
    description: 'Les lieux de cette histoire.',
    counts: 'Le total d’un lieu comprend les lieux qu’il contient.',
  },

  coverage: {
    each: 'Ce que rapporte chaque média',
    title: 'Qui rapporte quoi',
    own: 'Par rapport aux autres médias',
    see: 'Voir qui rapporte quoi',
    summary: (counts) =>
      spaced`${capital(counted(counts.outlets, nouns.outlet))}, ${counted(counts.articles, nouns.article)} et ${counted(counts.events, nouns.event)}. Rapportés par un seul média : ${number(counts.byOne)} ; par les ${numeral(counts.outlets)} : ${number(counts.byAll)}.`,
    articles: (count) => counted(count, nouns.article),
    share: (events, all, alone) =>
      `${number(events)} ${form(events, 'événement', 'événements')} sur ${number(all)}, ${alone === 0 ? form(events, 'également rapporté ailleurs', 'également rapportés ailleurs') : alone === events ? 'qu’il est seul à rapporter' : `dont ${number(alone)} qu’il est seul à rapporter`}`,
    only: spaced`Ici seulement :`,
    leavesOut: spaced`Non rapporté :`,
    nothing: 'rien',
    more: (count) => spaced` ; ${andOthers(count)}`,
    moreLeftOut: (count) =>
      spaced` ; ${andOthers(count)}, ${form(count, 'présent', 'présents')} chez au moins deux médias`,
    otherOnly: (count, other) =>
      count === 0
        ? 'rien'
        : `${number(count)} ${form(count, 'événement', 'événements')} chez ${other} seulement`,
    haveIt: (count) => `chez ${counted(count, nouns.outlet)}`,
    event: 'Événement',
    outlets: 'Médias',
    caption: spaced`Événements en lignes, médias en colonnes ; chaque case donne la certitude du média`,
    onlyHere: (certainty) => `${certainty}, ici seulement`,
    others: (count) => `${number(count)} ${form(count, 'autre', 'autres')}`,
    some: (shown, all) =>
      `Les ${number(shown)} événements rapportés par le plus grand nombre de médias, sur ${number(all)}.`,
    no: 'aucun récit',
    key: {
      alone: 'ce média seul',
      shared: 'd’autres aussi',
      none: 'absent',
      only: 'ce média seul',
      joins: 'rapporté par les médias reliés',
      ahead: 'à venir',
    },
  },

  map: {
    title: 'Où',
    events: (count) => counted(count, nouns.event),
    reportedFrom: (outlets) =>
      `d’où ${form(outlets.length, 'écrit', 'écrivent')} ${listed('and', outlets)}`,
    describe: (places) => spaced`Carte : ${semicolons(places)}.`,
    withNote: (place, note) => `${place}, ${note}`,
    notShown: (places) => spaced`Hors de la carte : ${semicolons(places)}.`,
    distance: (kilometres) =>
      kilometres < 1 ? `${number(kilometres * 1000)} m` : `${number(kilometres)} km`,
    detail: spaced`Vue rapprochée : positions seules, sans les rues.`,
    countedWith: (place, others) =>
      spaced`${form(others.length, 'Lieu compris', 'Lieux compris')} dans le total pour ${place} : ${others.join(', ')}.`,
    borders: spaced`Carte : Natural Earth. Les frontières montrent qui tient un territoire, non qui le revendique.`,
  },

  filter: {
    legend: 'Filtrer',
    facets: { actor: 'Acteur', source: 'Source', place: 'Lieu', certainty: 'Certitude' },
    any: 'Tout',
    order: 'Ordre',
    oldest: 'anciens d’abord',
    newest: 'récents d’abord',
    remove: 'Retirer',
    shown: spaced`Événements affichés : N sur M`,
  },

  search: {
    title: 'Recherche',
    description: 'Trouver événements, acteurs et articles, quelle que soit la graphie des noms.',
    label: 'Noms et événements, dans toutes les graphies',
    kinds: { actors: 'Acteurs', events: 'Événements', articles: 'Articles', pages: 'Pages' },
    none: 'Aucun résultat.',
    failed: 'La recherche n’a pas pu être chargée.',
    withoutScript: spaced`La recherche nécessite JavaScript. Sans lui, parcourez :`,
  },

  keys: {
    title: 'Raccourcis clavier',
    description: 'Les raccourcis clavier de ce site.',
    intro:
      'Tous les liens sont accessibles avec la touche Tab. Ces raccourcis ne fonctionnent qu’une fois activés, et jamais pendant la saisie dans un champ.',
    on: 'Activer les raccourcis clavier',
    key: 'Touche',
    does: 'Effet',
    list: {
      j: spaced`événement suivant d’une liste ; sur la page d’un événement, le suivant`,
      k: 'événement précédent',
      '/': 'page de recherche',
    },
  },

  period: {
    happened: 'Les faits',
    emptied: 'Plus aucun événement n’est daté de cette période.',
    continuing: 'Commencé plus tôt, encore en cours à cette période',
    possible: {
      day: 'Peut-être ce jour-là',
      month: 'Peut-être ce mois-là',
      year: 'Peut-être cette année-là',
    },
    description: (period) => spaced`Événements : ${period}`,
  },

  history: {
    retracted: 'Retiré',
    on: 'le',
    corrections: 'Corrections',
    description: 'Nos corrections, de la plus récente à la plus ancienne.',
    none: 'Aucune correction pour l’instant.',
    count: (count) => counted(count, nouns.correction),
    lastCorrected: (date) => spaced`Dernière correction : ${date}.`,
    neverCorrected: 'Aucune correction.',
  },

  changes: {
    title: 'Nouveautés',
    description: 'Ajouts et corrections, jour par jour.',
    intro: spaced`Du plus récent au plus ancien. Chaque jour a son propre lien : ajoutez-le à vos favoris pour voir ce qui a changé depuis.`,
    none: 'Aucune nouveauté pour l’instant.',
    toDay: 'Lien vers ce jour',
    events: (count) =>
      capital(
        counted(count, { one: 'nouvel événement', other: 'nouveaux événements', gender: 'm' }),
      ),
    accounts: (count) =>
      `${capital(counted(count, { one: 'nouveau récit', other: 'nouveaux récits', gender: 'm' }))} d’événements déjà présents`,
    corrections: 'Corrections et retraits',
    account: (source) => spaced`source : ${source}`,
    earlier: 'Jours précédents',
    inShort: (counts) =>
      listed('and', [
        ...(counts.events > 0 ? [counted(counts.events, nouns.event)] : []),
        ...(counts.accounts > 0 ? [counted(counts.accounts, nouns.account)] : []),
        ...(counts.corrections > 0 ? [counted(counts.corrections, nouns.correction)] : []),
      ]),
    more: (count) =>
      `${number(count)} ${form(count, 'autre', 'autres')} sur les pages des articles.`,
  },

  cite: {
    title: { event: 'Lien permanent, citation, intégration', article: 'Lien permanent, citation' },
    permalink: spaced`Lien permanent :`,
    copy: 'Copier',
    copied: 'Copié',
    toAccount: 'Lien vers ce récit',
    toClaim: 'Lien vers cette déclaration',
    toQuotation: 'Lien vers cette citation',
    plain: 'Texte brut',
    wikipedia: 'Wikipédia',
    files: spaced`Fichiers :`,
    dated: (label, written) => spaced`Date de l’événement : ${label} (${written}).`,
    published: (label) => spaced`Date de publication : ${label}.`,
    translated: (title) => spaced`Notre traduction du titre : ${title}.`,
    via: (name) => spaced`Copie consultée : ${name}.`,
    digest: (url) => spaced`Résumé : ${url}`,
    event: ({ title, site, added, dated, url }) =>
      spaced`« ${nestQuotes(title)} ». ${site}, ${added}. ${dated} ${url}`,
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
      '«\u202F',
      title,
      translation === null ? '\u202F». ' : spaced` » [notre traduction : « ${translation} »]. `,
      source,
      `, ${published}.`,
      [
        '',
        ...(via === null ? [] : [`Via ${via}.`]),
        ...(url === null ? [] : [url]),
        ...(accessed === null ? [] : [`(consulté le ${accessed}).`]),
        ...(archived === null ? [] : [spaced`Archive : ${archived}`]),
        spaced`Résumé : ${digest}`,
      ].join(' '),
    ],
  },

  sharing: {
    dateCorrected: 'date imprimée corrigée',
    dateWorkedOut: 'date déduite',
    andMore: andOthers,
    picture: (parts) => joinSentences(parts.map(capital)),
  },

  gone: {
    moved: 'Cette page a changé d’adresse',
    nowAt: spaced`Nouvelle adresse :`,
    noAccount:
      'Ce site n’en contient plus aucun récit. L’adresse est conservée pour que les liens fonctionnent toujours.',
  },

  missing: {
    title: 'Page introuvable',
    text: spaced`Aucune page ne correspond à cette adresse. Vérifiez-la, ou essayez :`,
  },

  about: {
    title: (site) => spaced`À propos : ${site}`,
    privacy: 'Vie privée',
    more: 'En savoir plus sur ce site',
    counts: (host) =>
      spaced`Ce site charge un script de ${host} pour compter les visites ; la politique de confidentialité de ce service indique les données recueillies.`,
    keepsAppearance: spaced`Si vous choisissez un affichage ou activez les raccourcis, votre navigateur s’en souvient ; rien n’est transmis.`,
    keepsNothing: spaced`Ni cookies, ni mesure d’audience, ni contenu chargé depuis d’autres sites. Si vous choisissez un affichage ou activez les raccourcis, votre navigateur s’en souvient ; rien n’est transmis.`,
  },

  embed: {
    code: spaced`Pour intégrer cet événement, collez ce code dans une page ; d’autres options figurent sur la page des données.`,
    of: (site) => spaced`Source : ${site}`,
    title: (page, site) => `${page} (intégration) – ${site}`,
    asOf: (date) => spaced`au ${date}`,
    lastEvents: 'Derniers événements',
    allEvents: (count) =>
      count === 0
        ? 'Voir la page'
        : count === 1
          ? 'Voir l’événement'
          : `Les ${counted(count, nouns.event)}`,
    sources: (names) =>
      spaced`${form(names.length, 'Source', 'Sources')} : ${listed('and', names)}.`,
    timeline: (site) => spaced`Chronologie : ${site}`,
    noEvents: 'Aucun événement pour l’instant.',
    whole: 'Le récit complet',
  },

  ...frData,
};
