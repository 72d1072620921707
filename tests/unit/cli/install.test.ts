import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainRuntime, findMissing, findUnlocked } from '../../../src/cli/packageState.mjs';

const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const locked = {
  '': {},
  'node_modules/astro': { version: '7.3.5', integrity: 'sha512-astro' },
  'node_modules/vitest': { version: '5.1.0', integrity: 'sha512-vitest', dev: true },
  'node_modules/engine-linux': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
  },
  'node_modules/engine-musl': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  },
  'node_modules/engine-mac': { version: '1.0.0', optional: true, os: 'darwin' },
  'node_modules/no-windows': { version: '1.0.0', os: ['!win32'] },
  'node_modules/engine-wasm': { version: '1.0.0', optional: true },
};
const whole = Object.fromEntries(
  ['astro', 'vitest', 'engine-linux', 'no-windows'].map((name) => {
    const path = `node_modules/${name}` as keyof typeof locked;
    return [path, locked[path]];
  }),
);

/** Returns the installed packages without one of them. */
function without(name: string) {
  return Object.fromEntries(
    Object.entries(whole).filter(([path]) => path !== `node_modules/${name}`),
  );
}

describe('findMissing(locked, installed, machine, dev)', () => {
  test('finds nothing missing in a complete installation, whatever other machines need', () => {
    expect(findMissing(locked, whole, linux, true)).toEqual([]);
    expect(findMissing(locked, whole, { os: 'win32', cpu: 'x64', libc: 'musl' }, true)).toEqual([]);
  });

  test.each([
    ['a package', 'astro', linux],
    ['the one made for this machine', 'engine-linux', linux],
    [
      'one that only other machines go without',
      'no-windows',
      { os: 'darwin', cpu: 'arm64', libc: 'musl' },
    ],
  ])('finds %s that is missing', (_, name, machine) => {
    expect(findMissing(locked, without(name), machine, true)).toContain(`node_modules/${name}`);
  });

  test('finds a package with another version or other bytes', () => {
    for (const other of [{ version: '7.3.4' }, { integrity: 'sha512-other' }]) {
      const astro = { ...locked['node_modules/astro'], ...other };
      const installed = { ...whole, 'node_modules/astro': astro };
      expect(findMissing(locked, installed, linux, false)).toEqual(['node_modules/astro']);
    }
  });

  test('requires development packages only for development', () => {
    expect(findMissing(locked, without('vitest'), linux, false)).toEqual([]);
    expect(findMissing(locked, without('vitest'), linux, true)).toEqual(['node_modules/vitest']);
  });

  test('finds nothing missing in the packages that run this test', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: object;
    };
    expect(findMissing(packages as typeof locked, packages as typeof locked, linux, true)).toEqual(
      [],
    );
  });
});

test('findUnlocked(described, locked) finds packages that were added, removed or changed in only one of the two', () => {
  const described = { dependencies: { astro: '7.3.5', zod: '4' }, devDependencies: { knip: '6' } };
  expect(findUnlocked(described, structuredClone(described))).toEqual([]);
  expect(
    findUnlocked(described, {
      dependencies: { astro: '7.3.4', yaml: '2' },
      devDependencies: { knip: '6' },
    }),
  ).toEqual(['astro', 'yaml', 'zod']);
});

test('explainRuntime(hasRuntime, version, machine) asks for Node 24 only if no package provides it', () => {
  expect(explainRuntime(true, '20.1.0', linux)).toBe('');
  expect(explainRuntime(false, '24.0.0', linux)).toBe('');
  expect(explainRuntime(false, '22.18.0', { ...linux, cpu: 'ppc64', libc: 'musl' })).toBe(
    'Dateline runs on Node 24 or newer. This machine has Node 22.18.0, and no package provides a newer one for linux on ppc64 with musl: install Node 24.',
  );
});

