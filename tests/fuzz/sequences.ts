import fc from 'fast-check';
import { createCorpus } from '../bench/corpus.ts';
import { actorId, printActor, printContent, printDigest } from '../bench/digests.ts';
import { places } from '../bench/words.ts';

// Edits of a small archive, one after the other: whatever there was before, what is made of the archive after them
// has to be what is made of it from nothing.

const corpus = createCorpus(12, 5);
// Those of it that are there at first; the others come and go.
const first = 8;
export const base: Texts = printContent({ ...corpus, articles: corpus.articles.slice(0, first) });
const events = [...new Set(corpus.articles.slice(0, first).flatMap((article) => article.events))];

/** The texts of a content folder, by path. */
export type Texts = ReadonlyMap<string, string>;
/** An edit; `choose` gives a number below another. */
export type Edit = (texts: Texts, choose: (below: number) => number) => Texts;

/** What `npm run build` is tried with. */
export const edits: Readonly<Record<string, Edit>> = {
  'add or take away an article': (texts, choose) => {
    const article = corpus.articles[first + choose(corpus.articles.length - first)];
    const path = `articles/${article?.id ?? ''}.md`;
    if (!article) return texts;
    return texts.has(path) ? without(texts, path) : put(texts, path, printDigest(article));
  },
  'take away one of the first articles': (texts, choose) =>
    without(texts, `articles/${corpus.articles[choose(first)]?.id ?? ''}.md`),
  'edit a sentence': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/\n\n(The|It) /, '\n\nWhat is more, $1 '),
    ),
  'edit a headline': (texts, choose) =>
    change(texts, articleOf(choose), (text) => text.replace(/^## .*$/m, `## Edited ${choose(9)}`)),
  'correct a date': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d)-\d\d$/m, `date: $1-0${choose(9) + 1}`),
    ),
  'correct a year': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: \d{4}/m, `date: ${2021 + choose(6)}`),
    ),
  'leave the first day open': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d-\d\d)$/m, 'date: [..$1]'),
    ),
  'make a date less exact': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d)(-\d\d)?$/m, choose(2) === 0 ? 'date: $1' : 'date: $1$2~'),
    ),
  'rename an actor': (texts, choose) => {
    const index = choose(corpus.actors.length);
    const name = corpus.actors[index];
    if (name == null) return texts;
    return put(
      texts,
      `actors/${actorId(index)}.md`,
      printActor(`${name} ${'Senior Junior Elder'.split(' ')[choose(3)] ?? ''}`, index, name),
    );
  },
  'retitle a place': (texts, choose) => {
    const place = places[choose(places.length)] ?? '';
    return put(
      texts,
      `places/${place.toLowerCase()}.md`,
      `---\nname: ${place} ${choose(2) === 0 ? 'Town' : 'City'}\nspellings: [${place}]\n---\n`,
    );
  },
  'rename a source': (texts, choose) => {
    const paths = [...texts.keys()].filter((path) => path.startsWith('sources/'));
    return change(texts, paths[choose(paths.length)] ?? '', (text) =>
      text.replace(/^name: (?:The )?(.*)$/m, choose(2) === 0 ? 'name: The $1' : 'name: $1'),
    );
  },
  'tell of another actor': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^actors: .*$/m, `actors: ${actorId(choose(4))}, ${actorId(4 + choose(4))}`),
    ),
  'claim something of an event that another tells': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.concat(
        `\n\`\`\`claim\nabout: ${events[choose(events.length)]?.id ?? ''}\non: Why\nanswer: ${choose(2) === 0 ? 'For gain' : 'By chance'}\nsays: It is said.\n\`\`\`\n`,
      ),
    ),
  'retitle an event': (texts, choose) =>
    put(
      texts,
      `events/${events[choose(events.length)]?.id ?? ''}.md`,
      `---\ntitle: It is called ${choose(9)}\n---\n`,
    ),
  'rule on an event': (texts, choose) => {
    const id = events[choose(events.length)]?.id ?? '';
    const rulings = [
      '---\ntitle: What the editor calls it\n---\n',
      '---\ncertainty: purported\nwhy: Nobody vouches for it.\n---\n',
      '---\nunknown: [Who did it]\ncorrections: [{ date: 2026-07-01, reason: A name was wrong. }]\n---\n',
    ];
    const path = `events/${id}.md`;
    return choose(3) === 0 ? without(texts, path) : put(texts, path, rulings[choose(3)] ?? '');
  },
  'put one event before another': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^actors: /m, `after: ${events[choose(events.length)]?.id ?? ''}\nactors: `),
    ),
  'rename an article': (texts, choose) => {
    const path = articleOf(choose);
    const text = texts.get(path);
    return text === undefined
      ? texts
      : put(without(texts, path), path.replace('.md', `-renamed-${choose(3)}.md`), text);
  },
  // Refused where it is still spoken of by its id.
  'take away an actor': (texts, choose) =>
    without(texts, `actors/${actorId(choose(corpus.actors.length))}.md`),
  // Refused.
  'leave a block open': (texts, choose) =>
    change(
      texts,
      articleOf(choose),
      (text) => `${text}\n## Half an event\n\n\`\`\`event\nid: half\n`,
    ),
  'edit the site': (texts, choose) =>
    change(texts, 'site.md', (text) =>
      choose(2) === 0
        ? text.replace(/^tagline: .*$/m, `tagline: Tagline ${choose(3)}`)
        : text.replace(/principals: \[[^,]*, /, 'principals: ['),
    ),
};
function articleOf(choose: (below: number) => number): string {
  return `articles/${corpus.articles[choose(first)]?.id ?? ''}.md`;
}

