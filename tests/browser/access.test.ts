import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce } from './serveOnce.ts';
import type { Running } from './startSite.ts';

// What WCAG 2.2 asks and axe-core does not see.

const root = join(import.meta.dirname, '../..');
const kinds = [
  '',
  'events/the-arrest/',
  'events/stand-down/',
  'articles/rudaw/',
  'actors/',
  'actors/kadhimi/',
  'places/baghdad/',
  'sources/',
  'sources/rudaw/',
  '2020/12/25/',
  'search/',
  'changes/',
  'keys/',
];
const screens = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

let browser: Browser;
let site: Running;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveOnce({ CONTENT: join(root, 'content') });
});

afterAll(async () => {
  await site.stop();
  await browser.close();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test('no single key does anything until shortcuts are switched on, nor after they are switched off (2.1.4)', async () => {
  const page = await (await browser.newContext()).newPage();
  const press = async () => {
    await page.goto(site.address);
    for (const key of ['j', 'k', '/']) await page.keyboard.press(key);
    await page.waitForTimeout(100);
    return { url: page.url(), focus: await focused(page) };
  };
  expect(await press()).toEqual({ url: site.address, focus: 'BODY' });
  await page.goto(`${site.address}keys/`);
  await page.getByLabel('Use keyboard shortcuts').check();
  await page.goto(site.address);
  await page.keyboard.press('j');
  expect(await focused(page)).toBe('A');
  await page.goto(`${site.address}keys/`);
  await page.getByLabel('Use keyboard shortcuts').uncheck();
  expect(await press()).toEqual({ url: site.address, focus: 'BODY' });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

/** Returns the text of what has the focus, where no point of it can be seen; null where some can, or nothing has it. */
function findHidden(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return null;
    const boxes = [...element.getClientRects()];
    const isSeen = boxes.some((box) =>
      [0.1, 0.5, 0.9].some((across) =>
        [0.1, 0.5, 0.9].some((down) => {
          const found = document.elementFromPoint(
            box.left + across * box.width,
            box.top + down * box.height,
          );
          return found !== null && (element.contains(found) || found.contains(element));
        }),
      ),
    );
    return isSeen ? null : element.textContent.trim().slice(0, 60) || element.tagName;
  });
}

test('what has the focus is never hidden behind what stays in place, forwards or backwards (2.4.11)', async () => {
  const hidden: string[] = [];
  for (const viewport of screens) {
    const page = await browser.newPage({ viewport });
    for (const path of ['', 'events/the-arrest/', '2020/12/25/', 'actors/kadhimi/']) {
      await page.goto(site.address + path);
      const stops = await page.evaluate(
        () => document.querySelectorAll('a[href], button, select, summary').length,
      );
      for (const key of ['Tab', 'Shift+Tab'])
        for (let stop = 0; stop < Math.min(stops, 120); stop += 1) {
          await page.keyboard.press(key);
          const found = await findHidden(page);
          if (found !== null) hidden.push(`${path} ${String(viewport.width)} ${key}: ${found}`);
        }
    }
    await page.close();
  }
  expect(hidden).toEqual([]);
});

/** Returns the targets that are smaller than 24 × 24 px, stand in no sentence, and have another target too near. */
function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, select, input, summary, textarea')]
      .filter((element) => element.checkVisibility() && !element.closest('.skip, .hidden'))
      .flatMap((element) => {
        // What fills its box by a layer above it is as large as that box.
        const layered = getComputedStyle(element, '::after').position === 'absolute';
        const boxed = layered ? element.closest('li') : element;
        const [box] = boxed?.getClientRects() ?? [];
        return box && box.width > 1 && box.height > 1 ? [{ element, box }] : [];
      });
    const isSmall = (box: DOMRect) => box.width < 23.9 || box.height < 23.9;
    const isInSentence = (element: Element) => {
      const block = element.closest('p, li, dd, dt, figcaption, small, h1, h2, h3, h4, blockquote');
      const words = block?.textContent.trim().length ?? 0;
      return words > element.textContent.trim().length + 1;
    };
    const centre = (box: DOMRect) => ({
      x: box.left + box.width / 2,
      y: box.top + box.height / 2,
    });
    return all
      .filter(({ element, box }) => isSmall(box) && !isInSentence(element))
      .flatMap(({ element, box }) => {
        const { x, y } = centre(box);
        const near = all.find((other) => {
          if (other.element === element || other.element.contains(element)) return false;
          if (isSmall(other.box)) {
            const there = centre(other.box);
            return Math.hypot(there.x - x, there.y - y) < 23.9;
          }
          const dx = Math.max(other.box.left - x, 0, x - other.box.right);
          const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
          return Math.hypot(dx, dy) < 11.9;
        });
        return near
          ? [
              `“${element.textContent.trim().slice(0, 30)}” (${box.width.toFixed()} × ${box.height.toFixed()}) beside “${near.element.textContent.trim().slice(0, 30)}”`,
            ]
          : [];
      });
  });
}

test('every target has 24 px, or that much room, unless it stands in a sentence (2.5.8)', async () => {
  const small: string[] = [];
  for (const viewport of screens) {
    const page = await browser.newPage({ viewport });
    for (const path of kinds) {
      await page.goto(site.address + path);
      for (const fault of await findSmall(page))
        small.push(`${path} ${String(viewport.width)}: ${fault}`);
    }
    await page.close();
  }
  expect(small).toEqual([]);
});

test('a reader can skip to the timeline, and reaches its first event in few steps', async () => {
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
    'Skip to the timeline',
  );
  await page.keyboard.press('Enter');
  let steps = 0;
  const isInList = () =>
    page.evaluate(() => document.activeElement?.closest('.timeline .event') !== null);
  do {
    await page.keyboard.press('Tab');
    steps += 1;
  } while (steps < 20 && !(await isInList()));
  expect(steps).toBeLessThan(12);
});
