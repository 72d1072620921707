import type { ElementContent } from 'hast';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import type { WritingStyle } from './siteLanguages.ts';
import type { FontFile, Logo, Theme } from './look.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import type { TimeOfDay } from './dates/timeOfDay.ts';

// The content of one file, before it is linked to others. Plain data: it survives JSON.

/** How certain an account is that its event happened, or that it is still ahead. */
export const certainties = [
  'confirmed',
  'reported',
  'purported',
  'denied',
  'announced',
  'threatened',
  'planned',
  'due',
] as const;
export type Certainty = (typeof certainties)[number];

/** What an account's event is: something done, or only something said. */
export const eventKinds = ['act', 'statement'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The basis of an account's date. */
export const bases = ['stated', 'reckoned', 'record', 'estimate'] as const;
export type Basis = (typeof bases)[number];

export const actorKinds = ['person', 'organisation', 'state-body', 'outlet'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** A piece of a text, in its original order: prose as HTML nodes, a quotation or a claim. */
export type Passage =
  | { readonly type: 'prose'; readonly nodes: readonly ElementContent[] }
  | { readonly type: 'quotation'; readonly quotation: QuotationDraft }
  | { readonly type: 'claim'; readonly claim: ClaimDraft };

export interface QuotationDraft {
  readonly at: SourceLocation;
  readonly text: string;
  readonly nodes: readonly ElementContent[];
  readonly speaker: SpeakerDraft;
  readonly where: string | null;
}

/** A speaker as written: a name, an id with other words, or words for somebody unknown. */
export type SpeakerDraft =
  | { readonly type: 'name'; readonly name: Located<string> }
  | { readonly type: 'actor'; readonly id: Located<string>; readonly as: string }
  | { readonly type: 'nobody'; readonly as: string };

export interface ClaimDraft {
  readonly at: SourceLocation;
  readonly says: Located<string>;
  readonly on: Located<string>;
  readonly by: Located<string> | null;
  readonly as: string | null;
  readonly about: Located<string> | null;
  readonly answer: string | null;
  readonly withdrawn: Located<EdtfDate> | null;
  /** The anchors that it was published with before it was reworded. */
  readonly formerly: readonly string[];
}

/** A link in a text to one of our own pages. */
export interface OwnLink {
  readonly at: SourceLocation;
  readonly type: OwnLinkType;
  readonly id: string;
}

export const ownLinkTypes = ['event', 'actor', 'place', 'source', 'article'] as const;
export type OwnLinkType = (typeof ownLinkTypes)[number];

/** A text: its passages, and its links to our own pages. */
export interface TextDraft {
  readonly passages: readonly Passage[];
  readonly links: readonly OwnLink[];
}

/** A `##` section of a digest: an article's account of an event. */
export interface AccountDraft {
  readonly at: SourceLocation;
  readonly title: string;
  /** Empty if it couldn't be read. The account then belongs to no event, and an error has been reported. */
  readonly id: Located<string>;
  readonly date: Located<EdtfDate> | null;
  readonly time: Located<TimeOfDay> | null;
  readonly zone: Located<string> | null;
  readonly when: Located<string> | null;
  readonly basis: Basis | null;
  readonly record: readonly string[];
  readonly why: string | null;
  readonly after: readonly Located<string>[];
  readonly partOf: Located<string> | null;
  readonly actors: readonly Located<string>[];
  readonly place: Located<string> | null;
  readonly certainty: Certainty;
  readonly kind: EventKind;
  readonly distinct: readonly Located<string>[];
  readonly text: TextDraft;
}

export interface Correction {
  readonly date: string;
  readonly reason: string;
}

/** A day that a file states about itself or its article, with its key. */
export interface StatedDay {
  readonly name: string;
  readonly date: Located<EdtfDate>;
}

/** What every file with its own page may state about itself. */
export interface PageDraft {
  readonly at: SourceLocation;
  readonly id: string;
  readonly formerly: readonly Located<string>[];
  readonly retracted: Correction | null;
  readonly corrections: readonly Correction[];
  /** Every day that it states about itself, to be compared with each other and the clock. */
  readonly days: readonly StatedDay[];
}

export interface ArticleDraft extends PageDraft {
  readonly type: 'article';
  readonly title: Located<string>;
  /** The editor's translations of the title (`title-en`). */
  readonly translations: readonly {
    readonly language: string;
    readonly title: Located<string>;
    readonly at: SourceLocation;
  }[];
  readonly source: Located<string>;
  readonly published: Located<EdtfDate>;
  readonly updated: Located<EdtfDate> | null;
  readonly added: string;
  readonly by: string | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly language: string | null;
  readonly place: Located<string> | null;
  readonly dateline: string | null;
  readonly dating: string | null;
  readonly via: { readonly name: string; readonly url: string | null } | null;
  readonly drawsOn: readonly Located<string>[];
  readonly spelt: readonly {
    readonly id: Located<string>;
    readonly spellings: readonly Located<string>[];
  }[];
  readonly lead: TextDraft;
  readonly accounts: readonly AccountDraft[];
  /** False if part of the file couldn't be read, so that it may have further events. */
  readonly isWhole: boolean;
}

/** A file that couldn't be read at all, which has been reported. */
export interface UnreadDraft {
  readonly type: 'unread';
  readonly kind: 'article' | 'actor' | 'source' | 'place' | 'ruling' | 'site' | 'state-of-play';
}

/** A name in a given language, such as Arabic (`ar`, BCP 47). */
export interface NameIn {
  readonly language: string;
  readonly name: Located<string>;
}

export interface NamedDraft extends PageDraft {
  readonly name: Located<string>;
  readonly spellings: readonly Located<string>[];
  readonly names: readonly NameIn[];
  /** The Wikidata item (`Q82955`). */
  readonly wikidata: string | null;
  readonly text: TextDraft;
}

export interface ActorDraft extends NamedDraft {
  readonly type: 'actor';
  readonly kind: ActorKind;
  readonly role: string | null;
  readonly group: Located<string> | null;
  readonly of: readonly Located<string>[];
  readonly leads: readonly Located<string>[];
  /** Names that sources give somebody accused: prose is searched for them, but the site never asserts them. */
  readonly namedAs: readonly Located<string>[];
  readonly reviewed: Located<string> | null;
}

export interface SourceDraft extends NamedDraft {
  readonly type: 'source';
  readonly kind: string | null;
  readonly about: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** A point on Earth in decimal degrees (WGS 84), north and east positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

export interface PlaceDraft extends NamedDraft {
  readonly type: 'place';
  readonly within: Located<string> | null;
  readonly coordinates: Coordinates | null;
}

/** What a ruling may decide: the front matter keys, each with its reason under the key with `-why`. */
export const decisions = [
  'title',
  'summary',
  'date',
  'time',
  'place',
  'certainty',
  'actors',
] as const;
export type Decision = (typeof decisions)[number];

/** The reasons of a ruling, by decision. */
export type Reasons = Readonly<Partial<Record<Decision, string>>>;

/** An editor's ruling on an event. */
export interface RulingDraft extends PageDraft {
  readonly type: 'ruling';
  readonly title: string | null;
  readonly summary: string | null;
  readonly date: Located<EdtfDate> | null;
  readonly time: Located<TimeOfDay> | null;
  readonly place: Located<string> | null;
  readonly certainty: Certainty | null;
  readonly actors: readonly Located<string>[];
  readonly decided: readonly Decision[];
  readonly reasons: Reasons;
  /** Why the ruling leaves something open; null if it is the reason for a decision. */
  readonly why: string | null;
  readonly unknown: readonly Located<string>[];
  readonly reviewed: Located<string> | null;
}

/** The licence of the site's own words. */
export interface Licence {
  readonly name: string;
  readonly url: string | null;
  /** A description, if the name isn't clear enough. */
  readonly text: string | null;
}

/** An element in the head of every page: a `meta` with a name or property, or a `link`. */
export type HeadElement =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string }
  | { readonly rel: string; readonly href: string };

/** An external analytics script, and the hosts that it reports to. */
export interface Analytics {
  readonly script: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Origins in addition to the script's. */
  readonly connect: readonly string[];
  /** What the site tells readers about it. */
  readonly privacy: string | null;
}

export interface SiteDraft {
  readonly type: 'site';
  readonly title: string;
  readonly tagline: string | null;
  readonly language: string;
  readonly zone: string;
  readonly groups: readonly string[];
  readonly principals: readonly Located<string>[];
  readonly licence: Licence | null;
  readonly head: readonly HeadElement[];
  readonly analytics: Analytics | null;
  /** The authority of published ids, as in a `tag:` URI (RFC 4151). */
  readonly authority: string | null;
  readonly style: WritingStyle;
  readonly about: TextDraft;
  readonly at: SourceLocation;
  readonly reviewed: Located<string> | null;
  readonly days: readonly StatedDay[];
}

export interface StateOfPlayDraft {
  readonly type: 'state-of-play';
  readonly asOf: string;
  readonly days: readonly StatedDay[];
  readonly text: TextDraft;
  readonly at: SourceLocation;
  /** The day (YYYY-MM-DD) an editor last reviewed the text against the articles; likewise in other files. */
  readonly reviewed: Located<string> | null;
}

/** A published address, root-relative and without the base path. */
export interface Permalink extends Located<string> {
  /** The target of a published redirect; null for a published page. */
  readonly to: string | null;
}

/** The published addresses, as listed in `permalinks.txt`. */
export interface PermalinksDraft {
  readonly type: 'permalinks';
  readonly addresses: readonly Permalink[];
  /** The base path of the published addresses, if the file has it. */
  readonly base: Located<string> | null;
}

/** The content of `theme.css`, `logo.svg`, and the files in `icons/` and `fonts/`. */
type LookDraft =
  | { readonly type: 'theme'; readonly theme: Theme }
  | { readonly type: 'logo'; readonly logo: Logo }
  | { readonly type: 'icon'; readonly name: string; readonly base64: string }
  | {
      readonly type: 'font';
      readonly at: SourceLocation;
      readonly name: string;
      readonly file: FontFile;
    };

/** A page of the site's own, such as on its methods: `pages/ID.md`. */
export interface OwnPageDraft {
  readonly type: 'own-page';
  readonly at: SourceLocation;
  readonly id: string;
  readonly title: string;
  /** Its label in the navigation; null if it isn't listed there. */
  readonly nav: string | null;
  readonly formerly: readonly Located<string>[];
  readonly text: TextDraft;
}

export type Draft =
  | LookDraft
  | OwnPageDraft
  | PermalinksDraft
  | ArticleDraft
  | ActorDraft
  | SourceDraft
  | PlaceDraft
  | RulingDraft
  | SiteDraft
  | StateOfPlayDraft
  | UnreadDraft;
