import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/build/generations.ts';
import { createExtremes } from '../sites/createExtremes.ts';
import { createInLanguage } from '../sites/createInLanguage.ts';
import { launchBrowser } from './launchBrowser.ts';
import { startSite, type Running } from './startSite.ts';

// Every page of our own story, and those of each kind of a site of extremes and of sites in other languages, as a browser
// meets them.

const root = join(import.meta.dirname, '../..');

/** What axe-core leaves in a page, as far as it is asked here. */
interface AxeWindow {
  readonly axe: {
    run(options: object): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  { name: 'the story', content: () => join(root, 'content'), isWhole: true },
  // Of many pages of one kind, the first and last stand for all.
  {
    name: 'extremes',
    content: () => createExtremes(join(folder, 'extremes-content')),
    isWhole: false,
  },
  ...(['ar', 'fr'] as const).flatMap((language) => [
    {
      name: `the harbour in ${language}`,
      content: () => join(root, `tests/sites/harbour-${language}/content`),
      isWhole: false,
    },
    {
      name: `nine articles in ${language}`,
      content: () =>
        createInLanguage(
          join(root, 'tests/sites/tollbridge/content'),
          join(folder, `nine-${language}-content`),
          language,
        ),
      isWhole: false,
    },
  ]),
])('every page of $name', ({ name, content, isWhole }) => {
  let site: Running;
  let chosen: string[];
  /** A few of each kind: alike in their colours. */
  let some: string[];

  beforeAll(async () => {
    const out = join(folder, name.replaceAll(' ', '-'));
    site = await startSite('start', { CONTENT: content(), OUT: out });
    const paths = listFilesBelow(`${out}/`)
      .filter((path) => path.endsWith('.html'))
      .map((path) => path.replace(/index\.html$/, ''));
    const kinds = Map.groupBy(paths, (path) => path.replace(/[\w-]+\/$/, ''));
    some = [
      ...new Set([...kinds.values()].flatMap((kind) => [...kind.slice(0, 2), ...kind.slice(-3)])),
    ];
    // Cards of one kind are alike wherever they stand: a few of each are looked at.
    const isLooked = (path: string) => !path.startsWith('embed/') || some.includes(path);
    chosen = isWhole ? paths.filter(isLooked) : some;
    expect(chosen.length).toBeGreaterThan(20);
  });

  afterAll(async () => {
    await site.stop();
  });

  test('has nothing that axe-core objects to, in the light or the dark', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    const found: string[] = [];
    for (const path of chosen) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site.address + path);
      await page.evaluate(axe.source);
      for (const fault of await runAxe(page, {})) found.push(`${path}: ${fault}`);
      if (!some.includes(path)) continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      // In the dark nothing but colours differs.
      const dark = await runAxe(page, { runOnly: ['color-contrast'] });
      for (const fault of dark) found.push(`${path}, dark: ${fault}`);
    }
    expect(found).toEqual([]);
  });

  test('is no wider than any screen from 320 to 1920 px, shifts nothing, and lets no line run into the next', async () => {
    const page = await browser.newPage();
    const found: string[] = [];
    for (const path of chosen) {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(site.address + path);
      const shift = await measureShift(page);
      if (shift > 0) found.push(`${path}: shifts by ${String(shift)}`);
      // 640 px is a 1280 px screen at 200 % zoom.
      for (const width of [320, 360, 640, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        for (const fault of await findFaults(page)) found.push(`${path}, ${width} px: ${fault}`);
      }
    }
    expect(found).toEqual([]);
  });
});

async function runAxe(page: Page, options: object): Promise<string[]> {
  const { violations } = await page.evaluate(
    (asked) =>
      (globalThis as unknown as AxeWindow).axe.run({ resultTypes: ['violations'], ...asked }),
    options,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  );
}

/** Returns by how much a page that was just loaded has shifted (CLS). */
async function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          setTimeout(() => {
            resolve(sum);
          }, 0);
        });
      }),
  );
}

