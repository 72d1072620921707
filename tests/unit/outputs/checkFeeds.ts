import { Ajv2020 } from 'ajv/dist/2020.js';
import { childrenOf, readXml, textOf, type XmlElement } from './readXml.ts';

const atom = 'http://www.w3.org/2005/Atom';
// Matches a date and time of RFC 3339 with its offset.
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Returns how an Atom feed breaks RFC 4287. Throws if it is not well-formed XML. */
export function checkAtom(xml: string): string[] {
  const feed = readXml(xml);
  const entries = childrenOf(feed, 'entry');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  return [
    ...(feed.name === 'feed' && feed.namespace === atom ? [] : ['4.1.1: the root is no atom:feed']),
    ...checkCommon(feed),
    ...(childrenOf(feed, 'author').every((author) => textOf(author, 'name') !== '') &&
    childrenOf(feed, 'author').length > 0
      ? []
      : ['4.1.1: no author']),
    ...(linksOf(feed, 'self').length === 1 ? [] : ['4.1.1: no link to itself']),
    ...(new Set(ids).size === ids.length ? [] : ['4.1.1: two entries of one id']),
    ...(ids.includes(textOf(feed, 'id')) ? ['4.2.6: an entry has the id of the feed'] : []),
    ...entries.flatMap((entry) => [
      ...checkCommon(entry),
      ...(childrenOf(entry, 'content').length === 1 ? [] : ['4.1.2: not one content']),
      ...(childrenOf(entry, 'published').every(({ text }) => moment.test(text))
        ? []
        : ['3.3: published is no date']),
      ...(childrenOf(entry, 'published').length > 1 ? ['4.1.2: published twice'] : []),
      ...(childrenOf(entry, 'summary').length > 1 ? ['4.1.2: two summaries'] : []),
      ...(linksOf(entry, 'alternate').length === 1 ? [] : ['4.1.2: not one alternate']),
      ...(childrenOf(entry, 'category').every(({ attributes }) => attributes.term)
        ? []
        : ['4.2.2: a category without a term']),
    ]),
  ];
}

function checkCommon(element: XmlElement): string[] {
  const types = ['title', 'subtitle', 'summary', 'content'].flatMap((name) =>
    childrenOf(element, name).map(({ attributes }) => attributes.type ?? 'text'),
  );
  return [
    ...(URL.canParse(textOf(element, 'id')) ? [] : ['4.2.6: the id is no IRI']),
    ...(textOf(element, 'title') === '' ? ['4.2.14: no title'] : []),
    ...(moment.test(textOf(element, 'updated')) ? [] : ['3.3: updated is no date']),
    ...(types.every((type) => ['text', 'html', 'xhtml'].includes(type)) ? [] : ['3.1.1: a type']),
    ...(childrenOf(element, 'link').every(({ attributes }) => URL.canParse(attributes.href ?? ''))
      ? []
      : ['4.2.7: a link that is no absolute address']),
  ];
}

function linksOf(element: XmlElement, rel: string): XmlElement[] {
  return childrenOf(element, 'link').filter(
    ({ attributes }) => attributes.rel === rel && attributes.type !== 'application/feed+json',
  );
}

const text = { type: 'string' };
const address = { type: 'string', pattern: '^https?://' };
const day = { type: 'string', pattern: moment.source };

/** The part of JSON Feed 1.1 (jsonfeed.org/version/1.1) that Dateline uses; nothing else is allowed. */
const jsonFeed = {
  type: 'object',
  required: ['version', 'title', 'items', 'feed_url', 'home_page_url'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    language: text,
    authors: {
      type: 'array',
      items: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: { name: text, url: address, avatar: address },
      },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html', 'url'],
        additionalProperties: false,
        properties: {
          id: text,
          url: address,
          title: text,
          content_html: text,
          summary: text,
          date_published: day,
          date_modified: day,
          tags: { type: 'array', items: text, uniqueItems: true },
        },
      },
    },
  },
};

/** Returns how a JSON Feed breaks version 1.1. Throws if it is not JSON. */
export function checkJsonFeed(json: string): string[] {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(jsonFeed);
  const feed = JSON.parse(json) as { items?: { id?: string }[] };
  validate(feed);
  const ids = (feed.items ?? []).map(({ id }) => id);
  return [
    ...(validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    ),
    ...(new Set(ids).size === ids.length ? [] : ['two items of one id']),
  ];
}
