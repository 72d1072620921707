import { z } from 'zod';
import {
  decisions,
  type ActorKind,
  type Basis,
  type Certainty,
  type EventKind,
} from '../model/drafts.ts';
import { digitStyles, monthStyles } from '../model/siteLanguages.ts';

// The schemas of the exported data, from which the types of the outputs and the published JSON Schemas are
// derived. Every key is always present; a missing value is null, or [] for a list.

// Checked against the model's types: a value that is added there and missing here does not compile.
const certainties = [
  'confirmed',
  'reported',
  'purported',
  'denied',
  'announced',
  'threatened',
  'planned',
  'due',
] as const satisfies readonly Certainty[];
const kinds = ['act', 'statement'] as const satisfies readonly EventKind[];
const bases = ['stated', 'reckoned', 'record', 'estimate'] as const satisfies readonly Basis[];
const actorKinds = [
  'person',
  'organisation',
  'state-body',
  'outlet',
] as const satisfies readonly ActorKind[];

const eventId = z.string().meta({ description: 'The permanent id of an event.' });
const actorId = z.string().meta({ description: 'The id of an actor.' });
const edtf = z
  .string()
  .meta({ description: 'A date in EDTF (ISO 8601-2), level 1, or level 2’s one-of set.' });
const time = z.string().meta({
  description:
    'HH:MM, about HH:MM, HH:MM/HH:MM (one moment between), or morning, afternoon, evening or night.',
});
const isoDay = z.string().nullable();
const dayEnds = {
  earliest: isoDay.meta({
    description: 'The first day (ISO 8601) that the date allows; null where that is open.',
  }),
  latest: isoDay.meta({
    description: 'The last day (ISO 8601) that the date allows; null where that is open.',
  }),
};
const address = z.string().meta({ description: 'Root-relative, with the base path, ending in /.' });
const part = z
  .strictObject({
    period: z.string().meta({ description: 'A year, or undated.' }),
    url: z.string().meta({ description: 'Root-relative, with the base path.' }),
    count: z.number().meta({ description: 'How many of the list it has.' }),
  })
  .meta({
    description:
      'A part of a list that is too large for one file, which then has the newest year; a list in one file has no parts.',
  });
const speaker = {
  by: z.string().nullable().meta({
    description:
      'The id of an actor or source; null where the article itself or somebody unnamed speaks.',
  }),
  as: z
    .string()
    .nullable()
    .meta({ description: 'The article’s words for the speaker or his channel.' }),
};

const speakerType = z
  .enum(['actor', 'source', 'article', 'nobody'])
  .meta({ description: 'What `by` is the id of; nobody is known only by the words in `as`.' });

const claim = z.strictObject({
  ...speaker,
  about: z.string().meta({ description: 'The id of an event, or actor: and the id of an actor.' }),
  on: z.string().meta({ description: 'The point that the claim speaks to.' }),
  answer: z.string().nullable(),
  says: z.string(),
});

const quotation = z.strictObject({ ...speaker, text: z.string(), where: z.string().nullable() });

const account = z.strictObject({
  article: z.string(),
  source: z.string(),
  date: edtf.nullable(),
  time: time.nullable(),
  when: z.string().nullable().meta({ description: 'The article’s own words for when.' }),
  basis: z.enum(bases).nullable(),
  why: z.string().nullable(),
  certainty: z.enum(certainties),
  title: z.string(),
  text: z.string().meta({
    description: 'The prose without quotations and claims, paragraphs separated by a blank line.',
  }),
  html: z.string().meta({ description: 'The whole account.' }),
  claims: z.array(claim),
  quotations: z.array(quotation),
});

const dispute = z.strictObject({
  on: z.string(),
  about: claim.shape.about,
  claims: z.array(
    z.strictObject({
      article: z.string(),
      ...speaker,
      answer: z.string().nullable(),
      says: z.string(),
    }),
  ),
});

const retraction = z
  .strictObject({ date: z.string(), reason: z.string() })
  .nullable()
  .meta({ description: 'When and why it was taken back.' });

