import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder, readSite, root } from './buildInto.ts';

const { PATH = '', HOME = '' } = process.env;

/** Builds the harbour; at the step called `write`, takes a part of the compiled pages away and puts it back at the end. */
function buildWithout(part: string, out: string) {
  const script = `
    import { existsSync, readdirSync, renameSync } from 'node:fs';
    import { join } from 'node:path';
    const { runCommand } = await import('./src/cli/runCommand.ts');
    const { buildSite } = await import('./src/builder/buildSite.ts');
    const { getBuildSettings } = await import('./src/builder/settings.ts');
    const { disk } = await import('./src/collections/readContent.ts');
    const part = ${JSON.stringify(part)};
    const shelf = join(process.cwd(), 'node_modules/.dateline');
    const away = [];
    const onStep = (name) => {
      if (name !== 'write' || part === '') return;
      for (const one of readdirSync(shelf)) {
        const path = join(shelf, one, part);
        if (!existsSync(path) || !existsSync(join(shelf, one, 'contents.json'))) continue;
        renameSync(path, path + '.away');
        away.push(path);
      }
    };
    const options = { freshAddresses: 'allowed', movedBase: 'allowed', search: 'indexed', pictures: 'kept', force: false, shard: null };
    try {
      process.exitCode = await runCommand(async () => {
        await buildSite(getBuildSettings(process.env, process.cwd()), { disk, onStep }, options);
        return 0;
      });
    } finally {
      for (const path of away) renameSync(path + '.away', path);
    }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME, OUT: out, CONTENT: join(root, 'tests/sites/harbour/content') },
  });
}

test('a build whose compiled pages are taken away says so, and leaves the site as it was', () => {
  const folder = createFolder();
  const whole = join(folder, 'whole');
  expect(buildWithout('', whole)).toMatchObject({ status: 0, stderr: '' });
  const [script] = [...readSite(whole).keys()].filter((path) => path.startsWith('_astro/'));
  expect(script).toBeDefined();
  const out = join(folder, 'dist');
  const { status, stderr } = buildWithout('files', out);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^The compiled pages in .* were removed or damaged while they were in use, .*Build again\.\n$/,
  );
  expect(existsSync(out)).toBe(false);
  expect(buildWithout('', out).status).toBe(0);
  expect(readSite(out)).toEqual(readSite(whole));
});
