import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { buildHere } from './buildHere.ts';
import { build, createFolder, readSite, root, type Ended } from './buildInto.ts';
import { beginBuild, buildClean, copyHarbour } from './faults.ts';

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object' && text.startsWith('{');
  } catch {
    return false;
  }
}

/** Returns the files that a build keeps for the next one: all below its folder that no generation holds. */
function listCaches(out: string): string[] {
  const state = join(dirname(out), '.dateline');
  return readdirSync(state, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(state, name))
    .sort();
}

describe('whatever has become of what a build keeps for the next one, the next site is right', () => {
  const damages: Record<string, (text: string) => string> = {
    nothing: () => '',
    'half of it': (text) => text.slice(0, text.length / 2),
    'other bytes': () => '\0\x01\uFFFD{',
    null: () => 'null',
    'a list': () => '[]',
    'a number': () => '7',
    'an empty map': () => '{}',
    'another shape': (text) =>
      JSON.stringify(
        Object.fromEntries(Object.keys(JSON.parse(text) as object).map((key) => [key, [1, null]])),
      ),
    'the right shape around nothing': (text) =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) =>
        key === 'parsed' || key === 'pages' || key === 'problems' ? null : value,
      ),
    'another version': (text) => text.replace(/"code":"\w+"/, '"code":"0"'),
  };

  test('damaged in ten ways', async () => {
    const { content, out, env, setHeadline } = await copyHarbour();
    const sites: { headline: string; clean: Map<string, string> }[] = [];
    for (const headline of ['The quay is shut', 'The quay is open']) {
      setHeadline(headline);
      sites.push({ headline, clean: await buildClean(content) });
    }
    // Both generations have their caches then.
    expect(await buildHere(env)).toMatchObject({ type: 'built' });
    expect(listCaches(out).length).toBeGreaterThan(2);
    for (const [index, [name, damage]] of Object.entries(damages).entries()) {
      const { headline, clean } = sites[index % 2]!;
      setHeadline(headline);
      for (const file of listCaches(out)) {
        const text = readFileSync(file, 'utf8');
        // What was damaged beyond reading before is written anew only where a build has needed it.
        writeFileSync(file, isJson(text) ? damage(text) : '{');
      }
      expect(await buildHere(env), name).toMatchObject({ type: 'built', problems: [] });
      expect(readSite(out), name).toEqual(clean);
    }
  }, 600_000);

  test('caches of another site, and files in its generations that no build put there', async () => {
    const { content, out, env, setHeadline } = await copyHarbour();
    const other = await copyHarbour();
    other.setHeadline('Another quay');
    expect(await buildHere(other.env)).toMatchObject({ type: 'built' });
    for (const file of listCaches(other.out))
      cpSync(file, join(dirname(out), '.dateline', basename(file)));
    const state = join(dirname(out), '.dateline');
    for (const generation of ['a', 'b']) {
      mkdirSync(join(state, generation, 'foreign'), { recursive: true });
      writeFileSync(join(state, generation, 'foreign/index.html'), 'foreign');
    }
    for (const headline of ['The quay is shut', 'The quay is open']) {
      setHeadline(headline);
      expect(await buildHere(env)).toMatchObject({ type: 'built', problems: [] });
    }
    const site = readSite(out);
    const clean = await buildClean(content);
    for (const [path, text] of clean) expect(site.get(path), path).toBe(text);
  });
});

test.each(['1970-01-01T00:00:10Z', '2038-01-19T03:14:09Z', '2099-12-31T23:59:59Z'])(
  'a machine whose clock stands at %s builds the same bytes',
  async (now) => {
    const { content, out, env, setHeadline } = await copyHarbour();
    const clock = join(createFolder(), 'clock.mjs');
    writeFileSync(
      clock,
      `const off = Date.parse('${now}') - Date.now();\nconst Real = Date;\nglobalThis.Date = class extends Real {\n  constructor(...args) { args.length ? super(...args) : super(Real.now() + off); }\n  static now() { return Real.now() + off; }\n};\n`,
    );
    setHeadline('The quay is shut');
    const ended = build({ ...env, NODE_OPTIONS: `--import ${clock}` });
    expect(ended, ended.stderr).toMatchObject({ status: 0, stderr: '' });
    expect(readSite(out)).toEqual(await buildClean(content));
  },
);

test('where nothing may be written, the build fails, the site stays, and the next build is right', async () => {
  const { content, out, env, setHeadline } = await copyHarbour();
  const before = readSite(out);
  setHeadline('The quay is shut');
  const { status, stderr } = buildReadOnly(dirname(out), env);
  expect(status, stderr).toBe(1);
  expect(stderr).toMatch(/could not be written: .*dist was not changed\.$/m);
  expect(readSite(out)).toEqual(before);
  expect(build(env)).toMatchObject({ status: 0, stderr: '' });
  expect(readSite(out)).toEqual(await buildClean(content));
});

/** Builds while a folder cannot be written: by its rights, or for the superuser, who is above them, by its mount. */
function buildReadOnly(folder: string, env: Readonly<Record<string, string>>): Ended {
  if (process.getuid?.() === 0) {
    const { PATH = '', HOME = '' } = process.env;
    const script =
      'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec "$2" src/cli/build.ts';
    return spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', folder, process.execPath], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH, HOME, ...env },
    });
  }
  const folders = [folder, join(folder, '.dateline')];
  for (const one of folders) chmodSync(one, 0o555);
  try {
    return build(env);
  } finally {
    for (const one of folders) chmodSync(one, 0o755);
  }
}

test('of two builds at once one makes the site and the other says why it does not, or makes it after', async () => {
  const { content, out, env, setHeadline } = await copyHarbour();
  for (const headline of ['The quay is shut', 'The quay is open']) {
    setHeadline(headline);
    const both = await Promise.all([beginBuild(env).ended, beginBuild(env).ended]);
    expect(both.map(({ status }) => status)).toContain(0);
    for (const { status, stderr } of both)
      if (status !== 0) expect(stderr).toMatch(/Another build .* in .*\.dateline/);
  }
  expect(build(env).status).toBe(0);
  expect(readSite(out)).toEqual(await buildClean(content));
});

test('content that changes while it is read leaves a whole site, and the next build brings the last state', async () => {
  const { content, out, env, setHeadline } = await copyHarbour();
  const digest = join(content, 'articles/post.md');
  const building = beginBuild(env);
  const state = { isOver: false };
  const over = building.ended.then(() => {
    state.isOver = true;
  });
  for (let turn = 0; !state.isOver; turn += 1) {
    setHeadline(`The quay closes for the ${turn}th time`);
    // As an editor that writes in place may leave a file for a moment.
    if (turn % 3 === 0) truncateSync(digest, Math.floor(statSync(digest).size / 2));
    writeFileSync(join(content, 'articles', `.tmp-${turn % 2}`), 'x');
    await setTimeout(5);
  }
  await over;
  for (const page of readSite(out).values()) expect(page.length).toBeGreaterThan(0);
  setHeadline('The quay is shut');
  const ended = build(env);
  expect(ended, ended.stderr).toMatchObject({ status: 0, stderr: '' });
  expect(readSite(out)).toEqual(await buildClean(content));
  expect(readlinkSync(out)).toMatch(/^\.dateline\/[ab]$/);
});
