// The walls between the rooms of src/, and lint of .astro and .mjs. The other rules for TypeScript are Oxlint's
// (.oxlintrc.json): with types, it takes a quarter of the time, but it has no rules of syntax, which the walls need.
import eslint from '@eslint/js';
import parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';

// The rooms of src/ and what each may import from the others: one way, towards the reader. The map with
// its reasons is src/README.md.
const rooms = {
  problems: {
    may: [],
    instead: 'Problems know nothing of ours: give them the facts as arguments.',
  },
  model: {
    may: ['problems'],
    instead:
      'The model is pure: what reads belongs in parse/ or collections/, what prints in views/.',
  },
  parse: {
    may: ['model', 'problems'],
    instead:
      'Parsing knows one text: what needs other files belongs in model/, what reads the disk in collections/.',
  },
  draft: {
    may: ['parse', 'model', 'problems'],
    instead:
      'Drafting is pure: the disk, the clock and the terminal belong in cli/, how a digest is read in parse/.',
  },
  import: {
    may: ['draft', 'parse', 'model', 'problems'],
    instead:
      'Importing turns tables into digests: files are read and written in cli/, how a digest is read belongs in parse/.',
  },
  archive: {
    may: ['parse', 'model', 'problems'],
    instead: 'The archive keeps what content says: what a page says of it belongs in views/.',
  },
  collections: {
    may: ['archive', 'parse', 'model', 'problems'],
    instead: 'Collections bring the archive: what a page says belongs in views/.',
  },
  views: {
    may: ['model'],
    instead:
      'Views are plain objects from the model: reading belongs in collections/, HTML in components/, files in outputs/.',
  },
  outputs: {
    may: ['views', 'model'],
    instead: 'Outputs print views: what they say belongs in views/.',
  },
  figures: { may: ['views'], instead: 'Figures draw views: what they show belongs in views/.' },
  components: {
    may: ['views', 'layouts', 'styles', 'client'],
    instead: 'Components print views: whatever they need belongs in a view.',
  },
  layouts: {
    may: ['views', 'components', 'styles', 'client'],
    instead: 'Layouts print views: whatever they need belongs in a view.',
  },
  client: { may: ['views'], instead: 'Scripts work on the page they are sent with.' },
  pages: {
    may: [
      'collections/getArchive',
      'collections/routes',
      'views',
      'components',
      'layouts',
      'outputs',
      'figures',
    ],
    instead:
      'A route takes the archive to a view and a component: logic belongs in views/ or model/.',
  },
  cli: {
    may: [
      'parse',
      'model',
      'problems',
      'draft',
      'edit',
      'import',
      'archive',
      'collections',
      'checks',
      'links',
      'hosting',
      'builder',
    ],
    instead: 'A command is thin: its work belongs in builder/, draft/, edit/, model/ or parse/.',
  },
  edit: {
    may: ['parse', 'model', 'problems'],
    instead: 'Editing turns texts of the content into texts: files are read and written in cli/.',
  },
  checks: {
    may: ['parse', 'model', 'problems', 'collections', 'views'],
    instead: 'Checks find problems in the content of a site: what builds it belongs in builder/.',
  },
  links: {
    may: ['problems'],
    instead: 'Links are requested from other hosts: which there are is found in parse/.',
  },
  hosting: {
    may: ['views'],
    instead: 'What servers say with a file follows from its path: the files belong in builder/.',
  },
  builder: {
    may: [
      'parse',
      'model',
      'problems',
      'archive',
      'collections',
      'views',
      'outputs',
      'checks',
      'hosting',
    ],
    instead: 'The builder takes content to files: pages are rendered by Astro.',
  },
  integrations: {
    may: ['builder', 'problems'],
    instead: 'Integrations only hook into Astro: their work belongs in builder/ or collections/.',
  },
};

// The folders of src/views/, each of which may import from those before it. Why: src/README.md.
const viewFolders = [
  ['words'],
  ['dates'],
  ['page'],
  ['lists'],
  ['prose'],
  ['cards'],
  ['history'],
  ['event'],
  ['article'],
  ['source', 'place', 'actor', 'home'],
  ['part'],
  ['sharing'],
  ['search', 'data'],
];

