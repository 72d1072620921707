import type { ElementContent } from 'hast';
import type { Place, Placed } from '../problems/place.ts';
import type {
  ActorKind,
  Analytics,
  Basis,
  Certainty,
  Coordinates,
  Correction,
  HeadElement,
  Licence,
  NameIn,
  Permalink,
  Reasons,
} from './drafts.ts';
import type { ActorId, ArticleId, EventId, PlaceId, SourceId } from './ids.ts';
import type { Look } from './look.ts';
import type { DayRange } from './dayRanges.ts';
import type { PageKind } from './pageIds.ts';
import type { WritingStyle } from './siteLanguages.ts';
import type { EdtfDate, Span, TimeOfDay } from './when.ts';

/** Everything the content says, linked: what all pages and exports are made from. Never changed after it is made. */
export interface Archive {
  readonly site: Site;
  readonly stateOfPlay: StateOfPlay | null;
  /** In the order of the timeline. */
  readonly events: readonly NewsEvent[];
  readonly eventById: ReadonlyMap<string, NewsEvent>;
  /** By id. */
  readonly actors: readonly Actor[];
  readonly actorById: ReadonlyMap<string, Actor>;
  readonly sources: readonly Source[];
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly places: readonly NewsPlace[];
  readonly placeById: ReadonlyMap<string, NewsPlace>;
  /** By id. */
  readonly articles: readonly Article[];
  readonly articleById: ReadonlyMap<string, Article>;
  /** Pages of the site's own. By id. */
  readonly pages: readonly OwnPage[];
  readonly look: Look;
  /** Events that were published and taken back, of which no account is left. By id. */
  readonly retracted: readonly RetractedEvent[];
  /** Where what was renamed is now: by kind, and of each page in the order in which `formerly` has its ids. */
  readonly renamed: readonly Renamed[];
  /** Every address ever published, where `permalinks.txt` has it. */
  readonly permalinks: readonly Permalink[];
  /** The base path that they were published under, where `permalinks.txt` has it. */
  readonly publishedBase: Placed<string> | null;
}

/** An event of which no account is left: its ruling keeps its title, its date, and why it was taken back. */
export interface RetractedEvent extends PageHistory {
  readonly id: EventId;
  readonly title: string;
  readonly date: EdtfDate | null;
  readonly retracted: Correction;
}

/** A page of the site's own, such as on its methods. */
export interface OwnPage {
  readonly id: string;
  readonly title: string;
  /** What the navigation calls it; null where it is not there. */
  readonly nav: string | null;
  /** Ids that it had before. */
  readonly formerly: readonly string[];
  readonly text: LinkedText;
}

/** A page that had another id before. */
export interface Renamed {
  readonly kind: PageKind;
  readonly from: string;
  readonly to: string;
}

export interface Site {
  readonly title: string;
  readonly tagline: string | null;
  readonly language: string;
  /** The IANA zone that days are days of, unless an account says otherwise. */
  readonly zone: string;
  readonly groups: readonly string[];
  readonly principals: readonly ActorId[];
  /** Who vouches for the ids that leave the site, as a `tag:` URI has it (RFC 4151). */
  readonly authority: string | null;
  readonly style: WritingStyle;
  readonly about: LinkedText;
  readonly licence: Licence | null;
  readonly head: readonly HeadElement[];
  readonly analytics: Analytics | null;
}

interface StateOfPlay {
  /** The day (YYYY-MM-DD) the sentences are true of. */
  readonly asOf: string;
  readonly text: LinkedText;
}

/** Who says something: an actor, a source, the article itself, or somebody known only by the article's words. */
export type Speaker =
  | { readonly type: 'actor'; readonly id: ActorId; readonly as: string | null }
  | { readonly type: 'source'; readonly id: SourceId; readonly as: string | null }
  | { readonly type: 'article' }
  | { readonly type: 'nobody'; readonly as: string };

export type Subject =
  | { readonly type: 'event'; readonly id: EventId }
  | { readonly type: 'actor'; readonly id: ActorId };

export interface Claim {
  readonly article: ArticleId;
  readonly speaker: Speaker;
  readonly about: Subject;
  readonly on: string;
  /** Null where none is given, or where its article leaves the point open. */
  readonly answer: string | null;
  /** True where its article names the point and does not answer it: such a claim differs with nothing. */
  readonly isSilent: boolean;
  readonly says: string;
  /** Those whom its words name. */
  readonly names: readonly ActorId[];
  readonly withdrawn: EdtfDate | null;
  readonly at: Place;
}

export interface Quotation {
  readonly article: ArticleId;
  readonly speaker: Speaker;
  readonly text: string;
  readonly nodes: readonly ElementContent[];
  readonly where: string | null;
  /** Those whom its words name. */
  readonly names: readonly ActorId[];
}

export type LinkedPassage =
  | { readonly type: 'prose'; readonly nodes: readonly ElementContent[] }
  | { readonly type: 'quotation'; readonly quotation: Quotation }
  | { readonly type: 'claim'; readonly claim: Claim };

/** A name as a text spells it. */
export interface Spelled {
  readonly actor: ActorId;
  readonly spelling: string;
}

/** A name that somebody gives an actor (`named-as`): the article in its prose, or whoever speaks in it. */
export interface NameGiven extends Spelled {
  readonly speaker: Speaker;
}

/** A text whose names are links; `actors` and `places` are those its prose names, in order. */
export interface LinkedText {
  readonly passages: readonly LinkedPassage[];
  readonly actors: readonly ActorId[];
  readonly places: readonly PlaceId[];
  readonly spelled: readonly Spelled[];
  readonly namedAs: readonly NameGiven[];
}

