import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/builder/generations.ts';
import { harbours, origin } from '../sites/sharedSites.ts';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce, type Served } from './serveOnce.ts';

// What a site gives to others and keeps to itself: its policy, its data in TimelineJS, its cards in other pages.

/** The harbour below a path, as its pages say where it is. */
const { settings } = harbours.find(({ base }) => base === '/x/')!;
const home = `${origin}/x/`;

let browser: Browser;
let site: Served;
let pages: string[];
const others: Server[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveOnce(settings);
  pages = listFilesBelow(`${site.out}/`)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/index\.html$/, ''));
});

afterAll(async () => {
  for (const server of others) server.close();
  await site.stop();
  await browser.close();
});

/** Serves files by path from another origin. Returns its address. */
async function startOther(files: ReadonlyMap<string, string | Buffer>): Promise<string> {
  const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://other.test').pathname;
    const body = files.get(path);
    const type = types[extname(path)] ?? 'text/html;charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  others.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('every page', () => {
  test('keeps to the policies that it and its server say, asks nobody else and stores nothing', async () => {
    expect(pages.length).toBeGreaterThan(30);
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) foreign.push(request.url());
    });
    for (const path of pages) {
      const response = await page.goto(site.address + path);
      const { 'content-security-policy': policy = '', 'x-content-type-options': sniffing } =
        response?.headers() ?? {};
      expect(policy.includes("frame-ancestors 'none'"), path).toBe(!path.startsWith('embed/'));
      expect(sniffing, path).toBe('nosniff');
      const stored = await page.evaluate(async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ]);
      expect(stored, path).toEqual(['', 0, 0, 0]);
    }
    // Searching compiles WebAssembly, in a worker where there are any.
    await page.goto(`${site.address}search/?q=quay`);
    await page.getByRole('main').getByRole('link', { name: 'The quay closes' }).first().waitFor();
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    // The one thing that is kept is what the reader chose.
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
      ['appearance', 'dark'],
    ]);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('auto');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await context.close();
  });

  test('stands in no page of another origin, but for the cards', async () => {
    const frames = ['', 'events/quay-closed/', 'embed/events/quay-closed/']
      .map((path) => `<iframe src="${site.address}${path}"></iframe>`)
      .join('');
    const other = await startOther(new Map([['/', `<!doctype html>${frames}`]]));
    const page = await browser.newPage();
    await page.goto(other, { waitUntil: 'networkidle' });
    const shown = await Promise.all(
      page
        .frames()
        .slice(1)
        .map(async (frame) => (await frame.locator('main').count()) > 0),
    );
    expect(shown).toEqual([false, false, true]);
    await page.close();
  });
});

