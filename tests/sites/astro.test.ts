import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSite, root, type Ended } from './buildInto.ts';

// A project as an Astro developer would have it after a while: a copy of this one with pages of its own.
const own = {
  'greeting.txt': 'Hello from the quay',
  'src/pages/hello.astro': `---
import { readFileSync } from 'node:fs';
import '../hello.css';
import Counter from '../Counter.jsx';
const greeting = readFileSync('greeting.txt', 'utf8');
---
<html lang="en"><head><title>Hello</title></head><body><h1>{greeting}</h1><Counter client:load /></body></html>`,
  'src/hello.css': 'h1 { color: rebeccapurple; }',
  'src/Counter.jsx': `import { useState } from 'preact/hooks';
export default function Counter() {
  const [count, setCount] = useState(3);
  return <button onClick={() => setCount(count + 1)}>{count} boats</button>;
}`,
  'src/pages/notes.md': '---\ntitle: Notes\n---\n\n# How we work\n',
  'src/pages/events-count.json.ts': `import { getArchive } from '../collections/getArchive.ts';
export const GET = () => Response.json({ events: getArchive().events.length });`,
  'src/pages/boats/[boat].astro': `---
export async function getStaticPaths() {
  await Promise.resolve();
  return ['anna', 'berta'].map((boat) => ({ params: { boat }, props: { name: boat.toUpperCase() } }));
}
---
<p>{Astro.props.name}</p>`,
  'src/pages/log/[...page].astro': `---
export const getStaticPaths = ({ paginate }) => paginate(['one', 'two', 'three'], { pageSize: 2 });
---
<p>{Astro.props.page.data.join(', ')}</p>`,
  'integrations/extra.mjs': `import { appendFileSync, writeFileSync } from 'node:fs';
export function extra() {
  return {
    name: 'extra',
    hooks: {
      'astro:config:setup': ({ injectRoute, injectScript }) => {
        injectRoute({ pattern: '/injected/', entrypoint: './integrations/injected.astro', prerender: true });
        injectScript('page', "document.documentElement.dataset.page = 'injected';");
      },
      'astro:build:done': ({ dir, pages }) => {
        writeFileSync(new URL('pages.txt', dir), pages.map(({ pathname }) => pathname).sort().join('\\n'));
        appendFileSync(new URL('about/index.html', dir), '<!-- extra -->');
      },
    },
  };
}`,
  'integrations/injected.astro': '<p>Injected</p>',
} as const;

const fontFile = join(
  root,
  'node_modules/@fontsource/noto-serif-thai/files/noto-serif-thai-latin-600-normal.woff2',
);

let folder: string;
let project: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-astro-'));
  project = join(folder, 'project');
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(root, name), join(project, name), { recursive: true });
  cpSync(join(root, 'tests/sites/harbour/content'), join(project, 'content'), { recursive: true });
  mkdirSync(join(project, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.dateline')
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  const config = readFileSync(join(root, 'astro.config.mjs'), 'utf8')
    .replace(
      /integrations: \[(.*)\]/,
      "integrations: [$1, preact(), sitemap(), extra()],\n  redirects: { '/old/': '/about/' }",
    )
    .replace(
      /^/,
      `import preact from '@astrojs/preact';\nimport sitemap from '@astrojs/sitemap';\nimport { extra } from './integrations/extra.mjs';\n`,
    );
  write('astro.config.mjs', config);
  for (const [path, text] of Object.entries(own)) write(path, text);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function run(...command: readonly string[]): Ended {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, SITE: 'https://harbour.example', ASTRO_TELEMETRY_DISABLED: '1' };
  return spawnSync(process.execPath, command, { cwd: project, encoding: 'utf8', env });
}

const build = () => run('src/cli/build.ts', '--timings');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

describe('a project with pages, endpoints and integrations of its own', () => {
  let first: Ended;
  let site: Map<string, string>;
  beforeAll(() => {
    first = build();
    site = readSite(join(project, 'dist/'));
  });
  const page = (path: string) => site.get(`${path}/index.html`) ?? '';

  test('is built whole', () => {
    expect(first.status, first.stderr).toBe(0);
    expect(page('events/quay-closed')).toContain('The quay closes');
  });

  test('has a static page with its own CSS', () => {
    expect(page('hello')).toContain('Hello from the quay');
    expect(page('hello')).toMatch(/rebeccapurple|#639/);
  });

  test('has a Markdown page and an endpoint', () => {
    expect(page('notes')).toContain('<h1 id="how-we-work">How we work</h1>');
    expect(JSON.parse(site.get('events-count.json') ?? '')).toEqual({ events: 3 });
  });

  test('has the pages of an async getStaticPaths and of paginate()', () => {
    expect(page('boats/anna')).toContain('<p>ANNA</p>');
    expect(page('log')).toContain('<p>one, two</p>');
    expect(page('log/2')).toContain('<p>three</p>');
  });

  test('has injected routes and redirects', () => {
    expect(page('injected')).toContain('Injected');
    expect(page('old')).toContain('url=/about/');
  });

  test('has an injected script on its pages and on those of the archive, allowed by their policy', () => {
    for (const path of ['hello', 'events/quay-closed'])
      expect(page(path)).toMatch(/<script type="module" src="\/_astro\/page\.[\w-]+\.js">/);
  });

  test('has a Preact island, drawn on the server and fetched by an address that exists', () => {
    expect(page('hello')).toContain('<button>3 boats</button>');
    const [, script = ''] = /component-url="\/([^"]+)"/.exec(page('hello')) ?? [];
    expect(site.has(script), script).toBe(true);
  });

  test('shows integrations every page and keeps what they write', () => {
    const listed = site.get('pages.txt')?.split('\n') ?? [];
    expect(listed).toEqual(
      expect.arrayContaining(['', 'events/quay-closed/', 'hello/', 'injected/', 'log/2/']),
    );
    expect(site.get('sitemap-0.xml')).toContain('https://harbour.example/events/quay-closed/');
    expect(page('about')).toMatch(/<!-- extra -->$/);
  });

  test('is rendered by Astro in every build, while the pages of the archive are kept', () => {
    write('greeting.txt', 'Good evening from the quay');
    const { status, stdout, stderr } = build();
    expect(status, stderr).toBe(0);
    expect(stdout).not.toContain('Nothing has changed');
    expect(readSite(join(project, 'dist/')).get('hello/index.html')).toContain('Good evening');
    // The first build after the first begins from a copy; only what the integration changed is made again.
    expect(stdout).toMatch(/^rendered 1 of \d+ pages/m);
    expect(stdout).toMatch(/: 1 files written, \d+ unchanged, 0 removed/);
    const [about] = [readSite(join(project, 'dist/')).get('about/index.html') ?? ''];
    expect(about.match(/<!-- extra -->/g)).toHaveLength(1);
  });

  test('is compiled again where code outside src/ changes, and stays as it was where that cannot be compiled', () => {
    const before = readSite(join(project, 'dist/'));
    write('integrations/injected.astro', `---\nimport './missing.ts';\n---\n<p>Injected anew</p>`);
    const { status, stdout, stderr } = build();
    write('integrations/injected.astro', own['integrations/injected.astro']);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('missing.ts');
    expect(readSite(join(project, 'dist/'))).toEqual(before);
  });
});

