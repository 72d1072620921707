import { z } from 'zod';
import {
  actorKinds,
  certainties,
  decisions,
  type Coordinates,
  type Decision,
} from '../model/drafts.ts';
import { isId } from '../model/ids.ts';
import {
  digitStyles,
  findSiteLanguage,
  monthStyles,
  siteLanguages,
} from '../model/siteLanguages.ts';
import { findUnsupportedForm } from '../model/dates/dateFaults.ts';
import type { EdtfDate } from '../model/dates/edtfDate.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { parseTimeOfDay, type TimeOfDay } from '../model/dates/timeOfDay.ts';
import { isTimeZone } from '../model/dates/zoneClock.ts';
import { isPrintable } from './controlCharacters.ts';
import { closeDirections } from './directions.ts';
import { explainDate, publicationForms, timeForms, unsupportedForms } from './forms.ts';
import { maxTitle, maxValue } from './limits.ts';
import { findAddressFault, webAddressForm } from './webAddress.ts';

// The front matter of all files. Each message states what is expected, worded to follow “expected”.

const text = (what: string) =>
  z
    .string({ error: `${what}, in quotation marks if YAML reads it as something else` })
    .trim()
    .refine((value) => /[^\p{Default_Ignorable_Code_Point}\s]/u.test(value), { error: what })
    .refine(isPrintable, { error: `${what}, without control characters` })
    .max(maxValue, { error: `${what}, of at most ${maxValue} characters` })
    .overwrite(closeDirections);
const line = (what: string) =>
  text(what)
    .refine((value) => !/[\r\n]/.test(value), { error: `${what}, on one line` })
    .max(maxTitle, { error: `${what}, of at most ${maxTitle} characters` });
const maxName = 300;
const name = (what: string) =>
  line(what).max(maxName, { error: `${what} of at most ${maxName} characters` });
const id = (what: string) =>
  text(what).refine(isId, { error: `${what}: lower-case words joined by hyphens` });
const oneOrMore = <S extends z.ZodType>(item: S, what: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? [value] : value),
    z.array(item, { error: what }),
  );
const names = z
  .record(z.string(), name('a name'), { error: 'a map from languages to names, such as { ar: … }' })
  .refine((value) => Object.keys(value).every(isLanguage), {
    error: 'languages by their codes (BCP 47), such as ar, fa or ku',
  });
const language = line('a language code (BCP 47) such as en or ar').refine(isLanguage, {
  error: 'a language code (BCP 47) such as en or ar',
});
const address = text(webAddressForm)
  .refine((value) => !/[\r\n]/.test(value), { error: webAddressForm })
  .superRefine((value, context) => {
    const expected = findAddressFault(value);
    if (expected !== undefined)
      context.addIssue({ code: 'custom', message: expected, input: value });
  });
const dayForm = 'a day such as 2026-11-21';
const day = line(dayForm).check((context) => {
  const { value, issues } = context;
  if (/^\d{4}-\d\d-\d\d$/.test(value) && parseEdtf(value)) return;
  issues.push({ ...refuse(value), message: dayForm });
});
const edtf = z
  .string({ error: publicationForms })
  .trim()
  .transform((value, context): EdtfDate => {
    const date = parseEdtf(value);
    if (date) return date;
    const form = findUnsupportedForm(value);
    const message = form
      ? `${publicationForms}; ${unsupportedForms[form]} is not supported`
      : publicationForms;
    context.issues.push({ ...refuse(value), message });
    return z.NEVER;
  });
/** Returns why a date is rejected, if it is written as one; reportIssue puts that before what is expected. */
function refuse(value: string) {
  return { code: 'custom', input: value, params: { fault: explainDate(value) } } as const;
}
const timeOfDay = line(timeForms).transform((value, context): TimeOfDay => {
  const time = parseTimeOfDay(value);
  if (time) return time;
  context.issues.push({ code: 'custom', message: timeForms, input: value });
  return z.NEVER;
});
const correction = z.strictObject(
  { date: day, reason: text('the reason in words') },
  { error: 'a date and a reason, such as { date: 2026-11-21, reason: … }' },
);

