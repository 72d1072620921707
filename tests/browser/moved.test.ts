import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './launchBrowser.ts';
import { startSite, type Running } from './startSite.ts';

// A page that moved leads on: to the very part that an old link leads to, where scripts run.

const harbour = join(import.meta.dirname, '../sites/harbour/content');
const folder = mkdtempSync(join(tmpdir(), 'dateline-moved-'));
const content = join(folder, 'content');
let browser: Browser;
let site: Running;

beforeAll(async () => {
  cpSync(harbour, content, { recursive: true });
  for (const file of ['articles/post.md', 'articles/ledger.md', 'state-of-play.md']) {
    const path = join(content, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('quay-closed', 'quay-shut'));
  }
  mkdirSync(join(content, 'events'));
  writeFileSync(join(content, 'events/quay-shut.md'), '---\nformerly: [quay-closed]\n---\n');
  browser = await launchBrowser();
  site = await startSite('start', { CONTENT: content, OUT: join(folder, 'site') });
});

afterAll(async () => {
  await site.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the former address of a renamed event', () => {
  test.each([
    { scripts: true, hash: '#post', expected: 'events/quay-shut/#post' },
    { scripts: true, hash: '', expected: 'events/quay-shut/' },
    { scripts: false, hash: '#post', expected: 'events/quay-shut/' },
  ])('leads from $hash to $expected (scripts: $scripts)', async ({ scripts, hash, expected }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await page.goto(`${site.address}events/quay-closed/${hash}`);
    await page.waitForURL((url) => url.pathname.includes('quay-shut'));
    expect(page.url()).toBe(`${site.address}${expected}`);
    await context.close();
  });
});
