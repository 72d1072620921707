import { z } from 'zod';
import { blockNames } from '../../../src/parse/blocks.ts';
import {
  actorFields,
  articleFields,
  ownPageFields,
  placeFields,
  rulingFields,
  siteFields,
  sourceFields,
  stateOfPlayFields,
} from '../../../src/parse/fields.ts';

// Every field that an editor may write, by the schemas themselves, and how a test writes words into it.

/** One of each kind of file, whole: what a field is written into. `own` sets it apart from others in one site. */
export interface World {
  readonly own: string;
  /** True where nothing else may be written into it. */
  readonly isFull: boolean;
  readonly article: Front;
  readonly actor: Front;
  readonly source: Front;
  readonly place: Front;
  readonly ruling: Front;
  readonly event: Front;
  readonly claim: Front;
  readonly words: Record<(typeof texts)[number], string>;
}

type Front = Record<string, unknown>;

/** What stands outside front matter and blocks. */
const texts = [
  'lead',
  'heading',
  'prose',
  'quotation',
  'quotation-where',
  'actor-body',
  'source-body',
  'place-body',
] as const;

const schemas = {
  article: articleFields,
  actor: actorFields,
  source: sourceFields,
  place: placeFields,
  ruling: rulingFields,
  site: siteFields,
  'own-page': ownPageFields,
  'state-of-play': stateOfPlayFields,
};

/** Returns every field by its path: `article.via.name`, `actor.names`, `claim.says`, `text.lead`. */
export function listFields(): string[] {
  return [
    ...Object.entries(schemas).flatMap(([kind, fields]) => {
      const json = z.toJSONSchema(z.object(fields), { io: 'input', unrepresentable: 'any' });
      return listLeaves(kind, json);
    }),
    ...Object.entries(blockNames).flatMap(([block, names]) =>
      names.map((name) => `${block}.${name}`),
    ),
    ...texts.map((name) => `text.${name}`),
    'text.site-body',
    'text.own-page-body',
    'text.state-of-play-body',
  ].sort();
}

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>;
  readonly items?: JsonSchema;
}

function listLeaves(path: string, schema: unknown): string[] {
  const { properties, items } = schema as JsonSchema;
  if (items?.properties) return listLeaves(path, items);
  return properties
    ? Object.entries(properties).flatMap(([key, inner]) => listLeaves(`${path}.${key}`, inner))
    : [path];
}

/** How words are written into a field of a world; `closed` where it takes only a grammar of its own, `site` where one file has it. */
export type Row = 'closed' | 'site' | ((world: World, words: string) => void);

const into =
  (
    part: 'article' | 'actor' | 'source' | 'place' | 'ruling' | 'event' | 'claim',
    key: string,
  ): Row =>
  (world, words) => {
    world[part][key] = words;
  };
const intoList =
  (part: 'actor' | 'source' | 'place' | 'ruling', key: string): Row =>
  (world, words) => {
    world[part][key] = [words];
  };
const intoMap =
  (part: 'actor' | 'source' | 'place'): Row =>
  (world, words) => {
    world[part].names = { ar: words };
  };
const intoText =
  (key: (typeof texts)[number]): Row =>
  (world, words) => {
    world.words[key] = words;
  };
const intoReason =
  (
    part: 'article' | 'actor' | 'source' | 'place' | 'ruling',
    key: 'corrections' | 'retracted',
  ): Row =>
  (world, words) => {
    const reason = { date: '2024-07-02', reason: words };
    world[part][key] = key === 'corrections' ? [reason] : reason;
  };
const pageRows = (part: 'article' | 'actor' | 'source' | 'place' | 'ruling') => ({
  [`${part}.formerly`]: 'closed' as Row,
  [`${part}.corrections.date`]: 'closed' as Row,
  [`${part}.corrections.reason`]: intoReason(part, 'corrections'),
  [`${part}.retracted.date`]: 'closed' as Row,
  [`${part}.retracted.reason`]: intoReason(part, 'retracted'),
});
const nameRows = (part: 'actor' | 'source' | 'place') => ({
  [`${part}.name`]: into(part, 'name'),
  [`${part}.spellings`]: intoList(part, 'spellings'),
  [`${part}.names`]: intoMap(part),
  [`${part}.wikidata`]: 'closed' as Row,
  ...pageRows(part),
});
const closed = (part: string, ...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [`${part}.${key}`, 'closed']));
const ofSite = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, 'site']));

