import { firstNames, lastNames, places, sources } from './words.ts';
import type { Corpus, CorpusArticle, CorpusEvent } from './corpus.ts';

/** Returns the content folder of an archive: texts by path. */
export function printContent(corpus: Corpus): Map<string, string> {
  const files = new Map<string, string>();
  files.set('site.md', printSite());
  sources.forEach((name, index) => {
    files.set(`sources/${sourceId(index)}.md`, `---\nname: ${name}\n---\n`);
  });
  places.forEach((name, index) => {
    files.set(`places/${placeId(index)}.md`, `---\nname: ${name}\n---\n`);
  });
  corpus.actors.forEach((name, index) => {
    if (name !== null) files.set(`actors/${actorId(index)}.md`, printActor(name, index));
  });
  for (const article of corpus.articles)
    files.set(`articles/${article.id}.md`, printDigest(article));
  return files;
}

/** Returns an actor's file; `former` is what he was called before. */
export function printActor(name: string, index: number, former?: string): string {
  const kind = index % 5 === 0 ? 'organisation' : 'person';
  const spellings = former === undefined ? '' : `spellings: [${former}]\n`;
  return `---\nname: ${name}\n${spellings}kind: ${kind}\nrole: ${kind === 'person' ? 'member of the assembly' : 'an office of the assembly'}\n---\n\n${name} is in the news.\n`;
}

/** Returns the id of an actor by his number, as it stands in file names and blocks. */
export function actorId(index: number): string {
  return `actor-${String(index + 1).padStart(5, '0')}`;
}

/** Returns an article's digest. */
export function printDigest({ id, title, source, published, lead, events }: CorpusArticle): string {
  const head = `---\ntitle: ${title}\nsource: ${sourceId(source)}\npublished: ${published}\nadded: ${published}\n---\n\n${lead}\n`;
  return [head, ...events.map((event) => printAccount(event, id))].join('\n');
}

function printAccount(event: CorpusEvent, article: string): string {
  const { id, title, when, actors, place, body, articles } = event;
  const facts = [`id: ${id}`, ...when, `actors: ${actors.map(actorId).join(', ')}`];
  const block = [...facts, `place: ${placeId(place)}`].join('\n');
  // Every tenth event has a point, on which its accounts differ where there are two.
  const answer = articles[0] === article ? 'forty' : 'fifty';
  const claim = id.endsWith('0')
    ? `\n\`\`\`claim\non: How many there were\nanswer: ${answer}\nsays: There were ${answer} of them.\n\`\`\`\n`
    : '';
  return `## ${title}\n\n\`\`\`event\n${block}\n\`\`\`\n\n${body}\n${claim}`;
}

function printSite(): string {
  const principals = Array.from({ length: 8 }, (_, index) => actorId(index)).join(', ');
  return `---\ntitle: The ${firstNames[0] ?? ''} ${lastNames[0] ?? ''} archive\ntagline: An archive made to measure with\nlanguage: en\ntime-zone: Europe/Lisbon\nprincipals: [${principals}]\n---\n\nMade from a seed.\n`;
}

function sourceId(index: number): string {
  return (sources[index] ?? '').toLowerCase().replaceAll(' ', '-');
}

function placeId(index: number): string {
  return (places[index] ?? '').toLowerCase();
}
