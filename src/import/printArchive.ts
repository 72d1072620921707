import { printFrontMatter, type FrontMatterLine } from '../draft/frontMatterText.ts';
import { escapeMarkdown } from '../draft/escapeMarkdown.ts';
import { decisions } from '../model/drafts.ts';
import { siteHtmlToMarkdown, type OwnLink } from './markdown.ts';
import type { ImportedFile } from './printDigests.ts';
import type {
  ExportedAccount,
  ExportedArchive,
  ExportedArticle,
  ExportedHistory,
  ExportedNamed,
  ExportedPassage,
  ExportedText,
} from './readArchive.ts';

/** Returns the content files of an exported archive, as far as the export has them. */
export function printArchive(archive: ExportedArchive): ImportedFile[] {
  const printer = createPrinter(archive);
  const { articles, sources, places, actors } = archive;
  return [
    ...printSite(archive, printer),
    ...sources.map((source) => printSource(source, printer)),
    ...places.map((place) => printPlace(place, printer)),
    ...actors.map((actor) => printActor(actor, archive, printer)),
    ...listRulings(archive),
    ...articles.map((article) => printArticle(article, archive, printer)),
  ];
}

function printSite({ site, stateOfPlay }: ExportedArchive, printer: Printer): ImportedFile[] {
  const facts = {
    title: site.title,
    tagline: site.tagline,
    language: site.language,
    'time-zone': site.zone,
    groups: site.groups,
    principals: site.principals,
    authority: site.authority,
    digits: site.digits === 'latin' ? null : site.digits,
    months: site.months === 'levantine' ? null : site.months,
  };
  const about = toFile('site.md', facts, printer.printText(site.about, null));
  if (!stateOfPlay) return [about];
  const text = printer.printText(stateOfPlay.text, null);
  return [about, toFile('state-of-play.md', { 'as-of': stateOfPlay.asOf }, text)];
}

function printSource(source: ExportedArchive['sources'][number], printer: Printer): ImportedFile {
  const facts = {
    ...printNamed(source),
    kind: source.kind,
    about: source.about,
    url: source.site,
    language: source.language,
    ...printHistory(source.id, source),
  };
  return toFile(`sources/${source.id}.md`, facts, printer.printText(source.text, null));
}

function printPlace(place: ExportedArchive['places'][number], printer: Printer): ImportedFile {
  const facts = {
    ...printNamed(place),
    within: place.within,
    at: place.at && `${place.at.latitude}, ${place.at.longitude}`,
    ...printHistory(place.id, place),
  };
  return toFile(`places/${place.id}.md`, facts, printer.printText(place.text, null));
}

function printActor(
  actor: ExportedArchive['actors'][number],
  archive: ExportedArchive,
  printer: Printer,
): ImportedFile {
  const known = archive.actorById.get(actor.id);
  const facts = {
    ...printNamed(actor),
    kind: known?.kind,
    role: known?.role,
    group: actor.group,
    of: actor.of,
    leads: actor.leads,
    'named-as': (known?.namedAs ?? []).map(({ text }) => text),
    ...printHistory(actor.id, actor),
  };
  return toFile(`actors/${actor.id}.md`, facts, printer.printText(actor.text, null));
}