/** When an account, or an event, says it happened. */
export interface When {
  /** Null where the account gives no date: then only its publication bounds it. */
  readonly date: EdtfDate | null;
  readonly time: TimeOfDay | null;
  readonly zone: string;
  /** The days it allows, of its zone's calendar. */
  readonly days: readonly DayRange[];
  /** The moments of those days, and those that the time of day leaves of them. */
  readonly wholeDays: readonly Span[];
  readonly spans: readonly Span[];
}

export interface Account {
  readonly article: Article;
  readonly event: EventId;
  readonly at: Place;
  readonly title: string;
  readonly when: When;
  /** The article's own words for when. */
  readonly words: string | null;
  readonly basis: Basis;
  readonly record: readonly string[];
  readonly why: string | null;
  readonly after: readonly EventId[];
  /** The events that this one only resembles. */
  readonly distinct: readonly EventId[];
  readonly partOf: EventId | null;
  readonly actors: readonly ActorId[];
  readonly place: PlaceId | null;
  readonly certainty: Certainty;
  readonly text: LinkedText;
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
}

/** How an event's date came about: an editor's ruling, what the accounts allow together, or a dispute left open. */
export type DateOrigin =
  | { readonly type: 'ruling' }
  | { readonly type: 'accounts'; readonly articles: readonly ArticleId[] }
  | { readonly type: 'disputed'; readonly choices: readonly DateChoice[] };

/** One of the dates of an event whose accounts cannot all be right. */
export interface DateChoice {
  readonly type: 'days' | 'night' | 'lasting';
  readonly date: EdtfDate;
  /** The days that it allows, both of a night. */
  readonly days: readonly DayRange[];
}

export interface NewsEvent {
  readonly id: EventId;
  /** Its place on the timeline, from 0. */
  readonly position: number;
  readonly title: string;
  /** Whose words the title is, where the event is disputed and no ruling names it: it is never printed without. */
  readonly titleBy: ArticleId | null;
  /** The ruling's own sentence on the event. */
  readonly summary: string | null;
  /** The account that speaks for it. */
  readonly lead: ArticleId;
  readonly when: When & { readonly date: EdtfDate };
  readonly origin: DateOrigin;
  /** True where the accounts give times of day that are not the same. */
  readonly timesDiffer: boolean;
  readonly certainty: Certainty | 'disputed';
  readonly place: PlaceId | null;
  /** The narrowest places that accounts give, more than one where they differ. */
  readonly places: readonly PlaceId[];
  readonly actors: readonly ActorId[];
  readonly mentioned: readonly ActorId[];
  readonly mentionedPlaces: readonly PlaceId[];
  readonly accounts: readonly Account[];
  /** What is claimed about it, and about the actors it involves. */
  readonly points: readonly Point[];
  readonly actorPoints: readonly Point[];
  readonly partOf: EventId | null;
  readonly parts: readonly EventId[];
  /** The events that an account puts before this one (`after`), and those that are put after it. */
  readonly follows: readonly EventId[];
  readonly followedBy: readonly EventId[];
  readonly ruling: Ruling | null;
}

/** What an editor has said of a page since it was published. */
export interface PageHistory {
  /** Every id that the page has had, the first one first; its present id among them. */
  readonly ids: readonly string[];
  readonly corrections: readonly Correction[];
  readonly retracted: Correction | null;
}

interface Ruling extends PageHistory {
  readonly reasons: Reasons;
  /** Why it leaves open what it does. */
  readonly why: string | null;
  readonly unknown: readonly string[];
}

/** One point that claims speak to; they differ where two that stand give different answers. */
export interface Point {
  readonly on: string;
  readonly about: Subject;
  readonly claims: readonly Claim[];
  readonly differ: boolean;
}

export interface Named extends PageHistory {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly names: readonly { readonly language: NameIn['language']; readonly name: string }[];
  /** Its item of Wikidata (`Q82955`). */
  readonly wikidata: string | null;
  readonly text: LinkedText;
}

export interface Actor extends Named {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly role: string | null;
  readonly group: string | null;
  readonly of: readonly ActorId[];
  readonly leads: readonly ActorId[];
  /** Each spelling of the actor, its own name first, with the sources whose articles use it. */
  readonly spelledBy: readonly { readonly text: string; readonly sources: readonly SourceId[] }[];
  /** Names that are only claimed to be its own, with who gives each and in which article. */
  readonly namedAs: readonly {
    readonly text: string;
    readonly by: readonly { readonly article: ArticleId; readonly speaker: Speaker }[];
  }[];
  /** Events that involve it, and those whose accounts only name it, in the order of the timeline. */
  readonly events: readonly EventId[];
  readonly mentionedIn: readonly EventId[];
  readonly points: readonly Point[];
}

export interface Source extends Named {
  readonly id: SourceId;
  readonly kind: string | null;
  readonly about: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

export interface NewsPlace extends Named {
  readonly id: PlaceId;
  readonly within: PlaceId | null;
  readonly coordinates: Coordinates | null;
}

export interface Article extends PageHistory {
  readonly id: ArticleId;
  readonly title: string;
  /** Its title in the site's language, as the editor translates it. */
  readonly translation: string | null;
  readonly source: SourceId;
  readonly published: EdtfDate;
  /** The moments within which it was published, and last updated where that is known. */
  readonly publication: Span;
  readonly updated: EdtfDate | null;
  readonly added: string;
  readonly by: string | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly language: string | null;
  readonly place: PlaceId | null;
  readonly dateline: string | null;
  readonly dating: string | null;
  readonly via: { readonly name: string; readonly url: string | null } | null;
  readonly drawsOn: readonly ArticleId[];
  readonly lead: LinkedText;
  readonly spelled: readonly Spelled[];
  readonly namedAs: readonly NameGiven[];
  /** The events it gives accounts of, in its own order. */
  readonly events: readonly EventId[];
}