export const rows: Readonly<Record<string, Row>> = {
  'article.title': into('article', 'title'),
  'article.title-en': into('article', 'title-en'),
  'article.by': into('article', 'by'),
  'article.url': into('article', 'url'),
  'article.archived': into('article', 'archived'),
  'article.dateline': into('article', 'dateline'),
  'article.dating': into('article', 'dating'),
  'article.via.name': (world, words) => {
    world.article.via = { name: words };
  },
  'article.via.url': (world, words) => {
    world.article.via = { name: 'A copy', url: words };
  },
  'article.spelt': (world, words) => {
    world.article.spelt = { [`actor-${world.own}`]: [words] };
  },
  ...closed('article', 'source', 'published', 'added', 'language', 'place', 'updated', 'draws-on'),
  ...pageRows('article'),
  'actor.role': into('actor', 'role'),
  'actor.named-as': intoList('actor', 'named-as'),
  'actor.group': 'site',
  ...closed('actor', 'kind', 'of', 'leads', 'reviewed'),
  ...nameRows('actor'),
  'source.kind': into('source', 'kind'),
  'source.about': into('source', 'about'),
  'source.url': into('source', 'url'),
  ...closed('source', 'language'),
  ...nameRows('source'),
  ...closed('place', 'within', 'at'),
  ...nameRows('place'),
  'ruling.title': into('ruling', 'title'),
  'ruling.summary': into('ruling', 'summary'),
  'ruling.why': into('ruling', 'why'),
  ...Object.fromEntries(
    ['title', 'summary', 'date', 'time', 'place', 'certainty', 'actors'].map((key) => [
      `ruling.${key}-why`,
      into('ruling', `${key}-why`),
    ]),
  ),
  'ruling.unknown': intoList('ruling', 'unknown'),
  ...closed('ruling', 'date', 'time', 'place', 'certainty', 'actors', 'reviewed'),
  ...pageRows('ruling'),
  ...ofSite(
    'site.title',
    'site.tagline',
    'site.groups',
    'site.licence.name',
    'site.licence.url',
    'site.licence.text',
    'site.head',
    'site.analytics.attributes',
    'site.analytics.privacy',
    'own-page.title',
    'own-page.nav',
    'text.own-page-body',
    'text.site-body',
    'text.state-of-play-body',
  ),
  ...closed(
    'site',
    'language',
    'time-zone',
    'principals',
    'reviewed',
    'authority',
    'digits',
    'months',
  ),
  ...closed('site', 'analytics.script', 'analytics.connect'),
  ...closed('own-page', 'formerly'),
  ...closed('state-of-play', 'as-of', 'reviewed'),
  'event.when': into('event', 'when'),
  'event.why': into('event', 'why'),
  'event.record': into('event', 'record'),
  ...closed('event', 'id', 'date', 'time', 'zone', 'basis', 'after', 'part-of', 'actors'),
  ...closed('event', 'kind', 'place', 'certainty', 'distinct'),
  'claim.on': into('claim', 'on'),
  'claim.says': into('claim', 'says'),
  'claim.as': into('claim', 'as'),
  'claim.answer': into('claim', 'answer'),
  ...closed('claim', 'by', 'about', 'withdrawn', 'formerly'),
  ...Object.fromEntries(texts.map((key) => [`text.${key}`, intoText(key)])),
};

/** Returns a world with nothing hostile in it. */
export function createWorld(own: string): World {
  return {
    own,
    isFull: false,
    article: {
      title: `A digest ${own}`,
      source: `source-${own}`,
      published: '2024-06-30',
      added: '2024-07-01',
    },
    actor: { name: `Actor ${own} Brandt`, kind: 'person' },
    source: { name: `Source ${own}` },
    place: { name: `Place ${own}` },
    ruling: { title: `Ruled ${own}`, reviewed: '2024-07-03' },
    event: {
      id: `event-${own}`,
      date: '2024-05-10',
      actors: `actor-${own}`,
      place: `place-${own}`,
    },
    claim: { on: 'How many', says: 'There were three.' },
    words: {
      lead: 'A lead.',
      heading: 'It happened',
      prose: 'It happened.',
      quotation: 'I saw it.',
      'quotation-where': 'on the quay',
      'actor-body': 'A profile.',
      'source-body': 'A profile.',
      'place-body': 'A profile.',
    },
  };
}

/** Returns the files of a world, by path. */
export function printWorld(world: World): Record<string, string> {
  const { own, words } = world;
  const block = (name: string, values: Front) =>
    `\`\`\`${name}\n${Object.entries(values)
      .map(([key, value]) => `${key}: ${String(value)}\n`)
      .join('')}\`\`\`\n`;
  return {
    [`articles/article-${own}.md`]:
      `${printFront(world.article)}\n${words.lead}\n\n## ${words.heading}\n\n${block('event', world.event)}\n${words.prose}\n\n> “${words.quotation}”\n> — actor:actor-${own}, ${words['quotation-where']}\n\n${block('claim', world.claim)}\n${block('claim', { on: world.claim.on, by: `actor-${own}`, answer: 'three', says: 'Three.' })}`.replace(
        `— actor:actor-${own}`,
        `— [Brandt](actor:actor-${own})`,
      ),
    [`actors/actor-${own}.md`]: `${printFront(world.actor)}\n${words['actor-body']}\n`,
    [`sources/source-${own}.md`]: `${printFront(world.source)}\n${words['source-body']}\n`,
    [`places/place-${own}.md`]: `${printFront(world.place)}\n${words['place-body']}\n`,
    [`events/event-${own}.md`]: printFront(world.ruling),
  };
}

/** JSON is YAML: so any character can be written. */
function printFront(values: Front): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}
