import { capital, counted, listed, nestQuotes, numeral, possessive } from './enGrammar.ts';
import { zoneToCity } from './zones.ts';

/** What comes before the names of those who say how surely something happened. */
const holders = {
  confirmed: 'confirmed by',
  reported: 'reported by',
  purported: 'unverified, in',
  denied: 'denied by',
  due: 'upcoming, according to',
  announced: 'announced, according to',
  planned: 'planned, according to',
  threatened: 'threatened, according to',
};

/** What differs: outlets, articles of one outlet, or claims within one article. */
const differing = {
  sources: 'sources differ',
  articles: 'articles differ',
  claims: 'claims differ',
};

/** What the pages say in English, but for dates and certainties. */
export const pageWords = {
  /** The signs that join texts in a line, each with the spaces around it. */
  joints: { comma: ', ', semicolon: '; ', colon: ': ' },

  site: {
    skip: 'Skip to the content',
    navigation: 'Site',
    timeline: 'Timeline',
    actors: 'Actors',
    articles: 'Articles',
    sources: 'Sources',
    places: 'Places',
    about: 'About',
    search: 'Search',
    keys: 'Keyboard',
    changes: 'What changed',
    corrections: 'Corrections',
    appearance: 'Appearance',
    appearances: {
      auto: 'as the device',
      light: 'light',
      dark: 'dark',
      contrast: 'high contrast',
    },
    zone: (zone: string) =>
      `All dates are days in ${zoneToCity(zone)} unless another place is named.`,
    data: 'Data',
    events: 'events',
    people: 'actors',
    statements: 'claims and quotations',
  },

  /** Short marks of doubt, as lists carry them. */
  marks: {
    label: 'Certainty',
    dateDisputed: 'date disputed',
    differ: differing,
    oneSource: 'one source',
    retracted: 'retracted',
    oneSide: 'claimed by one side',
  },

  list: {
    involved: 'Involved',
    sources: (count: number): string => (count === 1 ? 'Source' : 'Sources'),
    events: (count: number) => counted(count, 'event'),
    /** Of a day, month or year: “2 events, 1 possible”. */
    eventsOf: (count: number, possible: number) =>
      `${count} ${count === 1 ? 'event' : 'events'}${possible === 0 ? '' : `, ${possible} possible`}`,
    noEvents: 'No event has been added yet.',
    others: 'Others',
    within: (place: string) => `in ${place}`,
    articles: (count: number) => counted(count, 'article'),
    years: 'All years',
    months: 'By month',
    /** Before the newest of a list that is parted by years. */
    newest: 'The newest are here; everything stands on the pages of its year.',
    more: (count: number) => `and ${counted(count, 'other')}`,
    /** Heads the pages of a list that is parted by ids. */
    byId: 'All, from A to Z',
    /** What the ids of a part start with. */
    startsWith: (prefix: string) => `${prefix}…`,
    count: (count: number) => String(count),
    noneLeft: 'Nothing here starts with this any more.',
    /** All that an event is linked to. */
    linked: 'all that is linked',
    /** Of points that a page has no room for. */
    morePoints: (count: number) =>
      `${capital(counted(count, 'other'))} ${count === 1 ? 'stands' : 'stand'} in the accounts.`,
    /** Of an index that holds those that count most; after it, links. */
    left: (count: number) =>
      `${capital(counted(count, 'other'))} ${count === 1 ? 'is' : 'are'} left out here and found by search, in the data, and wherever they are named:`,
    /** The title of a part of a list. */
    part: (owner: string, period: string) => `${owner}, ${period}`,
    emptied: 'No events are now dated to this period.',
  },

  home: {
    stateOfPlay: 'The state of play',
    asOf: (date: string) => `As of ${date}`,
    open: 'Disputed and unknown',
    differOn: (who: keyof typeof differing, points: readonly string[]) =>
      `${capital(differing[who])}: ${points.join('; ')}.`,
    notKnown: (texts: readonly string[]) =>
      `Not known: ${texts.map((text) => text.replace(/\.$/u, '')).join('; ')}.`,
    whetherItHappened: 'Whether it happened',
    whenItHappened: 'When it happened',
    whereItHappened: 'Where it happened',
    /** Of what is ahead, or did not happen. */
    when: 'The date',
    where: 'The place',
    who: 'Who is who',
    background: 'What led up to it',
    happened: 'What happened',
    figure: 'Who did what, and when',
    figureKey:
      'A disc: involved. A ring: mentioned. A line: all these days. A dashed line: somewhere in these days. Shaded: the axis is cut short.',
    involved: 'Involved',
    mentioned: 'Mentioned',
    density: 'Events by day',
    figureKeySummed:
      'The larger a disc, the more events involve the actor. A ring: only mentioned.',
    ahead: 'Still to come when the articles appeared',
  },

  event: {
    howDated: 'About this date',
    timesDiffer: {
      sources: 'Sources give different times of day.',
      articles: 'Articles give different times of day.',
      claims: 'Different times of day are given.',
    },
    where: 'Where',
    placesDiffer: (who: keyof typeof differing) => `${capital(differing[who])}:`,
    involved: 'Involved',
    mentioned: 'Mentioned',
    howSure: 'Certainty',
    ground: 'Based on',
    headline: 'About the headline',
    follows: 'Earlier',
    followedBy: 'Later',
    notDone: 'No source here says it has happened.',
    sources: 'Sources',
    alsoSpeak: 'Also mentioned in',
    ofActors: 'Previous and next, by person',
    partOf: 'Part of',
    parts: 'Its parts',
    accounts: (count: number): string =>
      count === 1 ? 'What the source says' : 'What each source says',
    /** Where the accounts stand on a page of their own. */
    readAccounts: (count: number) => `Read the ${counted(count, 'account')} side by side`,
    points: 'Where they agree and differ',
    unknown: 'What we don’t know',
    neighbours: 'Before and after',
    before: 'Before',
    after: 'After',
    /** Beside it on the timeline, where nobody says which came first. */
    previous: 'Previous',
    next: 'Next',
    /** Joins “Before” with how long before. */
    apart: (which: string, distance: string | null) =>
      distance === null ? which : `${which}, ${distance}`,
  },

  /** Whose words stand apart from their account. */
  telling: {
    /** The heading of one source, of an event that another denies. */
    disputedTitle: (title: string, source: string) =>
      `Disputed: “${nestQuotes(title)}” (${source})`,
    said: (source: string, sentence: string) => `${source}: ${sentence}`,
    /** One side of a dispute; the sentence is the first source's. */
    side: ([first = '', ...others]: readonly string[], certainty: string, sentence: string) =>
      sentence === ''
        ? `${listed('and', [first, ...others])}: ${certainty}.`
        : `${first} (${certainty}${others.length > 0 ? `; also ${listed('and', others)}` : ''}): ${sentence}`,
    also: 'also',
    /** “Confirmed by Rudaw; reported by VOA.” */
    who: (
      groups: readonly {
        readonly certainty: keyof typeof holders;
        readonly names: readonly string[];
        /** How many more say so. */
        readonly more: number;
      }[],
    ) => {
      const said = groups.map(({ certainty, names, more }) => {
        const all = more > 0 ? [...names, counted(more, 'other')] : names;
        return `${holders[certainty]} ${listed('and', all)}`;
      });
      return `${capital(said.join('; '))}.`;
    },
    deniedBefore: (date: string) => `denied on ${date}, before it`,
    /** Where an editor rules how sure it is, in place of what its sources say. */
    ruled: (certainty: string) => `Set by an editor: ${certainty}.`,
    plan: (source: string, certainty: string) => `${source}, ${certainty}`,
    before: (plans: readonly string[]) => `Before it: ${plans.join('; ')}.`,
    ahead: (plans: readonly string[]) => `Still to come at publication: ${plans.join('; ')}.`,
  },

  /** How the date of an event came about. */
  dating: {
    ruling: 'Set by an editor; each source’s date is below.',
    disputed: {
      sources: 'Sources give conflicting dates; each is below.',
      articles: 'Articles give conflicting dates; each is below.',
      claims: 'Conflicting dates are given; each is below.',
    },
    onlyAccount: (source: string) => `From ${source}, the only source.`,
    together: 'Consistent with every source.',
    from: (sources: readonly string[], others: readonly string[]) =>
      `From ${[listed('and', sources), ...others].join('; ')}.`,
    consistent: 'consistent with every source',
    doesNotFit: (sources: readonly string[]) =>
      `${listed('and', sources.map(possessive))} date${sources.length === 1 ? ' doesn’t' : 's don’t'} fit it`,
    planned: (source: string, when: 'earlier' | 'later' | 'other') =>
      `${possessive(source)} plan was for ${{ earlier: 'an earlier time', later: 'later', other: 'another time' }[when]}`,
    account: (source: string, date: string) => `${source}: ${date}.`,
  },

  /** How an account's date is known. */
  basis: {
    stated: 'The article states this date.',
    reckoned: (published: string) =>
      `Worked out from the article’s wording and publication date, ${published}.`,
    record: 'Dated from the public record.',
    estimate: 'An editor’s estimate.',
    printed: (dateline: string) => `Printed dateline: “${dateline}”.`,
    ownWords: 'the article says',
    summary: 'About this date',
  },

  /** What a page says of its own ground. */
  ground: {
    oneArticle: 'One source only: a single article.',
    oneSource: (articles: number) => `One source only, in ${counted(articles, 'article')}.`,
    retold: 'One independent source: the other articles draw on it.',
    independent: (articles: number, sources: number) =>
      `${capital(counted(articles, 'article'))} from ${counted(sources, 'outlet')}.`,
    partlyIndependent: (articles: number, sources: number, witnesses: number) =>
      `${capital(counted(articles, 'article'))} from ${counted(sources, 'outlet')}, ${numeral(witnesses)} of them independent.`,
    oneSide: (side: string) => `Claimed by one side: ${side}.`,
    firstReported: (date: string, sources: readonly string[]) =>
      `First reported on ${date}, by ${listed('and', sources)}.`,
    dayNotKnown: (sources: readonly string[]) =>
      `The day ${listed('and', sources)} published is not known.`,
    retracted: (sources: readonly string[]) => `Retracted since: ${listed('and', sources)}.`,
    added: (date: string) => `Added ${date}.`,
  },

  account: {
    /** A date at the head of what happened. */
    dated: (date: string) => `${capital(date)}.`,
    when: 'When',
    timesDiffer: 'time of day disputed',
    howSure: 'Certainty',
  },

  /** The page of the accounts that are too many for their event's own. */
  accounts: {
    title: (event: string, published: string | null) =>
      published === null
        ? `${event}: the accounts`
        : `${event}: the accounts published ${published}`,
    of: 'What each source says of one event:',
    all: 'All accounts of it',
    byPublication: 'By their publication',
    count: (count: number) => counted(count, 'account'),
    emptied: 'No account of it was published in this time any more.',
  },

  /** Claims and quotations, wherever they stand. */
  statements: {
    says: ': ',
    about: 'About:',
    ourTranslation: '(our translation)',
    withdrawn: (date: string) => `Retracted by the source, ${date}.`,
    inSource: (source: string) => `via ${source}`,
    /** Where there are too many for a page. */
    more: (count: number) =>
      count === 1
        ? 'An earlier one stands in its account.'
        : `${capital(numeral(count))} earlier ones stand in their accounts.`,
  },

  /** A source of which several articles stand on a page. */
  tellers: {
    ofDay: (source: string, published: string) => `${source}, ${published}`,
    ofTitle: (source: string, title: string) => `${source}, “${title}”`,
  },

  points: {
    point: 'Point',
    differ: differing,
    oneSide: (side: string) => `claimed by one side: ${side}`,
    press: 'outlet',
    unnamed: 'unnamed source',
    silent: 'does not say',
    /** One who speaks to a point, in the words of a source; the press speaks for itself. */
    speaks: (speaker: string, source: string) =>
      speaker === source ? source : `${speaker}, via ${source}`,
    caption: 'Who says what, point by point',
  },

  actor: {
    kinds: {
      person: 'Person',
      organisation: 'Organisation',
      'state-body': 'State body',
      outlet: 'News outlet',
    },
    description: 'The people and groups of this story.',
    belongsTo: 'Belongs to',
    leads: 'Leads',
    spellings: 'How each source spells the name',
    unused: 'not used in the articles read',
    ownWords: 'called so here',
    namedAs: 'Named in the articles as',
    /** One who names somebody, in the words of a source. */
    via: (source: string) => `via ${source}`,
    /** For search: a name that is only claimed, with those who give it. */
    namedBy: (name: string, givers: readonly string[]) =>
      givers.length === 0 ? name : `${name}: named so by ${listed('and', givers)}`,
    namedIn: 'Named in claims and quotations',
    involved: 'Involved in',
    noEvents: 'No events yet.',
    mentionedIn: 'Mentioned in',
    said: (name: string) => `What ${name} said`,
    claimed: (name: string) => `What is claimed about ${name}`,
    strip: (name: string) => `When ${name} appears`,
    facts: 'Facts and names',
    often: (names: readonly string[]) => `most often with ${listed('and', names)}`,
    appearsWith: 'Appears with',
    together: (count: number) => `in ${counted(count, 'event')}`,
  },

  article: {
    by: 'By',
    datelined: 'Reported from',
    printedDateline: 'Printed dateline',
    howDated: 'About this date',
    updated: 'Updated',
    readAt: 'Original',
    archived: 'Archived copy',
    via: 'Copy used',
    drawsOn: 'Based on',
    description: 'The articles that this timeline is made from.',
    translated: (title: string) => `${title} (our translation)`,
    describe: ({
      source,
      published,
      title,
      translation,
    }: Readonly<Record<'source' | 'published' | 'title', string>> & {
      readonly translation: string | null;
    }) =>
      `${source}, ${published}: ${title}${translation === null ? '' : ` – ${translation} (our translation)`}`,
    newest: 'The newest are here; all of them stand on the pages of their sources.',
  },

  source: {
    kind: 'Kind',
    url: 'Its own site',
    articles: 'Articles read',
    events: 'Events covered',
    moreEvents: (count: number) =>
      `${capital(counted(count, 'earlier event'))} ${count === 1 ? 'stands' : 'stand'} on the pages of the articles.`,
    none: 'None of its articles is in this timeline.',
    description: 'The outlets whose articles this timeline is made from.',
  },

  place: {
    in: 'In',
    around: 'Around',
    alsoWritten: 'Also written',
    events: 'What happened here',
    noEvents: (name: string) => `No event here is placed at ${name}.`,
    mentionedIn: 'Where it is mentioned',
    description: 'Where this story happens.',
  },

  /** Which outlets have which events. */
  coverage: {
    each: 'What each outlet has',
    title: 'Who reports what',
    see: 'See who reports what',
    summary: (
      counts: Readonly<Record<'outlets' | 'articles' | 'events' | 'byOne' | 'byAll', number>>,
    ) =>
      `${capital(counted(counts.outlets, 'outlet'))}, ${counted(counts.articles, 'article')}: ${counted(counts.events, 'event')}. ${counts.byOne === 0 ? 'None' : capital(numeral(counts.byOne))} of them ${counts.byOne === 1 ? 'is' : 'are'} reported by one outlet only, ${counts.byAll === 0 ? 'none' : numeral(counts.byAll)} by ${counts.outlets === 2 ? 'both' : `all ${numeral(counts.outlets)}`}.`,
    share: (events: number, all: number, alone: number) =>
      `${events} of ${counted(all, 'event')}, ${alone === 0 ? 'none' : alone} by it alone`,
    only: 'Only here:',
    leavesOut: 'Leaves out:',
    nothing: 'nothing',
    more: (count: number) => `; and ${count} more`,
    moreLeftOut: (count: number) => `; and ${count} more that two or more outlets have`,
    otherOnly: (count: number, other: string) =>
      count === 0 ? 'nothing' : `the ${counted(count, 'event')} that only ${other} has`,
    haveIt: (count: number) => `${count} have it`,
    event: 'Event',
    caption: 'Events down, outlets across; each cell has the outlet’s certainty',
    onlyHere: (certainty: string) => `${certainty}, only here`,
    others: (count: number) => `${count} others`,
    some: (shown: number, all: number) =>
      `The ${shown} events that most outlets have, of ${all} in all.`,
    no: 'no account',
    key: {
      alone: 'by it alone',
      shared: 'others have it too',
      none: 'not in it',
      only: 'only this outlet',
      joins: 'reported by the outlets it joins',
      ahead: 'still to come',
    },
  },

  /** The map of the places: a figure, and what it leaves out in words. */
  map: {
    title: 'Where',
    events: (count: number) => counted(count, 'event'),
    reportedFrom: (outlets: readonly string[]) => `${listed('and', outlets)} reported from here`,
    /** For those who do not see the map. */
    describe: (places: readonly string[]) => `Map: ${places.join('; ')}.`,
    withNote: (place: string, note: string) => `${place}, ${note}`,
    notShown: (places: readonly string[]) => `Not on this map: ${places.join('; ')}.`,
    borders: 'Map: Natural Earth. It draws borders as they are held, not as they are claimed.',
    /** The map's data names countries in English: another language leaves them out. */
    country: (name: string): string | null => name,
  },

  filter: {
    legend: 'Show only',
    facets: { actor: 'Actor', source: 'Source', place: 'Place', certainty: 'Certainty' },
    any: 'any',
    order: 'Order',
    oldest: 'oldest first',
    newest: 'newest first',
    remove: 'Take away',
    /** `N` and `M` stand for the numbers, put in by the page's script. */
    shown: 'N of M events shown',
  },

  search: {
    title: 'Search',
    description: 'Find events, actors and articles by any spelling of a name.',
    label: 'Words or a name, in any spelling',
    kinds: { actors: 'Actors', events: 'Events', articles: 'Articles', pages: 'Pages' },
    none: 'Nothing here has these words.',
    failed: 'The search index could not be loaded.',
    withoutScript:
      'Searching needs JavaScript. Without it, everything can be found from these pages:',
  },

  keys: {
    title: 'Keyboard',
    description: 'The keys that this site answers to.',
    intro:
      'Everything here is reached with the Tab key. These keys are shortcuts; they do nothing while you write in a field.',
    key: 'Key',
    does: 'What it does',
    list: {
      j: 'to the next event of a list; on an event’s page, to the event after it',
      k: 'to the event before',
      '/': 'to the search page',
    },
  },

  period: {
    happened: 'What happened',
    emptied: 'No events are now dated to this period.',
    continuing: 'Began earlier, and reached into this period',
    possible: 'Possibly in this period',
    possibleNote: 'Their dates allow this period and others.',
    description: (period: string) => `Events of ${period}`,
  },

  history: {
    retracted: 'Retracted',
    on: 'on',
    corrections: 'Corrections',
    description: 'What this site got wrong and mended, the newest first.',
    none: 'Nothing has been corrected yet.',
    count: (count: number) => counted(count, 'correction'),
    lastCorrected: (date: string) => `Last corrected on ${date}.`,
    neverCorrected: 'Nothing on this page has been corrected.',
  },

  /** What was added and corrected, day by day. */
  changes: {
    title: 'What changed',
    description: 'What was added and corrected here, day by day.',
    intro:
      'The latest first. Each day has an address of its own: bookmark one to come back to what is new since then.',
    none: 'Nothing has been added yet.',
    toDay: 'Link to this day',
    events: (count: number) => capital(counted(count, 'new event')),
    accounts: (count: number) => capital(`${counted(count, 'new account')} of earlier events`),
    corrections: 'Corrections and retractions',
    account: (source: string) => `from ${source}`,
    earlier: 'Earlier',
    inShort: (counts: Readonly<Record<'events' | 'accounts' | 'corrections', number>>) =>
      listed('and', [
        ...(counts.events > 0 ? [counted(counts.events, 'event')] : []),
        ...(counts.accounts > 0 ? [counted(counts.accounts, 'account')] : []),
        ...(counts.corrections > 0 ? [counted(counts.corrections, 'correction')] : []),
      ]),
    more: (count: number) => `${capital(counted(count, 'other'))} on the pages of the articles.`,
  },

  /** Permanent addresses, and how a page is cited. */
  cite: {
    title: 'Link and cite',
    permalink: 'Permanent address:',
    copy: 'Copy',
    copied: 'Copied',
    /** What the sign beside an account, a claim or a quotation leads to. */
    toAccount: 'Address of this account',
    toClaim: 'Address of this claim',
    toQuotation: 'Address of this quotation',
    show: { event: 'Cite this event', article: 'Cite this article' },
    plain: 'Plain text',
    wikipedia: 'Wikipedia',
    files: 'As a file:',
    dated: (label: string, written: string) => `The event is dated: ${label} (${written}).`,
    published: (label: string) => `Its date of publication: ${label}.`,
    translated: (title: string) => `Our translation of the title: ${title}.`,
    via: (name: string) => `Read in the copy of ${name}.`,
    digest: (url: string) => `Digest: ${url}`,
    event: (parts: Readonly<Record<'title' | 'site' | 'added' | 'dated' | 'url', string>>) =>
      `“${nestQuotes(parts.title)}”. ${parts.site}, ${parts.added}. ${parts.dated} ${parts.url}`,
    /** In pieces, so that foreign ones can be marked. */
    article: <Piece>(
      parts: Readonly<Record<'title' | 'source', Piece>> &
        Readonly<Record<'published' | 'digest', string>> &
        Readonly<Record<'translation' | 'via' | 'url' | 'accessed' | 'archived', string | null>> & {
          readonly by: Piece | null;
        },
    ): (Piece | string)[] => [
      ...(parts.by === null ? [] : [parts.by, '. ']),
      '“',
      parts.title,
      parts.translation === null ? '”. ' : `” [our translation: “${parts.translation}”]. `,
      parts.source,
      `, ${parts.published}.`,
      [
        '',
        ...(parts.via === null ? [] : [`Via ${parts.via}.`]),
        ...(parts.url === null ? [] : [parts.url]),
        ...(parts.accessed === null ? [] : [`(accessed ${parts.accessed}).`]),
        ...(parts.archived === null ? [] : [`Archived: ${parts.archived}`]),
        `Digest: ${parts.digest}`,
      ].join(' '),
    ],
  },

  /** What a page says where its address is shared. */
  sharing: {
    dateCorrected: 'printed date corrected',
    dateWorkedOut: 'date worked out',
    andMore: (count: number) => `and ${numeral(count)} more`,
    /** What a picture says, as sentences: some parts are sentences already. */
    picture: (parts: readonly string[]) =>
      parts
        .filter((part) => part !== '')
        .map((part) => part.replace(/\.$/u, ''))
        .join('. '),
  },

  gone: {
    moved: 'This page has a new address',
    nowAt: 'It is now at',
    noAccount:
      'No account of it is kept here. The address stays, so that what led here is answered.',
  },

  missing: {
    title: 'No such page',
    text: 'Nothing has this address. Addresses here are permanent, so it may be mistyped. Try one of these:',
  },

  about: {
    title: (site: string) => `About ${site}`,
    privacy: 'What it keeps of its readers',
    /** Where a script of another host counts visits. */
    counts: (host: string) =>
      `It loads a script from ${host}, which counts visits; what that host learns of you, it says itself.`,
    keepsAppearance:
      'Where you choose an appearance, that choice is kept in your own browser and nowhere else.',
    /** Held true by a test: what a page may store, and whom it may ask. */
    keepsNothing:
      'Nothing. It sets no cookie, counts nobody and loads nothing from anyone else. Where you choose an appearance, that choice is kept in your own browser and nowhere else.',
  },

  /** The cards that stand in pages of others. */
  embed: {
    summary: 'Embed this event',
    code: 'Put this where the card is to stand; what it offers besides is on the page of the data.',
    of: (site: string) => `From ${site}`,
    title: (page: string, site: string) => `${page} – card of ${site}`,
    lastEvents: 'The last events',
    allEvents: (count: number) => (count === 0 ? 'Its page' : `All ${counted(count, 'event')}`),
    sources: (names: readonly string[]) =>
      `Source${names.length === 1 ? '' : 's'}: ${listed('and', names)}.`,
    timeline: (site: string) => `Timeline: ${site}`,
    noEvents: 'No event is told of yet.',
    whole: 'The whole account, on its page',
  },

  /** The page that describes the data. */
  data: {
    title: 'Data',
    description: 'Everything that this site says, as files to read by program.',
    intro:
      'All that these pages say is here as files. They are made with the pages, from the same texts, and keep their addresses.',
    file: 'File',
    holds: 'What it holds',
    schema: 'Schema',
    whole: 'The whole archive',
    single: 'One page at a time',
    files: {
      events:
        'Every event in the order of the timeline, with each account of it, its claims and quotations, and the points on which they differ.',
      actors:
        'Every person and group, with the names and spellings that each source uses, and the events.',
      claims: 'Every claim and quotation, with who said it, where, and about what.',
      articles:
        'Every digest whole, with the sources and places, and what the other files leave out: from these files the archive can be made again.',
      eventsCsv: 'One line for each event, for a spreadsheet.',
      claimsCsv: 'One line for each claim and quotation, for a spreadsheet.',
      actorsCsv: 'One line for each person and group.',
      articlesCsv: 'One line for each article.',
      eventActorsCsv: 'One line for each person or group in an event: involved or mentioned.',
      accountsCsv: 'One line for each article’s account of an event.',
      sourcesCsv: 'One line for each outlet.',
      placesCsv: 'One line for each place.',
      dataPackage: 'What the CSV files and their columns mean, as Frictionless tools read it.',
      database:
        'The same tables as an SQLite database, with a full-text search, for sqlite3, Datasette or any program that opens SQLite.',
      timelineJs:
        'The events for TimelineJS 3. An uncertain date is drawn over all the days it may be; its words stand beside it.',
    },
    each: {
      event:
        'Each event, as events.json has it: its page’s address with .json in place of the last slash.',
      article: 'Each article, as articles.json has it, likewise.',
      oembed:
        'Each event and actor for programs that ask by oEmbed, and the timeline; the page names the file.',
    },
    ask: 'Ask the database',
    askIntro: 'Each of these runs as it stands: save the file and start sqlite3 archive.sqlite.',
    queries: {
      saidAbout: 'Who said what about an event?',
      toldByOne: 'What does only one outlet report?',
      byMonth: 'How many events does each month have, by certainty?',
      mostInvolved: 'Who is involved in the most events?',
      differing: 'Which events do articles date differently?',
      words: 'Where do these words stand?',
    },
    conventions: 'How to read them',
    rules: [
      'Dates are written in EDTF (ISO 8601-2), never more precise than they are known. The words for a date stand beside it.',
      'Every key is always there. What nobody has said is null, a list of nothing is [].',
      'An address in a JSON file begins at the root of this site; in the other files it is whole. An id never changes its meaning.',
      'The CSV files are UTF-8 as RFC 4180 has it. Several ids in one cell are parted by semicolons; a cell that a spreadsheet might take for a formula has an apostrophe before it. They begin with a byte order mark: pandas reads them as they are, other programs as “utf-8-sig”.',
    ],
    embed: 'Cards for pages of your own',
    embedIntro:
      'Every event and actor has a card, and so has the timeline: the page’s address with embed/ before it. A card keeps to light or dark as its reader does and to any width from 280 pixels. On an event’s page the code stands ready; this is the timeline’s:',
    embedScript:
      'A card tells the page around it how high it is. With these three lines in that page, the frame is always just as high; without them, it scrolls:',
    licence: 'Licence',
    licenceText:
      'The digests, dates and claims in the words of this site may be copied, changed and passed on under the Creative Commons licence Attribution 4.0, naming this site. What is quoted belongs to those who said it, the articles to their publishers.',
    /** Of a site that says its own licence. */
    ownLicence: (name: string) =>
      `The digests, dates and claims in the words of this site stand under ${name}. What is quoted belongs to those who said it, the articles to their publishers.`,
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    licenceName: 'CC BY 4.0',
    changes: 'Changes of the format',
    changesIntro:
      'What a key means does not change. A new key is a new minor version; one that would go or mean something else, a new major one, said here before.',
    versions: [
      {
        version: '1.4',
        text: 'Adds to the site in articles.json how it writes digits and the names of months in Arabic (digits, months).',
      },
      {
        version: '1.3',
        text: 'Adds to events and claims the first and last day that the date allows (earliest, latest), a table for each kind of thing as CSV, datapackage.json and archive.sqlite. The CSV files begin with a byte order mark now.',
      },
      {
        version: '1.2',
        text: 'Adds the coordinates of places (`at`) to articles.json and, to its events, the account that speaks for each (lead), whose heading its title quotes where it is disputed (titleBy), an editor’s sentence (summary), and the dates that cannot all be right (dateChoices).',
      },
      {
        version: '1.1',
        text: 'Adds articles.json, the CSV files, timelinejs.json, and a file for each event and article.',
      },
      { version: '1.0', text: 'events.json, actors.json and claims.json, each with its schema.' },
    ],
  },

  /** What readers, calendars and home screens are told of the site. */
  follow: {
    follow: 'Follow',
    followActor: (actor: string) => `Follow ${actor}:`,
    atom: 'Atom',
    json: 'JSON Feed',
    calendar: 'calendar',
    /** Of the feed of one actor, and how it is called beside the site's. */
    ofActor: (actor: string, site: string) => `${actor} – ${site}`,
    aboutSite: (site: string) => `Events added to “${site}” and corrected, the newest first.`,
    aboutActor: (actor: string) =>
      `Events involving ${actor}, as they are added and corrected, the newest first.`,
    corrected: (page: string) => `Corrected: ${page}`,
    retracted: (page: string) => `Retracted: ${page}`,
    /** An event's title with the marks of doubt that it must not be read without. */
    withDoubts: (title: string, doubts: readonly string[]) =>
      doubts.length === 0 ? title : `${title} (${doubts.join('; ')})`,
    /** A date at the head of what happened. */
    dated: (date: string) => `${capital(date)}.`,
    when: 'When',
    timesDiffer: 'time of day disputed',
    ownWords: (words: string) => `the article says “${words}”`,
    says: (speaker: string, said: string) => `${speaker}: ${said}`,
    correctedPage: (page: string) => `What was mended on the page “${page}”:`,
    aboutCalendar: (site: string) =>
      `The events of “${site}”. Those whose day is not certain say so in their titles, and span the days that are possible.`,
    aboutActorCalendar: (actor: string) =>
      `The events that involve ${actor}. Those whose day is not certain say so in their titles, and span the days that are possible.`,
    ofNewest: (shown: number, all: number) => `It holds the latest ${shown} of ${all} events.`,
    withoutDays: (count: number) =>
      count === 1
        ? 'One event of which no day is known is not in it.'
        : `${capital(numeral(count))} events of which no day is known are not in it.`,
  },
};
