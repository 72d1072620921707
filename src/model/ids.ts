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

/** Says whether a text can be an id: lower-case words and digits, joined by single hyphens. */
export function isId(text: string): boolean {
  // Takes quay-closed and ledger-2; leaves upper case, underscores, dots and lone hyphens out.
  return text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** Says whether a text can be an event's id: an id without a date in it, because dates get corrected. */
export function isEventId(text: string): text is EventId {
  // Takes a year and a month (2020-12, 2020-12-25, 20201225) anywhere in the id; leaves a lone year or count alone.
  return (
    isId(text) &&
    !/(?:^|-)(?:1[5-9]|20|21)\d\d-?(?:0[1-9]|1[0-2])(?:-?(?:0[1-9]|[12]\d|3[01]))?(?:-|$)/.test(
      text,
    )
  );
}
