import { expect, test } from 'vitest';
import { commands, printHelp } from '../../../src/cli/help.mjs';
import manifest from '../../../package.json' with { type: 'json' };

test('npm run help has a line for every script of package.json, and no others', () => {
  const scripts = Object.keys(manifest.scripts);
  const isHook = (name: string) => /^pre./.test(name) && scripts.includes(name.slice(3));
  const own = scripts.filter((name) => !isHook(name) && !name.includes(':') && name !== 'format');
  const listed = commands.map(([name = '']) => name.split(' ')[0]);
  expect(listed.toSorted()).toEqual(own.toSorted());
  for (const name of scripts.filter((one) => one.includes(':') && !isHook(one)))
    expect(printHelp()).toContain(name);
});