function put(texts: Texts, path: string, text: string): Texts {
  return new Map(texts).set(path, text);
}

function without(texts: Texts, path: string): Texts {
  return new Map([...texts].filter(([other]) => other !== path));
}

function change(texts: Texts, path: string, edit: (text: string) => string): Texts {
  const text = texts.get(path);
  return text === undefined ? texts : put(texts, path, edit(text));
}

/** Edits that leave much to be reported, and those that concern the whole archive. */
export const further: Readonly<Record<string, Edit>> = {
  ...edits,
  'find a word of the prose to be a name': (texts, choose) =>
    change(texts, actorOf(choose), (text) =>
      setField(text, 'spellings', `[${pick(words, choose)}, ${pick(words, choose)}]`),
    ),
  'say that a word is only claimed to be a name': (texts, choose) =>
    change(texts, actorOf(choose), (text) =>
      setField(text, 'named-as', `[${pick(words, choose)}]`),
    ),
  'call a place as an actor is called': (texts, choose) =>
    put(texts, 'places/elsewhere.md', `---\nname: ${pick(words, choose)}\n---\n`),
  'put a place within another': (texts, choose) =>
    change(texts, placeOf(choose), (text) =>
      setField(text, 'within', pick(places, choose).toLowerCase()),
    ),
  'move to another zone': (texts, choose) =>
    change(texts, 'site.md', (text) =>
      setField(text, 'time-zone', pick(['UTC', 'Asia/Baghdad', 'Pacific/Auckland'], choose)),
    ),
  'write in another language': (texts, choose) =>
    change(texts, 'site.md', (text) =>
      setField(text, 'language', pick(['en', 'fr', 'ar'], choose)),
    ),
  'take away the site': (texts, choose) =>
    choose(3) === 0 ? without(texts, 'site.md') : put(texts, 'site.md', base.get('site.md') ?? ''),
  'rename a file in its case alone': (texts, choose) => {
    const path = articleOf(choose);
    const text = texts.get(path);
    return text === undefined
      ? texts
      : put(
          without(texts, path),
          path.replace(/(\w)\.md$/, (end) => end.toUpperCase()),
          text,
        );
  },
  'make a file no text': (texts, choose) => put(texts, articleOf(choose), '\uD800'),
  'retract an article': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      setField(text, 'retracted', '{ date: 2026-07-01, reason: It was wrong. }'),
    ),
  'have an article appear later': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      setField(text, 'published', pick(['2026-09-01', '2026~', '2031-01-01'], choose)),
    ),
  'name nobody': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^actors: .*$/m, `actors: nobody-${choose(3)}`),
    ),
  'misspell a name': (texts, choose) =>
    change(texts, articleOf(choose), (text) => {
      const name = corpus.actors[choose(6)] ?? 'Nobody';
      return `${text}\nIt was ${name.slice(0, -2)}${name.slice(-1)} who said so. ${pick(words, choose)} and Plann are words.\n`;
    }),
  'write what a name differs in as a plain word': (texts, choose) =>
    change(texts, articleOf(choose), (text) => `${text}\nSome plann of ${choose(9)} it is.\n`),
  'claim something of an actor': (texts, choose) =>
    change(
      texts,
      articleOf(choose),
      (text) =>
        `${text}\n\`\`\`claim\nabout: actor:${actorId(choose(4))}\non: How old\nanswer: ${pick(['Fifty', 'Fiftey', '50'], choose)}\nsays: So it is said.\n\`\`\`\n`,
    ),
  'quote somebody': (texts, choose) =>
    change(
      texts,
      articleOf(choose),
      (text) =>
        `${text}\n> “It was ${pick(words, choose)}.”\n> — ${pick([corpus.actors[choose(6)] ?? 'X', pick(words, choose), 'No One'], choose)}\n`,
    ),
  'spell a name in the article’s own way': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      setField(text, 'spelt', `{ ${actorId(choose(6))}: [${pick(words, choose)}] }`),
    ),
  'call one event a part of another, or keep them apart': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(
        /^actors: /m,
        `${pick(['part-of', 'distinct'], choose)}: ${events[choose(events.length)]?.id ?? ''}\nactors: `,
      ),
    ),
  'say where things stand': (texts, choose) =>
    put(
      texts,
      'state-of-play.md',
      `---\nas-of: 2026-07-01\nreviewed: 2024-0${choose(9) + 1}-01\n---\n\nSo [it](event:${events[choose(events.length)]?.id ?? ''}) stands, says ${pick(words, choose)}.\n`,
    ),
  'review a profile': (texts, choose) =>
    change(texts, actorOf(choose), (text) => setField(text, 'reviewed', '2024-01-01')),
  'rule that something is unknown': (texts, choose) =>
    put(
      texts,
      `events/${events[choose(events.length)]?.id ?? ''}.md`,
      `---\ntitle: ${pick(words, choose)}\nunknown: [Why, How old]\nreviewed: 2024-01-01\n---\n`,
    ),
  'rule on a date': (texts, choose) =>
    put(
      texts,
      `events/${events[choose(events.length)]?.id ?? ''}.md`,
      `---\ndate: 2024-0${choose(9) + 1}-02\ndate-why: It was so.\nplace: ${pick(places, choose).toLowerCase()}\n---\n`,
    ),
  'publish addresses': (texts, choose) => {
    const event = events[choose(events.length)]?.id ?? '';
    const article = corpus.articles[choose(first)]?.id ?? '';
    const actor = actorId(choose(6));
    const month = pick(['2024/02/', '2024/02/30/', '2024/', '2024/02/29/', '2024/13/'], choose);
    const addresses = [
      `/events/${event}/ /events/${events[choose(events.length)]?.id ?? ''}/`,
      `/articles/${article}/ /articles/${article}-renamed-${choose(3)}/`,
      ...[`/events/${event}/`, `/articles/${article}/`, `/actors/${actor}/`, `/${month}`],
      ...[`/embed/events/${event}/`, `/embed/articles/${article}/`, '/embed/timeline/', '/about/'],
      ...[`/actors/${actor}/${month}`, `/events/${event}/accounts/${month}`, '/actors/a-z/b/'],
      ...[`/events/${event}/a-z/`, `/articles/${article}/a-z/b/`, `/articles/${article}/a-z/`],
      ...[`/${month}a-z/b/`, `/actors/${actor}/${month}a-z/b/`, `/corrections/${month}`, '/x/'],
      ...[`/corrections/${month}a-z/b/`, `/sources/${month}`, `/articles/a-z/b/`],
    ];
    const chosen = Array.from({ length: 4 }, () => pick(addresses, choose));
    return put(texts, 'permalinks.txt', `${[...new Set(chosen)].sort().join('\n')}\n`);
  },
  'remember a former id': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      setField(text, 'formerly', `[${corpus.articles[choose(first)]?.id ?? ''}-renamed-0]`),
    ),
};

