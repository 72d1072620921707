import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkOut } from '../../../src/builder/generations.ts';
import { getBuildSettings, readPort } from '../../../src/builder/settings.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import { runCommand } from '../../../src/cli/runCommand.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'dateline-environment-'));
const at = (path: string) => join(folder, path);
mkdirSync(at('content'));
writeFileSync(at('content/site.md'), '');
writeFileSync(at('file'), '');
mkdirSync(at('full'));
writeFileSync(at('full/file'), '');
mkdirSync(at('elsewhere'));
symlinkSync(at('elsewhere'), at('foreign'));
symlinkSync(at('no-such-folder'), at('dangling'));
symlinkSync(at('circle'), at('circle'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Environment = Readonly<Record<string, string>>;

/** Reads all environment variables, as every command does when it starts. */
function readEnvironment(env: Environment): number {
  const settings = getBuildSettings(env, folder);
  readPort(env.PORT);
  checkOut(settings);
  if (env.CONTENT !== undefined) readContent(settings.content);
  return 0;
}

async function run(env: Environment) {
  let said = '';
  const code = await runCommand(
    () => readEnvironment(env),
    '',
    (text) => (said += text),
  );
  return { code, said };
}

const long = 'x'.repeat(300);

// Twenty invalid values of each variable.
const wrong: Readonly<Record<string, readonly string[]>> = {
  PORT: [
    '80x',
    'x',
    '-1',
    '65536',
    '99999',
    '100000',
    '4321.0',
    '4.5',
    '1e3',
    '0x10',
    ' 4321',
    '4321 ',
    'NaN',
    'Infinity',
    '４３２１',
    'http',
    '127.0.0.1:80',
    '+80',
    '80,81',
    '4321\n',
  ],
  SITE: [
    'example.org',
    '//example.org',
    'ftp://example.org',
    'https:example.org',
    'https:/example.org',
    'https://',
    'https://example.org/news/',
    'https://example.org?a=b',
    'https://example.org/#top',
    'https://user@example.org',
    'https://user:pass@example.org',
    'https://www.bbc.com@evil.example/',
    'https://exa mple.org',
    'https://example.org:99999',
    'https://example..org',
    'https://%65xample.org',
    'https:\\\\example.org',
    'https://example.org\n',
    'javascript:alert(1)',
    'localhost:4321',
  ],
  BASE: [
    '../x',
    '/../',
    '/./',
    '//',
    '///',
    '//evil.example',
    '/a//b/',
    '/a b/',
    '/a?b/',
    '/a#b/',
    '/%2e/',
    '/ä/',
    'https://example.org/x/',
    'C:\\x',
    '/x\\y/',
    '/x\n/',
    '/"x"/',
    '/<x>/',
    '/a/../b/',
    '/*/',
  ],
  CONTENT: [
    '',
    ' ',
    '\n',
    '.',
    './',
    '..',
    '/',
    root,
    at('file'),
    at('file/deeper'),
    at('no-such-folder'),
    at('circle'),
    at('dangling'),
    at(long),
    '/dev/null',
    'no such folder',
    'content/\0',
    'content\u0007',
    `${root}/`,
    'package.json',
  ],
  OUT: [
    '',
    ' ',
    '\n',
    '/',
    '.',
    '..',
    root,
    join(root, 'src'),
    join(root, 'src/dist'),
    join(root, 'public/x'),
    join(root, '.git/x'),
    at('content'),
    at('content/dist'),
    at('file'),
    at('file/dist'),
    at('full'),
    at('foreign'),
    join(root, 'tests/dist'),
    '.dateline/a',
    'dist\0',
  ],
  COMPRESS: [
    '1',
    '0',
    'yes',
    'no',
    'on',
    'off',
    'True',
    'TRUE',
    'False',
    ' true',
    'true ',
    'gzip',
    'br',
    'null',
    'undefined',
    '-1',
    'y',
    't',
    'wahr',
    'true,false',
  ],
};

describe.each(Object.entries(wrong))('a wrong %s', (name, values) => {
  test('is tested with twenty values', () => {
    expect(new Set(values).size).toBe(20);
  });

  test.each(values)(
    '%j is reported in sentences with its name and a valid value, without a stack',
    async (value) => {
      // The default of OUT would be inside the content folder.
      const { code, said } = await run({ CONTENT: at('content'), [name]: value });
      expect(code, said).toBe(1);
      expect(said).toMatch(new RegExp(`\\b${name}\\b`));
      expect(said).toMatch(new RegExp(`\\b${name}=\\S`));
      expect(said).not.toMatch(/^\s+at |node:internal|Dateline itself failed/m);
      expect(said.trim().split('\n')).toHaveLength(1);
    },
  );
});

test.each<[Environment]>([
  [{}],
  [{ PORT: '', SITE: '', BASE: '', COMPRESS: '' }],
  [{ PORT: '0', SITE: 'https://example.org', BASE: '/', COMPRESS: 'true' }],
  [{ PORT: '65535', SITE: 'http://localhost:4321/', BASE: 'news', COMPRESS: 'false' }],
  [{ SITE: 'HTTPS://Example.ORG', BASE: '/a/b-c_d.e~f/' }],
  [{ SITE: 'http://[::1]:8080', OUT: at('elsewhere') }],
  [{ SITE: 'https://دار.example', OUT: 'not/there/yet' }],
  [{ CONTENT: at('content'), OUT: at('site') }],
])('%j is valid', async (env) => {
  expect(await run(env)).toEqual({ code: 0, said: '' });
});

// The same with real commands.
test.each([
  ['start.ts', { PORT: '80x' }],
  ['build.ts', { SITE: 'example.org' }],
  ['check.ts', { CONTENT: at('file') }],
])(
  '%s reports %j in a sentence and exits with 1',
  (command, env) => {
    const { PATH = '', HOME = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'src/cli', command)],
      { cwd: root, encoding: 'utf8', env: { PATH, HOME, ...env } },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(Object.keys(env).join());
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
  60_000,
);

describe('runCommand(command)', () => {
  const say = async (error: unknown, usage = '') => {
    let said = '';
    await runCommand(
      () => {
        throw error;
      },
      usage,
      (text) => (said += text),
    );
    return said;
  };

  test('locates a bug of ours, and asks for a report', async () => {
    const said = await say(new TypeError('x is not a function'));
    expect(said).toMatch(
      /^Dateline itself failed \(TypeError: x is not a function, in \S+:\d+\)\.\n/,
    );
    expect(said).toContain('please report it');
    expect(said).not.toMatch(/^\s+at /m);
    expect(await say('no error at all')).toContain('Dateline itself failed (no error at all');
  });

  test('shows a command’s usage if its flags are wrong', async () => {
    const error = Object.assign(new TypeError("Unknown option '--x'"), {
      code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION',
    });
    expect(await say(error, 'Usage: npm run publish')).toBe(
      "Unknown option '--x'\nUsage: npm run publish\n",
    );
  });

  test('reports disk errors', async () => {
    const full = Object.assign(new Error('x'), { code: 'ENOSPC', path: '/site/a' });
    expect(await say(full)).toBe(
      '/site/a could not be used: the disk is full. Make room and try again.\n',
    );
  });
});
