/** Dates, times and zones, right and wrong, that a line may come to hold. */
export const dates =
  '2024-05-10 2024-05 2024 2024-05-1X 2024-XX 201X XXXX XXXX-05-10 2024-XX-10 -0043~ 0000 -9999-12 Y-170000 Y17E7 10000-01-01 9999-12-31/.. ../2024-05 2024-05-09/.. [2024-05-01..2024-06] [..2024-05-10] [2024-05-10..] [2024-05-10,2024-05-12] {2024,2025} 2024-21 2024-02-30 2024-05-10? 2024-05~ 2024-05-10% ?2024 1582-10-10 2024-12-31/2025-01-01 2024-05-11/2024-05-10 1900/2100 0001/9999 2024-05-10T20:00Z 10/5/2024 yesterday night 24:00 20:30 00:00 evening Pacific/Kiritimati America/New_York Mars/Olympus "" [ ~ null 20240510'.split(
    ' ',
  );

/** Keys of front matter, known and unknown. */
export const keys =
  'title name source published added updated by url archived language title-en place dateline dating via draws-on spelt formerly retracted corrections spellings names kind role group of leads within about date time certainty actors why date-why unknown reviewed tagline time-zone groups principals as-of __proto__ constructor toString'.split(
    ' ',
  );

/** What a key of front matter may come to hold. */
export const values = [
  '',
  'x',
  'quay-closed',
  'the-arrest',
  'ledger',
  'rudaw',
  '[ledger, post]',
  '[a-former-id]',
  '[a-former-id, a-former-id]',
  '{ date: 2024-07-02, reason: It never was. }',
  '[{ date: 2024-07-02, reason: "It — was.\\nNot." }]',
  '{ ar: "اسم", fa: "x" }',
  '{ __proto__: [x], constructor: y }',
  '{ ana-brandt: [the mayor], kadhimi: [the PM] }',
  '[" ", "ى", "\\u200f", "A"]',
  '[City Hall, Iran]',
  '*nothing',
  '&a [*a]',
  '"\\ud800"',
  '"\\0"',
  '|\n  two\n  lines',
  '? [a, b]',
  'javascript:alert(1)',
  'https://[',
  '2024-05-10',
  '9999',
  'night',
  'organisation',
  'denied',
  'en',
  'Asia/Kathmandu',
  '5',
  'true',
  '!!binary AAAA',
  '[[[[]]]]',
];

/** Names in prose, ids and lists of them, that a line may come to hold. */
export const spelled = [
  'the port of Velho',
  'Porto Velho',
  'port',
  'Ana Brandt',
  'ana-brandt, City Hall',
  'city-hall، ana-brandt',
  'kadhimi, Iran',
  'baghdad',
  'Baghdad',
  'actor: ana-brandt',
  'actor:city-hall',
  'a-former-id',
  '[a-former-id, "b"] # twice',
  'harbour-post',
  'rudaw',
  '-',
];

/** Pieces of text that mean something to Markdown, YAML or a screen. */
export const snippets = [
  '\uFEFF',
  '\r',
  '\u2028',
  '\0',
  '\u202e',
  '---\n',
  '\n---\n',
  '```\n',
  '\n```event\n',
  '\n```claim\non: x\nsays: y\n```\n',
  '\n## \n',
  '\n# One\n',
  '\n### Three\n',
  '\n## A [link](event:quay-closed) in *a* heading\n',
  '[x](event:no-such)',
  '<event:quay-closed>',
  '[x][y]\n\n[y]: actor:ana-brandt\n',
  '[x](javascript:alert(1))',
  '<script>alert(1)</script>',
  '<!-- To write: x -->',
  '![x](y)',
  '[^1]\n\n[^1]: note\n',
  '\n> “Said.”\n> — Nobody\n',
  '\n> “Said.”\n> — ana-brandt, by radio\n',
  '\n> “Said.”\n> — kadhimi\n',
  '\n```x``` is no block\n',
  '<actor:ana-brandt>',
  '\n> > “Said.”\n> > — Ana Brandt\n',
  '\n- > “Said.”\n  > — Ana Brandt\n',
  '\n| a | b |\n|---|---|\n| c | d |\n',
  '    ',
  '\t',
  '&lt;&#0;&nbsp;',
  '\\',
  '👩‍👩‍👧',
  'é',
  'الصدر',
  ',',
  ':',
  '\n\n',
];

/** Names that a file or an event may come to have. */
export const newNames =
  'moved a-former-id quay-closed ledger ana-brandt port site x 2024-05-10 quay-2024 Ünï two--hyphens -lone index __proto__ constructor'.split(
    ' ',
  );

/** Ends of file names, the right one mostly. */
export const endings = '.md .md .md .md .md .md .txt .MD'.split(' ');

/** Folders that a file may come to stand in. */
export const folders = 'articles/ actors/ sources/ places/ events/ articles/deep/ other/'.split(
  ' ',
);
