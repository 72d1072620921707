import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDraft } from '../../../src/cli/draft.ts';
import { fetchPage } from '../../../src/cli/fetchPage.ts';
import { createEffects } from './createEffects.ts';
import { html, servePages, type Answer } from './servePages.ts';

// Realistic pages about an invented harbour.

const paragraphs = [
  'The Harbour Police shut the quay of Porto Velho on Friday evening, and for a whole night no boat, no lorry and no walker passed the mole of the old port.',
  '“Nobody passes, not tonight,” said Ana Brandt, who stood at the barrier with a lamp in her hand while the crews of nine boats waited outside in the rain.',
  'The harbour office gave no reason for the closing, which came two days after the crews had voted for a strike over the hours at the cranes and the pay for nights.',
  'On Saturday morning the barrier was gone again, and the first lorries rolled on to the quay before the office had opened its doors or said a word of it.',
];
const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');

interface Shape {
  readonly head?: string;
  readonly above?: string;
  readonly body?: string;
  readonly below?: string;
  readonly attributes?: string;
}

function page({ head = '', above = '', body = text, below = '', attributes = 'lang="en"' }: Shape) {
  return `<!doctype html><html ${attributes}><head>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article>${above}<div class="story">${body}</div></article></main>
${below}<footer><p>© The harbour's papers. All rights reserved.</p></footer></body></html>`;
}

function linkedData(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

const article = {
  '@type': 'NewsArticle',
  headline: 'Quay closed after dark',
  datePublished: '2024-05-11T08:30:00+03:00',
  author: [{ '@type': 'Person', name: 'Lia Nunes' }],
  publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Post' },
};
const title = '<h1>Quay closed after dark</h1>';

const arabic = [
  'أغلقت شرطة الميناء الرصيف مساء الجمعة، ولم يمر أي قارب ولا شاحنة طوال الليل كله أمام الميناء القديم في المدينة.',
  'وقالت آنا براندت إن أحدا لن يمر هذه الليلة، بينما انتظرت أطقم تسعة قوارب في الخارج تحت المطر حتى الصباح الباكر.',
  'ولم يذكر مكتب الميناء سببا للإغلاق الذي جاء بعد يومين من تصويت الأطقم لصالح الإضراب بسبب ساعات العمل عند الرافعات.',
];

/** Encodes a text in windows-1256, as old Arabic sites do. */
function encodeArabic(textToEncode: string): Uint8Array {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('windows-1256');
  for (let code = 0; code < 256; code++) codes.set(decoder.decode(new Uint8Array([code])), code);
  return Uint8Array.from([...textToEncode].map((letter) => codes.get(letter) ?? 63));
}

const answers: Record<string, Answer> = {
  '/linked': html(
    page({
      head: `${linkedData({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: 'x' },
          { ...article, dateModified: '2024-05-12T09:00:00+03:00' },
        ],
      })}
<link rel="canonical" href="https://www.harbour-post.example/quay"><title>Quay closed after dark | The Harbour Post</title>`,
      above: title,
    }),
  ),
  '/graph': html(
    page({
      head: `<meta property="og:title" content="Quay closed after dark - The Harbour Post">
<meta property="og:site_name" content="The Harbour Post"><meta property="og:url" content="/2024/quay">
<meta property="article:published_time" content="2024-05-11T08:30:00.000+0300"><meta name="author" content="Lia Nunes">
<script>document.title = 'Run';</script>`,
      above: title,
    }),
  ),
  '/bare': html(
    page({
      above: `${title}<p>By Lia Nunes</p><p>Published 11 May 2024</p>`,
      below: '<aside><a href="/x">The mole in pictures</a></aside>',
    }),
  ),
  '/two-dates': html(
    page({
      head: `${linkedData(article)}<meta property="article:published_time" content="2024-05-13T08:30:00+03:00">`,
      above: title,
    }),
  ),
  '/paywall': html(
    page({
      head: linkedData({ ...article, isAccessibleForFree: 'False' }),
      above: title,
      body: `<p>${paragraphs[0] ?? ''}</p><p>${paragraphs[1] ?? ''}</p>`,
    }),
  ),
  '/live': html(
    page({
      head: linkedData({
        ...article,
        '@type': 'LiveBlogPosting',
        coverageStartTime: '2024-05-10T06:00:00+03:00',
      }),
      above: title,
      body: paragraphs
        .map((paragraph, hour) => `<section><h2>1${hour}:15</h2><p>${paragraph}</p></section>`)
        .join(''),
    }),
  ),
  '/entries': html(
    page({
      above: `${title}<p>Published 11 May 2024</p>`,
      body: `${text}<ul><li>3 May: crews walk out</li><li>The first of May: a march</li></ul>
<table><tr><th>Day</th><th>Hour</th><th>What</th></tr><tr><td>9 May</td><td>20:30</td><td>Boats block the quay</td></tr></table>`,
    }),
  ),
  '/amp': html(
    page({
      attributes: '⚡ lang="en"',
      head: `${linkedData(article)}<link rel="canonical" href="https://www.harbour-post.example/quay"><style amp-boilerplate>body{}</style>`,
      above: title,
      body: `<amp-img src="quay.jpg" alt="The quay"></amp-img>${text}`,
    }),
  ),
  '/arabic': html(
    encodeArabic(
      page({
        attributes: 'lang="ar-IQ" dir="rtl"',
        head: '<meta property="article:published_time" content="2024-05-11T08:30:00+03:00">',
        above: '<h1>إغلاق الرصيف</h1>',
        body: arabic.map((paragraph) => `<p>${paragraph}</p>`).join(''),
      }),
    ),
    'text/html; charset=windows-1256',
  ),
  '/damaged': html(
    page({
      head: `<script type="application/ld+json">{ "@type": "NewsArticle", }</script>
<meta property="article:published_time" content="2024-05-11">`,
      above: title,
      body: paragraphs.join('<br><br>'),
    }),
  ),
  '/front': html('<!doctype html><html><body><ul><li><a href="/a">A</a></li></ul></body></html>'),
  '/deep': html(`<!doctype html><html><body>${'<div>'.repeat(10_000)}deep`),
  '/moved': (response) => {
    response.writeHead(301, { location: '/linked' }).end();
  },
  '/loop': (response) => {
    response.writeHead(302, { location: '/loop' }).end();
  },
  '/away': (response) => {
    response.writeHead(302, { location: 'file:///etc/hostname' }).end();
  },
  '/large': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    let sent = 0;
    const chunk = Buffer.alloc(1_000_000, 'quay ');
    const send = () => {
      if (sent++ < 50 && !response.destroyed) response.write(chunk, send);
      else response.end();
    };
    send();
  },
  '/slow': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<!doctype html>');
  },
  '/pdf': html('%PDF-1.7', 'application/pdf'),
  '/gone': (response) => {
    response.writeHead(410).end();
  },
};

