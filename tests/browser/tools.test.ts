import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyBelow } from '../sites/sharedSites.ts';
import { launchBrowser } from './launchBrowser.ts';
import { serveOnce, type Served } from './serveOnce.ts';

describe('the reader’s tools', () => {
  let browser: Browser;
  let site: Served;

  beforeAll(async () => {
    browser = await launchBrowser();
    site = await serveOnce(storyBelow);
  });

  afterAll(async () => {
    await site.stop();
    await browser.close();
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
    await page.locator('timeline-filter summary').click();
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
    await page.locator('timeline-filter summary').click();
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
