import type { RootContent } from 'mdast';
import type { ArticleDraft } from '../model/drafts.ts';
import { articleFields, createTitleField } from './fields.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';
import { maxProfile, readTree, reportLongText } from './outputLimits.ts';
import { reportPictureLetters } from './pictureLetters.ts';
import { readPage, unreadDate, unreadDay } from './page.ts';
import { readAccounts, splitSections } from './sections.ts';
import type { SourceText } from './sourceText.ts';
import { listArticleDays } from './statedDays.ts';
import { readText } from './texts.ts';

/** Returns an article's draft from its digest. Problems are added to `source`. */
export function parseArticle(source: SourceText, id: string): ArticleDraft {
  const tree = readTree(source);
  const titles = listTranslatedTitles(source);
  const frontMatter = readFrontMatter(source, tree, {
    ...articleFields,
    ...Object.fromEntries(titles.map((key) => [key, createTitleField()])),
  });
  const { values, located, locatedItems } = frontMatter;
  if (values.url && !values.archived && !values.via)
    source.report('source-unarchived', located(values.url, 'url').at, { found: values.url });
  const { lead: leadNodes, sections } = splitSections(source, tree);
  const lead = readLead(source, leadNodes);
  const accounts = readAccounts(source, sections);
  const properties = readProperties(frontMatter);
  const { title, published, updated } = properties;
  reportPictureLetters(source, [title]);
  const page = readPage(source, id, values, { located, locatedItems });
  return {
    type: 'article',
    ...page,
    ...properties,
    days: [...page.days, ...listArticleDays({ published, updated, lead, accounts })],
    translations: readTranslations(titles, frontMatter),
    lead,
    accounts,
    // An open block, or front matter that cannot be read, may hide events.
    isWhole: !source.problems.some(
      ({ kind }) => kind === 'block-unclosed' || kind === 'front-matter',
    ),
  };
}

/** Returns what the front matter of a digest says of its article, apart from translated titles. */
function readProperties({
  values,
  located,
  locatedKey,
  locatedItems,
}: FrontMatter<typeof articleFields>) {
  return {
    title: located(values.title ?? '', 'title'),
    source: located(values.source ?? '', 'source'),
    published: located(values.published ?? unreadDate, 'published'),
    updated: values.updated ? located(values.updated, 'updated') : null,
    added: values.added ?? unreadDay,
    by: values.by ?? null,
    url: values.url ?? null,
    archived: values.archived ?? null,
    language: values.language ?? null,
    place: values.place ? located(values.place, 'place') : null,
    dateline: values.dateline ?? null,
    dating: values.dating ?? null,
    via: values.via ? { name: values.via.name, url: values.via.url ?? null } : null,
    drawsOn: locatedItems(values['draws-on'], 'draws-on'),
    spelt: Object.entries(values.spelt ?? {}).map(([owner, spellings]) => ({
      id: locatedKey(owner, 'spelt'),
      spellings: spellings.map((spelling, index) => located(spelling, 'spelt', owner, index)),
    })),
  };
}

function readTranslations(
  keys: readonly string[],
  { values, located, locatedKey }: FrontMatter<typeof articleFields>,
): ArticleDraft['translations'] {
  const translated: Readonly<Record<string, unknown>> = values;
  return keys.flatMap((key) => {
    const title = translated[key];
    return typeof title === 'string'
      ? [
          {
            language: key.slice('title-'.length),
            title: located(title, key),
            at: locatedKey(key).at,
          },
        ]
      : [];
  });
}

/** Returns the lead of a digest, which belongs to no event. */
function readLead(source: SourceText, nodes: RootContent[]): ArticleDraft['lead'] {
  reportLongText(source, nodes, 'lead', maxProfile);
  const { text, events } = readText(source, nodes);
  for (const { block } of events) {
    source.report('block-malformed', block.at, {
      found: 'event block above the first section',
      expected: 'one right under a ## heading',
    });
  }
  for (const passage of text.passages) {
    if (passage.type === 'claim' && !passage.claim.about)
      source.report('claim-about', passage.claim.at);
  }
  return text;
}

/**
 * Returns a file's keys for translated titles. Which one is the site's is known only after all files are
 * read.
 */
function listTranslatedTitles({ lines }: SourceText): string[] {
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const keys = lines.slice(1, end < 0 ? 1 : end).flatMap((line) => {
    const [, key, language] = /^(title-([a-z]{2,3})) *:/.exec(line) ?? [];
    return key !== undefined && language !== undefined ? [key] : [];
  });
  return [...new Set(keys)];
}
