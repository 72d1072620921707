import { join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import type { Element, Root } from 'hast';
import { beforeAll, describe, expect, test } from 'vitest';
import Actor from '../../src/components/Actor.astro';
import Article from '../../src/components/Article.astro';
import ArticleList from '../../src/components/ArticleList.astro';
import Event from '../../src/components/Event.astro';
import Home from '../../src/components/Home.astro';
import StatementList from '../../src/components/StatementList.astro';
import { loadArchive } from '../../src/collections/loadArchive.ts';
import { readContent } from '../../src/collections/readContent.ts';
import { viewEventPage } from '../../src/views/event/accountsView.ts';
import { viewArticle, viewArticles } from '../../src/views/article/articleView.ts';
import { viewActor } from '../../src/views/actor/actorView.ts';
import { viewArticleCitation, viewEventCitation } from '../../src/views/sharing/citationView.ts';
import type { ViewContext } from '../../src/views/page/context.ts';
import { createContext } from '../../src/views/page/createContext.ts';
import { viewPlace } from '../../src/views/place/placeView.ts';
import { viewHome } from '../../src/views/home/homeView.ts';
import { viewArticlePicture } from '../../src/views/sharing/pictureView.ts';
import { viewActorSharing } from '../../src/views/sharing/sharingView.ts';

// What pages print of the golden cases about names, places, outlets and editors' texts.

const golden = join(import.meta.dirname, '../golden');

let container: AstroContainer;

beforeAll(async () => {
  container = await AstroContainer.create();
});

function open(name: string): ViewContext {
  const files = new Map(
    [join(golden, 'base'), join(golden, 'cases', name, 'content')]
      .flatMap((folder) => readContent(folder))
      .map((file) => [file.path, { ...file, file: file.path }]),
  );
  const { archive, problems } = loadArchive([...files.values()], 'content');
  if (!archive) throw new Error(problems.map(({ message }) => message).join('\n'));
  return createContext(archive, '/');
}

async function render(component: unknown, props: Record<string, unknown>): Promise<Root> {
  const html = await container.renderToString(
    component as Parameters<AstroContainer['renderToString']>[0],
    { props },
  );
  return fromHtml(html, { fragment: true });
}

function renderEvent(id: string, context: ViewContext): Promise<Root> {
  const event = context.archive.eventById.get(id)!;
  const cite = viewEventCitation(event, context);
  return render(Event, {
    event: viewEventPage(event, context),
    cite,
    frame: '',
    words: context.pages,
  });
}

function renderActor(id: string, context: ViewContext): Promise<Root> {
  const actor = context.archive.actorById.get(id)!;
  const view = viewActor(actor, context);
  return render(Actor, { actor: view, words: context.pages });
}

function renderHome(context: ViewContext): Promise<Root> {
  const home = viewHome(context);
  const { tagline } = context.archive.site;
  return render(Home, { home, map: null, tagline, words: context.pages });
}

/** Returns the text of the first element that a selector finds, with single spaces. */
function read(selector: string, tree: Root | Element): string {
  const found = select(selector, tree);
  return found ? toText(found).replace(/\s+/g, ' ').trim() : '';
}

describe('somebody whom sources name differently', () => {
  const context = open('claimed-name');

  test('has a page that says which source names him so, and calls none of it a spelling', async () => {
    const page = await renderActor('arrested-docker', context);
    expect(read('[aria-labelledby=named-as]', page)).toBe(
      'Named in the articles as The Harbour Post: Tomas Varel The City Ledger: Ilio Brasque',
    );
    expect(read('[aria-labelledby=_spellings] dl', page)).toBe(
      'The arrested docker this site’s own description',
    );
    const { data } = viewActorSharing(context.archive.actorById.get('arrested-docker')!, context);
    const linked = JSON.parse(data ?? '') as { '@graph': { mainEntity?: unknown }[] };
    expect(linked['@graph'][0]?.mainEntity).toMatchObject({
      name: 'The arrested docker',
      alternateName: [],
    });
  });

  test('is a link in prose under each of those names', async () => {
    const page = await renderEvent('docker-arrested', context);
    const links = selectAll('.accounts .prose > p > a[href="/actors/arrested-docker/"]', page);
    expect(links.map((link) => toText(link))).toEqual(['Tomas Varel', 'Ilio Brasque']);
  });

  test('has the dispute over who he is on home, on the event and among its marks', async () => {
    const home = await renderHome(context);
    expect(read('.differ', home)).toContain('The arrested docker');
    expect(read('.differ', home)).toContain('Who the man is');
    expect(read('.event .from', home)).toContain(context.pages.marks.differ.sources);
    const page = await renderEvent('docker-arrested', context);
    expect(read('.pt.differ', page)).toContain('Who the man is About: The arrested docker');
    expect(read('.pt.differ', page)).toContain('Josto Merin');
  });

  test('leads from the page of somebody named only in a claim to where it stands', async () => {
    const page = await renderActor('josto-merin', context);
    const links = selectAll('[aria-labelledby=_claimed] .pt a[href^="/articles/b/#c-"]', page);
    expect(links.map((link) => toText(link))).toContain('Josto Merin');
    expect(read('[aria-labelledby=_claimed] .pt', page)).toMatch(
      /^Who the man is About: The arrested docker.*a voice on the pilots' channel/iu,
    );
  });
});

test('the site’s own word for somebody is no source’s spelling', async () => {
  const context = open('editor-spelling');
  const page = await renderActor('arrested-docker', context);
  expect(read('[aria-labelledby=_spellings] dl', page)).toBe(
    'The arrested docker this site’s own description the man in the oilskin The City Ledger',
  );
  const { pictureText } = viewActorSharing(
    context.archive.actorById.get('arrested-docker')!,
    context,
  );
  expect(pictureText).toContain('Source: The City Ledger');
  expect(pictureText).not.toContain('Harbour Post');
});

test('a reason stands beside the decision it is of', async () => {
  const page = await renderEvent('barge-lands', open('why-silences'));
  const cells = selectAll('.facts-table > div', page).map((cell) => toText(cell));
  const [cell] = cells.filter((text) => text.includes('The harbour log has the landing'));
  expect(cell).toMatch(new RegExp(`^${open('why-silences').pages.event.howSure}`));
});

test('the name of an outlet holds no place', async () => {
  const page = await renderEvent('ferry-stopped', open('name-in-outlet'));
  expect(selectAll('.accounts .prose > p > a', page).map((link) => toText(link))).toEqual([
    'Harbour',
  ]);
});

describe('places that lie in each other', () => {
  const context = open('places-within');

  test('agree on the narrower, and each account keeps its own', async () => {
    const page = await renderEvent('quay-closed', context);
    expect(selectAll('.facts-table a', page).map((link) => toText(link))).toContain('Quay 7');
    expect(selectAll('.account header p a', page).map((link) => toText(link))).toEqual([
      'Porto Velho',
    ]);
    expect(viewHome(context).differences.map(({ url }) => url)).toEqual(['/events/crane-falls/']);
  });

  test('list on the page of the wider one, and in its filter, what happened in the narrower', async () => {
    const { events } = viewPlace(context.archive.placeById.get('coast')!, context);
    expect(events.cards.map(({ id }) => id)).toEqual(['quay-closed', 'crane-falls']);
    const home = await renderHome(context);
    const found = selectAll('.event', home).map(({ properties }) => properties.dataPlaces);
    expect(found).toEqual(['quay-seven port coast', 'quay-seven mole port coast']);
    const places = selectAll('select[name=place] option', home).map((option) => toText(option));
    expect(places).toEqual(expect.arrayContaining(['Quay 7', 'Porto Velho', 'The coast']));
  });

  test('are marked where they differ, like other differences', async () => {
    const home = await renderHome(context);
    const [crane] = selectAll('.event', home).filter((event) => toText(event).includes('A crane'));
    expect(read('.from', crane!)).toContain(context.pages.marks.differ.sources);
    expect(read('.differ', home)).toContain('Where did it happen?');
  });
});

describe('two articles of one outlet', () => {
  const context = open('two-articles-one-outlet');

  test('are told apart by their day on the page of their event', async () => {
    const page = await renderEvent('boats-close-harbour', context);
    // The figure about the date has each of them, so that no list beside it says them again.
    const bars = selectAll('.dates .bar:not(.own) span', page).map((bar) => toText(bar).trim());
    expect(bars).toEqual([
      'The Harbour Post, 12 May 2024 Fri 10 May',
      'The Harbour Post, 13 May 2024 Sat 11 May',
    ]);
    expect(selectAll('.facts-table details', page)).toEqual([]);
    const answers = selectAll('.pt dt', page).map((outlet) => toText(outlet));
    expect(new Set(answers)).toEqual(
      new Set([
        'The Harbour Post, 12 May 2024',
        'The Harbour Post, 13 May 2024',
        'Ana Brandt, via The Harbour Post, 12 May 2024',
        'Ana Brandt, via The Harbour Post, 13 May 2024',
      ]),
    );
  });

  test('are told apart on the page of whoever they quote', async () => {
    const page = await renderActor('ana-brandt', context);
    const said = selectAll('[aria-labelledby=_said] .said-by', page).map((one) => toText(one));
    // Quotations come first.
    expect(said.map((one) => /The Harbour Post, (\d\d May)/.exec(one)?.[1])).toEqual([
      '12 May',
      '13 May',
      '12 May',
      '13 May',
    ]);
  });
});

describe('an article in another language', () => {
  const context = open('foreign-article');
  const title = 'مكتب الميناء يغلق الرصيف 7!';
  const byline = 'سلمى الرائد';
  const translation = 'Harbour office closes quay 7! (our translation)';

  /** Returns what stands in elements of their own, each with its language. */
  function listForeign(selector: string, tree: Root | Element): string[] {
    return selectAll(`${selector} bdi`, tree).map(
      (one) => `${one.properties.lang ?? '-'} ${toText(one)}`,
    );
  }

  test('stands in lists with its title and byline apart, and our translation beside it', async () => {
    const articles = viewArticles(context.archive.articles, context);
    const list = await render(ArticleList, { articles, words: context.pages });
    expect(listForeign('li', list)).toEqual([
      `ar ${title}`,
      `ar ${byline}`,
      '- الرصيف 7 ما زال مغلقا',
      `- ${byline}`,
    ]);
    expect(read('li', list)).toContain(translation);
  });

  test('stands so in the head of its account', async () => {
    const page = await renderEvent('quay-closed', context);
    const [account] = selectAll('.account', page);
    expect(listForeign('.teller', account!)).toEqual([`ar ${byline}`, `ar ${title}`]);
    expect(read('.teller', account!)).toMatch(translation);
  });

  test('stands so on its own page and in its citation', async () => {
    const article = context.archive.articleById.get('a')!;
    const cite = viewArticleCitation(article, context);
    const view = viewArticle(article, context);
    const page = await render(Article, { article: view, cite, words: context.pages });
    expect(select('h1', page)?.properties).toMatchObject({ lang: 'ar', dir: 'auto' });
    expect(read('.standfirst', page)).toBe(translation);
    expect(listForeign('.cite blockquote', page)).toEqual([`ar ${byline}`, `ar ${title}`]);
    expect(cite.plain).toContain('[our translation: “Harbour office closes quay 7!”]');
    const { title: drawn, also } = viewArticlePicture(article, context);
    expect(drawn).toEqual({ text: title, language: 'ar' });
    expect(also).toEqual([{ text: translation, language: null }]);
  });
});

test('a statement in another language carries it, and a translated one says so', async () => {
  const context = open('denied-before');
  const view = async (id: string) => {
    const actor = viewActor(context.archive.actorById.get(id)!, context);
    return render(StatementList, { statements: actor.statements, words: context.pages });
  };
  const german = select('q', await view('ana-brandt'));
  expect([german?.properties.lang, german?.properties.dir]).toEqual(['de', 'auto']);
  expect(toText((await view('city-hall')) as unknown as Element)).toContain('(our translation)');
});