function printArticle(
  article: ExportedArticle,
  archive: ExportedArchive,
  printer: Printer,
): ImportedFile {
  const parts = [
    printer.printText(article.lead, null),
    ...article.accounts.map((account) => printAccount(account, archive, printer)),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return {
    ...toFile(`articles/${article.id}.md`, printArticleFacts(article, archive), text),
    events: article.accounts.length,
  };
}

type Facts = Readonly<Record<string, FrontMatterLine['value'] | undefined>>;

function toFile(path: string, facts: Facts, body: string): ImportedFile {
  const lines = Object.entries(facts).map(([key, value]) => ({ key, value: value ?? null }));
  return { path, text: `${printFrontMatter(lines)}${body === '' ? '' : `\n${body}\n`}`, events: 0 };
}

function printNamed({ name, spellings, names, wikidata }: ExportedNamed): Facts {
  return {
    name,
    spellings,
    names: Object.fromEntries(names.map((one) => [one.language, one.name])),
    wikidata,
  };
}

/** An id that is listed first is the page's current one, which it returned to. */
function printHistory(id: string, { ids, corrections, retracted }: ExportedHistory): Facts {
  return {
    formerly: ids[0] === id && ids.length > 1 ? ids : ids.filter((one) => one !== id),
    corrections: corrections.map(({ date, reason }) => ({ date, reason })),
    retracted: retracted && { date: retracted.date, reason: retracted.reason },
  };
}

function printArticleFacts(article: ExportedArticle, { site }: ExportedArchive): Facts {
  const { via, language } = article;
  return {
    title: article.title,
    source: article.source,
    published: article.published,
    updated: article.updated,
    added: article.added,
    by: article.by,
    url: article.original,
    archived: article.archived,
    language,
    [`title-${new Intl.Locale(site.language).language}`]: article.translation,
    place: article.place,
    dateline: article.dateline,
    dating: article.dating,
    via: via && { name: via.name, ...(via.url ? { url: via.url } : {}) },
    'draws-on': article.drawsOn,
    spelt: listSpelt(article),
    ...printHistory(article.id, article),
  };
}

/** Returns the spellings that an article uses but its digest doesn't, by actor. */
function listSpelt({
  lead,
  accounts,
  spelled,
  namedAs,
}: ExportedArticle): Record<string, string[]> {
  const texts = [lead, ...accounts.map(({ text }) => text)];
  const print = ({ actor, spelling }: ExportedText['spelled'][number]) => `${actor} ${spelling}`;
  const inProse = new Set(texts.flatMap((text) => [...text.spelled, ...text.namedAs].map(print)));
  const others = [...spelled, ...namedAs].filter((one) => !inProse.has(print(one)));
  const byActor = Map.groupBy(others, ({ actor }) => actor);
  return Object.fromEntries(
    [...byActor].map(([actor, own]) => [actor, [...new Set(own.map(({ spelling }) => spelling))]]),
  );
}

/** Returns a file for each event that an editor has ruled on, renamed, corrected or retracted. */
function listRulings({ events, retracted, articles, eventById }: ExportedArchive): ImportedFile[] {
  const headings = new Map(
    articles.flatMap(({ id, accounts }) =>
      accounts.map(({ event, title }) => [`${id} ${event}`, title] as const),
    ),
  );
  return [
    ...events.flatMap((event) => {
      const { id, ruling, lead, titleBy, summary, origin } = event;
      const now = eventById.get(id);
      if (!ruling || !now) return [];
      const isTitled = !titleBy && now.title !== headings.get(`${lead} ${id}`);
      const isDecided = (what: (typeof decisions)[number]) => ruling.reasons[what] !== undefined;
      const reasons = Object.entries(ruling.reasons);
      return [
        toFile(
          `events/${id}.md`,
          {
            title: isTitled || isDecided('title') ? now.title : null,
            summary,
            date: origin === 'ruling' ? now.date : null,
            time: isDecided('time') ? now.time : null,
            place: isDecided('place') ? now.place : null,
            certainty: isDecided('certainty') ? now.certainty : null,
            actors: isDecided('actors') ? now.actors : [],
            ...Object.fromEntries(reasons.map(([what, why]) => [`${what}-why`, why])),
            why: reasons.length === 0 ? ruling.why : null,
            unknown: ruling.unknown,
            ...printHistory(id, ruling),
          },
          '',
        ),
      ];
    }),
    ...retracted.map(({ id, title, date, ...history }) =>
      toFile(`events/${id}.md`, { title, date, ...printHistory(id, history) }, ''),
    ),
  ];
}

function printAccount(
  account: ExportedAccount,
  { site }: ExportedArchive,
  printer: Printer,
): string {
  const usual = account.when ? 'reckoned' : 'stated';
  const facts = {
    id: account.event,
    date: account.date,
    time: account.time,
    zone: account.zone === site.zone ? null : account.zone,
    when: account.when,
    basis: account.basis === usual ? null : account.basis,
    record: account.record.join(', '),
    why: account.why,
    after: account.after.join(', '),
    'part-of': account.partOf,
    actors: account.actors.join(', '),
    place: account.place,
    certainty: account.certainty === 'reported' ? null : account.certainty,
    kind: account.kind === 'statement' ? account.kind : null,
    distinct: account.distinct.join(', '),
  };
  return [
    `## ${escapeMarkdown(account.title).replace(/#/g, '\\#')}`,
    printBlock('event', facts),
    printer.printText(account.text, account.event),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function printBlock(
  kind: 'event' | 'claim',
  facts: Readonly<Record<string, string | null | undefined>>,
): string {
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value ? [`${name}: ${value.replace(/\s+/g, ' ')}`] : [],
  );
  return ['```' + kind, ...lines, '```'].join('\n');
}

interface Printer {
  /** Returns a text as Markdown; `event` is the event of its account. */
  printText(text: ExportedText, event: string | null): string;
}

function createPrinter({ articles, places }: ExportedArchive): Printer {
  // The former address of the site, with which its own links begin.
  const [first] = articles;
  const base = first ? first.url.slice(0, first.url.lastIndexOf('articles/')) : '/';
  const fold = (words: string) => words.toLowerCase();
  const ofPlaces = new Set(
    places.flatMap(({ id, name, spellings, names }) =>
      [name, ...spellings, ...names.map((one) => one.name)].map((own) => `${id} ${fold(own)}`),
    ),
  );
  return {
    printText: (text, event) => {
      // A name in a known spelling is linked automatically; any other link was written.
      const isFound = (said: ExportedText['spelled'], { type, id, words }: OwnLink) =>
        type === 'place'
          ? ofPlaces.has(`${id} ${fold(words)}`)
          : type === 'actor' &&
            said.some(({ actor, spelling }) => actor === id && fold(spelling) === fold(words));
      // Names in prose are the article's; a speaker's names are attributed to the speaker.
      const inProse = text.namedAs.filter(({ speaker }) => speaker === 'article');
      const toMarkdown = (html: string, kind: ExportedPassage['kind']) => {
        const said = [...text.spelled, ...(kind === 'prose' ? inProse : text.namedAs)];
        return siteHtmlToMarkdown(html, base, (link) => isFound(said, link));
      };
      const prose = text.passages
        .flatMap((one) => (one.kind === 'prose' ? [one.html] : []))
        .join('\n');
      const dashes = new Map<string, string[]>();
      const name = (id: string) => {
        const left = dashes.get(id) ?? listDashSpellings(id, text, prose);
        dashes.set(id, left);
        return left.shift() ?? id;
      };
      return text.passages
        .map((passage) => printPassage(passage, event, toMarkdown, name))
        .filter((part) => part !== '')
        .join('\n\n');
    },
  };
}

/**
 * Returns the names in a text's attributions of an actor, in order: the spellings that are counted more often
 * than they occur in prose. Empty if the attributions have the actor's id.
 */
function listDashSpellings(id: string, { spelled }: ExportedText, prose: string): string[] {
  const own = spelled.filter(({ actor }) => actor === id).map(({ spelling }) => spelling);
  let rest = prose;
  // A longer spelling may contain a shorter one.
  for (const spelling of [...new Set(own)].sort((a, b) => b.length - a.length)) {
    const parts = rest.split(spelling);
    for (let count = 1; count < parts.length; count++) {
      const at = own.indexOf(spelling);
      if (at !== -1) own.splice(at, 1);
    }
    rest = parts.join(' ');
  }
  return own;
}

function printPassage(
  passage: ExportedPassage,
  event: string | null,
  toMarkdown: (html: string, kind: ExportedPassage['kind']) => string,
  name: (id: string) => string,
): string {
  if (passage.kind === 'prose') return toMarkdown(passage.html, passage.kind);
  const { by, as } = passage;
  if (passage.kind === 'quotation') {
    const isBare = by && !as;
    const target = passage.speaker === 'nobody' || !by ? '-' : by;
    const who = isBare
      ? escapeMarkdown(name(by))
      : `[${escapeMarkdown(as ?? '')}](actor:${target})`;
    const where = passage.where ? `, ${escapeMarkdown(passage.where)}` : '';
    const lines = [...toMarkdown(passage.html, passage.kind).split('\n'), `— ${who}${where}`];
    return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  }
  const { about, on, answer, says, withdrawn, formerly } = passage;
  return printBlock('claim', {
    by,
    as,
    about: about === event ? null : about,
    on,
    answer,
    withdrawn,
    formerly: formerly && formerly.length > 0 ? formerly.join(', ') : null,
    says,
  });
}
