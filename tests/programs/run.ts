// Has the programs that people use read what a built site prints; installs those that are not there. The weekly
// workflow runs it, `npm test` does not need them.
import { spawnSync } from 'node:child_process';
import { runInstalled } from '../server/runInstalled.ts';

const commands = [
  ['biber', '--version'],
  ['sqlite3', '--version'],
  ['khal', '--version'],
  ['pandoc', '--version'],
  ['test', '-e', '/usr/share/citation-style-language/styles/apa.csl'],
  ['/usr/bin/python3', '-c', 'import icalendar, pandas'],
] as const;

runInstalled(
  'programs',
  () => commands.every(([name, ...args]) => spawnSync(name, args).status === 0),
  [
    'biber',
    'sqlite3',
    'khal',
    'pandoc',
    'citation-style-language-styles',
    'citation-style-language-locales',
    'python3-icalendar',
    'python3-pandas',
  ],
);
