import fc from 'fast-check';
import { encode } from './content.ts';
import { dates, keys, snippets, spelled, values } from './fragments.ts';
import { hostile } from './hostile.ts';

// Grammars of content files: valid ones, valid ones with small faults in them, and noise.

type Gen = fc.GeneratorValue;
const pick = <T>(g: Gen, list: readonly T[]): T => g(() => fc.constantFrom<T[]>(...list));
const upTo = (g: Gen, most: number): number => g(fc.nat, most);
const maybe = (g: Gen, text: () => string): string => (upTo(g, 2) === 0 ? text() : '');

/** A word that stands nowhere else: it can be looked for wherever a reader may find it. */
export const wordPattern = /xq\d+z/g;

const actors = ['ana-brandt', 'Ana Brandt', 'City Hall', 'harbour-police', 'port police', 'Brandt'];
const before = [
  '2024-05-10',
  '2024-05',
  '2024',
  '2024-05-10~',
  '2024-05-10?',
  '2024-05-1X',
  '2024-XX',
  '202X',
  '2024-05-10/2024-05-12',
  '2024-05-10/..',
  '[2024-05-10,2024-05-12]',
  '[2024-05-01..2024-05-03]',
  '[..2024-05-10]',
  '2024-21',
  '-0043~',
  '0000',
  '1582-10',
  '2024-05-10T20:00Z',
];
const ahead = ['announced', 'threatened', 'planned', 'due'];
const done = ['confirmed', 'reported', 'purported', 'denied'];

/** Writes digests whose every word is new. */
class Writer {
  readonly g: Gen;
  readonly id: string;
  #words = 0;

  constructor(g: Gen, id: string) {
    this.g = g;
    this.id = id;
  }

  word(): string {
    this.#words += 1;
    return `xq${this.#words}z`;
  }

  words(): string {
    return Array.from({ length: 1 + upTo(this.g, 3) }, () => this.word()).join(' ');
  }

  /** Words in a line of a block, with all that a line may hold: nothing in it means anything. */
  line(): string {
    const around = pick(this.g, [
      '',
      '',
      '“',
      '*',
      '<b>',
      '[',
      '`',
      '=',
      'آنا ',
      '\u202E',
      '\u200F',
      '&amp; ',
      '](x) ',
      '</script>',
      "' onclick='",
      'É',
      '👩‍👩‍👧 ',
      '$',
      '|',
      '--> ',
      ']]>',
      '\\',
    ]);
    return `${this.word()} ${around}${this.words()}`;
  }

  /** A YAML text of one line. */
  yaml(): string {
    return JSON.stringify(this.line());
  }

  phrase(): string {
    const words = this.words();
    return pick(this.g, [
      words,
      words,
      `*${words}*`,
      `**${words}**`,
      `~~${words}~~`,
      `\`${words}\``,
      `[${words}](https://a.example/${this.id})`,
      `[${words}](actor:-)`,
      `[${words}](actor:ana-brandt)`,
      `[${words}](place:port)`,
      `[${words}](source:city-ledger)`,
      `[${words}](article:${this.id})`,
      `[${words}](mailto:a@a.example)`,
      `Ana Brandt ${words}`,
      `${words} آنا برانت`,
      `the Harbour Police’s ${words}`,
      `<b onclick="x">${words}</b>`,
      `&lt;${words}&gt; &#60;`,
      `\\*${words}\\*`,
      `https://a.example/${words.replaceAll(' ', '/')}`,
      `\u202E${words}`,
    ]);
  }

  sentence(): string {
    return `${Array.from({ length: 1 + upTo(this.g, 3) }, () => this.phrase()).join(' ')}.`;
  }

  passage(inSection: boolean): string {
    const { g } = this;
    const about = inSection ? '' : `about: actor:ana-brandt\n`;
    switch (upTo(g, inSection ? 9 : 8)) {
      case 0:
        return `- ${this.sentence()}\n- ${this.sentence()}\n  - ${this.sentence()}`;
      case 1:
        return `| ${this.words()} | ${this.words()} |\n|---|:--|\n| ${this.phrase().replaceAll('|', '')} | ${this.words()} |`;
      case 2:
        return `> “${this.sentence()}”\n> — ${pick(g, actors)}, ${this.words()}`;
      case 3:
        return `> ${this.sentence()}\n>\n> ${this.sentence()}\n> -- [${this.words()}](actor:-)`;
      case 4:
        return `\`\`\`claim\non: ${this.line()}\nsays: ${this.line()}\n${about}${maybe(g, () => `by: ${pick(g, actors)}\n`)}${maybe(g, () => `as: ${this.line()}\n`)}${maybe(g, () => `answer: ${this.line()}\n`)}\`\`\``;
      case 5:
        return `1. ${this.sentence()}\n2. ${this.sentence()}`;
      case 6:
        return `<div>${this.words()}</div>`;
      case 9:
        return `### ${this.words()}\n\n${this.sentence()}`;
      default:
        return `${this.sentence()}\n${this.sentence()}`;
    }
  }

  text(inSection: boolean): string {
    return Array.from({ length: upTo(this.g, 3) }, () => this.passage(inSection)).join('\n\n');
  }

