import type { PageWords } from '../words/words.ts';

/** A question to the database, and its SQL. */
export interface DataQuery {
  readonly asks: string;
  readonly sql: string;
}

// A build runs them on `data/archive.sqlite`, after `addPart` if it is split; tests run them all.
const queries = {
  saidAbout: `SELECT speaker, answer, text, source FROM who_said_what
WHERE event = (SELECT id FROM events LIMIT 1);`,
  toldByOne: `SELECT source, title, url FROM told_by_one ORDER BY source, date;`,
  byMonth: `SELECT substr(earliest, 1, 7) AS month, certainty, count(*) AS events
FROM events GROUP BY month, certainty ORDER BY month;`,
  mostInvolved: `SELECT actors.name, count(*) AS events FROM event_actors
JOIN actors ON actors.id = actor
WHERE event_actors.role = 'involved' GROUP BY actor ORDER BY events DESC, name LIMIT 10;`,
  differing: `SELECT events.title, articles.source, accounts.date, accounts.certainty FROM accounts
JOIN events ON events.id = event JOIN articles ON articles.id = article
WHERE event IN (SELECT event FROM accounts GROUP BY event HAVING count(DISTINCT date) > 1);`,
  words: `SELECT kind, id, snippet(search, 3, '[', ']', '…', 12) AS found
FROM search WHERE search MATCH 'harbour OR police';`,
} as const satisfies Record<keyof PageWords['data']['queries'], string>;

/** Returns the SQL that attaches a year's database to the newest one, so that queries cover both. */
export function addPart(period: string): string {
  const tables = ['events', 'event_actors', 'accounts', 'claims', 'search'];
  return [
    `ATTACH '${period}.sqlite' AS part;`,
    // An article is in the part of each year that it covers.
    'INSERT OR IGNORE INTO articles SELECT * FROM part.articles;',
    ...tables.map((name) => `INSERT INTO ${name} SELECT * FROM part.${name};`),
    'DETACH part;',
  ].join('\n');
}

/** Returns the example queries of a site, in its language. */
export function listDataQueries({ data }: PageWords): readonly DataQuery[] {
  return Object.entries(queries).map(([name, sql]) => ({
    asks: data.queries[name as keyof typeof queries],
    sql,
  }));
}