describe('astro build', () => {
  test('gives the site of npm run build in a folder of its own, and leaves the served one alone', () => {
    const before = readSite(join(project, 'dist/'));
    const { status, stderr } = run(astro, 'build');
    expect(status, stderr).toBe(0);
    const plain = readSite(join(project, '.dateline/astro/'));
    expect([...plain.keys()]).toEqual([...before.keys()]);
    // The rules for hosts are written before the integrations that stand behind ours add their files.
    const differing = [...plain.keys()].filter((path) => before.get(path) !== plain.get(path));
    expect(differing.filter((path) => path !== '_headers')).toEqual([]);
    expect(readSite(join(project, 'dist/'))).toEqual(before);
  });

  test('stops at the first problem of the content, with its file and line', () => {
    write('content/sources/bad.md', '---\nname: Bad\nnmae: twice\n---\n');
    const { status, stdout, stderr } = run(astro, 'build');
    rmSync(join(project, 'content/sources/bad.md'));
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('content/sources/bad.md:3:1');
  });
});

describe('astro dev', () => {
  test('answers pages, outputs, searches, fonts and icons', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const content = join(folder, 'own');
    cpSync(join(root, 'tests/sites/harbour/content'), content, { recursive: true });
    for (const name of ['icons', 'fonts']) mkdirSync(join(content, name));
    writeFileSync(join(content, 'icons/favicon.ico'), 'an icon');
    cpSync(fontFile, join(content, 'fonts/quay.woff2'));
    const theme = '@font-face { font-family: Quay; src: url(fonts/quay.woff2) }\n';
    writeFileSync(join(content, 'theme.css'), `${theme}:root { --reading: Quay, serif }\n`);
    const child = spawn(process.execPath, [astro, 'dev', '--port', '43219'], {
      cwd: root,
      // Astro serves nothing where it believes itself in a test.
      env: { PATH, HOME, CONTENT: content, BASE: '/pier/', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (text: Buffer) => {
          if (text.includes('43219')) resolve();
        });
      });
      const get = async (path: string) => {
        const response = await fetch(`http://localhost:43219/pier/${path}`);
        const body = await response.text();
        return { status: response.status, body, type: response.headers.get('content-type') };
      };
      const page = (await get('events/quay-closed/')).body;
      expect(page).toContain('The quay closes');
      const [, font = ''] = /src:url\(\/pier\/(fonts\/quay\.[\da-f]{8}\.woff2)\)/.exec(page) ?? [];
      expect(await get(font)).toMatchObject({ status: 200, type: 'font/woff2' });
      expect(await get('favicon.ico')).toMatchObject({ body: 'an icon', type: 'image/x-icon' });
      expect((await get('favicon.svg')).body).toBe(
        readFileSync(join(root, 'public/favicon.svg'), 'utf8'),
      );
      expect((await get('feed.xml')).body).toContain('<feed');
      expect((await get('pagefind/pagefind-entry.json')).status).toBe(200);
      // As the page's script imports it in `dev`.
      const { body } = await get('pagefind/pagefind.js?import');
      expect(body).toContain('search');
      expect(body).not.toContain('<html');
    } finally {
      child.kill();
      await once(child, 'close');
    }
  });
});