const event = z.strictObject({
  id: eventId,
  url: address,
  title: z.string(),
  date: edtf,
  dateLabel: z.string().meta({ description: 'The date in words, in the site’s language.' }),
  ...dayEnds,
  time: time.nullable(),
  certainty: z.enum([...certainties, 'disputed']),
  place: z.string().nullable(),
  actors: z.array(actorId).meta({ description: 'Those involved: who did it and to whom.' }),
  mentioned: z.array(actorId).meta({ description: 'Those whom the prose only names.' }),
  accounts: z.array(account),
  disputes: z
    .array(dispute)
    .meta({ description: 'The points on which claims give different answers.' }),
  retracted: retraction,
});

const actor = z.strictObject({
  id: actorId,
  url: address,
  name: z.string(),
  kind: z.enum(actorKinds),
  role: z.string().nullable(),
  names: z.record(z.string(), z.string()).meta({ description: 'Names by language (BCP 47).' }),
  spellings: z.array(z.strictObject({ text: z.string(), sources: z.array(z.string()) })),
  namedAs: z
    .array(
      z.strictObject({
        text: z.string(),
        by: z.array(z.strictObject({ article: z.string(), speaker: speakerType, ...speaker })),
      }),
    )
    .meta({ description: 'Names that are only claimed to be theirs, and who gives them.' }),
  events: z
    .array(eventId)
    .meta({ description: 'The events that involve it, in the order of the timeline.' }),
  mentionedIn: z.array(eventId),
});

export const eventsFile = z
  .strictObject({ events: z.array(event), parts: z.array(part) })
  .meta({ title: 'Events', description: 'All events in the order of the timeline.' });
const statement = z.strictObject({
  id: z.string().meta({
    description:
      'Its anchor on the page of its article: c- (claim) or q- (quotation) and eight digits.',
  }),
  url: z.string().meta({ description: 'Root-relative, with the base path: where it was said.' }),
  kind: z.enum(['claim', 'quotation']),
  exact: z.boolean().meta({ description: 'True where the words are the speaker’s own.' }),
  ...speaker,
  where: z
    .string()
    .nullable()
    .meta({ description: 'To whom, or by what medium, as a quotation’s last line has it.' }),
  article: z.string(),
  source: z.string(),
  event: eventId
    .nullable()
    .meta({ description: 'In whose account it stands; null in an article’s lead.' }),
  date: edtf.nullable().meta({ description: 'The article’s date of that event.' }),
  dateLabel: z.string().nullable().meta({ description: 'The date in words.' }),
  ...dayEnds,
  about: z
    .string()
    .nullable()
    .meta({ description: 'What a claim is about: the id of an event, or actor: and an id.' }),
  on: z.string().nullable().meta({ description: 'The point that a claim speaks to.' }),
  answer: z.string().nullable(),
  text: z.string(),
  withdrawn: edtf.nullable().meta({ description: 'When its own source retracted the claim.' }),
});

export const claimsFile = z
  .strictObject({ claims: z.array(statement), parts: z.array(part) })
  .meta({
    title: 'Claims',
    description: 'All claims and quotations, article by article, in the order each has them.',
  });
export const actorsFile = z
  .strictObject({ actors: z.array(actor) })
  .meta({ title: 'Actors', description: 'All actors by id.' });

export type EventJson = z.output<typeof event>;
/**
 * A retracted event without accounts: it has the keys of any other event, and null where no account says
 * anything.
 */
export type RetractedJson = {
  readonly [Key in keyof EventJson]: Key extends 'date' | 'dateLabel' | 'certainty'
    ? EventJson[Key] | null
    : EventJson[Key];
};
export type AccountJson = z.output<typeof account>;
export type ClaimJson = z.output<typeof claim>;
export type QuotationJson = z.output<typeof quotation>;
export type DisputeJson = z.output<typeof dispute>;
export type StatementJson = z.output<typeof statement>;
export type ActorJson = z.output<typeof actor>;

