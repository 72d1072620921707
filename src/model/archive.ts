import type { ElementContent } from 'hast';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import type {
  ActorKind,
  Analytics,
  Basis,
  Certainty,
  Coordinates,
  Correction,
  EventKind,
  HeadElement,
  Licence,
  NameIn,
  Permalink,
  Reasons,
} from './drafts.ts';
import type { ActorId, ArticleId, EventId, PlaceId, SourceId } from './ids.ts';
import type { Look } from './look.ts';
import type { DayRange } from './dates/dayRanges.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import type { Span } from './dates/spans.ts';
import type { TimeOfDay } from './dates/timeOfDay.ts';
import type { PageKind } from './pageIds.ts';
import type { WritingStyle } from './siteLanguages.ts';

/** All content, linked: the source of all pages and exports. Immutable. */
export interface Archive {
  readonly site: Site;
  readonly stateOfPlay: StateOfPlay | null;
  /** In timeline order. */
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
  /** Published events that were retracted and have no accounts left. By id. */
  readonly retracted: readonly RetractedEvent[];
  /** The new ids of renamed pages: by kind, and for each page in the order of `formerly`. */
  readonly renamed: readonly Renamed[];
  /** Every address ever published, with its line in `permalinks.txt`. */
  readonly permalinks: readonly Permalink[];
  /** The base path of the published addresses, with its line in `permalinks.txt`. */
  readonly publishedBase: Located<string> | null;
}

/** An event without accounts: its ruling has its title, its date, and why it was retracted. */
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
  /** Its label in the navigation; null if it isn't listed there. */
  readonly nav: string | null;
  /** Former ids. */
  readonly formerly: readonly string[];
  readonly text: LinkedText;
}

/** A page that was renamed. */
export interface Renamed {
  readonly kind: PageKind;
  readonly from: string;
  readonly to: string;
}

export interface Site {
  readonly title: string;
  readonly tagline: string | null;
  readonly language: string;
  /** The IANA zone of all days, unless an account states another. */
  readonly zone: string;
  readonly groups: readonly string[];
  readonly principals: readonly ActorId[];
  /** The authority of published ids, as in a `tag:` URI (RFC 4151). */
  readonly authority: string | null;
  readonly style: WritingStyle;
  readonly about: LinkedText;
  readonly licence: Licence | null;
  readonly head: readonly HeadElement[];
  readonly analytics: Analytics | null;
}

interface StateOfPlay {
  /** The day (YYYY-MM-DD) for which the sentences hold. */
  readonly asOf: string;
  readonly text: LinkedText;
}

/** A speaker: an actor, a source, the article itself, or somebody known only by the article's words. */
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
  /** Null if there is none, or if the article leaves the point open. */
  readonly answer: string | null;
  /** True if the article raises the point without answering it; such a claim differs from nothing. */
  readonly isSilent: boolean;
  readonly says: string;
  /** Actors whom its words name. */
  readonly names: readonly ActorId[];
  readonly withdrawn: EdtfDate | null;
  /** The anchors that it was published with before it was reworded, the one to keep first. */
  readonly formerly: readonly string[];
  readonly at: SourceLocation;
}

