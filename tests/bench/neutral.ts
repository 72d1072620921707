import type { Corpus, CorpusArticle, CorpusEvent } from './corpus.ts';
import { places, sources } from './words.ts';

// The same archive in the form that other generators are measured with: events and articles as files of their
// own, with front matter in JSON.

/** Returns the files of an archive that other generators read: texts by path, the added article's below `extra/`. */
export function printNeutral({ actors, events, articles, added }: Corpus): Map<string, string> {
  const name = (actor: number) => actors[actor] ?? '';
  const old = new Set(articles.flatMap((article) => article.events));
  const told = (event: CorpusEvent, withAdded: boolean) => ({
    id: event.id,
    // One second apart, so that every generator sorts them the same way.
    date: `${event.day}T${clock(Number(event.id.slice(1)))}Z`,
    title: `${event.title} (${places[event.place] ?? ''})`,
    actors: event.actors.map(name),
    body: event.body,
    articles: withAdded ? event.articles : event.articles.filter((id) => id !== added.id),
  });
  const summed = (article: CorpusArticle) => ({
    id: article.id,
    title: article.title,
    source: sources[article.source],
    date: `${article.published}T12:00:00Z`,
    summary: article.lead,
    events: article.events.map(({ id }) => id),
  });
  const files = new Map<string, string>();
  const put = (folder: string, list: readonly CorpusEvent[], withAdded: boolean) => {
    for (const event of list) {
      const { id, title, date, actors: who, articles: by, body } = told(event, withAdded);
      const head = { title, date, month: date.slice(0, 7), actor: who, articles: by };
      files.set(`${folder}content/event/${id}.md`, print(head, body));
    }
  };
  const putArticle = (folder: string, article: CorpusArticle) => {
    const { id, title, date, source, events: of, summary } = summed(article);
    files.set(
      `${folder}content/article/${id}.md`,
      print({ title, date, source, events: of }, summary),
    );
  };
  const before = [...old];
  put('', before, false);
  for (const article of articles) putArticle('', article);
  put('extra/', added.events, true);
  putArticle('extra/', added);
  const whole = (list: readonly CorpusEvent[], of: readonly CorpusArticle[], withAdded: boolean) =>
    JSON.stringify({
      sources,
      actors: actors.filter((one) => one !== null),
      articles: of.map(summed),
      events: list.map((event) => told(event, withAdded)),
    });
  files.set('corpus.json', whole(before, articles, false));
  files.set('corpus-plus.json', whole(events, [...articles, added], true));
  return files;
}

function print(head: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

function clock(number: number): string {
  const [hour, minute, second] = [
    Math.floor(number / 3600) % 24,
    Math.floor(number / 60) % 60,
    number % 60,
  ];
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}