/** Words that stand in the prose of the archive, and some that are near them. */
const words = ['Council', 'council', 'audit office', 'The Plan', 'Plan', 'COUNCIL', 'Coun-cil'];

function pick<Item>(items: readonly Item[], choose: (below: number) => number): Item {
  const item = items[choose(items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}

function actorOf(choose: (below: number) => number): string {
  return `actors/${actorId(choose(6))}.md`;
}

function placeOf(choose: (below: number) => number): string {
  return `places/${pick(places, choose).toLowerCase()}.md`;
}

/** Sets a key of the front matter. */
function setField(text: string, key: string, value: string): string {
  const bare = text.replace(new RegExp(`^${key}: .*\n`, 'm'), '');
  return bare.replace(/^---\n/, `---\n${key}: ${value}\n`);
}

/** One edit, by its name; its numbers choose among whatever there is when it is made. */
export interface Step {
  readonly name: string;
  readonly numbers: readonly number[];
}

/** Returns steps by any of some edits. */
export function createSteps(named: Readonly<Record<string, Edit>>): fc.Arbitrary<Step> {
  return fc.record({
    name: fc.constantFrom(...Object.keys(named)),
    numbers: fc.array(fc.nat(), { minLength: 7, maxLength: 12 }),
  });
}

/** Returns the texts after a step. */
export function take(texts: Texts, { name, numbers }: Step): Texts {
  let asked = 0;
  const choose = (below: number) => (numbers[asked++ % numbers.length] ?? 0) % below;
  return further[name]?.(texts, choose) ?? texts;
}