export interface Quotation {
  readonly article: ArticleId;
  readonly speaker: Speaker;
  readonly text: string;
  readonly nodes: readonly ElementContent[];
  readonly where: string | null;
  /** Actors whom its words name. */
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

/** A name that an article, or a speaker in it, gives an actor (`named-as`). */
export interface NameGiven extends Spelled {
  readonly speaker: Speaker;
}

/** A text with linked names; `actors` and `places` are those its prose names, in order. */
export interface LinkedText {
  readonly passages: readonly LinkedPassage[];
  readonly actors: readonly ActorId[];
  readonly places: readonly PlaceId[];
  readonly spelled: readonly Spelled[];
  readonly namedAs: readonly NameGiven[];
}

/** When something happened, according to an account or event. */
export interface When {
  /** Null if the account gives no date; only its publication then bounds it. */
  readonly date: EdtfDate | null;
  readonly time: TimeOfDay | null;
  readonly zone: string;
  /** The days that it allows, in its zone's calendar. */
  readonly days: readonly DayRange[];
  /** The moments of those days, and the moments that the time of day leaves. */
  readonly wholeDays: readonly Span[];
  readonly spans: readonly Span[];
}

export interface Account {
  readonly article: Article;
  readonly event: EventId;
  readonly at: SourceLocation;
  readonly title: string;
  readonly when: When;
  /** The article's own words for the date. */
  readonly words: string | null;
  readonly basis: Basis;
  readonly record: readonly string[];
  readonly why: string | null;
  readonly after: readonly EventId[];
  /** Events that this one only resembles. */
  readonly distinct: readonly EventId[];
  readonly partOf: EventId | null;
  readonly actors: readonly ActorId[];
  readonly place: PlaceId | null;
  readonly certainty: Certainty;
  readonly kind: EventKind;
  readonly text: LinkedText;
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
}

/** The origin of an event's date: an editor's ruling, what the accounts allow together, or an open dispute. */
export type DateOrigin =
  | { readonly type: 'ruling' }
  | { readonly type: 'accounts'; readonly articles: readonly ArticleId[] }
  | { readonly type: 'disputed'; readonly choices: readonly DateChoice[] };

/** One of several dates of an event whose accounts can't all be right. */
export interface DateChoice {
  readonly type: 'days' | 'night' | 'lasting';
  readonly date: EdtfDate;
  /** The days that it allows; both days of a night. */
  readonly days: readonly DayRange[];
}

export interface NewsEvent {
  readonly id: EventId;
  /** The position on the timeline, from 0. */
  readonly position: number;
  readonly title: string;
  /**
   * The article that the title quotes, if the event is disputed and has no ruled title; the title is never
   * printed without it.
   */
  readonly titleBy: ArticleId | null;
  /** The ruling's own summary of the event. */
  readonly summary: string | null;
  /** The lead account's article. */
  readonly lead: ArticleId;
  readonly when: When & { readonly date: EdtfDate };
  readonly origin: DateOrigin;
  /** True if the accounts give different times of day. */
  readonly timesDiffer: boolean;
  readonly certainty: Certainty | 'disputed';
  /** A statement only if every account has it so. */
  readonly kind: EventKind;
  readonly place: PlaceId | null;
  /** The narrowest places in the accounts; more than one if they differ. */
  readonly places: readonly PlaceId[];
  readonly actors: readonly ActorId[];
  readonly mentioned: readonly ActorId[];
  readonly mentionedPlaces: readonly PlaceId[];
  readonly accounts: readonly Account[];
  /** Points about the event and about the actors it involves. */
  readonly points: readonly Point[];
  readonly actorPoints: readonly Point[];
  readonly partOf: EventId | null;
  readonly parts: readonly EventId[];
  /** The events that an account puts before this one (`after`), and those put after it. */
  readonly follows: readonly EventId[];
  readonly followedBy: readonly EventId[];
  readonly ruling: Ruling | null;
}

/** An editor's corrections and retraction of a published page. */
export interface PageHistory {
  /** Every id that the page has had, in order, including the current one. */
  readonly ids: readonly string[];
  readonly corrections: readonly Correction[];
  readonly retracted: Correction | null;
}

interface Ruling extends PageHistory {
  readonly reasons: Reasons;
  /** Why it leaves something open. */
  readonly why: string | null;
  readonly unknown: readonly string[];
}

/** A point that claims answer; it differs if two claims that stand give different answers. */
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
  /** The Wikidata item (`Q82955`). */
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
  /** Names that somebody claims the actor goes by, with who uses each in which article. */
  readonly namedAs: readonly {
    readonly text: string;
    readonly by: readonly { readonly article: ArticleId; readonly speaker: Speaker }[];
  }[];
  /** Events that involve the actor, and those that only mention it, in timeline order. */
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
  /** The editor's translation of the title into the site's language. */
  readonly translation: string | null;
  readonly source: SourceId;
  readonly published: EdtfDate;
  /** The moments between which it was published, and last updated if that is known. */
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
  /** The events that it gives accounts of, in its own order. */
  readonly events: readonly EventId[];
}
