import { expect, test, vi } from 'vitest';
import { cases, loadTools, readCase, renderCase, type Tools } from './renderCase.ts';

// On both sides of the equator, far east and west of UTC, with half hours, and with clock changes.
const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago'];

test('every golden case produces the same in six time zones of the machine', async () => {
  // Files at the size limits have no dates, and take most of the time.
  const all = cases.filter((name) => !name.startsWith('too-large')).map((name) => ({ name, files: readCase(name) }));
  const renderAll = (tools: Tools) => all.map(({ name, files }) => ({ name, ...renderCase(name, files, tools) }));
  const { TZ } = process.env;
  let expected: ReturnType<typeof renderAll> | undefined;
  const noons = new Set<number>();
  try {
    for (const zone of zones) {
      process.env.TZ = zone;
      noons.add(new Date(2024, 6, 1, 12).getTime());
      // Loaded anew, so that nothing is cached from another zone.
      vi.resetModules();
      const rendered = renderAll(await loadTools());
      expected ??= rendered;
      expect(rendered, zone).toEqual(expected);
    }
  } finally {
    process.env.TZ = TZ;
  }
  // Each really was the machine's zone.
  expect(noons.size).toBe(zones.length);
}, 300_000);