// The real command in a project of three packages, with an npm that logs its arguments.
describe('src/cli/install.mjs', () => {
  let root: string;
  const at = (path: string) => join(root, path);
  const write = (path: string, value: unknown) => {
    writeFileSync(at(path), JSON.stringify(value));
  };
  const dependencies = { astro: '^7.3.5' };
  const lock = { packages: { ...locked, '': { dependencies } } };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dateline-install-'));
    mkdirSync(at('src/cli'), { recursive: true });
    for (const name of ['install.mjs', 'packageState.mjs'])
      cpSync(join('src/cli', name), at(`src/cli/${name}`));
    write('package.json', { type: 'module', dependencies });
    write('package-lock.json', lock);
    write('installs.json', whole);
    writeFileSync(
      at('npm-cli.js'),
      `import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
      appendFileSync('asked.txt', process.argv.slice(2).join(' ') + '\\n');
      const packages = JSON.parse(readFileSync('installs.json', 'utf8'));
      if (!packages) process.exit(1);
      mkdirSync('node_modules/.bin', { recursive: true });
      writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));`,
    );
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function install(...args: string[]) {
    const { status, stderr } = spawnSync(process.execPath, [at('src/cli/install.mjs'), ...args], {
      encoding: 'utf8',
      env: { npm_execpath: at('npm-cli.js'), npm_node_execpath: process.execPath },
    });
    const asked = existsSync(at('asked.txt')) ? readFileSync(at('asked.txt'), 'utf8') : '';
    rmSync(at('asked.txt'), { force: true });
    return { status, stderr, asked };
  }

  test('runs npm ci once in a fresh clone, without scripts, and leaves the lock file unchanged', () => {
    const before = readFileSync(at('package-lock.json'), 'utf8');
    expect(install('--dev')).toEqual({
      status: 0,
      stderr: 'Installing the packages that Dateline needs: once, for a minute or two.\n',
      asked:
        'ci --include=optional --include=peer --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error\n',
    });
    expect(readFileSync(at('package-lock.json'), 'utf8')).toBe(before);
    expect(install('--dev')).toEqual({ status: 0, stderr: '', asked: '' });
  });

  test('runs npm ci again after a pull changes packages, and says how many', () => {
    install();
    const astro = { version: '7.4.0', integrity: 'sha512-next' };
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/astro': astro } });
    write('installs.json', { ...whole, 'node_modules/astro': astro });
    const { status, stderr, asked } = install();
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: '1 package is missing or has changed: installing all, for a minute or two.\n',
    });
    expect(asked).toMatch(/^ci /);
    expect(install().asked).toBe('');
  });

  test('accepts an installation without development packages for a build, and completes it for tests', () => {
    write('installs.json', without('vitest'));
    expect(install()).toMatchObject({
      status: 0,
      asked: expect.not.stringContaining('=dev') as string,
    });
    expect(install().asked).toBe('');
    write('installs.json', whole);
    expect(install('--dev')).toMatchObject({
      status: 0,
      asked: expect.stringContaining('=dev') as string,
    });
  });

  test('asks once for an optional package that npm cannot get', () => {
    write('installs.json', without('engine-linux'));
    expect(install()).toMatchObject({ status: 0, asked: expect.stringMatching(/^ci/) as string });
    expect(install()).toEqual({ status: 0, stderr: '', asked: '' });
  });

  test.each([
    [
      'npm fails',
      () => {
        write('installs.json', null);
      },
      'run `npm ci` once that is solved',
    ],
    [
      'npm leaves out a package',
      () => {
        write('installs.json', without('astro'));
      },
      'npm did not install node_modules/astro: run `npm ci`.',
    ],
    [
      'package.json is ahead of the lock file',
      () => {
        write('package.json', { type: 'module', dependencies: { ...dependencies, yaml: '2' } });
      },
      'package.json and package-lock.json ask for different versions of yaml: run `npm install`.',
    ],
  ])('stops with one sentence that says what to run if %s', (_, spoil, sentence) => {
    spoil();
    const { status, stderr } = install();
    expect(status).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toContain(sentence);
  });
});
