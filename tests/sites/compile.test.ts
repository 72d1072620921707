import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole, readCompiledFiles } from '../../src/builder/compilation.ts';
import { compilePages } from '../../src/builder/compilePages.ts';
import { loadPages } from '../../src/builder/loadPages.ts';

// Small projects of their own, beside the packages of this one, each compiled by Astro.
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages))
    if (name !== '.dateline') symlinkSync(join(packages, name), join(folder, 'node_modules', name));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const page = `---
export const getStaticPaths = Object.assign(
  () => [{ path: 'quay/', params: { rest: 'quay' }, props: {} }],
  { [Symbol.for('dateline.archive-route')]: true },
);
---
<a href={Astro.url.pathname}>{Astro.site}</a><script>console.log('here');</script>`;

/** Writes a project; returns its folder. */
function writeProject(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  const all = {
    'astro.config.mjs': `export default { trailingSlash: 'always', vite: { build: { assetsInlineLimit: 0 } } };`,
    'package.json': '{ "type": "module" }',
    'src/builder/makeSite.ts': 'export const makeSite = 1;',
    'src/builder/worker.ts': 'export const helper = 1;',
    'src/pages/[...rest].astro': page,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(folder, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Writes a project; returns what compiles it for an address and reads all that is made. */
function createProject(name: string, files: Readonly<Record<string, string>>) {
  const root = writeProject(name, files);
  return async (base: string) => {
    const settings = { root, base, site: `https://harbour.example` };
    const compiled = await compilePages(settings, name);
    const [made] = await loadPages(compiled, settings);
    const html = Buffer.from((await made?.render({})) ?? '').toString();
    const files = readdirSync(compiled, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    return { compiled, html, files: files.join('\n') };
  };
}

describe('compilePages(project, codeKey)', () => {
  test('compiles a project whose path looks like an address with a query and a fragment', async () => {
    const root = writeProject('odd#path?of=it', {});
    const settings = { root, base: '/', site: 'https://harbour.example' };
    const compiled = await compilePages(settings, 'odd');
    expect(isWhole(compiled)).toBe(true);
    expect([...readCompiledFiles(compiled).keys()].join()).toMatch(/_astro\/.*\.js/);
  });

  test('compiles once for every SITE and BASE, and each page has its own', async () => {
    const compile = createProject('shared', {});
    const first = await compile('/');
    expect(first.html).toContain('<a href="/quay/">https://harbour.example/</a>');
    expect(first.html).toMatch(/<script type="module" src="\/_astro\//);
    const script = /src="([^"]+)"/.exec(first.html)![1]!;
    // The modules of a process are loaded once: another copy stands for another process.
    cpSync(first.compiled, `${first.compiled}-copy`, { recursive: true });
    const settings = { base: '/timeline/', site: 'https://other.example' };
    const [other] = await loadPages(`${first.compiled}-copy`, settings);
    const html = Buffer.from((await other?.render({})) ?? '').toString();
    expect(html).toContain('<a href="/timeline/quay/">https://other.example/</a>');
    expect(html).toContain(`src="/timeline${script}"`);
    expect((await compile('/timeline/')).compiled).toBe(first.compiled);
  });

  test.each([
    ['a page', { 'src/pages/[...rest].astro': `${page}<b>{import.meta.env.BASE_URL}</b>` }],
    [
      'a script',
      {
        'src/pages/[...rest].astro': `${page}<script>document.title = import.meta.env.BASE_URL;</script>`,
      },
    ],
    [
      'a style',
      {
        'src/pages/[...rest].astro': `${page}<style>b { background: url('../mark.svg'); }</style>`,
        'src/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    ],
    [
      'a route',
      {
        'src/pages/[...rest].astro': page.replace('props: {}', 'props: { site: Astro.site.href }'),
      },
    ],
  ])('compiles for each address where %s reads it meanwhile', async (reader, files) => {
    const compile = createProject(reader, files);
    const made = await compile('/timeline/');
    expect(made.files).not.toContain('dateline-stand-in');
    // So no other address finds it.
    expect(basename(made.compiled)).not.toBe(reader);
  });
});
