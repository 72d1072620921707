// Limits on what a page holds. They add up to the budget of a page: 14,336 bytes of HTML and CSS, compressed.

// Every list

/** Maximum number of event cards per page. */
export const maxCards = 50;

/** Maximum bytes (UTF-8) of the words in a page’s lists; gzip leaves two fifths of them. */
export const listBytes = 16_000;

/** Maximum bytes of the titles in a list that is not split. */
export const titlesBytes = listBytes / 2;

/** Maximum number of anchors on a page for what is on other pages: most are hashes, which do not compress. */
export const maxAnchors = 600;

/** About how many of the newest events are on a page whose list is split. */
export const newestEvents = 24;

/** Maximum number of actors, and of sources, that a card names; the event’s page has all. */
export const maxNamesOnCard = 8;

/** About how many characters of an account are quoted alone. */
export const summaryLength = 220;

/** About how many characters are quoted of each side of a dispute. */
export const sideLength = 160;

/** Maximum number of sources named for each certainty; the rest are counted. */
export const maxTellers = 3;

// Bytes of an entry in addition to its words

/** Links and marks of an event’s card. */
export const cardFrame = 60;

/** Links and marks of an event in one line. */
export const eventLineFrame = 110;

/** A line of a list that is split by ids. */
export const lineFrame = 75;

/** An entry of an index with a note. */
export const notedEntryFrame = 70;

/** An entry of an index with only its name. */
export const entryFrame = 50;

/** The facts and links at the head of an account. */
export const accountFrame = 300;

/** A claim or quotation in an account. */
export const saidFrame = 100;

/** A statement on an actor’s page. */
export const statementFrame = 150;

/** A claim in an actor’s table of points, with its words. */
export const claimFrame = 250;

/** A title on a source’s page. */
export const titleFrame = 60;

/** A line of the page of changes. */
export const changeFrame = 60;

// Home

/** Maximum number of events that the home page lists without splitting. */
export const maxHomeEvents = 100;

/** Maximum bytes of the newest events of a longer archive. */
export const homeNewestBytes = 5_000;

/** Maximum bytes of cards, in addition to figure, map and differences. */
export const homeCardsBytes = 13_000;

/**
 * Maximum bytes of all words if events have a sentence each; languages differ by a fifth in bytes.
 * Beyond it, each event is cut to one line.
 */
export const homeWordsBytes = 12_300;

/** Maximum number of events still ahead. */
export const maxAhead = 12;

/** Maximum number of differences. */
export const maxDifferences = 6;
export const maxDifferenceLinks = 6;

/** Maximum number of answers to each. */
export const maxHomeAnswers = 3;

/** Maximum number of principals. */
export const maxPrincipals = 30;

/** Maximum number of choices in each filter. */
export const maxFilterOptions = 100;

/** Maximum number of events in the figure; more can't be taken in at a glance. */
export const maxKeyEvents = 15;

// Events, their accounts and points

/** Maximum number of accounts on an event’s own page; if there are more, the page lists the sources. */
export const maxAccounts = 12;

/** Maximum bytes of accounts, headings included, on an event’s own page, which has much else. */
export const accountsBesideBytes = 13_000;

/** Up to this many accounts are most of their event’s page, so they get the budget of a page of accounts. */
export const fewAccounts = 4;

/** Maximum bytes of accounts on a page that has nothing else; gzip leaves two fifths of them. */
export const accountsBytes = 20_000;

/** Maximum bytes of one-line accounts on a page that has other content. */
export const accountLinesBytes = 16_500;

/** Maximum number of outlets that are described on the page; more are described on their own pages. */
export const maxOutletsWithAbout = 30;

/** Maximum number of accounts listed with their titles. */
export const maxAccountsWithTitle = 60;

/** Maximum number of actors, the most important, whose events before and after are linked. */
export const maxNeighbourActors = 3;

/** Maximum number of links of one kind on an event’s page. */
export const maxLinks = 40;

/** Maximum number of outlets with a column each. */
export const maxPointColumns = 3;

/** Maximum number of claims quoted in a table of points. */
export const maxClaims = 40;

/** Maximum bytes of a table of points, or of the list of their answers. */
export const pointsBytes = 10_000;

/** Maximum number of answers to a point. */
export const maxAnswers = 30;

/** Maximum number of claims whose speakers are all named. */
export const maxClaimsNamed = 120;

/** How many speakers are named for each answer if there are more claims than that. */
export const namedPerAnswer = 8;

// Actors, articles, sources, places

/** Maximum bytes of the statements on a page. */
export const statementsBytes = listBytes / 3;

/** Maximum number of companions of an actor, and of its newest statements if its list is split. */
export const maxCompanions = 20;

/** Maximum number of names, and of bonds, of an actor; the data files have all. */
export const maxNames = 30;

/** Maximum number of sources next to one spelling; the data files have all. */
export const maxSpellingSources = 8;

/** Maximum bytes of an article’s lead and accounts on its page. */
export const articleBytes = 22_000;

/** Maximum number of articles in the index; the pages of their sources list the rest. */
export const maxIndexArticles = 60;

/** Maximum number of sources in that index; if there are more, the index of sources lists them. */
export const maxIndexSources = 100;

/** How many of the newest articles are on the page of a source whose list is split. */
export const newestArticles = 24;

/** Maximum number of titles in the lists of what only one source has, or leaves out. */
export const maxSourceTitles = 12;

/** Maximum number of outlets with a column in the table of coverage. */
export const maxCoverageColumns = 10;

/** Maximum number of events in the table of coverage. */
export const maxCoverageRows = 100;

/** Maximum number of outlets that are described one by one. */
export const maxOutlets = 60;

/** Maximum number of places that the page of the place around them names. */
export const maxPlacesWithin = 60;

// Indexes, corrections and changes

/** Maximum bytes of an index of names on a page that has nothing else. */
export const indexBytes = 20_000;

/** Maximum bytes of an index that also links to its parts. */
export const splitIndexBytes = 9_000;

/** Maximum number of corrections on the corrected page itself. */
export const maxCorrections = 20;

/** How many of the newest corrections the main page of corrections keeps if it is split. */
export const newestCorrections = 30;

/** Maximum bytes of the days that the page of changes shows in full. */
export const changesBytes = 14_000;

/** Maximum number of events, or of accounts, of one day. */
export const maxChangesOfDay = 60;

/** Maximum number of earlier days with a line each; if there are more, the oldest are summed by month. */
export const maxChangeDays = 150;

// Outputs for other sites and programs

/** Maximum number of events on an embedded card of an actor, a day or the timeline. */
export const maxEmbedEvents = 8;

/** Maximum number of events in a picture. */
export const maxPictureEvents = 4;

/** Maximum number of sources named in a picture; the rest are counted. */
export const maxPictureSources = 3;

/** Maximum number of entries in the feed of the site: the last added or corrected. */
export const maxFeedEntries = 50;

/** Maximum number of entries in the feed of an actor. */
export const maxActorFeedEntries = 20;

/** Maximum number of events in a calendar, the latest ones; calendar programs are slow with more. */
export const maxCalendarEvents = 1000;
