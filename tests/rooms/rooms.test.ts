import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const walls = ['no-restricted-imports', 'no-restricted-syntax'];
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => walls.includes(ruleId),
});

/** Returns what lint says of the imports in a text that stood in a file of src/. */
async function lintImports(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, 'src', file) });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== null && walls.includes(ruleId))
    .map(({ message }) => message);
}

describe('the walls between the rooms', () => {
  test.each([
    ['problems/sourceLocation.ts', "import '../model/ids.ts';"],
    ['model/ids.ts', "import '../parse/parseFile.ts';"],
    ['model/ids.ts', "import '../views/page/context.ts';"],
    ['model/ids.ts', "import { readFileSync } from 'node:fs';"],
    ['model/ids.ts', "import { addDays } from 'date-fns/addDays';"],
    ['model/names.ts', "import { parse } from 'edtf';"],
    ['model/ids.ts', "import './../views/page/context.ts';"],
    ['model/ids.ts', "import '../../src/views/page/context.ts';"],
    ['model/ids.ts', "import { readFileSync } from 'fs';"],
    ['model/ids.ts', "import '../utils/dates.ts';"],
    ['model/ids.ts', "export const late = import('../views/page/context.ts');"],
    ['components/Links.astro', "---\nimport '/src/model/ids.ts';\n---\n"],
    ['parse/prose.ts', "import '../collections/readContent.ts';"],
    ['parse/prose.ts', "import { AstroError } from 'astro/errors';"],
    ['archive/drafts.ts', "import '../collections/readContent.ts';"],
    ['collections/loadArchive.ts', "import '../views/page/context.ts';"],
    ['views/page/context.ts', "import '../../collections/getArchive.ts';"],
    ['views/page/context.ts', "import '../../parse/parseFile.ts';"],
    ['views/page/context.ts', "import 'unified';"],
    ['views/dates/dateLabel.ts', "import '../page/context.ts';"],
    ['views/cards/eventCard.ts', "import '../event/eventView.ts';"],
    ['views/home/homeView.ts', "import '../actor/actorView.ts';"],
    ['views/home/homeView.ts', "import '../../views/data/feedView.ts';"],
    ['outputs/eventsJson.ts', "import '../collections/getArchive.ts';"],
    ['components/Links.astro', "---\nimport '../model/ids.ts';\n---\n"],
    ['layouts/Page.astro', "---\nimport '../collections/getArchive.ts';\n---\n"],
    ['pages/404.astro', "---\nimport '../model/linkArchive.ts';\n---\n"],
    ['pages/events/[id].astro', "---\nimport '../../collections/readContent.ts';\n---\n"],
    ['integrations/reloadContent.ts', "import '../collections/getArchive.ts';"],
    ['cli/runCheck.ts', "import '../views/page/context.ts';"],
    ['draft/skeleton.ts', "import '../collections/readContent.ts';"],
    ['draft/skeleton.ts', "import '../cli/commandEffects.ts';"],
    ['draft/skeleton.ts', "import { readFileSync } from 'node:fs';"],
    ['draft/skeleton.ts', "import 'remark-parse';"],
    ['parse/prose.ts', "import '../draft/skeleton.ts';"],
    ['model/dates/edtfGrammar.ts', "import { casual } from 'chrono-node/en';"],
    ['model/dates/edtfGrammar.ts', "import { addDays } from 'date-fns/addDays';"],
    ['model/dates/dateRanges.ts', "import { parse } from 'edtf';"],
    ['draft/skeleton.ts', "import { text } from '@clack/prompts';"],
  ])('src/%s may not say %j', async (file, text) => {
    expect(await lintImports(file, text)).toHaveLength(1);
  });

  test.each([
    ['model/dates/edtfGrammar.ts', "import { parse } from 'edtf';"],
    ['model/dates/monthSteps.ts', "import { addDays } from 'date-fns/addDays';"],
    ['parse/prose.ts', "import '../model/ids.ts';\nimport '../problems/sourceLocation.ts';"],
    [
      'pages/404.astro',
      "---\nimport '../collections/getArchive.ts';\nimport '../views/page/context.ts';\n---\n",
    ],
    [
      'draft/skeleton.ts',
      "import '../parse/fields.ts';\nimport '../model/dates/parseEdtf.ts';\nimport { casual } from 'chrono-node/en';",
    ],
    ['views/cards/eventCard.ts', "import '../lists/budgets.ts';\nimport './marks.ts';"],
    ['views/data/feedView.ts', "import '../sharing/embedView.ts';"],
    ['cli/draft.ts', "import '../draft/skeleton.ts';"],
    [
      'builder/buildSite.ts',
      "import '../collections/loadArchive.ts';\nimport { build } from 'astro';",
    ],
  ])('src/%s may say %j', async (file, text) => {
    expect(await lintImports(file, text)).toEqual([]);
  });

  test('say where the code belongs', async () => {
    expect(await lintImports('model/ids.ts', "import '../views/page/context.ts';")).toEqual([
      expect.stringContaining('what prints in views/'),
    ]);
  });
});

test('src/ has no room for what has no name', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(
    rooms
      .map(({ name }) => name)
      .filter((name) => /^(utils?|helpers?|common|misc|lib)$/.test(name)),
  ).toEqual([]);
  expect(existsSync(join(root, 'src/README.md'))).toBe(true);
});

describe('the machine', () => {
  test.each([
    ['views/page/context.ts', "export const a = 'I'.toLocaleLowerCase();"],
    ['cli/runCheck.ts', 'export const a = (1234).toLocaleString();'],
    ['views/page/context.ts', "export const a = 'a'.localeCompare('b');"],
    ['views/page/context.ts', "export const a = 'a'.localeCompare('b', 'tlh');"],
    ['views/page/context.ts', 'export const a = new Intl.Collator();'],
    ['views/page/context.ts', "export const a = new Intl.Segmenter('tlh');"],
    ['client/siteSearch.ts', 'export const a = Intl.NumberFormat();'],
    ['model/ids.ts', 'export const a = new Date();'],
    ['model/ids.ts', 'export const a = Date();'],
    ['model/dates/monthSteps.ts', 'export const a = new Date();'],
    ['model/dates/monthSteps.ts', 'export const a = new Date(0).getDay();'],
    ['outputs/csv.ts', 'export const a = new Date(0).getDay();'],
    ['outputs/csv.ts', 'export const a = new Date(0).toDateString();'],
    ['model/ids.ts', 'export const a = new Date(2024, 5);'],
    ['components/Links.astro', '---\nexport const a = new Date(0).getHours();\n---\n'],
  ])('is not asked by src/%s with %j', async (file, text) => {
    expect(await lintImports(file, text)).toHaveLength(1);
  });

  test.each([
    ['views/page/context.ts', "export const a = 'a'.localeCompare('b', ['tlh', 'en']);"],
    ['views/page/context.ts', "export const a = new Intl.Segmenter(['tlh', 'en']);"],
    ['views/page/context.ts', "export const a = new Intl.Locale('tlh').language;"],
    ['model/ids.ts', 'export const a = new Date(0).getUTCDay();'],
    ['draft/dates/residue.ts', 'export const a = new Date(2024, 5);'],
    ['cli/new.ts', 'export const a = new Date().getDay();'],
  ])('has no say in src/%s in %j', async (file, text) => {
    expect(await lintImports(file, text)).toEqual([]);
  });
});