let site: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  site = await servePages(answers);
});
afterAll(() => {
  site.close();
});

const post = {
  'content/sources/harbour-post.md':
    '---\nname: The Harbour Post\nurl: https://harbour-post.example/\n---\n',
};

async function draft(path: string, ...flags: string[]) {
  const effects = createEffects({ files: post });
  const code = await runDraft([`${site.address}${path}`, ...flags], effects);
  return { code, ...effects };
}

describe('npm run draft of a page’s address', () => {
  test('reads JSON-LD, and finds the source by the host of the canonical address', async () => {
    const { code, said, complained } = await draft(
      '/linked',
      '--archived',
      'https://archive.example/1',
    );
    expect(said).toMatch(
      /^---\ntitle: Quay closed after dark\nsource: harbour-post\npublished: 2024-05-11T08:30:00\+03:00\nadded: 2024-06-01\nby: Lia Nunes\nurl: https:\/\/www.harbour-post.example\/quay\narchived: https:\/\/archive.example\/1\nupdated: 2024-05-12T09:00:00\+03:00\n---\n/,
    );
    expect(said).toContain('date: 2024-05-10\ntime: evening\nwhen: on Friday evening');
    expect(said).toContain('> — Ana Brandt');
    expect(complained).toMatch(/^Drafted \d dated statements, 1 quotation/);
    expect(code).toBe(0);
  });

  test('reads OpenGraph and article:*, a relative address, and the source by its name; runs no script', async () => {
    const { said } = await draft('/graph');
    expect(said).toContain('title: Quay closed after dark\nsource: harbour-post\n');
    expect(said).toContain('published: 2024-05-11T08:30:00+03:00\n');
    expect(said).toContain(`by: Lia Nunes\nurl: ${site.address}/2024/quay\n`);
  });

  test('reads visible text if a page has no metadata', async () => {
    const { said } = await draft('/bare');
    expect(said).toMatch(/^---\ntitle: Quay closed after dark\nsource: # To write/);
    expect(said).toContain('published: 2024-05-11\n');
    expect(said).toContain('by: Lia Nunes\n');
    expect(said).not.toContain('mole in pictures');
  });

  test('chooses neither of two dates, and names both', async () => {
    const { code, said, complained } = await draft('/two-dates');
    expect(code).toBe(1);
    expect(said).toContain('published: # To write');
    expect(complained).toContain('2024-05-11T08:30:00+03:00, 2024-05-13T08:30:00+03:00');
  });

  test('reports that an article is not free to read', async () => {
    const { said } = await draft('/paywall');
    expect(said).toContain('not free to read: only what it shows is drafted (2 paragraphs)');
  });

  test('reports a live blog', async () => {
    const { said } = await draft('/live');
    expect(said).toContain('It is a live blog');
    expect(said).toContain('> — Ana Brandt');
  });

  test('keeps the entries of lists and the rows of tables', async () => {
    const { said } = await draft('/entries');
    expect(said).toContain('date: 2024-05-03\nwhen: 3 May\n');
    expect(said).toContain('date: 2024-05-01\nwhen: The first of May\n');
    expect(said).toContain('date: 2024-05-09\ntime: 20:30\nwhen: 9 May | 20:30\n');
  });

  test('uses the canonical address of an AMP page', async () => {
    const { said } = await draft('/amp');
    expect(said).toContain('url: https://www.harbour-post.example/quay\n');
  });

  test('reads an Arabic page in a legacy encoding', async () => {
    const { said } = await draft('/arabic');
    expect(said).toContain('title: إغلاق الرصيف\n');
    expect(said).toContain('language: ar\n');
    expect(said).toContain('when: مساء الجمعة');
  });

  test('reports unreadable JSON-LD, and finds paragraphs between line breaks', async () => {
    const { said } = await draft('/damaged');
    expect(said).toContain('(JSON-LD) could not be read');
    expect(said).toContain('published: 2024-05-11\n');
    expect(said).toContain('Friday evening” (paragraph 1)');
    expect(said).toContain('Saturday morning” (paragraph 4)');
  });

  test('follows a redirect to the article', async () => {
    expect((await draft('/moved')).said).toContain('title: Quay closed after dark');
  });

  test.each([
    ['/front', 1, 'no article was found in it'],
    ['/deep', 1, 'nested more than 512 deep'],
    ['/pdf', 1, 'is application/pdf, not a web page'],
    ['/gone', 2, 'answered with status 410'],
    ['/loop', 2, 'redirects more than 5 times, the maximum'],
    ['/away', 2, 'redirects to "file:///etc/hostname", expected an address that starts with http'],
    ['/large', 2, 'is longer than 10 MB, the maximum'],
  ])('drafts nothing from %s, exits with %i and names the reason', async (path, code, message) => {
    const drafted = await draft(path);
    expect(drafted.complained).toContain(message);
    expect(drafted.said).toBe('');
    expect(drafted.code).toBe(code);
  });

  test('stops waiting at its stated limit', async () => {
    const limits = { size: 1000, time: 200, redirects: 5 };
    await expect(fetchPage(`${site.address}/slow`, limits)).rejects.toThrow(
      'did not finish loading within 0.2 seconds',
    );
  });

  test.each(['ftp://harbour-post.example/', 'file:///etc/hostname'])(
    'fetches nothing from %s',
    async (address) => {
      const effects = createEffects();
      expect(await runDraft([address], effects)).toBe(2);
      expect(effects.complained).toContain('expected one that starts with http:// or https://');
    },
  );
});

describe('npm run draft of a saved page', () => {
  const saved = page({ head: linkedData(article), above: title }).replace(
    '<!doctype html>',
    '<!doctype html>\n<!-- saved from url=(0036)https://www.harbour-post.example/quay -->',
  );

  test('reads it as if from its address, which the browser noted in it', async () => {
    const effects = createEffects({ files: { ...post, 'page.html': saved } });
    expect(await runDraft(['page.html', '--write'], effects)).toBe(0);
    expect(effects.files.get('content/articles/quay-closed-after-dark.md')).toContain(
      'source: harbour-post\npublished: 2024-05-11T08:30:00+03:00\nadded: 2024-06-01\nby: Lia Nunes\nurl: https://www.harbour-post.example/quay\n',
    );
  });

  test('rewrites its skeleton until it is edited', async () => {
    const effects = createEffects({ files: { ...post, 'page.html': saved } });
    await runDraft(['page.html', '--write'], effects);
    expect(await runDraft(['page.html', '--write', '--by', 'Somebody'], effects)).toBe(0);
    expect(effects.files.get('content/articles/quay-closed-after-dark.md')).toContain(
      'by: Somebody',
    );
  });

  test('reports that it has no article', async () => {
    const effects = createEffects({ files: { 'page.html': '<p></p>' } });
    expect(await runDraft(['page.html'], effects)).toBe(1);
    expect(effects.complained).toContain(
      'Nothing was drafted from page.html: no article was found',
    );
  });
});
