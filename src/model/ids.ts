declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The permanent id of an event, the last part of its address. */
export type EventId = Branded<'event'>;
/** The id of an actor: the name of its file without `.md`. */
export type ActorId = Branded<'actor'>;
/** The id of a source (an outlet): the name of its file without `.md`. */
export type SourceId = Branded<'source'>;
/** The id of a place: the name of its file without `.md`. */
export type PlaceId = Branded<'place'>;
/** The id of an article: the name of its digest without `.md`. */
export type ArticleId = Branded<'article'>;

/** Reserved: the folder of the parts of a list that is split by id. */
const partsFolder = 'a-z';

/** Returns whether a text can be an id: lower-case words and digits, joined by single hyphens. */
export function isId(text: string): boolean {
  // Allows quay-closed and ledger-2; excludes upper case, underscores, dots and stray hyphens.
  return text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text !== partsFolder;
}

/** Returns whether a text can be an event's id: an id without a date, because dates get corrected. */
export function isEventId(text: string): text is EventId {
  return isId(text) && !dates.some((date) => date.test(text));
}

const year = '(?:1[5-9]|20|21)\\d\\d';
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

// Match 2024-05, 2024-05-10 and 20240510; 10-05-2024; 10-may-2024, may-2024 and 10-may. Don't match a lone
// year, month or count.
const dates = [
  `${year}-(?:0[1-9]|1[0-2])(?:-${day})?`,
  `${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
  `${day}-${month}-${year}`,
  `(?:${day}-)?${monthName}-${year}`,
  `${day}-${monthName}`,
  `${monthName}-${day}`,
].map((date) => new RegExp(`(?:^|-)${date}(?:-|$)`));

/** Returns the number of a placeholder id, or undefined if the id is a real name. */
export function parseEventIdPrompt(id: string): number | undefined {
  const number = /^to-name-(\d{1,6})$/.exec(id)?.[1];
  return number === undefined ? undefined : Number(number);
}