// Packages that belong to one room, and the room (or file) they belong in.
const packages = [
  {
    regex: '^edtf$',
    allowed: ['src/model/dates/edtfGrammar.ts'],
    message: 'Dates are parsed in src/model/dates/: edtfGrammar.ts knows the traps of edtf.',
  },
  {
    regex: '^(?:date-fns|@date-fns)(?:/|$)',
    allowed: ['src/model/dates/monthSteps.ts'],
    message: 'Days are counted in src/model/dates/: monthSteps.ts knows the traps of date-fns.',
  },
  {
    regex: '^(unified|remark-|mdast|unist-)',
    allowed: ['src/parse/**', 'src/import/**'],
    message: 'Markdown belongs in src/parse/, and in src/import/ where it is made of HTML.',
  },
  {
    regex: '^yaml$',
    allowed: ['src/parse/**', 'src/draft/**', 'src/import/columnMap.ts'],
    message: 'Front matter is read in src/parse/ and written in src/draft/.',
  },
  {
    regex: '^chrono-node',
    allowed: ['src/draft/**'],
    message: 'Phrases of time are read in src/draft/; a digest has its dates in EDTF.',
  },
  {
    regex: '^(?:linkedom|@mozilla/readability)',
    allowed: ['src/draft/**'],
    message: 'Web pages are read in src/draft/page/.',
  },
  {
    regex: '^csv-parse',
    allowed: ['src/import/**'],
    message: 'Tables are read in src/import/.',
  },
  {
    regex: '^csv-stringify',
    allowed: ['src/outputs/**'],
    message: 'Files for spreadsheets are printed in src/outputs/.',
  },
  {
    regex: '^@clack/',
    allowed: ['src/cli/**'],
    message: 'Questions are asked in src/cli/.',
  },
  {
    regex: '^(?:css-tree|culori)(?:/|$)',
    allowed: ['src/parse/**'],
    message: 'A theme is read in src/parse/theme.ts; its colours are in the archive.',
  },
  {
    regex: '^zod$',
    allowed: ['src/parse/**', 'src/outputs/**', 'src/import/readArchive.ts'],
    message:
      'Shapes of what is read belong in src/parse/, of what is exported in src/outputs/, of what comes back in src/import/readArchive.ts.',
  },
  {
    regex: '^(hast-util-|hastscript$)',
    allowed: ['src/views/**', 'src/figures/**', 'src/import/**'],
    message:
      'HTML is printed in src/views/, SVG in src/figures/; that of others is read in src/import/.',
  },
  {
    regex: '^@takumi-rs/',
    allowed: ['src/outputs/**'],
    message: 'Pictures are drawn in src/outputs/.',
  },
  {
    regex: '^@citation-js/',
    allowed: ['src/outputs/**'],
    message: 'Citations are printed in src/outputs/; what they say belongs in src/views/.',
  },
  {
    regex: '^d3-',
    allowed: ['src/figures/**'],
    message: 'Places in a drawing are found in src/figures/.',
  },
  {
    regex:
      '^(?:node:(?!crypto$)|(?:fs|path|os|url|http|https|net|process|child_process|worker_threads)(?:/|$))',
    allowed: [
      'src/archive/**',
      'src/collections/**',
      'src/builder/**',
      'src/checks/**',
      'src/cli/**',
      'src/integrations/**',
      'src/outputs/pictures/drawPicture.ts',
      'src/outputs/indexSearch.ts',
      'src/outputs/database.ts',
    ],
    message:
      'The disk, the clock and the network belong in src/collections/, src/builder/ or src/cli/.',
  },
  {
    regex: '^astro(:|/|$)',
    allowed: [
      'src/collections/**',
      'src/builder/**',
      'src/cli/dev.ts',
      'src/integrations/**',
      'src/pages/**',
    ],
    message: 'Astro belongs in src/pages/, src/collections/, src/builder/ and src/integrations/.',
  },
];

// However a path is written: ../views/, ./../views/, ../../src/views/, /src/views/.
const into = '^(?:/|(?:\\.{1,2}/)+)(?:src/)?';
const nameless = ['utils?', 'helpers?', 'common', 'misc', 'lib'];

const walls = Object.entries(rooms).map(([room, { may, instead }]) => {
  const others = Object.keys(rooms).filter((other) => other !== room && !may.includes(other));
  const files = [`src/${room}/**/*.{ts,astro}`];
  const partly = may.filter((name) => name.includes('/')).map((name) => name.split('/')[0]);
  const whole = others.filter((other) => !partly.includes(other));
  const doors = [...new Set(partly)].map((other) => {
    const open = may
      .filter((name) => name.startsWith(`${other}/`))
      .map((name) => name.split('/')[1]);
    return {
      regex: `${into}${other}/(?!(?:${open.join('|')})\\.ts$)`,
      message: `From ${other}/, ${room}/ may import ${open.join('.ts and ')}.ts alone. ${instead}`,
    };
  });
  const foreign = packages.filter(
    ({ allowed }) =>
      !allowed.some((place) => place.startsWith(`src/${room}/`) && place.endsWith('**')),
  );
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `${into}(${[...whole, ...nameless].join('|')})/`,
              message: `${room}/ may import ${may.length > 0 ? may.join(', ') : 'nothing of ours'}. ${instead}`,
            },
            ...doors,
            ...foreign.map(({ regex, message }) => ({ regex, message })),
          ],
        },
      ],
    },
  };
});

