// Prints every command in a line. Plain JavaScript that Node 20 runs, so that nothing has to be installed first.

/** Every command of package.json that is run by hand, in the order of a project's life. */
export const commands = [
  ['init -- FOLDER', 'begins a site of your own in an empty folder'],
  ['start', 'builds the site, serves it and prints its address'],
  ['dev', 'serves the site and shows each change of the content at once'],
  ['new -- KIND', 'begins a digest, or an actor, source, place, event, site or state-of-play'],
  [
    'draft -- ARTICLE',
    'makes the skeleton of a digest from an article: a text, a saved page, an address',
  ],
  [
    'import -- FILE',
    'makes digests from a spreadsheet, a TimelineJS timeline or a site’s own tables',
  ],
  ['check', 'names every problem of the content; with --links also dead links'],
  ['rename -- KIND OLD NEW', 'changes an id everywhere, and keeps the old address answered'],
  ['build', 'builds the site into dist/'],
  ['index', 'the same as build: with the search index'],
  ['publish', 'builds the site and notes its new addresses in permalinks.txt'],
  ['hosting -- nginx', 'prints the configuration for nginx, or for caddy'],
  [
    'test',
    'runs all tests; test:unit, test:site, test:browser, test:server and test:programs a part of them',
  ],
  ['fuzz', 'runs the random tests at length'],
  ['bench', 'measures builds of generated archives'],
  ['types', 'checks the types'],
  ['lint', 'checks the code’s style; format repairs what can be repaired'],
  ['unused', 'names files, exports and packages that nothing uses'],
  ['help', 'prints this list'],
];

/** Returns the list as text. */
export function printHelp() {
  const width = Math.max(...commands.map(([name = '']) => name.length));
  const lines = commands.map(
    ([name = '', does = '']) => `  npm run ${name.padEnd(width)}  ${does}`,
  );
  return `${[
    ...lines,
    '',
    'CONTENT, OUT, SITE, BASE, COMPRESS and PORT set where things are: in front of a command or in a file .env.',
    'Most commands say their flags with -- --help. The guides: README.md, content/README.md, content/ADOPTING.md.',
  ].join('\n')}\n`;
}

if (process.argv[1]?.endsWith('help.mjs')) process.stdout.write(printHelp());
