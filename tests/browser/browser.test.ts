import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { harbours } from '../sites/sharedSites.ts';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce } from './serveOnce.ts';
import { startSite, type Running } from './startSite.ts';

const root = join(import.meta.dirname, '../..');
const harbour = join(root, 'tests/sites/harbour/content');

let browser: Browser;
let folder: string;
const running: Running[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const site of running.splice(0)) await site.stop();
});

async function start(
  command: 'start' | 'dev',
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const site = await startSite(command, env);
  running.push(site);
  return site.address;
}

/** Serves the harbour, built once in a run for all tests that only read it. */
async function serveHarbour(base: '/' | '/x/'): Promise<string> {
  const { settings } = harbours.find((one) => one.base === base)!;
  const site = await serveOnce(settings);
  running.push(site);
  return site.address;
}

/** Opens a page that notes what it asks of the network and what its policy refuses. */
async function openPage(
  javaScriptEnabled: boolean,
): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, requests, complaints };
}

describe('npm start', () => {
  test('serves a site that is read from home to event to actor to article and back without JavaScript', async () => {
    const address = await start('start', { CONTENT: harbour, OUT: join(folder, 'walk') });
    const { page, requests, complaints } = await openPage(false);
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'The quay' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'The quay closes' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'The quay closes' }).waitFor();
    expect(page.url()).toBe(`${address}events/quay-closed/`);
    expect(await page.getByRole('main').innerText()).toContain('Those cited differ');
    await page.getByRole('main').getByRole('link', { name: 'Ana Brandt' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Ana Brandt' }).waitFor();
    expect(await page.locator('[lang=ar]').innerText()).toBe('آنا برانت');
    await page.getByRole('link', { name: 'via The Harbour Post' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Quay closed after dark' }).waitFor();
    expect(page.url()).toMatch(/\/articles\/post\/#c-[0-9a-f]{8}$/);
    expect(await page.locator(':target').innerText()).toContain('The police acted on their own.');
    await page.getByRole('link', { name: 'The quay', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'The quay' }).waitFor();
    expect(page.url()).toBe(address);
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('breaks no rule of the pages’ own policy, and answers a missing address with the page for it', async () => {
    const address = await serveHarbour('/x/');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/x\/$/);
    const { page, requests, complaints } = await openPage(true);
    for (const path of [
      '',
      'events/quay-closed/',
      'actors/',
      'actors/ana-brandt/',
      'articles/post/',
      'places/port/',
      'about/',
    ]) {
      expect((await page.goto(address + path))?.status(), path).toBe(200);
    }
    expect(complaints).toEqual([]);
    expect((await page.goto(`${address}events/no-such/`))?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Page not found');
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect((await page.goto(address.replace('/x/', '/')))?.url()).toBe(address);
  });

  test('copies the address of a page where a script can, and offers it nowhere else', async () => {
    const address = await serveHarbour('/');
    const { page, complaints } = await openPage(true);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const path of ['events/quay-closed/', 'articles/post/']) {
      await page.goto(address + path);
      await page.locator('.cite > summary').click();
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(`https://harbour.example/${path}`);
    }
    expect(complaints).toEqual([]);
    const { page: plain } = await openPage(false);
    await plain.goto(`${address}events/quay-closed/`);
    await plain.locator('.cite > summary').click();
    expect(await plain.locator('button[data-copy]').isVisible()).toBe(false);
    expect(await plain.locator('.cite a').first().innerText()).toBe(
      'https://harbour.example/events/quay-closed/',
    );
  });

  test('goes on serving the site as it was while a digest is broken, and the new one when it is mended', async () => {
    const [content, out] = [join(folder, 'content'), join(folder, 'served')];
    cpSync(harbour, content, { recursive: true });
    const address = await start('start', { CONTENT: content, OUT: out });
    const { page } = await openPage(false);
    const rebuild = () =>
      spawnSync(process.execPath, ['src/cli/build.ts'], {
        cwd: root,
        encoding: 'utf8',
        // On a machine that deploys (CI=true) a site's addresses must be listed first; this one's are not.
        env: { ...process.env, CI: '', CONTENT: content, OUT: out },
      });
    const digest = join(content, 'articles/post.md');
    const good = readFileSync(digest, 'utf8');
    await page.goto(`${address}events/quay-closed/`);
    const before = await page.content();
    writeFileSync(
      digest,
      good
        .replace('## The quay closes', '## The quay is shut')
        .replace('time: evening', 'time: dusk'),
    );
    const broken = rebuild();
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/post\.md:16:7 {2}event-time {2}Unexpected time "dusk"/);
    await page.reload();
    expect(await page.content()).toBe(before);
    writeFileSync(digest, good.replace('## The quay closes', '## The quay is shut'));
    expect(rebuild().status).toBe(0);
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The quay is shut');
  });
});

describe('npm run dev', () => {
  test('shows a change of the content at once, a problem with its place, and its mending, without a restart', async () => {
    const content = join(folder, 'dev-content');
    cpSync(harbour, content, { recursive: true });
    const address = await start('dev', { CONTENT: content });
    const { page } = await openPage(true);
    // A machine with other work is slow, and no test may fail by that.
    page.setDefaultTimeout(120_000);
    await page.goto(`${address}events/quay-closed/`);
    await page.getByRole('heading', { level: 1, name: 'The quay closes' }).waitFor();
    const data = await page.request.get(`${address}data/events.json`);
    expect(await data.json()).toHaveProperty('events');
    const picture = await page.request.get(`${address}og/events/quay-closed.png`);
    expect(picture.headers()['content-type']).toBe('image/png');
    expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
    const citation = await page.request.get(`${address}events/quay-closed.bib`);
    expect(await citation.text()).toMatch(/^@online\{quay-closed,/);
    const digest = join(content, 'articles/post.md');
    const good = readFileSync(digest, 'utf8');
    writeFileSync(digest, good.replace('## The quay closes', '## The quay is shut'));
    await page.getByRole('heading', { level: 1, name: 'The quay is shut' }).waitFor();
    writeFileSync(digest, good.replace('time: evening', 'time: dusk'));
    await page.getByText('Unexpected time "dusk"').first().waitFor();
    await page.getByText('post.md:16:7').first().waitFor();
    writeFileSync(digest, good);
    await page.getByRole('heading', { level: 1, name: 'The quay closes' }).waitFor();
    await page.goto(`${address}actors/`);
    const watch = join(content, 'actors/night-watch.md');
    writeFileSync(watch, '---\nname: Night Watch\nkind: organisation\n---\n');
    await page.getByRole('link', { name: 'Night Watch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Night Watch' }).waitFor();
  });
});