/** Returns what is wrong with how a page is laid out: sideways scrolling, and texts over each other. */
async function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways to ${String(scrollWidth)} px`);
    const blocks = [
      ...document.querySelectorAll(
        'main h1, main h2, main h3, main h4, main p, main dt, main dd, main text',
      ),
    ]
      .filter((block) => block.checkVisibility() && !block.closest('.hidden, .day-name'))
      .filter((block) => block.textContent.trim() !== '')
      .map((block) => ({ block, box: block.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    for (const [index, { block, box }] of blocks.entries()) {
      for (const other of blocks.slice(index + 1, index + 30)) {
        if (block.contains(other.block)) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > 3)
          faults.push(
            `“${block.textContent.trim().slice(0, 40)}” lies over “${other.block.textContent.trim().slice(0, 40)}”`,
          );
      }
    }
    return faults;
  });
}

describe('the reader’s tools', () => {
  let site: Running;

  beforeAll(async () => {
    site = await startSite('start', {
      CONTENT: join(root, 'content'),
      OUT: join(folder, 'tools'),
      BASE: '/x/',
    });
  });

  afterAll(async () => {
    await site.stop();
  });

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.address + path);
    return { page, complaints };
  }

  const titles = (page: Page) =>
    page.locator('[data-certainty]:visible').locator(':scope > a, .headline > a').allInnerTexts();

  test('filters by several facets at once, in an address that gives the same view again', async () => {
    const { page, complaints } = await open('');
    const all = await titles(page);
    await page.locator('select[name=actor]').selectOption({ label: 'Mustafa al-Kadhimi' });
    const his = await titles(page);
    expect(his.length).toBeGreaterThan(0);
    expect(his.length).toBeLessThan(all.length);
    await page.locator('select[name=source]').selectOption({ label: 'Rudaw' });
    const both = await titles(page);
    expect(both.length).toBeLessThan(his.length);
    expect(page.url()).toBe(`${site.address}?actor=kadhimi&source=rudaw`);
    expect(await page.locator('timeline-filter output').innerText()).toBe(
      `${String(both.length)} of ${String(all.length)} events shown`,
    );
    const again = await open('?actor=kadhimi&source=rudaw');
    expect(await titles(again.page)).toEqual(both);
    await page.getByRole('button', { name: 'Remove: Rudaw' }).click();
    expect(await titles(page)).toEqual(his);
    await page.goBack();
    expect(await titles(page)).toEqual(both);
    expect(complaints).toEqual([]);
  });

  test('turns the order by address alone, and remembers nothing of it', async () => {
    const { page } = await open('');
    const oldest = await titles(page);
    await page.getByLabel('Order').selectOption('newest');
    expect(page.url()).toBe(`${site.address}?order=newest`);
    expect(await titles(page)).toEqual([...oldest].reverse());
    await page.goto(site.address);
    expect(await titles(page)).toEqual(oldest);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test.each([
    ['Khadhimi', 'Mustafa al-Kadhimi'],
    ['Asa’ib', 'Asaib Ahl al-Haq'],
    ["Asa'ib", 'Asaib Ahl al-Haq'],
    ['الكاظمي', 'Mustafa al-Kadhimi'],
    ['كاظمي', 'Mustafa al-Kadhimi'],
    ['Khazali', 'Qais al-Khazali'],
  ])(
    'search finds the actor by %s, under a base path and without another host',
    async (typed, name) => {
      const { page, complaints } = await open('search/');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.getByRole('searchbox').fill(typed);
      const found = page.locator('[data-kind=actors]').getByRole('link', { name, exact: true });
      await found.waitFor();
      expect(requests.filter((url) => !url.startsWith(site.address))).toEqual([]);
      await found.click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test('search says of an event when it was, and that nothing was found', async () => {
    const { page } = await open('search/?q=missiles');
    const item = page.locator('[data-kind=events] li').first();
    await item.waitFor();
    expect(await item.innerText()).toContain('8 January 2020');
    await page.getByRole('searchbox').fill('zzzzqqqq');
    await page.getByText('No results.').waitFor();
  });

  test('search loads nothing before the first word', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${site.address}search/`);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  });

  test('j and k go from event to event, / to the search, and none while one writes', async () => {
    const { page } = await open('keys/');
    await page.getByLabel('Use keyboard shortcuts').check();
    await page.goto(site.address);
    const [first, second] = await page.locator('.events .headline a').allInnerTexts();
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
    await page.keyboard.press('j');
    expect(await focused()).toBe(first);
    await page.keyboard.press('j');
    expect(await focused()).toBe(second);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('/');
    await page.waitForURL(`${site.address}search/`);
    await page.getByRole('searchbox').press('j');
    expect(await page.getByRole('searchbox').inputValue()).toBe('j');
  });

  test('an appearance that was chosen is remembered, the device’s own is not', async () => {
    const { page } = await open('');
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByLabel('Theme').selectOption('dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(`${site.address}about/`);
    expect(await paper()).toBe(dark);
    await page.getByLabel('Theme').selectOption('auto');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});