const viewWalls = viewFolders.flatMap((beside, index) =>
  beside.map((folder) => {
    const later = viewFolders
      .slice(index)
      .flat()
      .filter((other) => other !== folder);
    const [severity, { patterns }] = walls.find(({ files }) => files[0].startsWith('src/views/'))
      .rules['no-restricted-imports'];
    const wall = {
      regex: `${into}(?:views/)?(?:${later.join('|')})/`,
      message: `views/${folder}/ may import only from the folders of views/ that come before it: ${viewFolders.slice(0, index).flat().join(', ')}.`,
    };
    return {
      files: [`src/views/${folder}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          severity,
          { patterns: later.length > 0 ? [...patterns, wall] : patterns },
        ],
      },
    };
  }),
);

// A file that a package is allowed in, where its room is not.
const exceptions = packages.flatMap(({ allowed, regex }) =>
  allowed
    .filter((place) => !place.endsWith('**'))
    .map((place) => {
      const [, room] = place.split('/');
      const wall = walls.find(({ files }) => files[0].startsWith(`src/${room}/`));
      const [severity, { patterns }] = wall.rules['no-restricted-imports'];
      return {
        files: [place],
        rules: {
          'no-restricted-imports': [
            severity,
            { patterns: patterns.filter((pattern) => pattern.regex !== regex) },
          ],
        },
      };
    }),
);

// What Intl does where it does not know a language is done in the machine's: so English stands behind each.
const withEnglish =
  "Name the language and English behind it, [language, 'en']: without, the machine's own decides.";
const ofTheMachine = [
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'What it prints is up to the machine: words and numbers belong in src/views/words/.',
  },
  {
    selector: `CallExpression[callee.property.name='localeCompare']:not([arguments.1.elements.1.value='en'])`,
    message: withEnglish,
  },
  {
    selector: `:matches(NewExpression, CallExpression)[callee.object.name='Intl'][callee.property.name=/^[A-Z]/][callee.property.name!='Locale']:not([arguments.0.elements.1.value='en'])`,
    message: withEnglish,
  },
];
const ofTheClock = {
  selector: `:matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']`,
  message: 'The clock is an argument.',
};
const ofTheZone = {
  selector:
    ":matches(CallExpression[callee.property.name=/^([gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)|to(Date|Time)String)$/], NewExpression[callee.name='Date'][arguments.length>1])",
  message: "It counts in the machine's time zone: dates belong in src/model/dates/.",
};
const lateImport = {
  selector: 'ImportExpression',
  message: 'Import at the top of the file, where the walls between the rooms can see it.',
};

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      '.astro/',
      '.dateline*/',
      'dist/',
      'coverage/',
      'tests/sites/*/content/',
    ],
  },
  { files: ['src/**/*.ts'], languageOptions: { parser } },
  { ...eslint.configs.recommended, files: ['**/*.{mjs,astro}'] },
  ...astro.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
  },
  {
    // What a page is made from must not depend on when or where it is made.
    files: ['src/{problems,model,parse,draft,import,views,outputs,figures}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'The random is an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The environment is an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    rules: { 'no-restricted-syntax': ['error', ...ofTheMachine] },
  },
  {
    files: [
      'src/{problems,model,parse,draft,edit,import,views,outputs,figures,components,layouts,pages}/**/*.{ts,astro}',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...ofTheMachine, ofTheClock, ofTheZone, lateImport],
    },
  },
  {
    // Pagefind takes longer to load than most builds take, and most find their index unchanged.
    files: ['src/outputs/indexSearch.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ofTheMachine, ofTheClock, ofTheZone] },
  },
  {
    // Chrono uses the machine's zone, so it is given the day in it.
    files: ['src/draft/dates/residue.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ofTheMachine, ofTheClock, lateImport] },
  },
  {
    // A function longer than a screen hides a noun. The tables of words are one function for each language.
    files: ['src/**/*.ts'],
    ignores: ['src/views/words/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
    },
  },
  ...walls,
  ...viewWalls,
  ...exceptions,
);
