import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { indexSearch } from '../../src/outputs/indexSearch.ts';
import { pinned, verifyRuntime } from '../../src/cli/verifyRuntime.mjs';
import {
  getLicence,
  getPackageName,
  isAllowed,
  printLicences,
  type LockedPackage,
} from './licences.ts';

const root = join(import.meta.dirname, '../..');
const packages = join(root, 'node_modules');

interface Described {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

const described = readJson('package.json') as Described;
const { packages: locked } = readJson('package-lock.json') as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const entries = Object.entries(locked).filter(([path]) => path !== '');

test('every dependency has its reason in the map of src/, and every reason its dependency', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const [, section = ''] = map.split('\n## Dependencies, each with its reason\n');
  const reasons = section.split('\n').filter((line) => line.startsWith('- '));
  const named = reasons.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const { dependencies, devDependencies } = described;
  expect(named.toSorted()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(),
  );
  // What a build needs is told of apart from what only developers need.
  const [toBuild = ''] = reasons;
  const built = [...toBuild.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(built.toSorted()).toEqual(Object.keys(dependencies).sort());
});

describe('licences', () => {
  test('of all packages in the lock file are allowed', () => {
    expect(entries.length).toBeGreaterThan(500);
    expect(
      entries
        .filter(([path, entry]) => !isAllowed(getLicence(path, entry)))
        .map(([path, entry]) => `${path}: ${getLicence(path, entry)}`),
    ).toEqual([]);
  });

  test.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', 'GPL-2.0 OR AGPL-3.0'])(
    '%j is none',
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );

  test('of what is installed are those that the lock file says', () => {
    let compared = 0;
    const differing = entries.flatMap(([path, entry]) => {
      const file = join(root, path, 'package.json');
      // Most packages for other machines are not there.
      if (!existsSync(file)) return [];
      compared += 1;
      const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
        license?: string | { type: string };
        licenses?: readonly { type: string }[];
      };
      const own = typeof license === 'string' ? license : (license ?? licenses?.[0])?.type;
      const said = (own ?? '').replace(/^\((.*)\)$/, '$1');
      return said === getLicence(path, entry) ? [] : [`${path}: ${said}`];
    });
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(400);
  });

  test('are all listed in src/LICENCES.md (UPDATE=1 writes the list)', () => {
    const file = join(root, 'src/LICENCES.md');
    const text = readFileSync(file, 'utf8');
    const start = text.indexOf('## Installed');
    const expected = `${text.slice(0, start)}${printLicences(locked)}\n`;
    if (process.env.UPDATE === '1' && process.env.CI === undefined) writeFileSync(file, expected);
    else expect(text).toBe(expected);
  });

  test('go out with what goes out: nothing but Pagefind is sent to readers', async () => {
    const files = await indexSearch([
      { url: '/', kind: 'events', title: 'The quay closes', note: '', content: 'A quay.' },
    ]);
    const licence = files.find(({ path }) => path === 'pagefind/LICENSE.txt');
    expect(new TextDecoder().decode(licence?.content)).toMatch(/Permission is hereby granted/);
    // Scripts of ours are made of ours alone.
    for (const room of ['client', 'components', 'layouts'])
      for (const name of readdirSync(join(root, 'src', room)).filter((one) => one !== 'README.md'))
        for (const [, from = ''] of readFileSync(join(root, 'src', room, name), 'utf8').matchAll(
          /^\s*import\b(?!\s+type\b)[^'"]*['"]([^'"]+)['"]/gm,
        ))
          expect(from, name).toMatch(/^\.{1,2}\//);
  });
});

describe('at installation', () => {
  test('no script may run but that of the runtime', () => {
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript === true);
    const names = scripted.map(([path]) => getPackageName(path)).sort();
    expect(names).toEqual(Object.keys(described.allowScripts).sort());
    expect(Object.entries(described.allowScripts).filter(([, may]) => may)).toEqual([
      ['node', true],
    ]);
  });

  test('every package is held to its bytes by the lock file, which names no registry', () => {
    expect(entries.filter(([, entry]) => entry.integrity?.startsWith('sha512-') !== true)).toEqual(
      [],
    );
    expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  test('the runtime is the one that was read', () => {
    expect(locked['node_modules/node']?.version).toBe(pinned.version);
    const { type, said } = verifyRuntime(packages, `${process.platform}-${process.arch}`);
    // Where a machine brings its own, none need be installed; where no bytes were read, it is said.
    const machine = `${process.platform}-${process.arch}`;
    const isKnown = Object.keys(pinned.sha256).includes(machine);
    expect(isKnown ? ['same', 'absent'] : ['unknown', 'absent'], said).toContain(type);
  });

  test('another runtime is removed with all that was installed beside it', () => {
    const folder = createPackages(pinned.version);
    const { type, said } = verifyRuntime(folder, 'linux-x64');
    expect(type).toBe('removed');
    expect(said).toContain(pinned.sha256['linux-x64']);
    expect(existsSync(folder)).toBe(false);
  });

  test('a runtime for another machine, or of another version, is said to be held to nothing', () => {
    const folder = createPackages(pinned.version);
    expect(verifyRuntime(folder, 'darwin-arm64')).toMatchObject({
      type: 'unknown',
      said: expect.stringContaining('darwin-arm64') as string,
    });
    expect(verifyRuntime(createPackages('24.99.0'), 'linux-x64').type).toBe('unknown');
    expect(existsSync(folder)).toBe(true);
    expect(verifyRuntime(join(folder, 'none'), 'linux-x64').type).toBe('absent');
  });
});

function createPackages(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-packages-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'node/bin'), { recursive: true });
  writeFileSync(join(folder, 'node/package.json'), JSON.stringify({ version }));
  writeFileSync(join(folder, 'node/bin/node'), '#!/bin/sh\n');
  return folder;
}
