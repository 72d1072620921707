import type { Certainty } from '../../model/drafts.ts';
import { enCertainties } from './enCertainties.ts';
import {
  capital,
  counted,
  digits,
  listed,
  midSentence,
  nestQuotes,
  numeral,
  possessive,
} from './enGrammar.ts';
import { joinSentences } from './joinSentences.ts';
import { zoneToCity } from './zones.ts';

/** What differs: outlets, those whom they cite, articles of one outlet, or claims within one article. */
const differing = {
  sources: 'sources differ',
  cited: 'those cited differ',
  articles: 'articles differ',
  claims: 'claims differ',
};

/** Who alone makes a claim: a side of the story, or somebody who is no party to it. */
interface OneSide {
  readonly name: string;
  readonly isSide: boolean;
}

/** The English texts of pages, except dates and certainties. */
export const pageWords = {
  /** The separators between texts on a line, with the spaces around them. */
  joints: { comma: ', ', semicolon: '; ', colon: ': ' },

  /** A text that opens a sentence or stands above a headline. */
  opening: capital,

  site: {
    skip: 'Skip to content',
    skipToTimeline: 'Skip to the timeline',
    navigation: 'Site',
    timeline: 'Timeline',
    actors: 'Who’s who',
    articles: 'Articles',
    sources: 'Sources',
    places: 'Places',
    about: 'About',
    search: 'Search',
    keys: 'Keyboard shortcuts',
    changes: 'What changed',
    corrections: 'Corrections',
    appearance: 'Theme',
    appearances: {
      auto: 'same as device',
      light: 'light',
      dark: 'dark',
      contrast: 'high contrast',
    },
    zone: (zone: string) => `Dates are in ${zoneToCity(zone)} time unless stated.`,
    data: 'Data',
    feed: 'Feed',
    calendar: 'Calendar',
  },

  /** Short doubts for lists. */
  marks: {
    label: 'Certainty',
    dateDisputed: 'date disputed',
    differ: differing,
    oneSource: 'one source',
    retracted: 'retracted',
    oneSide: 'claims from one side only',
  },

  list: {
    sources: (count: number): string => (count === 1 ? 'Source' : 'Sources'),
    events: (count: number) => counted(count, 'event'),
    /** For a day, month or year: “2 events, 1 possible”. */
    eventsOf: (count: number, possible: number) =>
      `${count} ${count === 1 ? 'event' : 'events'}${possible === 0 ? '' : `, ${possible} possible`}`,
    noEvents: 'No events yet.',
    others: 'Others',
    within: (place: string) => place,
    articles: (count: number) => counted(count, 'article'),
    years: 'All years',
    months: 'By month',
    /** Above the newest events of a list that is split by year. */
    newest: 'Latest events. Choose a year for more:',
    /** A name after the first in a list. */
    laterName: midSentence,
    more: (count: number) => `and ${counted(count, 'other')}`,
    /** The heading of pages of a list that is split by id. */
    byId: 'All, from A to Z',
    /** The prefix of a part. */
    startsWith: (prefix: string) => `${prefix}…`,
    count: (count: number) => String(count),
    noneLeft: 'No entries start with this any more.',
    /** The page of all links of an event. */
    linked: 'all links',
    /** Points that don't fit on the page. */
    morePoints: (count: number) =>
      `${capital(numeral(count))} more ${count === 1 ? 'is' : 'are'} in the accounts.`,
    /** For an index with only the highest-ranked entries; links follow. */
    left: (count: number) =>
      `${capital(counted(count, 'other'))} ${count === 1 ? 'is' : 'are'} not listed here. Use search or the data:`,
    /** The title of a part of a list. */
    part: (owner: string, period: string) => `${owner}, ${period}`,
    emptied: 'No events are now dated to this period.',
  },

  home: {
    stateOfPlay: 'Where it stands',
    differ: 'Where sources differ',
    whetherItHappened: 'Did it happen?',
    whenItHappened: 'When did it happen?',
    whereItHappened: 'Where did it happen?',
    /** For an event that is ahead or didn't happen. */
    when: 'Date',
    where: 'Place',
    ofEvent: (question: string, event: string) => `${event}: ${question}`,
    ofActor: (point: string, actor: string) => `${actor}: ${point}`,
    /** After the answers that fit. */
    moreAnswers: (count: number) => `and ${counted(count, 'other answer')}`,
    /** Before links. */
    alsoDiffer: 'They also differ on:',
    moreDifferences: (count: number) =>
      `${capital(counted(count, 'more difference'))} ${count === 1 ? 'is' : 'are'} on the event pages.`,
    who: 'Who’s who',
    /** Below a day on which things were only said. */
    statements: (count: number): string => (count === 1 ? 'statement' : 'statements'),
    background: 'What led up to it',
    happened: 'What happened',
    ahead: 'Still to come when the articles appeared',
    eachDay: 'Events by day',
    eachMonth: 'Events by month',
    cells: (events: number) => counted(events, 'event'),
  },

  /** The key figure. */
  key: {
    title: 'Key events',
    night: 'Night',
    next: 'Still to come',
    others: 'Others',
    oneOf: 'on one of these days',
    legend: {
      full: 'confirmed: witnessed, or stated by whoever did it',
      said: 'on record',
      half: 'reported',
      dashed: 'unverified',
      crossed: 'disputed',
      barred: 'denied',
      ahead: 'still to come',
    },
    bars: {
      oneOf: 'on one of these days',
      about: 'approximate',
      open: 'start or end unknown',
      lasting: 'throughout',
    },
    oneNight: 'night: further right is later, where known',
    tie: 'also involves this side',
  },

  event: {
    howDated: 'About this date',
    timesDiffer: {
      sources: 'Sources differ on the time of day.',
      articles: 'Articles differ on the time of day.',
      claims: 'Different times of day are given.',
    },
    where: 'Where',
    placesDiffer: (who: keyof typeof differing) => `${capital(differing[who])}:`,
    involved: 'Involved',
    named: 'Named',
    mentioned: 'Mentioned',
    howSure: 'Certainty',
    ground: 'Based on',
    headline: 'About the headline',
    follows: 'Earlier',
    followedBy: 'Later',
    notDone: 'No source here says it has happened.',
    sources: 'Sources',
    alsoSpeak: 'Also mentioned in',
    differ: (isAmongOutlets: boolean): string =>
      isAmongOutlets ? 'Where sources differ' : 'Where those cited differ',
    agree: 'What sources say, point by point',
    /** The points on which nobody contradicts anybody. */
    otherPoints: 'Other points',
    /** The certainty, and whose it is: the outlet’s name if there is only one. */
    status: (certainty: Certainty | 'said', outlets: number, only: string | null) => {
      const by = capital(enCertainties[certainty].by);
      if (only === null) return `${by} ${counted(outlets, 'outlet')}.`;
      if (certainty === 'purported') return `Unverified. Reported by ${only} only.`;
      const isTold = ['confirmed', 'reported', 'denied'].includes(certainty);
      return `${by} ${only}${isTold ? ' only' : ''}.`;
    },
    /** Before a link: “two points”. */
    differOn: (isAmongOutlets: boolean): string =>
      isAmongOutlets ? 'Sources differ on' : 'Those cited differ on',
    pointsOf: (points: number) => counted(points, 'point'),
    /** Below the headline of a disputed event. */
    disagree: (outlets: number) =>
      `${capital(counted(outlets, 'outlet'))} disagree on whether this happened.`,
    noSide: 'Disputed. This site takes no side; outlets are in alphabetical order.',
    ifItHappened: 'if it happened',
    notIn: (outlets: readonly string[]) => `Not in: ${listed('and', outlets)}.`,
    stance: (source: string, certainty: string) => `${source}: ${certainty}`,
    page: 'This page',
    facts: 'Facts',
    eachDate: 'Date in each source',
    history: (corrections: number) =>
      corrections === 0 ? 'No corrections.' : `${capital(counted(corrections, 'correction'))}.`,
    partOf: 'Part of',
    parts: 'Its parts',
    accounts: (count: number): string =>
      count === 1 ? 'What the source says' : 'What each source says',
    /** If the accounts have a page of their own. */
    readAccounts: (count: number) => `Read all ${counted(count, 'account')}`,
    unknown: 'What we don’t know',
    neighbours: 'Before and after',
    /** On the timeline: which event came first may be unknown. */
    previous: 'Previous',
    next: 'Next',
    /** Joins “Previous” with a date. */
    apart: (which: string, date: string | null) => (date === null ? which : `${which} · ${date}`),
  },

  /** The figure about a date. */
  dateFigure: {
    possible: 'Possible dates',
    disputed: 'Date disputed',
    before: (date: string) => `before it: ${date}`,
    after: (date: string) => `after it: ${date}`,
    words: (source: string, words: string) => `${source}: “${nestQuotes(words)}”`,
  },

  /** Attributes sentences that are apart from their account. */
  telling: {
    /** The title of an event taken from one source and denied by another. */
    disputedTitle: (title: string, source: string) =>
      `Disputed: “${nestQuotes(title)}” (${source})`,
    said: (source: string, sentence: string) => `${source}: ${sentence}`,
    /** One side of a dispute; the sentence is the first source's. */
    side: ([first = '', ...others]: readonly string[], certainty: string, sentence: string) =>
      sentence === ''
        ? `${listed('and', [first, ...others])}: ${certainty}.`
        : `${first} (${certainty}${others.length > 0 ? `; also ${listed('and', others)}` : ''}): ${sentence}`,
    also: 'also',
    /** “Confirmed by City Ledger; reported by Pilot.” */
    who: (
      groups: readonly {
        readonly certainty: Certainty | 'said';
        readonly names: readonly string[];
        /** How many more sources agree. */
        readonly more: number;
      }[],
    ) => {
      const said = groups.map(({ certainty, names, more }) => {
        const all = more > 0 ? [...names, counted(more, 'other')] : names;
        return `${enCertainties[certainty].by} ${listed('and', all)}`;
      });
      return `${capital(said.join('; '))}.`;
    },
    deniedBefore: (date: string) => `denied on ${date}, before it`,
    /** If an editor overrules the sources on certainty. */
    ruled: (certainty: string) => `Set by an editor: ${certainty}.`,
    plan: (source: string, certainty: string) => `${source} (${certainty})`,
    before: (plans: readonly string[]) => `Previously: ${plans.join('; ')}.`,
    ahead: (plans: readonly string[]) => `Still to come at publication: ${plans.join('; ')}.`,
  },

  /** The basis of an event's date. */
  dating: {
    ruling: 'Set by an editor.',
    disputed: {
      sources: 'Sources give conflicting dates.',
      articles: 'Articles give conflicting dates.',
      claims: 'Conflicting dates are given.',
    },
    onlyAccount: (source: string) => `From ${source}, the only source.`,
    together: 'Consistent with every source.',
    from: (sources: readonly string[], others: readonly string[]) =>
      `From ${[listed('and', sources), ...others].join('; ')}.`,
    consistent: 'consistent with every source',
    doesNotFit: (sources: readonly string[]) =>
      `${listed('and', sources.map(possessive))} date${sources.length === 1 ? ' conflicts' : 's conflict'} with it`,
    planned: (source: string, when: 'earlier' | 'later' | 'other') =>
      `${source} reported a plan for ${{ earlier: 'an earlier time', later: 'a later time', other: 'another time' }[when]}`,
    account: (source: string, date: string) => `${source}: ${date}.`,
  },

  /** The basis of an account's date. */
  basis: {
    stated: 'The article states this date.',
    reckoned: (published: string) =>
      `Worked out from the article’s wording and its publication date, ${published}.`,
    record: 'Dated from the public record.',
    estimate: 'An editor’s estimate.',
    printed: (dateline: string) => `Printed dateline: “${dateline}”.`,
    ownWords: 'the article says',
    summary: 'About this date',
  },

  /** A page's evidence. */
  ground: {
    oneArticle: 'One article from one outlet.',
    oneSource: (articles: number) => `${capital(counted(articles, 'article'))} from one outlet.`,
    retold: 'One independent source; the other articles are based on it.',
    independent: (articles: number, sources: number) =>
      `${capital(counted(articles, 'article'))} from ${counted(sources, 'outlet')}.`,
    partlyIndependent: (articles: number, sources: number, witnesses: number) =>
      `${capital(counted(articles, 'article'))} from ${counted(sources, 'outlet')}, ${numeral(witnesses)} of them independent.`,
    oneSide: ({ name, isSide }: OneSide) =>
      isSide
        ? `Claims about it come from one side: ${name}.`
        : `Claims about it come only from ${midSentence(name)}.`,
    /** The first sources; all of the event's sources if none is named. */
    firstReported: (date: string, sources: readonly string[]) =>
      `First reported on ${date}${sources.length === 0 ? '' : `, by ${listed('and', sources)}`}.`,
    dayNotKnown: (sources: readonly string[]) =>
      `Publication day of ${listed('and', sources)} not known.`,
    retracted: (sources: readonly string[]) => `Retracted since: ${listed('and', sources)}.`,
    added: (date: string) => `Added ${date}.`,
  },

  account: {
    when: 'when',
    published: (date: string) => `published ${date}`,
    timesDiffer: 'time of day disputed',
    howSure: 'Certainty',
  },

  /** The page of accounts that don't fit on their event's page. */
  accounts: {
    title: (event: string, published: string | null) =>
      published === null ? `${event}: all accounts` : `${event}: accounts published ${published}`,
    of: 'What each source says about one event:',
    all: 'All accounts',
    byPublication: 'By publication date',
    count: (count: number) => counted(count, 'account'),
    emptied: 'No accounts are now dated to this period.',
  },

  /** Claims and quotations, on any page. */
  statements: {
    says: ': ',
    about: 'About:',
    ourTranslation: '(our translation)',
    withdrawn: (date: string) => `Retracted by the source, ${date}.`,
    /** A short answer, and what it stands for. */
    answered: (answer: string, says: string) => `${capital(answer)}. ${says}`,
    inSource: (source: string) => `via ${source}`,
    /** Before the event that a paraphrased claim is about. */
    paraphrased: 'paraphrased, on',
    /** If there are too many for the page. */
    more: (count: number) =>
      count === 1
        ? 'One earlier statement is on its article’s page.'
        : `${capital(numeral(count))} earlier statements are on the pages of their articles.`,
  },

  /** A source with several articles on a page. */
  tellers: {
    ofDay: (source: string, published: string) => `${source}, ${published}`,
    ofTitle: (source: string, title: string) => `${source}, “${title}”`,
  },

  points: {
    point: 'Point',
    differ: differing,
    oneSide: ({ name, isSide }: OneSide) =>
      isSide ? `claimed by one side: ${name}` : `claimed only by ${midSentence(name)}`,
    /** If all outlets give the same answer. */
    apart: (names: readonly string[]) =>
      `Outlets agree; ${listed('and', names.map(midSentence))} ${names.length === 1 ? 'differs' : 'differ'}`,
    press: 'outlet',
    unnamed: 'unnamed source',
    silent: 'does not say',
    /** A speaker on a point, as a source quotes; the press speaks for itself. */
    speaks: (speaker: string, source: string) =>
      speaker === source ? source : `${speaker}, via ${source}`,
    caption: 'What each source says, point by point',
  },

  actor: {
    kinds: {
      person: 'Person',
      organisation: 'Organisation',
      'state-body': 'State body',
      outlet: 'News outlet',
    },
    description: 'The people and groups in this story.',
    belongsTo: 'Part of',
    leads: 'Leads',
    spellings: 'How sources spell the name',
    unused: 'not used in these articles',
    ownWords: 'this site’s own description',
    namedAs: 'Named in the articles as',
    /** Somebody who uses a name, as a source passes it on. */
    via: (source: string) => `via ${source}`,
    /** For search: a claimed name, with those who use it. */
    namedBy: (name: string, givers: readonly string[]) =>
      givers.length === 0 ? name : `${name}: as named by ${listed('and', givers)}`,
    namedIn: 'Mentioned by others',
    involved: 'Involved in',
    mentionedIn: 'Mentioned in',
    said: (name: string) => `What ${midSentence(name)} said`,
    claimed: (name: string) => `What others say about ${midSentence(name)}`,
    facts: 'Facts and names',
    mentioned: (count: number) => `mentioned in ${counted(count, 'event')}`,
    often: (names: readonly string[]) => `most often with ${listed('and', names.map(midSentence))}`,
    appearsWith: 'Appears with',
    together: (count: number) => counted(count, 'event'),
  },

  article: {
    /** How many events other outlets have, too: the outlet’s name if it is always the same. */
    count: (events: number, shared: number, other: string | null) =>
      `${capital(counted(events, 'event'))}${shared === 0 ? ', none covered by another outlet' : `, ${shared === events ? 'all' : numeral(shared)} also covered by ${other ?? 'another outlet'}`}.`,
    also: 'also',
    facts: 'About the article',
    date: 'Date',
    whole: 'What the article as a whole says',
    ahead: 'Still to come, according to the article',
    /** Before the sources that say an event has happened which was still to come in the article. */
    happened: 'happened, according to',
    /** Whose date it is that the article doesn't give. */
    dateFrom: (sources: readonly string[]): string =>
      sources.length === 0 ? 'set by an editor' : `date from ${listed('and', sources)}`,
    /** After a publication date. */
    byEditor: 'worked out by an editor',
    by: 'By',
    datelined: 'Reported from',
    printedDateline: 'Printed dateline',
    howDated: 'About this date',
    updated: 'Updated',
    readAt: 'Original',
    archived: 'Archived copy',
    via: 'Copy used',
    drawsOn: 'Based on',
    description: 'The articles behind this timeline.',
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
    newest: 'Latest articles. For more, see the page of each source.',
  },

  source: {
    kind: 'Type',
    facts: 'About the outlet',
    url: 'Website',
    articles: 'Articles read',
    events: 'Events covered',
    moreEvents: (count: number) =>
      `${capital(counted(count, 'earlier event'))} ${count === 1 ? 'is' : 'are'} on the article pages.`,
    none: 'No articles in this timeline yet.',
    description: 'The outlets behind this timeline.',
  },

  place: {
    in: 'Part of',
    around: 'Includes',
    alsoWritten: 'Also written',
    facts: 'About the place',
    events: 'What happened here',
    noEvents: 'No events here.',
    mentionedIn: 'Mentioned in',
    description: 'The places in this story.',
    /** Below the index of places. */
    counts: 'The count of a place includes the places within it.',
  },

  /** Which outlets have which events. */
  coverage: {
    each: 'What each outlet has',
    title: 'Who reports what',
    own: 'Compared with other outlets',
    see: 'See who reports what',
    summary: (
      counts: Readonly<Record<'outlets' | 'articles' | 'events' | 'byOne' | 'byAll', number>>,
    ) =>
      `${digits(counts.events, 'event')} in ${digits(counts.articles, 'article')} from ${digits(counts.outlets, 'outlet')}: ${counts.byOne || 'none'} reported by one outlet only, ${counts.byAll || 'none'} by ${counts.outlets === 2 ? 'both' : 'all'}.`,
    articles: (count: number) => digits(count, 'article'),
    share: (events: number, all: number, alone: number) =>
      `${events} of ${digits(all, 'event')}, ${alone || 'none'} only here`,
    only: 'Only here:',
    leavesOut: 'Not here:',
    nothing: 'nothing',
    more: (count: number) => `; and ${count} more`,
    moreLeftOut: (count: number) => `; and ${count} more that two or more outlets report`,
    otherOnly: (count: number, other: string) =>
      count === 0 ? 'nothing' : `the ${digits(count, 'event')} that only ${other} reports`,
    haveIt: (count: number) => `in ${count} outlets`,
    event: 'Event',
    outlets: 'Outlets',
    caption: 'How certain each outlet is of each event',
    onlyHere: (certainty: string) => `${certainty}, only here`,
    others: (count: number) => `${count} others`,
    some: (shown: number, all: number) =>
      `The ${shown} most widely reported events, out of ${all}.`,
    no: 'not reported',
    key: {
      alone: 'only this outlet',
      shared: 'other outlets too',
      none: 'not reported',
      only: 'only this outlet',
      joins: 'reported by the outlets it joins',
      ahead: 'still to come',
    },
  },

  /** The map of places: a figure, and a note on what it leaves out. */
  map: {
    title: 'Where',
    events: (count: number) => counted(count, 'event'),
    reportedFrom: (outlets: readonly string[]) => `${listed('and', outlets)} reported from here`,
    /** The map's alternative text. */
    describe: (places: readonly string[]) => `Map: ${places.join('; ')}.`,
    withNote: (place: string, note: string) => `${place}, ${note}`,
    notShown: (places: readonly string[]) => `Not on this map: ${places.join('; ')}.`,
    distance: (kilometres: number) =>
      kilometres < 1 ? `${kilometres * 1000} m` : `${kilometres} km`,
    /** The caption of a nearer map. */
    detail: 'Close-up: positions only, no streets.',
    countedWith: (place: string, others: readonly string[]) =>
      `Included in ${possessive(place)} count: ${others.join(', ')}.`,
    borders: 'Map: Natural Earth. Borders show who controls an area, not who claims it.',
  },

  filter: {
    legend: 'Filter',
    facets: { actor: 'Who', source: 'Source', place: 'Place', certainty: 'Certainty' },
    any: 'All',
    order: 'Order',
    oldest: 'oldest first',
    newest: 'newest first',
    remove: 'Remove',
    /** The page's script replaces `N` and `M` with numbers. */
    shown: 'N of M events shown',
  },

  search: {
    title: 'Search',
    description: 'Find events, people and articles by any spelling of a name.',
    label: 'Names or events, in any spelling',
    kinds: { actors: 'People and groups', events: 'Events', articles: 'Articles', pages: 'Pages' },
    none: 'No results.',
    failed: 'Search could not be loaded.',
    withoutScript: 'Search needs JavaScript. Without it, browse:',
  },

  keys: {
    title: 'Keyboard shortcuts',
    description: 'Keyboard shortcuts of this site.',
    intro:
      'Every link can be reached with the Tab key. These shortcuts are off until you switch them on, and never work while you type in a field.',
    on: 'Use keyboard shortcuts',
    key: 'Key',
    does: 'What it does',
    list: {
      j: 'next event, in a list or on an event page',
      k: 'previous event',
      '/': 'search',
    },
  },

  period: {
    happened: 'What happened',
    emptied: 'No events are now dated to this period.',
    continuing: 'Began earlier, continued into this period',
    possible: {
      day: 'Possibly on this day',
      month: 'Possibly in this month',
      year: 'Possibly in this year',
    },
    description: (period: string) => `${period}: what happened, and how certain it is.`,
  },

  history: {
    retracted: 'Retracted',
    on: 'on',
    corrections: 'Corrections',
    description: 'Our corrections, latest first.',
    none: 'No corrections yet.',
    count: (count: number) => counted(count, 'correction'),
    lastCorrected: (date: string) => `Last corrected on ${date}.`,
    neverCorrected: 'No corrections.',
  },

  /** Additions and corrections, day by day. */
  changes: {
    title: 'What changed',
    description: 'Additions and corrections, day by day.',
    intro: 'Latest first. Each day has its own link: bookmark it to see what is new since then.',
    none: 'No changes yet.',
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
    more: (count: number) => `${capital(counted(count, 'other'))} on the article pages.`,
  },

  /** Permalinks and citations. */
  cite: {
    title: { event: 'Permalink, cite, embed', article: 'Permalink, cite' },
    permalink: 'Permalink:',
    copy: 'Copy',
    copied: 'Copied',
    /** Labels of the permalinks of accounts, claims and quotations. */
    toAccount: 'Link to this account',
    toClaim: 'Link to this claim',
    toQuotation: 'Link to this quotation',
    plain: 'Plain text',
    wikipedia: 'Wikipedia',
    files: 'As a file:',
    dated: (label: string, written: string) => `Date of the event: ${label} (${written}).`,
    published: (label: string) => `Published: ${label}.`,
    translated: (title: string) => `Our translation of the title: ${title}.`,
    via: (name: string) => `Copy used: ${name}.`,
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

  /** What a page provides for sharing. */
  sharing: {
    dateCorrected: 'printed date corrected',
    dateWorkedOut: 'date worked out',
    andMore: (count: number) => `and ${numeral(count)} more`,
    /** A picture's alternative text; some parts are sentences already. */
    picture: (parts: readonly string[]) => joinSentences(parts.map(capital)),
  },

  gone: {
    moved: 'This page has moved',
    nowAt: 'Now at',
    noAccount:
      'This site no longer has an account of this event. The address is kept so that links still work.',
  },

  missing: {
    title: 'Page not found',
    text: 'No page has this address. Check it, or try:',
  },

  about: {
    title: (site: string) => `About ${site}`,
    privacy: 'Privacy',
    /** The links to pages on how the site is made, its own pages among them. */
    more: 'More about this site',
    /** If a script from another host counts visits. */
    counts: (host: string) =>
      `It loads a script from ${host} to count visits; that host’s privacy policy says what it collects.`,
    keepsAppearance:
      'If you choose a theme or switch shortcuts on, your browser remembers it; nothing is sent.',
    /** A test checks this: what a page may store, and which hosts it may contact. */
    keepsNothing:
      'No cookies, no analytics, nothing loaded from other sites. If you choose a theme or switch shortcuts on, your browser remembers it; nothing is sent.',
  },

  /** Embeddable cards. */
  embed: {
    code: 'To embed this event, paste this code into your page. More options are on the data page.',
    of: (site: string) => `From ${site}`,
    title: (page: string, site: string) => `${page} (embed) – ${site}`,
    asOf: (date: string) => `as of ${date}`,
    lastEvents: 'Latest events',
    allEvents: (count: number) => (count === 0 ? 'Full page' : `All ${counted(count, 'event')}`),
    sources: (names: readonly string[]) =>
      `Source${names.length === 1 ? '' : 's'}: ${listed('and', names)}.`,
    timeline: (site: string) => `Timeline: ${site}`,
    noEvents: 'No events yet.',
    whole: 'Full account',
  },

  /** The page that describes the data. */
  data: {
    title: 'Data',
    description: 'All content as data files.',
    intro:
      'Everything on this site is also available as data files, built from the same content. Their addresses do not change.',
    file: 'File',
    holds: 'What it holds',
    schema: 'Schema',
    whole: 'The whole archive',
    single: 'One page at a time',
    files: {
      events:
        'Every event in timeline order, with each account of it, the claims and quotations, and the points on which they differ.',
      actors:
        'Every person and group, with the names and spellings that each source uses, and their events.',
      claims: 'Every claim and quotation, with who said it, where, and about what.',
      articles:
        'Every digest in full, with sources, places and everything else needed to rebuild the archive.',
      eventsCsv: 'One line for each event, for a spreadsheet.',
      claimsCsv: 'One line for each claim and quotation, for a spreadsheet.',
      actorsCsv: 'One line for each person and group.',
      articlesCsv: 'One line for each article.',
      eventActorsCsv: 'One line for each person or group involved or mentioned in an event.',
      accountsCsv: 'One line for each article’s account of an event.',
      sourcesCsv: 'One line for each outlet.',
      placesCsv: 'One line for each place.',
      dataPackage: 'What the CSV files and their columns mean, for Frictionless tools.',
      database:
        'The same tables as an SQLite database, with a full-text search, for sqlite3, Datasette or any program that opens SQLite.',
      timelineJs:
        'The events for TimelineJS 3. An uncertain date spans every possible day and is also given in words.',
    },
    each: {
      event:
        'Each event, as in events.json. Replace the last slash of its page’s address with .json.',
      article: 'Each article, as in articles.json. Replace the last slash in the same way.',
      oembed:
        'oEmbed for the timeline and for each event, actor and day. Each page links to its file.',
    },
    ask: 'Query the database',
    /** Above the years of a file that is split. */
    parts: 'By year:',
    undated: 'undated',
    partsIntro:
      'Files larger than 5 MB are split by year. The file itself has the newest year, and every year has its own file. Events, claims and articles are in the year of their first possible day. In JSON, the key parts lists all the files.',
    askParts:
      'archive.sqlite has the newest year. To query other years as well, download their databases and add each with these lines:',
    askIntro:
      'Download archive.sqlite and run sqlite3 archive.sqlite. Each query works as written.',
    queries: {
      saidAbout: 'Who said what about an event?',
      toldByOne: 'Which events does only one outlet report?',
      byMonth: 'How many events does each month have, by certainty?',
      mostInvolved: 'Who is involved in the most events?',
      differing: 'Which events do articles date differently?',
      words: 'Where do these words appear?',
    },
    conventions: 'How to read them',
    rules: [
      'Dates are in EDTF (ISO 8601-2) and never more precise than what is known. Each is also given in words.',
      'Every key is always present. Unknown values are null; an empty list is [].',
      'Addresses in JSON files start at the root of this site; in other files they are full URLs. An id never changes its meaning.',
      'The CSV files are UTF-8 with a byte order mark, following RFC 4180. Several ids in one cell are separated by semicolons; a cell that a spreadsheet might read as a formula starts with an apostrophe.',
    ],
    embed: 'Cards for your own pages',
    embedIntro:
      'The timeline and every event, actor and day have a card. Its address is the page’s with embed/ in front; a day’s is embed/days/ and the date. Cards follow the reader’s light or dark setting and fit any width from 280 pixels. Each event page has the code for its card; this is the code for the timeline:',
    embedScript:
      'A card reports its height. Add these three lines to your page to make the frame fit; without them, the card scrolls:',
    licence: 'Licence',
    licenceText:
      'You may copy, change and share the digests, dates and claims in this site’s own words under Creative Commons Attribution 4.0; credit this site. Quotations belong to whoever said them, articles to their publishers.',
    /** For a site that states its own licence. */
    ownLicence: (name: string) =>
      `The digests, dates and claims in this site’s own words are licensed under ${name}. Quotations belong to whoever said them, articles to their publishers.`,
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    licenceName: 'CC BY 4.0',
    changes: 'Format changes',
    changesIntro:
      'Keys keep their meaning. A new key raises the minor version; removing or redefining one raises the major version and is announced here first.',
    versions: [
      {
        version: '1.7',
        text: 'Adds to the accounts in articles.json whether the event is an act or a statement (kind).',
      },
      {
        version: '1.6',
        text: 'Adds to the claims in articles.json the anchors they had before they were reworded (formerly).',
      },
      {
        version: '1.5',
        text: 'Adds to events.json, claims.json and articles.json the list of yearly files (parts), which is [] unless the file is split.',
      },
      {
        version: '1.4',
        text: 'Adds to the site in articles.json the style of its digits and Arabic month names (digits, months).',
      },
      {
        version: '1.3',
        text: 'Adds to events and claims the first and last possible day (earliest, latest); adds a CSV table for each type of record, datapackage.json and archive.sqlite. The CSV files now begin with a byte order mark.',
      },
      {
        version: '1.2',
        text: 'Adds to articles.json the coordinates of places (at) and, for events, the lead account (lead), the account whose heading a disputed title quotes (titleBy), an editor’s sentence (summary) and conflicting dates (dateChoices).',
      },
      {
        version: '1.1',
        text: 'Adds articles.json, the CSV files, timelinejs.json, and a file for each event and article.',
      },
      { version: '1.0', text: 'events.json, actors.json and claims.json, each with its schema.' },
    ],
  },

  /** Texts for feed readers, calendars and home screens. */
  follow: {
    follow: 'Follow',
    atom: 'Atom',
    json: 'JSON Feed',
    calendar: 'calendar',
    /** After a calendar's link: the link by which calendar programs subscribe. */
    subscribe: '(subscribe)',
    /** The name of an actor's feed, next to the site's. */
    ofActor: (actor: string, site: string) => `${actor} – ${site}`,
    aboutSite: (site: string) => `New and corrected events in “${site}”, latest first.`,
    aboutActor: (actor: string) =>
      `New and corrected events involving ${midSentence(actor)}, latest first.`,
    corrected: (page: string) => `Corrected: ${page}`,
    retracted: (page: string) => `Retracted: ${page}`,
    /** An event's title with its obligatory doubts. */
    withDoubts: (title: string, doubts: readonly string[]) =>
      doubts.length === 0 ? title : `${title} (${doubts.join('; ')})`,
    /** A date before a description of what happened. */
    dated: (date: string) => `${capital(date)}.`,
    when: 'When',
    timesDiffer: 'time of day disputed',
    ownWords: (words: string) => `the article says “${words}”`,
    says: (speaker: string, said: string) => `${speaker}: ${said}`,
    correctedPage: (page: string) => `Corrected on the page “${page}”:`,
    aboutCalendar: (site: string) =>
      `Events of “${site}”. Where the day is not certain, the title says so and the entry spans all possible days.`,
    aboutActorCalendar: (actor: string) =>
      `Events involving ${midSentence(actor)}. Where the day is not certain, the title says so and the entry spans all possible days.`,
    ofNewest: (shown: number, all: number) =>
      `Only the latest ${shown} of ${all} events are included.`,
    withoutDays: (count: number) =>
      count === 1
        ? 'One event without a known day is left out.'
        : `${capital(numeral(count))} events without a known day are left out.`,
  },
};
