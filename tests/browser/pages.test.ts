import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/build/generations.ts';
import { createExtremes } from '../sites/createExtremes.ts';
import { createInLanguage } from '../sites/createInLanguage.ts';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce, type Served } from './serveOnce.ts';

// Every page of our own story, and those of each kind of a site of extremes and of sites in other languages, as a browser
// meets them.

const root = join(import.meta.dirname, '../..');

/** A few pages of each kind stand for the others to axe-core, which takes longest; once a week it is asked about all. */
const isEveryAsked = process.env.PAGES === 'all';

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
  // Of many pages of one kind, the first and last stand for all.
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
])('the pages of $name', ({ content, settings, flags, isWhole, isEnglish }) => {
  let site: Served;
  let chosen: string[];
  /** Those that axe-core is asked about. */
  let asked: string[];

  beforeAll(async () => {
    site = await serveOnce({ ...settings, CONTENT: content() }, flags);
    const paths = listFilesBelow(`${site.out}/`)
      .filter((path) => path.endsWith('.html'))
      .map((path) => path.replace(/index\.html$/, ''));
    const kinds = Map.groupBy(paths, (path) => path.replace(/[\w-]+\/$/, ''));
    const some = [
      ...new Set([...kinds.values()].flatMap((kind) => [...kind.slice(0, 2), ...kind.slice(-3)])),
    ];
    // Cards of one kind are alike wherever they stand: a few of each are looked at.
    const isLooked = (path: string) => !path.startsWith('embed/') || some.includes(path);
    chosen = isWhole ? paths.filter(isLooked) : some;
    // Pages at the top are each of a kind of their own. Another language changes words, and the side that lines
    // begin on, wherever a kind's first page has them.
    const fewest = [...kinds].flatMap(([folder, kind]) =>
      folder === '' ? kind : [...kind.slice(0, isEnglish ? 2 : 1), ...kind.slice(-1)],
    );
    asked = isEveryAsked ? chosen : chosen.filter((path) => fewest.includes(path));
    expect(chosen.length).toBeGreaterThan(20);
  });

  afterAll(async () => {
    await site.stop();
  });

  // Each page is opened once, for all that is looked at in it.
  const found = { layout: [] as string[], access: [] as string[] };

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
        await page.setViewportSize({ width, height: 800 });
        for (const fault of await findFaults(page))
          found.layout.push(`${path}, ${width} px: ${fault}`);
      }
      if (!asked.includes(path)) continue;
      await loadAxe(session);
      for (const fault of await runAxe(page, {})) found.access.push(`${path}: ${fault}`);
      // In the dark nothing but colours differs, and those are the same in every language.
      if (!isEveryAsked && !isEnglish) continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await runAxe(page, { runOnly: ['color-contrast'] });
      for (const fault of dark) found.access.push(`${path}, dark: ${fault}`);
    }
  }, 1_200_000);

  test('of every kind have nothing that axe-core objects to, in the light or the dark', () => {
    expect(found.access).toEqual([]);
  });

  test('are no wider than any screen from 320 to 1920 px, shift nothing, and let no line run into the next', () => {
    expect(found.layout).toEqual([]);
  });
});

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
