import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/builder/generations.ts';
import { createExtremes } from '../sites/createExtremes.ts';
import { createInLanguage } from '../sites/createInLanguage.ts';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce, type Served } from './serveOnce.ts';

// Every page of our own story, and those of each kind of a site of extremes and of sites in other languages, as a browser
// meets them.

const root = join(import.meta.dirname, '../..');

/** Once a week every page of every site is looked at, and axe-core asked about it, which takes longest. */
const isEveryAsked = process.env.PAGES === 'all';

/** What the pages that axe-core was asked about are made of; one that has nothing else can break no rule that they keep. */
const askedParts = new Set<string>();

const require = createRequire(import.meta.url);
/** The smaller of its forms: each page has to read it anew. */
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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
  {
    name: 'the story',
    content: () => join(root, 'content'),
    settings: {},
    flags: [],
    isWhole: true,
    isEnglish: true,
  },
  {
    name: 'extremes',
    content: () => createExtremes(join(folder, 'extremes-content')),
    settings: {},
    flags: ['--no-pictures'],
    isWhole: false,
    isEnglish: true,
  },
  ...(['ar', 'fr'] as const).flatMap((language) => [
    {
      name: `the harbour in ${language}`,
      content: () => join(root, `tests/sites/harbour-${language}/content`),
      // As `languages.test.ts` has them, with which these sites are shared.
      settings: { SITE: 'https://harbour.example' },
      flags: ['--no-pictures'],
      isWhole: false,
      isEnglish: false,
    },
    {
      name: `nine articles in ${language}`,
      content: () =>
        createInLanguage(
          join(root, 'tests/sites/tollbridge/content'),
          join(folder, `nine-${language}-content`),
          language,
        ),
      settings: {},
      flags: ['--no-pictures'],
      isWhole: false,
      isEnglish: false,
    },
  ]),
])('the pages of $name', ({ name, content, settings, flags, isWhole, isEnglish }) => {
  let site: Served;
  let chosen: string[];

  beforeAll(async () => {
    site = await serveOnce({ ...settings, CONTENT: content() }, flags);
    const files = listFilesBelow(`${site.out}/`).filter((path) => path.endsWith('.html'));
    const kinds = Map.groupBy(files, (path) => path.replace(/[\w-]+\/index\.html$/, ''));
    // Of many pages of one kind, the first and last stand for all; those at the top are each of a kind of their own.
    // Another language changes words, and the side that lines begin on, wherever a kind's first page has them.
    const some = [...kinds].flatMap(([folder, kind]) =>
      folder === '' ? kind : [...kind.slice(0, isEnglish ? 2 : 1), ...kind.slice(-1)],
    );
    // Cards of one kind are alike wherever they stand: a few of each are looked at.
    const isLooked = (path: string) =>
      isEveryAsked || some.includes(path) || (isWhole && !path.startsWith('embed/'));
    const weigh = (path: string) => statSync(join(site.out, path)).size;
    // The largest first: they are made of most.
    chosen = files
      .filter(isLooked)
      .sort((a, b) => weigh(b) - weigh(a))
      .map((path) => path.replace(/index\.html$/, ''));
    expect(chosen.length).toBeGreaterThan(20);
  });

  afterAll(async () => {
    await site.stop();
  });

  // Each page is opened once, for all that is looked at in it.
  const found = { layout: [] as string[], access: [] as string[], asked: 0 };

  beforeAll(async () => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    for (const path of chosen) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(site.address + path);
      const shift = await measureShift(page);
      // On a busy machine, a page may open while the window still changes its size. One that shifts does so again.
      if (shift > 0) {
        await page.reload();
        const again = await measureShift(page);
        if (again > 0) found.layout.push(`${path}: shifts by ${String(again)}`);
      }
      // 640 px is a 1280 px screen at 200 % zoom.
      for (const width of [320, 360, 640, 768, 1920, 1280]) {
        // Less height is less to paint; the layout is that of any.
        await page.setViewportSize({ width, height: 100 });
        for (const fault of await findFaults(page))
          found.layout.push(`${path}, ${width} px: ${fault}`);
      }
      const parts = [name, ...(await listParts(page))];
      if (!isEveryAsked && parts.every((part) => askedParts.has(part))) continue;
      for (const part of parts) askedParts.add(part);
      found.asked += 1;
      await loadAxe(session);
      for (const fault of await runAxe(page, {})) found.access.push(`${path}: ${fault}`);
      // In the dark nothing but colours differs, and those are the same in every language.
      if (!isEveryAsked && !isEnglish) continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await runAxe(page, { runOnly: ['color-contrast'] });
      for (const fault of dark) found.access.push(`${path}, dark: ${fault}`);
    }
  }, 1_200_000);

  test('have no part that axe-core objects to, in the light or the dark', () => {
    expect(found.access).toEqual([]);
    expect(found.asked).toBeGreaterThan(0);
  });

  test('are no wider than any screen from 320 to 1920 px, shift nothing, and let no line run into the next', () => {
    expect(found.layout).toEqual([]);
  });
});

/** Returns what a page is made of: each element, with its classes and attributes, in the one around it, and each step from a heading to the next. */
async function listParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element | null) =>
      element === null
        ? ''
        : [element.localName, ...element.classList, ...element.getAttributeNames()].join(' ');
    const elements = [...document.body.querySelectorAll('*')].map(
      (element) => `${name(element.parentElement)} > ${name(element)}`,
    );
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      ({ localName }) => localName,
    );
    const steps = headings.map((heading, index) => `${headings[index - 1] ?? ''} to ${heading}`);
    return [...new Set([...elements, ...steps])];
  });
}

/** Loads axe-core into a page as it is: Playwright would wrap its text, which is long, and copy what it returns. */
async function loadAxe(session: CDPSession): Promise<void> {
  await session.send('Runtime.evaluate', { expression: `${axe}\n;0` });
}

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
      // A text that runs on has a box for each of its lines.
      .map((block) => ({
        block,
        boxes: [...block.getClientRects()].filter(({ width, height }) => width > 1 && height > 1),
      }))
      .filter(({ boxes }) => boxes.length > 0);
    for (const [index, { block, boxes }] of blocks.entries()) {
      for (const other of blocks.slice(index + 1, index + 30)) {
        if (block.contains(other.block)) continue;
        const isOver = boxes.some((a) =>
          other.boxes.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3,
          ),
        );
        if (isOver)
          faults.push(
            `“${block.textContent.trim().slice(0, 40)}” lies over “${other.block.textContent.trim().slice(0, 40)}”`,
          );
      }
    }
    return faults;
  });
}
