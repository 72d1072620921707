import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  renderHumanReport,
  renderWatched,
  type ReportMeans,
} from '../../../src/problems/humanReport.ts';
import { renderGithubReport, renderJsonReport } from '../../../src/problems/machineReports.ts';
import { createProblem, isRefused, type Problem } from '../../../src/problems/problem.ts';
import { renderReport } from '../../../src/problems/report.ts';

const unknown = createProblem(
  'source-unknown',
  { file: 'content/articles/post.md', line: 3, column: 9 },
  { found: 'harbour-past', nearest: '"harbour-post"', repair: 'Write the id of a file.' },
);
const date = createProblem(
  'event-date',
  { file: 'content/articles/ledger.md', line: 2, column: 7 },
  { found: 'Friday', expected: 'a date' },
);
const warning = createProblem(
  'source-unarchived',
  { file: 'content/articles/post.md', line: 4, column: 6 },
  { found: 'https://post.example' },
);
const notice = createProblem(
  'actor-unmentioned',
  { file: 'content/actors/bo.md', line: 2, column: 7 },
  { found: 'Bo' },
);

const texts: Readonly<Record<string, readonly string[]>> = {
  'content/articles/post.md': [
    '---',
    'title: A',
    'source: harbour-past',
    'url: https://post.example',
  ],
  'content/articles/ledger.md': ['```event', 'date: Friday', '```'],
};
const plain: ReportMeans = { linesOf: (file) => texts[file], paint: (_, text) => text };

/** Returns the same problem on a number of lines. */
function repeat(count: number, file = 'content/articles/post.md'): Problem[] {
  return Array.from({ length: count }, (_, index) =>
    createProblem('claim-about', { file, line: index + 1, column: 1 }),
  );
}

describe('renderHumanReport', () => {
  test('shows the faulty words and the guide’s heading below each problem, and a blank line between files', () => {
    expect(renderHumanReport([unknown, date, warning], 9, plain)).toBe(
      `content/articles/ledger.md:2:7  event-date  Unexpected date "Friday", expected a date.
    date: Friday
          ^^^^^^
    content/README.md#event-date

content/articles/post.md:3:9  source-unknown  No source is called "harbour-past". Nearest: "harbour-post". Write the id of a file.
    source: harbour-past
            ^^^^^^^^^^^^
    content/README.md#source-unknown
content/articles/post.md:4:6  source-unarchived (warning)  No copy of "https://post.example" is recorded. Expected \`archived\` with the address of one, or \`via\` with the copy you used.
    url: https://post.example
         ^^^^^^^^^^^^^^^^^^^^
    content/README.md#source-unarchived

2 errors and 1 warning in 2 files.`,
    );
  });

  test('matches the example in content/README.md', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../content/README.md'), 'utf8');
    const own = renderHumanReport([unknown], 1, plain).split('\n').slice(1, 4).join('\n');
    expect(guide).toContain(`\n${own}\n`);
  });

  test('has every line of the plain report unchanged', () => {
    const problems = [notice, unknown, date, warning];
    const lines = renderHumanReport(problems, 9, plain).split('\n');
    expect(
      renderReport(problems, 9)
        .split('\n')
        .filter((line) => !lines.includes(line)),
    ).toEqual([]);
  });

  test('shows no excerpt of an unreadable file or line', () => {
    expect(renderHumanReport([notice], 9, plain)).toBe(
      `${renderReport([notice], 9).split('\n')[0]!}\n    content/README.md#actor-unmentioned\n\n1 notice in 1 file.`,
    );
  });

  test('shows a message three times per file, then how many more there are, and counts them all', () => {
    const report = renderHumanReport(
      [...repeat(20), ...repeat(3, 'content/articles/z.md'), date],
      9,
      plain,
    );
    expect(report.match(/^content\/articles\/post\.md:\d+:1 {2}claim-about/gm)).toHaveLength(3);
    expect(report).toContain('\n… and 17 more like this in content/articles/post.md\n');
    expect(report.match(/more like this/g)).toHaveLength(1);
    expect(report.split('\n').at(-1)).toBe('24 errors in 3 files.');
  });

  test('groups the prompts of a skeleton, whatever they ask for', () => {
    const prompts = repeat(5).map(({ at }) =>
      createProblem('left-to-write', at, { found: `part ${at.line}`, expected: 'words' }),
    );
    const report = renderHumanReport([...prompts, unknown], 9, plain);
    expect(report).toContain('part 3');
    expect(report).not.toContain('part 4');
    expect(report).toContain('\n… and 2 more like this in content/articles/post.md');
    expect(report).toContain('No source is called "harbour-past"');
    expect(report.split('\n').at(-1)).toBe('6 errors in 1 file.');
  });

  test('groups equal messages even if others are between them', () => {
    const between = repeat(6).flatMap((problem) => [
      problem,
      createProblem('claim-about', { ...problem.at, file: 'content/articles/a.md' }),
    ]);
    const report = renderHumanReport([...between, unknown], 9, plain);
    expect(report.match(/… and 3 more like this/g)).toHaveLength(2);
    expect(report).toContain('source-unknown');
  });

  test('shows two hundred problems of twenty files as one group per file', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      repeat(10, `content/articles/${index}.md`),
    ).flat();
    const groups = renderHumanReport(many, 20, plain).split('\n\n');
    expect(groups).toHaveLength(21);
    expect(groups.at(-1)).toBe('200 errors in 20 files.');
  });

  test('states that there are no problems, and the number of files', () => {
    expect(renderHumanReport([], 9, plain)).toBe('No problems in 9 files.');
  });

  test('uses colours only if they are given, by severity', () => {
    const painted = renderHumanReport([date, warning, notice], 9, {
      ...plain,
      paint: (tone, text) => `<${tone}>${text}</>`,
    });
    expect(painted).toContain('ledger.md:2:7  <error>event-date</>  Unexpected');
    expect(painted).toContain('    <error>      ^^^^^^</>');
    expect(painted).toContain('<warning>source-unarchived (warning)</>');
    expect(painted).toContain('<notice>actor-unmentioned (notice)</>');
    expect(painted).toContain('    <faint>content/README.md#event-date</>');
  });
});