/** Returns the JSON Schema (draft 2020-12) of a data file as text. */
export function renderSchema(file: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(file), null, 2)}\n`;
}

// Only articles.json contains these; with them, the archive can be restored from the exports.

const correction = z.strictObject({ date: z.string(), reason: z.string() });
const history = {
  ids: z.array(z.string()).meta({
    description: 'Every id it has had, the first one first, its present id among them.',
  }),
  corrections: z.array(correction),
  retracted: retraction,
};
const passage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prose'), html: z.string() }),
  z.strictObject({
    kind: z.literal('quotation'),
    speaker: speakerType,
    ...speaker,
    where: z.string().nullable(),
    text: z.string(),
    html: z.string().meta({ description: 'The content of the blockquote.' }),
    names: z.array(actorId).meta({ description: 'Those whom its words name.' }),
  }),
  z.strictObject({
    kind: z.literal('claim'),
    speaker: speakerType,
    ...claim.shape,
    withdrawn: edtf.nullable(),
    formerly: z
      .array(z.string())
      .meta({ description: 'The anchors that it had before it was reworded.' }),
    names: z.array(actorId).meta({ description: 'Those whom its words name.' }),
  }),
]);
const nameGiven = z.strictObject({
  actor: actorId,
  spelling: z.string(),
  speaker: speakerType,
  ...speaker,
});
const linkedText = z
  .strictObject({
    passages: z
      .array(passage)
      .meta({ description: 'Prose, quotations and claims, in the order they were written.' }),
    actors: z.array(actorId).meta({ description: 'Those whom its prose names, in order.' }),
    places: z.array(z.string()).meta({ description: 'The places that its prose names, in order.' }),
    spelled: z.array(z.strictObject({ actor: actorId, spelling: z.string() })),
    namedAs: z.array(nameGiven).meta({ description: 'Names only claimed to be an actor’s own.' }),
  })
  .meta({ id: 'Text', description: 'A text whose names are links.' });

const writtenAccount = z.strictObject({
  event: eventId,
  title: z.string(),
  date: edtf.nullable(),
  time: time.nullable(),
  zone: z.string().meta({ description: 'The IANA zone that the date is a day of.' }),
  when: z.string().nullable().meta({ description: 'The article’s own words for when.' }),
  basis: z.enum(bases),
  record: z.array(z.string()),
  why: z.string().nullable(),
  certainty: z.enum(certainties),
  kind: z.enum(kinds).meta({ description: 'Whether its event is only something said.' }),
  actors: z.array(actorId),
  place: z.string().nullable(),
  after: z.array(eventId),
  distinct: z.array(eventId),
  partOf: eventId.nullable(),
  text: linkedText,
});

const article = z.strictObject({
  id: z.string(),
  url: address,
  title: z.string(),
  titleEn: z.string().nullable(),
  translation: z
    .string()
    .nullable()
    .meta({ description: 'Its title in the site’s language, as we translate it.' }),
  source: z.string(),
  published: edtf,
  publishedLabel: z.string().meta({ description: 'The day of publication in words.' }),
  updated: edtf.nullable(),
  added: z.string(),
  by: z.string().nullable(),
  original: z.string().nullable().meta({ description: 'Where the article itself is.' }),
  archived: z.string().nullable(),
  language: z.string().nullable(),
  place: z.string().nullable(),
  dateline: z.string().nullable(),
  dating: z.string().nullable().meta({ description: 'Why the day of publication is what it is.' }),
  via: z.strictObject({ name: z.string(), url: z.string().nullable() }).nullable(),
  drawsOn: z.array(z.string()).meta({ description: 'The articles that it re-tells.' }),
  ...history,
  lead: linkedText,
  spelled: z.array(z.strictObject({ actor: actorId, spelling: z.string() })),
  namedAs: z.array(nameGiven),
  accounts: z.array(writtenAccount).meta({ description: 'In the article’s own order.' }),
});

const named = {
  name: z.string(),
  spellings: z.array(z.string()),
  names: z.array(z.strictObject({ language: z.string(), name: z.string() })),
  wikidata: z.string().nullable().meta({ description: 'Its item of Wikidata.' }),
  ...history,
  text: linkedText,
};
const source = z.strictObject({
  id: z.string(),
  url: address,
  ...named,
  kind: z.string().nullable(),
  about: z.string().nullable(),
  site: z.string().nullable().meta({ description: 'The outlet’s own site.' }),
  language: z.string().nullable(),
});
const place = z.strictObject({
  id: z.string(),
  url: address,
  ...named,
  within: z.string().nullable(),
  at: z
    .strictObject({ latitude: z.number(), longitude: z.number() })
    .nullable()
    .meta({ description: 'Where it is, in decimal degrees (WGS 84).' }),
});
const actorRecord = z.strictObject({
  id: actorId,
  ...named,
  group: z.string().nullable(),
  of: z.array(actorId),
  leads: z.array(actorId),
});
const eventRecord = z.strictObject({
  id: eventId,
  zone: z.string(),
  origin: z
    .enum(['ruling', 'accounts', 'disputed'])
    .meta({ description: 'Whether an editor, the accounts together or nobody has set the date.' }),
  datedBy: z.array(z.string()).meta({ description: 'The articles whose date it is.' }),
  dateChoices: z
    .array(z.strictObject({ type: z.enum(['days', 'night', 'lasting']), date: edtf, days: edtf }))
    .meta({ description: 'The dates that cannot all be right, and the days that each allows.' }),
  lead: z.string().meta({ description: 'The article whose account speaks for it.' }),
  titleBy: z.string().nullable().meta({
    description: 'The article whose heading its title quotes, where it is disputed; else null.',
  }),
  summary: z.string().nullable().meta({ description: 'An editor’s sentence on it.' }),
  timesDiffer: z.boolean(),
  places: z.array(z.string()),
  mentionedPlaces: z.array(z.string()),
  partOf: eventId.nullable(),
  parts: z.array(eventId),
  follows: z.array(eventId),
  followedBy: z.array(eventId),
  ruling: z
    .strictObject({
      why: z.string().nullable().meta({
        description: 'The reason of a ruling that decides one thing, or leaves all open.',
      }),
      reasons: z
        .partialRecord(z.enum(decisions), z.string())
        .meta({ description: 'The reasons by what each is the reason of.' }),
      unknown: z.array(z.string()),
      ...history,
    })
    .nullable(),
});

export const articlesFile = z
  .strictObject({
    site: z.strictObject({
      title: z.string(),
      tagline: z.string().nullable(),
      language: z.string(),
      zone: z.string(),
      groups: z.array(z.string()),
      principals: z.array(actorId),
      authority: z
        .string()
        .nullable()
        .meta({ description: 'Who vouches for ids that leave the site (RFC 4151).' }),
      digits: z.enum(digitStyles).meta({ description: 'The digits of a site in Arabic.' }),
      months: z.enum(monthStyles).meta({ description: 'What a site in Arabic calls the months.' }),
      about: linkedText,
    }),
    stateOfPlay: z.strictObject({ asOf: z.string(), text: linkedText }).nullable(),
    articles: z.array(article),
    sources: z.array(source),
    places: z.array(place),
    actors: z.array(actorRecord).meta({ description: 'What actors.json leaves out of each.' }),
    events: z.array(eventRecord).meta({ description: 'What events.json leaves out of each.' }),
    retracted: z.array(
      z.strictObject({ id: eventId, title: z.string(), date: edtf.nullable(), ...history }),
    ),
    renamed: z.array(
      z.strictObject({
        kind: z.enum(['event', 'actor', 'article', 'source', 'place']),
        from: z.string(),
        to: z.string(),
      }),
    ),
    parts: z.array(part),
  })
  .meta({
    title: 'Articles',
    description: 'All articles by id, each digest whole, and what the other files leave out.',
  });

export type ArticlesJson = z.output<typeof articlesFile>;
export type ArticleJson = z.output<typeof article>;
export type WrittenAccountJson = z.output<typeof writtenAccount>;
export type TextJson = z.output<typeof linkedText>;
export type PassageJson = z.output<typeof passage>;
export type NamedJson = Pick<z.output<typeof source>, keyof typeof named>;
