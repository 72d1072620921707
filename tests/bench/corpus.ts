import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  articleWords,
  firstNames,
  lastNames,
  objects,
  places,
  qualities,
  sources,
  verbs,
  ways,
} from './words.ts';

/** An event of a corpus, whoever tells of it. */
export interface CorpusEvent {
  readonly id: string;
  /** The day it fell on, in UTC. */
  readonly day: string;
  /** What its accounts say of its date: the EDTF, and what else stands in their blocks. */
  readonly when: readonly string[];
  readonly title: string;
  /** Indices of actors, most important first. */
  readonly actors: readonly number[];
  readonly place: number;
  readonly body: string;
  readonly articles: string[];
}

/** An article of a corpus, and the events it tells of. */
export interface CorpusArticle {
  readonly id: string;
  readonly title: string;
  readonly source: number;
  readonly published: string;
  readonly lead: string;
  readonly events: readonly CorpusEvent[];
}

/** A news archive made from a seed, and the article that is added to it. */
export interface Corpus {
  /** Names by number; null for those whom no article names. */
  readonly actors: readonly (string | null)[];
  /** All events, those that only the added article tells of as well. */
  readonly events: readonly CorpusEvent[];
  readonly articles: readonly CorpusArticle[];
  readonly added: CorpusArticle;
}

const day = 86_400_000;
/** So many events before one may be of the same days. */
const neighbours = 150;
const end = Date.UTC(2026, 5, 30);

/**
 * Returns an archive of the given number of articles, and one more, from a seed: three articles a day,
 * three events an article, one event in five told twice, actors by Zipf's law, dates in every form of EDTF
 * that a digest may have. The same numbers give the same archive.
 */
