import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { OLDEST_NODE } from '../../src/cli/packageState.mjs';
import { indexSearch } from '../../src/outputs/indexSearch.ts';
import {
  getLicence,
  getPackageName,
  isAllowed,
  printLicences,
  type LockedPackage,
} from './licences.ts';

const root = join(import.meta.dirname, '../..');

interface Described {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
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
  const [list = ''] = section.split('\n### ');
  const tables = list.split('\n**').slice(1);
  const [toBuild = [], ...others] = tables.map((table) =>
    table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
      .map(([, name = '']) => name),
  );
  const { dependencies, optionalDependencies, devDependencies } = described;
  const runtime = { ...dependencies, ...optionalDependencies };
  // The first table has what a build needs, the others what only developers need.
  expect(toBuild.toSorted()).toEqual(Object.keys(runtime).sort());
  expect([...toBuild, ...others.flat()].sort()).toEqual(
    Object.keys({ ...runtime, ...devDependencies }).sort(),
  );
});

test('every exact version has its reason in the map of src/, and every other may be updated', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const [, section = ''] = map.split('\n### Pinned to one version\n');
  const [pinned = ''] = section.split('\n\nMajors');
  const reasoned = pinned
    .split('\n')
    .flatMap((line) =>
      [...(line.split(': ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
  const { dependencies, optionalDependencies, devDependencies } = described;
  const all = { ...dependencies, ...optionalDependencies, ...devDependencies };
  const exact = Object.entries(all).filter(([, range]) => !range.startsWith('^'));
  expect(exact.map(([name]) => name).sort()).toEqual(reasoned.toSorted());
  for (const [, range] of exact) expect(range).toMatch(/^\d+\.\d+\.\d+$/);
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
    const files = await indexSearch(
      [
        {
          name: '',
          records: [
            {
              url: '/',
              kind: 'events',
              title: 'The quay closes',
              note: '',
              content: 'A quay.',
              year: '2024',
            },
          ],
        },
      ],
      'en',
    );
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
  test('no script may run', () => {
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript === true);
    const names = scripted.map(([path]) => getPackageName(path)).sort();
    expect(names).toEqual(Object.keys(described.allowScripts).sort());
    expect(Object.values(described.allowScripts)).not.toContain(true);
  });

  test('every package is held to its bytes by the lock file, which names no registry', () => {
    expect(entries.filter(([, entry]) => entry.integrity?.startsWith('sha512-') !== true)).toEqual(
      [],
    );
    expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  test('the runtime comes as a package for each machine, with no script that fetches it', () => {
    const runtimes = Object.entries(described.optionalDependencies);
    expect(
      runtimes
        .map(([name]) => locked[`node_modules/${name}`])
        .map((one) => one && [one.os, one.cpu].join('-'))
        .sort(),
    ).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64']);
    for (const [name, version] of runtimes) {
      const entry = locked[`node_modules/${name}`];
      expect(entry).toMatchObject({
        version,
        optional: true,
        bin: { node: expect.stringContaining('bin/node') as string },
      });
      expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(OLDEST_NODE);
    }
  });

  test('npm ci accepts the lock file, for every machine that it lists packages for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-packages-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    for (const name of ['package.json', 'package-lock.json'])
      cpSync(join(root, name), join(folder, name));
    // It compares the two files, and asks no registry.
    const args = [
      'ci',
      '--dry-run',
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--loglevel=error',
    ];
    const { status, stderr } = spawnSync('npm', args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