const page = {
  formerly: oneOrMore(id('a former id'), 'a list of former ids').optional(),
  retracted: correction.optional(),
  corrections: z
    .array(correction, { error: 'a list of corrections, each with a date and a reason' })
    .optional(),
};

const named = {
  name: name('a name'),
  spellings: oneOrMore(name('a spelling'), 'a list of spellings').optional(),
  names: names.optional(),
  wikidata: line('a Wikidata item such as Q82955')
    .regex(/^Q[1-9]\d*$/, { error: 'a Wikidata item such as Q82955' })
    .optional(),
  ...page,
};

export const articleFields = {
  title: line('the article’s title'),
  source: id('the id of a source'),
  published: edtf,
  added: day,
  by: line('the byline').optional(),
  url: address.optional(),
  archived: address.optional(),
  language: language.optional(),
  'title-en': createTitleField(),
  place: line('a place').optional(),
  dateline: text('the dateline as printed').optional(),
  dating: text('why `published` is what it is').optional(),
  via: z
    .strictObject(
      { name: line('the name of the copy’s publisher'), url: address.optional() },
      { error: 'a name and a url, such as { name: Quay Mirror, url: "https://…" }' },
    )
    .optional(),
  updated: edtf.optional(),
  'draws-on': oneOrMore(id('the id of an article'), 'a list of article ids').optional(),
  spelt: z
    .record(z.string(), oneOrMore(name('a spelling'), 'a list of spellings'), {
      error: 'a map from actor or place ids to spellings, such as { ana-brandt: [A. Brandt] }',
    })
    .optional(),
  ...page,
};

/** Returns the field of a title in any language of the site (`title-en`, `title-ar`). */
export function createTitleField() {
  return line('our translation of the title').optional();
}

export const actorFields = {
  ...named,
  kind: z.enum(actorKinds, { error: `one of ${actorKinds.join(', ')}` }),
  role: line('the role at the time').optional(),
  group: line('one of the groups in site.md').optional(),
  of: oneOrMore(line('an actor'), 'a list of actors it belongs to').optional(),
  leads: oneOrMore(line('an actor'), 'a list of actors it leads').optional(),
  'named-as': oneOrMore(name('a name'), 'a list of names that sources give').optional(),
  reviewed: day.optional(),
};

export const sourceFields = {
  ...named,
  kind: line('what kind of outlet it is').optional(),
  about: text('one line on the outlet').optional(),
  url: address.optional(),
  language: language.optional(),
};

const coordinateForms = 'latitude and longitude in decimal degrees, such as 33.31, 44.37';
const coordinates = z
  .string({ error: coordinateForms })
  .trim()
  .transform((value, context): Coordinates => {
    const [, latitude, longitude] =
      /^(-?\d{1,2}(?:\.\d+)?), *(-?\d{1,3}(?:\.\d+)?)$/.exec(value) ?? [];
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    if (Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180) return point;
    context.issues.push({ code: 'custom', message: coordinateForms, input: value });
    return z.NEVER;
  });

export const placeFields = {
  ...named,
  within: line('a place').optional(),
  at: coordinates.optional(),
};

export const rulingFields = {
  title: line('a title').optional(),
  summary: line('one or two sentences on the event').optional(),
  date: edtf.optional(),
  time: timeOfDay.optional(),
  place: line('a place').optional(),
  certainty: z.enum(certainties, { error: `one of ${certainties.join(', ')}` }).optional(),
  actors: oneOrMore(line('an actor'), 'a list of actors').optional(),
  why: text('the reason in words').optional(),
  ...mapDecisions(text('the reason in words').optional()),
  unknown: oneOrMore(
    text('what nobody has established'),
    'what nobody has established, one text or a list',
  ).optional(),
  reviewed: day.optional(),
  ...page,
};