test('a report in watch mode starts with its time and ends with the count', () => {
  expect(renderWatched('No problems in 9 files.', '14:03:07', 'content/')).toBe(
    '\n— 14:03:07, checked again whenever content/ changes; Ctrl-C ends —\n\nNo problems in 9 files.',
  );
});

test('renderJsonReport returns the parts of each problem, sorted, and the number of files', () => {
  expect(JSON.parse(renderJsonReport([unknown, notice, date], 9))).toEqual({
    problems: [
      expect.objectContaining({ kind: 'actor-unmentioned' }),
      {
        file: 'content/articles/ledger.md',
        line: 2,
        column: 7,
        kind: 'event-date',
        severity: 'error',
        message: 'Unexpected date "Friday", expected a date.',
        help: 'content/README.md#event-date',
      },
      expect.objectContaining({ kind: 'source-unknown' }),
    ],
    errors: 2,
    warnings: 0,
    notices: 1,
    files: 9,
  });
});

describe('renderGithubReport', () => {
  test('returns a workflow command for each problem by its severity, then the count', () => {
    expect(renderGithubReport([date, warning, notice], 9).split('\n')).toEqual([
      '::notice file=content/actors/bo.md,line=2,col=7,title=actor-unmentioned::No digest, claim or quotation names "Bo". Expected one that does, or the actor among the `principals` in site.md.',
      '::error file=content/articles/ledger.md,line=2,col=7,title=event-date::Unexpected date "Friday", expected a date.',
      expect.stringMatching(
        /^::warning file=content\/articles\/post\.md,line=4,col=6,title=source-unarchived::/,
      ),
      '1 error, 1 warning and 1 notice in 3 files.',
    ]);
  });

  test('escapes what would end a message or a property', () => {
    const at = { file: 'content/a,b:c%.md', line: 1, column: 1 };
    const odd = {
      kind: 'front-matter',
      severity: 'error',
      at,
      message: '100%:\r\n::error::, no',
    } as const;
    expect(renderGithubReport([odd], 1).split('\n')[0]).toBe(
      '::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,title=front-matter::100%25:%0D%0A::error::, no',
    );
  });
});

test.each([
  { problems: [date], strict: false, refused: true },
  { problems: [warning, notice], strict: false, refused: false },
  { problems: [warning], strict: true, refused: true },
  { problems: [notice], strict: true, refused: false },
  { problems: [], strict: true, refused: false },
])(
  'a check of $problems.length problems fails: $refused (strict: $strict)',
  ({ problems, strict, refused }) => {
    expect(isRefused(problems, strict)).toBe(refused);
  },
);