describe('a card in a page of another origin', () => {
  /** Opens a page that has the frame which an event's page offers, and perhaps the lines that fit it. */
  async function openAround(isFitted: boolean, width: number, colorScheme: 'light' | 'dark') {
    const context = await browser.newContext({
      viewport: { width: width + 20, height: 900 },
      colorScheme,
    });
    const page = await context.newPage();
    await page.goto(`${site.address}events/quay-closed/`);
    await page.locator('.cite > summary').click();
    const code = (await page.getByRole('textbox').inputValue()).replaceAll(home, site.address);
    await page.goto(`${site.address}data/`);
    const script = (await page.locator('pre').last().innerText()).replace(
      origin,
      new URL(site.address).origin,
    );
    const html = `<!doctype html><meta name="color-scheme" content="light dark"><style>body{margin:10px}</style>${code}${isFitted ? script : ''}`;
    await page.goto(await startOther(new Map([['/', html]])));
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    return { page, frame, close: () => context.close() };
  }

  test.each([280, 360, 600, 900])('fits %i pixels, and its frame to its height', async (width) => {
    const { page, frame, close } = await openAround(true, width, 'light');
    const card = frame.locator('main');
    await expect
      .poll(async () => (await page.locator('iframe').boundingBox())?.height)
      .toBe(Math.ceil((await card.boundingBox())?.height ?? 0));
    const overflow = await frame
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(overflow).toBe(0);
    await close();
  });

  test('is whole without those lines, dark where its reader wants it, and leads out to the permalink', async () => {
    const { page, frame, close } = await openAround(false, 600, 'dark');
    expect((await page.locator('iframe').boundingBox())?.height).toBe(320);
    const paper = await frame
      .locator('html')
      .evaluate((html) => getComputedStyle(html).backgroundColor);
    expect(paper).toBe('rgb(21, 22, 26)');
    await frame.getByRole('link', { name: 'The quay closes' }).click();
    await page.waitForURL(`${site.address}events/quay-closed/`);
    await close();
  });

  test('in the frame that WordPress makes of it draws, tells its height and where its links lead', async () => {
    // As wp-embed.js does: the frame has no origin, its secret stands behind the address, and links come as messages.
    const html = `<!doctype html><iframe src="${site.address}embed/events/quay-closed/#?secret=aBc1234567" sandbox="allow-scripts" security="restricted" width="600" height="338"></iframe>
      <script>heard = []; addEventListener('message', ({ data, origin }) => { heard.push({ ...data, origin }); });</script>`;
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(await startOther(new Map([['/', html]])));
    const hear = () =>
      page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);
    await expect.poll(async () => (await hear()).length).toBeGreaterThan(0);
    const [first] = await hear();
    expect(first).toMatchObject({ message: 'height', secret: 'aBc1234567', origin: 'null' });
    expect(first?.value).toBe(first?.height);
    expect(Number(first?.value)).toBeGreaterThan(100);
    await page.frameLocator('iframe').getByRole('link', { name: 'The quay closes' }).click();
    await expect.poll(async () => (await hear()).at(-1)?.message).toBe('link');
    expect((await hear()).at(-1)).toMatchObject({
      value: `${site.address}events/quay-closed/`,
      secret: 'aBc1234567',
    });
    expect(errors).toEqual([]);
    await page.close();
  });

  test('is found by a program that asks by oEmbed', async () => {
    const html = await (await fetch(`${site.address}events/quay-closed/`)).text();
    // As the standard has it: the page names the answer, the answer has the HTML.
    const [, href = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const answer = (await (await fetch(href.replace(home, site.address))).json()) as Record<
      string,
      unknown
    >;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'The quay closes' });
    const [, src = ''] = /<iframe src="([^"]+)"/.exec(String(answer.html)) ?? [];
    expect(src).toBe(`${home}embed/events/quay-closed/`);
    expect((await fetch(src.replace(home, site.address))).status).toBe(200);
  });
});

describe('TimelineJS', () => {
  test('draws timelinejs.json, from another origin, with our words for every date', async () => {
    const require = createRequire(import.meta.url);
    const dist = dirname(dirname(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js')));
    const files = new Map<string, string | Buffer>(
      listFilesBelow(dist)
        .filter((path) => /^(?:js|css)\//.test(path))
        .map((path) => [`/${path}`, readFileSync(join(dist, path))]),
    );
    files.set(
      '/',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><link rel="stylesheet" href="css/timeline.css"><div id="t" style="height:700px"></div><script src="js/timeline.js"></script><script>window.timeline = new TL.Timeline('t', '${site.address}data/timelinejs.json')</script></html>`,
    );
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(await startOther(files));
    const data = (await (await fetch(`${site.address}data/timelinejs.json`)).json()) as {
      events: { unique_id: string; display_date: string; text: { headline: string } }[];
    };
    expect(data.events.length).toBeGreaterThan(2);
    await page
      .locator('.tl-timemarker-content-container')
      .nth(data.events.length - 1)
      .waitFor();
    expect(await page.locator('.tl-timemarker').count()).toBe(data.events.length);
    const messages = await page.evaluate(
      () =>
        (window as unknown as { timeline: { config: { messages: unknown } } }).timeline.config
          .messages,
    );
    expect(messages).toEqual({ errors: [], warnings: [] });
    await page.evaluate((id) => {
      (window as unknown as { timeline: { goToId(id: string): void } }).timeline.goToId(id);
    }, data.events[0]!.unique_id);
    for (const { unique_id: id, display_date: date, text } of data.events) {
      const slide = page.locator(`.tl-slide[id="${id}"]`);
      await slide.waitFor({ state: 'attached' });
      expect(await slide.locator('.tl-headline').textContent()).toContain(text.headline);
      expect(await slide.locator('.tl-headline-date').textContent()).toBe(date);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});