const licence = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject(
    {
      name: line('the name of a licence'),
      url: address.optional(),
      text: text('the licence in words').optional(),
    },
    { error: 'a name such as CC BY-SA 4.0, or { name: …, url: "https://…", text: … }' },
  ),
);

const rels = ['me', 'author', 'license', 'publisher', 'webmention', 'pingback'] as const;
const headForms =
  'a list of { name: …, content: … }, { property: …, content: … } or { rel: me, href: "https://…" }';
// Excludes what the site sets itself, and what would change how a page works.
const metaName = line('the name of a meta element').refine(
  (name) =>
    !/^(?:viewport|description|color-scheme|robots|referrer|theme-color|generator)$/i.test(name),
  { error: 'another name: the site itself sets that one' },
);
const headElement = z.union(
  [
    z.strictObject({ name: metaName, content: line('its content') }),
    z.strictObject({ property: line('a property'), content: line('its content') }),
    z.strictObject({ rel: z.enum(rels), href: address }),
  ],
  { error: headForms },
);

const origin = address.refine((value) => URL.canParse(value) && new URL(value).pathname === '/', {
  error: 'the address of a host, without a path, such as https://stats.example',
});
const scriptForm = 'the https:// address of a script, without ? or #';
const analytics = z.strictObject(
  {
    script: address.refine((value) => /^https:\/\/[^?#;,'"\s]+$/i.test(value), {
      error: scriptForm,
    }),
    attributes: z
      .record(
        z.string().regex(/^(?:data-[a-z0-9-]+|id|crossorigin|integrity)$/, {
          error: 'names such as data-domain',
        }),
        line('a value'),
        { error: 'a map from names to values, such as { data-domain: example.org }' },
      )
      .optional(),
    connect: oneOrMore(origin, 'a list of hosts such as https://stats.example').optional(),
    privacy: text('what readers are told about it').optional(),
  },
  { error: 'a script, such as { script: "https://stats.example/count.js" }' },
);

const siteLanguage = `a language that Dateline has words for: ${siteLanguages.join(', ')}`;

const authorityForm =
  'a domain or email address of yours and a year, month or day when it was yours, such as harbour.example,2026';
// The authority of a tag: URI (RFC 4151).
const authority = line(authorityForm).regex(
  /^(?:[\w.-]+@)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*,\d{4}(?:-\d\d){0,2}$/,
  { error: authorityForm },
);

export const siteFields = {
  title: line('the site’s title'),
  tagline: line('a tagline').optional(),
  language: language.refine((code) => !isLanguage(code) || findSiteLanguage(code) !== undefined, {
    error: siteLanguage,
  }),
  'time-zone': line('an IANA time zone such as Europe/Lisbon').refine(isTimeZone, {
    error: 'an IANA time zone such as Europe/Lisbon',
  }),
  groups: oneOrMore(line('a group’s name'), 'a list of group names, in order').optional(),
  principals: oneOrMore(line('an actor'), 'a list of actors').optional(),
  licence: licence.optional(),
  head: z.array(headElement, { error: headForms }).optional(),
  analytics: analytics.optional(),
  authority: authority.optional(),
  digits: z.enum(digitStyles, { error: `one of ${digitStyles.join(', ')}` }).optional(),
  months: z.enum(monthStyles, { error: `one of ${monthStyles.join(', ')}` }).optional(),
  reviewed: day.optional(),
};

export const ownPageFields = {
  title: line('the page’s title'),
  nav: line('what the navigation calls it').optional(),
  formerly: page.formerly,
};

export const stateOfPlayFields = { 'as-of': day, reviewed: day.optional() };

function mapDecisions<S extends z.ZodType>(schema: S): Record<`${Decision}-why`, S> {
  const keys = decisions.map((decision) => [`${decision}-why`, schema] as const);
  return Object.fromEntries(keys) as Record<`${Decision}-why`, S>;
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}