  section(index: number): string {
    const { g } = this;
    // Some ids are those of other digests, so that accounts meet.
    const id = upTo(g, 2) === 0 ? `shared-${index}x` : `${this.id}-${index}x`;
    const date = pick(g, before);
    const isDay = /^\d{4}-\d\d-\d\d[?]?$/.test(date);
    const lines = [
      `id: ${id}`,
      `date: ${date}`,
      maybe(g, () => (isDay ? `time: ${pick(g, ['20:30', '00:00', 'morning', 'night'])}` : '')),
      maybe(g, () => `when: ${this.line()}`),
      maybe(g, () => `kind: ${pick(g, ['act', 'statement'])}`),
      maybe(g, () => `basis: ${pick(g, ['stated', 'reckoned', 'record', 'estimate'])}`),
      maybe(g, () => `why: ${this.line()}`),
      maybe(g, () => `record: https://a.example/?a=<b>&c="d"`),
      maybe(g, () => `actors: ${pick(g, actors)}, city-hall`),
      maybe(g, () => `place: ${pick(g, ['port', 'Porto Velho'])}`),
      maybe(g, () => `certainty: ${pick(g, [...done, ...ahead])}`),
      maybe(g, () => `zone: ${pick(g, ['America/New_York', 'Pacific/Kiritimati'])}`),
    ].filter((line) => line !== '');
    return `## ${this.phrase()}\n\n\`\`\`event\n${lines.join('\n')}\n\`\`\`\n\n${this.text(true)}\n`;
  }

  digest(): string {
    const { g } = this;
    const sections = Array.from({ length: upTo(g, 3) }, (_, index) => this.section(index));
    return `---
title: ${this.yaml()}
source: ${pick(g, ['harbour-post', 'city-ledger'])}
published: 2024-06-${10 + upTo(g, 9)}
added: 2024-07-01
${[
  () => `by: ${this.yaml()}\n`,
  () => `dateline: ${this.yaml()}\n`,
  () => `dating: ${this.yaml()}\n`,
  () => `via: { name: ${this.yaml()}, url: "https://a.example/<&>" }\n`,
  () => `place: port\n`,
  () => `language: ${pick(g, ['en', 'ar', 'fa', 'zh-Hant'])}\n`,
  () => `title-en: ${this.yaml()}\n`,
  () => `updated: 2024-06-28\n`,
  () => `corrections: [{ date: 2024-07-02, reason: ${this.yaml()} }]\n`,
  () => `spelt: { ana-brandt: [${this.yaml()}] }\n`,
]
  .map((key) => maybe(g, key))
  .join('')}---

${this.text(false)}

${sections.join('\n')}`;
  }
}

/** Any valid digest with the id given. */
export function anyDigest(id: string): fc.Arbitrary<string> {
  return fc.gen().map((g) => new Writer(g, id).digest());
}

const fragments = [
  ...snippets,
  ...values,
  ...spelled,
  ...dates,
  ...keys.map((key) => `\n${key}: `),
  ...hostile,
];

interface Fault {
  readonly type: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const anyFault: fc.Arbitrary<Fault> = fc.record({
  type: fc.nat(5),
  at: fc.nat(100_000),
  length: fc.nat(12),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fragments) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }) },
  ),
});

/** One to three small faults. */
export const anyFaults = fc.array(anyFault, { minLength: 1, maxLength: 3 });

/** Makes a text with faults in it. */
export function spoil(text: string, faults: readonly Fault[]): string {
  return faults.reduce((spoilt, { type, at, length, text: inserted }) => {
    const offset = at % (spoilt.length + 1);
    const lines = spoilt.split('\n');
    const line = at % lines.length;
    switch (type) {
      case 0:
        return spoilt.slice(0, offset) + spoilt.slice(offset + length + 1);
      case 1:
        return lines.toSpliced(line, 0, lines[length % lines.length] ?? '').join('\n');
      case 2:
        return lines.toSpliced(line, 1).join('\n');
      case 3: {
        // The value of a line becomes another.
        const found = lines[line] ?? '';
        const colon = found.indexOf(': ');
        return lines
          .with(line, colon < 0 ? inserted : found.slice(0, colon + 2) + inserted)
          .join('\n');
      }
      case 4:
        return spoilt.slice(0, offset) + inserted + spoilt.slice(offset + length);
      default:
        return spoilt.slice(0, offset) + inserted + spoilt.slice(offset);
    }
  }, text);
}

/** Bytes that mean nothing, or pieces that mean something in no order at all. */
export const anyNoise: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 100 }).map(encode),
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.constantFrom('\n', ' ', '---\n', 'a')), {
      maxLength: 40,
    })
    .map((parts) => encode(parts.join(''))),
  fc
    .array(fc.constantFrom(...fragments), { maxLength: 25 })
    .map((parts) =>
      encode(
        `---\ntitle: x\nsource: harbour-post\npublished: 2024-06-30\nadded: 2024-07-01\n---\n\n## A\n\n\`\`\`event\nid: a\ndate: 2024-05-10\n${parts.join('')}`,
      ),
    ),
);