export function createCorpus(count: number, seed: number): Corpus {
  const random = xoroshiro128plus(seed);
  const int = (below: number) => uniformInt(random, 0, below - 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[int(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  };
  const actors = createNames(50 + Math.floor(count / 20));
  const chooseActor = createZipf(actors.length, () => int(2 ** 30) / 2 ** 30);
  const events: CorpusEvent[] = [];
  const articles: CorpusArticle[] = [];

  const clause = (who: string) =>
    `${who} ${pick(verbs)} the ${pick(qualities)} ${pick(objects)} ${pick(objects)} ${pick(ways)}`;
  const writeUntil = (target: number, who: (index: number) => string) => {
    const out: string[] = [];
    for (let words = 0, index = 0; words < target; index++) {
      const text = clause(who(index));
      words += text.split(' ').length;
      out.push(`${text}.`);
    }
    return out;
  };

  function addEvent(published: number, article: string): CorpusEvent {
    const chosen = new Set<number>();
    for (const size = 2 + int(3); chosen.size < size;) chosen.add(chooseActor());
    const index = events.length;
    const at = published - int(3) * day;
    const names = [...chosen].map((actor) => actors[actor] ?? '');
    const sentences = writeUntil(
      60 + int(36),
      (number) => names[number] ?? `The ${pick(qualities)} office`,
    );
    const half = Math.ceil(sentences.length / 2);
    const paragraphs = [sentences.slice(0, half).join(' '), sentences.slice(half).join(' ')];
    if (int(4) === 0)
      paragraphs.splice(1, 0, `> “${clause('We')}.”\n> — ${names[0] ?? ''}, in a statement`);
    let title: string;
    do
      title = `${pick(qualities)} ${pick(objects)} ${pick(objects)} ${pick(verbs)} in ${pick(places)}`;
    while (resembles(title, events.slice(-neighbours)));
    const event: CorpusEvent = {
      id: `e${String(index + 1).padStart(6, '0')}`,
      day: toDay(at),
      when: describeDay(at, published, index),
      title: capital(title),
      actors: [...chosen],
      place: int(places.length),
      body: paragraphs.join('\n\n'),
      articles: [article],
    };
    events.push(event);
    return event;
  }

  const start = end - Math.ceil(count / 3) * day;
  for (let number = 0; number <= count; number++) {
    const id = `article-${String(number + 1).padStart(6, '0')}`;
    const published = start + Math.floor(number / 3) * day;
    const told: CorpusEvent[] = [];
    while (told.length < 3) {
      const old = events.length > 20 && int(6) === 0 ? events.at(-1 - int(15)) : undefined;
      if (old?.articles.length === 1 && old.articles[0] !== id) {
        old.articles.push(id);
        told.push(old);
      } else told.push(addEvent(published, id));
    }
    articles.push({
      id,
      title: capital(
        `${pick(qualities)} ${pick(objects)} ${pick(verbs)} as ${pick(places)} ${pick(verbs)} ${pick(objects)} ${pick(articleWords)}`,
      ),
      source: int(sources.length),
      published: toDay(published),
      lead: writeUntil(100, () => `The ${pick(qualities)} council`).join(' '),
      events: told,
    });
  }
  const added = articles.pop();
  if (!added) throw new RangeError('An archive has an article at least.');
  const named = new Set(articles.flatMap((article) => article.events.flatMap((one) => one.actors)));
  for (const { actors: ofNew } of added.events) for (const actor of ofNew) named.add(actor);
  const known = actors.map((name, index) => (named.has(index) ? name : null));
  return { actors: known, events, articles, added };
}

/** Says an event's day in one of the forms that a digest may: most stated, the others in turn. */
function describeDay(at: number, published: number, index: number): string[] {
  const date = toDay(at);
  const month = date.slice(0, 7);
  switch (index % 24) {
    case 0:
      return [`date: ${date}~`];
    case 1:
      return [`date: ${date}?`];
    case 2:
      return [`date: ${date}%`];
    case 3:
      return [`date: ${month}`];
    case 4:
      return [`date: ${date.slice(0, 4)}`];
    case 5:
      // The thirties of a month are two days at most: an X there is not taken.
      return [date.charAt(8) === '3' ? `date: ${date}` : `date: ${date.slice(0, 9)}X`];
    case 6:
      return [`date: [${toDay(at - 3 * day)}..${date}]`];
    case 7:
      return [`date: ${toDay(at - 2 * day)}/${date}`];
    case 8:
      return [`date: ${toDay(at - 4 * day)}/..`];
    case 9:
      return [`date: [${toDay(at - 7 * day)}, ${date}]`];
    case 10:
      return [`date: ${date}`, 'time: night'];
    case 11:
      return [`date: ${date}`, 'time: 20:30'];
    case 12:
      return [`date: ${date}`, 'time: evening'];
    case 13:
      return [`date: ${month}-~${date.slice(8)}`];
    case 14:
      return at < published ? [`date: ${date}`, 'when: on the day before'] : [`date: ${date}`];
    default:
      return [`date: ${date}`];
  }
}

/** Says whether a title has three words in common with one of those before: the check would ask whether they are one. */
function resembles(title: string, others: readonly CorpusEvent[]): boolean {
  const words = new Set(title.toLowerCase().split(' '));
  words.delete('in');
  return others.some(
    (other) =>
      other.title
        .toLowerCase()
        .split(' ')
        .filter((word) => words.has(word)).length > 2,
  );
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Returns so many names, each another: 30 times 34 pairs, and after those with a second first name. */
function createNames(count: number): string[] {
  const pairs = firstNames.length * lastNames.length;
  return Array.from({ length: count }, (_, index) => {
    const pair = (index * 389) % pairs;
    const round = Math.floor(index / pairs);
    const first = firstNames[pair % firstNames.length] ?? '';
    const last = lastNames[Math.floor(pair / firstNames.length)] ?? '';
    const second = round === 0 ? '' : ` ${firstNames[(pair + round) % firstNames.length] ?? ''}`;
    return `${first}${second} ${last}`;
  });
}

/** Returns a chooser among so many, the first most often: the n-th 1/n times as often (Zipf). */
function createZipf(count: number, random: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) sums.push((sum += 1 / rank));
  return () => {
    const wanted = random() * sum;
    const found = sums.findIndex((reached) => reached >= wanted);
    return found < 0 ? count - 1 : found;
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
