import { createNameId } from './createId.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { printFrontMatter } from './frontMatterText.ts';
import { getNewPath, printNewFile, type NewKind } from './newFile.ts';
import { getStarter } from './starters.ts';

/** The answers that a new site is created from. */
export interface NewSite {
  readonly title: string;
  readonly tagline?: string | undefined;
  readonly language: string;
  readonly timeZone: string;
  /** The authority of its ids; required for publishing. */
  readonly authority?: string | undefined;
  /** The name of the first outlet. */
  readonly source: string;
  /** The name of the first actor, and its kind. */
  readonly actor: string;
  readonly actorKind: string;
}

interface NewText {
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the files of a new content folder: the site, its state of play, and one source, actor and digest to
 * replace. They pass the check.
 */
export function printNewSite(site: NewSite, today: string): NewText[] {
  const source = createNameId(site.source) ?? 'first-source';
  const actor = createNameId(site.actor) ?? 'first-actor';
  const file = (kind: NewKind, id: string, answers: Record<string, string>): NewText => ({
    path: getNewPath(kind, id),
    text: printNewFile(kind, answers, today, site.language),
  });
  return [
    { path: getNewPath('site', ''), text: printSite(site, today) },
    { path: getNewPath('state-of-play', ''), text: printStateOfPlay(site, today) },
    file('source', source, { name: site.source }),
    file('actor', actor, { name: site.actor, kind: site.actorKind }),
    { path: 'articles/first-article.md', text: printDigest(site, { source, actor }, today) },
  ];
}

function printSite(
  { title, tagline, language, timeZone, authority }: NewSite,
  today: string,
): string {
  const frontMatter = printFrontMatter([
    { key: 'title', value: title },
    { key: 'tagline', value: tagline ?? null },
    { key: 'language', value: language },
    { key: 'time-zone', value: timeZone },
    { key: 'authority', value: authority ?? null },
    { key: 'reviewed', value: today },
  ]);
  return `${frontMatter}\n${getStarter(language).about}\n`;
}

function printStateOfPlay({ actor, language }: NewSite, today: string): string {
  const frontMatter = printFrontMatter([
    { key: 'as-of', value: today },
    { key: 'reviewed', value: today },
  ]);
  return `${frontMatter}\n${getStarter(language).stateOfPlay(escapeMarkdown(actor), `event:${sampleEvent}`)}\n`;
}

const sampleEvent = 'first-event';

function printDigest(
  { actor, language }: NewSite,
  ids: { readonly source: string; readonly actor: string },
  today: string,
): string {
  const starter = getStarter(language);
  const frontMatter = printFrontMatter([
    { key: 'title', value: starter.article },
    { key: 'source', value: ids.source },
    { key: 'published', value: today },
    { key: 'added', value: today },
  ]);
  return `${frontMatter}
${starter.lead}

## ${starter.event}

\`\`\`event
id: ${sampleEvent}
date: ${today}
actors: ${ids.actor}
\`\`\`

${starter.account(escapeMarkdown(actor))}
`;
}
