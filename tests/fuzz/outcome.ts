import { expect } from 'vitest';
import { checkFiles } from '../../src/checks/checkContent.ts';
import type { Archive } from '../../src/model/archive.ts';
import { renderActorsJson } from '../../src/outputs/actorsJson.ts';
import { renderClaimsJson } from '../../src/outputs/claimsJson.ts';
import { renderEventsJson } from '../../src/outputs/eventsJson.ts';
import { actorsFile, claimsFile, eventsFile } from '../../src/outputs/schemas.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { renderReport } from '../../src/problems/report.ts';
import { viewActor, viewActors } from '../../src/views/actor/actorView.ts';
import { viewArticle, viewArticles } from '../../src/views/article/articleView.ts';
import { groupByPeriod, listDaysWithPage, listPeriods } from '../../src/views/dates/calendar.ts';
import { createContext } from '../../src/views/page/createContext.ts';
import { viewCalendar } from '../../src/views/home/calendarView.ts';
import { viewArticleCitation, viewEventCitation } from '../../src/views/sharing/citationView.ts';
import {
  viewEmbeddedActor,
  viewEmbeddedDay,
  viewEmbeddedEvent,
  viewEmbeddedTimeline,
} from '../../src/views/sharing/embedView.ts';
import { listParts } from '../../src/views/lists/parts.ts';
import { viewPart } from '../../src/views/part/partView.ts';
import {
  viewActorSharing,
  viewArticleSharing,
  viewEventSharing,
} from '../../src/views/sharing/sharingView.ts';
import { viewEvent } from '../../src/views/event/eventView.ts';
import { viewCorrections, viewRetracted } from '../../src/views/history/historyView.ts';
import { viewHome } from '../../src/views/home/homeView.ts';
import { renderText } from '../../src/views/prose/passages.ts';
import { viewPeriod } from '../../src/views/home/periodView.ts';
import { listAddresses, listRedirects, renderRedirects } from '../../src/views/data/permalinks.ts';
import { viewPlace, viewPlaces } from '../../src/views/place/placeView.ts';
import { listSearchRecords } from '../../src/views/search/searchRecords.ts';
import { viewSource, viewSources } from '../../src/views/source/sourceView.ts';
import { decode, folder, toFiles, type Content } from './content.ts';

/** What checking edited content came to. */
export interface Outcome {
  readonly errors: readonly Problem[];
  /** Every address that the site would answer, null where an error stands in the way of an archive. */
  readonly addresses: readonly string[] | null;
}

/**
 * Checks edited content and makes all that a site of it would show; fails where anything throws, where a problem
 * has no place or no words, and where there is no error and yet a published address is not planned.
 */
export function checkOutcome(content: Content, published: readonly string[]): Outcome {
  const { archive, problems, filesRead } = checkFiles(toFiles(content), folder);
  for (const problem of problems) checkProblem(problem, content);
  // One line a problem, and one that counts them.
  const report = renderReport(problems, filesRead).split(/[\n\r\u2028\u2029]/);
  expect(report).toHaveLength(problems.length === 0 ? 1 : problems.length + 1);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!archive) {
    expect(errors, 'errors of content without an archive').not.toEqual([]);
    return { errors, addresses: null };
  }
  const addresses = listAddresses(archive);
  makeSite(archive);
  if (errors.length === 0) {
    const planned = new Set(addresses);
    expect(published.filter((address) => !planned.has(address))).toEqual([]);
    const pages = listPages(archive);
    expect(pages.filter((page, index) => pages.indexOf(page) !== index)).toEqual([]);
  }
  return { errors, addresses };
}

/** Fails where a problem has no words, or a place outside of its file. */
export function checkProblem(problem: Problem, content: Content): void {
  const { at, message } = problem;
  const said = JSON.stringify(problem);
  expect(message.trim(), said).not.toBe('');
  expect(at.file.startsWith(`${folder}/`), said).toBe(true);
  const text = decode(content.get(at.file.slice(folder.length + 1)));
  const lines = text.split(/\r\n?|\n/);
  expect(Number.isInteger(at.line) && Number.isInteger(at.column), said).toBe(true);
  expect(at.line, said).toBeGreaterThanOrEqual(1);
  expect(at.line, said).toBeLessThanOrEqual(lines.length);
  expect(at.column, said).toBeGreaterThanOrEqual(1);
  expect(at.column, said).toBeLessThanOrEqual(lines[at.line - 1]!.length + 1);
}

/** What has an address of its own, by kind and id: two of the same would be two pages at one address. */
function listPages(archive: Archive): string[] {
  const { events, retracted, actors, articles, sources, places, renamed } = archive;
  return [
    ...[...events, ...retracted].map(({ id }) => `event ${id}`),
    ...actors.map(({ id }) => `actor ${id}`),
    ...articles.map(({ id }) => `article ${id}`),
    ...sources.map(({ id }) => `source ${id}`),
    ...places.map(({ id }) => `place ${id}`),
    ...renamed.map(({ kind, from }) => `${kind} ${from}`),
  ];
}

/** Returns what every page and data file of a site shows. */
export function makeSite(archive: Archive): unknown[] {
  const context = createContext(archive, '/');
  eventsFile.parse(JSON.parse(renderEventsJson(context)));
  actorsFile.parse(JSON.parse(renderActorsJson(context)));
  claimsFile.parse(JSON.parse(renderClaimsJson(context)));
  const periods = groupByPeriod(archive.events, archive.site.zone);
  const shown = [
    viewHome(context),
    viewCalendar(context),
    renderText(archive.site.about, context),
    viewActors(context),
    viewArticles(archive.articles, context),
    viewSources(context),
    viewPlaces(context),
    viewCorrections(context),
    listSearchRecords(context),
    renderRedirects(listRedirects(archive, context.at)),
    ...archive.events.map((event) => viewEvent(event, context)),
    ...archive.retracted.map((event) => viewRetracted(event, context)),
    ...archive.actors.map((actor) => viewActor(actor, context)),
    ...archive.articles.map((article) => viewArticle(article, context)),
    ...archive.sources.map((source) => viewSource(source, context)),
    ...archive.places.map((place) => viewPlace(place, context)),
    ...listPeriods(archive.permalinks, periods).map((period) => viewPeriod(period, context)),
    ...listParts(archive).map((part) => viewPart(part, context)),
    viewEmbeddedTimeline(context),
    ...archive.events.map((event) => viewEmbeddedEvent(event, context)),
    ...archive.actors.map((actor) => viewEmbeddedActor(actor, context)),
    ...listDaysWithPage(archive.permalinks, periods).map((day) => viewEmbeddedDay(day, context)),
    ...archive.events.map((event) => viewEventCitation(event, context)),
    ...archive.articles.map((article) => viewArticleCitation(article, context)),
    ...archive.events.map((event) => viewEventSharing(event, context)),
    ...archive.actors.map((actor) => viewActorSharing(actor, context)),
    ...archive.articles.map((article) => viewArticleSharing(article, context)),
  ];
  // A value that a page would print as a slip of ours.
  expect(JSON.stringify(shown)).not.toMatch(/\[object Object\]|\bInvalid Date\b/);
  return shown;
}
