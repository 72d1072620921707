// Prints a line for every command. Plain JavaScript that runs on Node 20, so that nothing has to be installed
// first.

/** Every command in package.json that people run, in the order of a project's life. */
export const commands = [
  ['init -- FOLDER', 'creates a site in an empty folder'],
  ['start', 'builds the site, serves it and prints its address'],
  ['dev', 'serves the site and shows each change to the content at once'],
  ['new -- KIND', 'creates a digest, actor, source, place, event, site or state-of-play'],
  [
    'draft -- ARTICLE',
    'creates the skeleton of a digest from an article’s text, saved page or address',
  ],
  [
    'import -- FILE',
    'creates digests from a spreadsheet, a TimelineJS timeline or a site’s own tables',
  ],
  ['check', 'reports every problem in the content; with --links also dead links'],
  ['rename -- KIND OLD NEW', 'changes an id everywhere and keeps the old address working'],
  ['build', 'builds the site into dist/'],
  ['index', 'the same as build, with the search index'],
  ['publish', 'builds the site and adds its new addresses to permalinks.txt'],
  ['hosting -- nginx', 'prints the configuration for nginx or caddy'],
  [
    'test',
    'runs all tests; test:unit, test:site, test:browser, test:server and test:programs run parts of them',
  ],
  ['fuzz', 'runs the randomised tests for longer'],
  ['bench', 'measures builds of generated archives'],
  ['types', 'checks the types'],
  ['lint', 'checks the code’s style; format fixes what it can'],
  ['unused', 'lists files, exports and packages that nothing uses'],
  ['help', 'prints this list'],
];

/** Returns the list of commands as text. */
export function printHelp() {
  const width = Math.max(...commands.map(([name = '']) => name.length));
  const lines = commands.map(
    ([name = '', does = '']) => `  npm run ${name.padEnd(width)}  ${does}`,
  );
  return `${[
    ...lines,
    '',
    'Set CONTENT, OUT, SITE, BASE, COMPRESS and PORT before a command or in a .env file.',
    'Most commands list their flags with -- --help. The guides: README.md, content/README.md, content/ADOPTING.md.',
  ].join('\n')}\n`;
}

if (process.argv[1]?.endsWith('help.mjs')) process.stdout.write(printHelp());
