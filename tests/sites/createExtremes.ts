import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const words = 'quay harbour boat night council port watch light tide crane pier dock'.split(' ');

// No line can be broken within it but anywhere, as in a long address.
const longWord = 'Hafenwachtbootführerversammlungsprotokollabschriftenbeglaubigung';
const longAddress = `https://post.example/${longWord}/${longWord}-${longWord}`;

/** Writes the content of a site of extremes into a folder, and gives the folder: what every layout must bear. */
export function createExtremes(folder: string): string {
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const actors = Array.from({ length: 40 }, (_, index) => `actor-${index + 1}`);
  write(
    'site.md',
    `---\ntitle: A site of extremes, ${longWord}\ntagline: Everything here is too long, too many or too few.\nlanguage: en\ntime-zone: Asia/Baghdad\ngroups: [One, Two]\nprincipals: [${actors.slice(0, 12).join(', ')}]\n---\n\nAbout it.\n`,
  );
  actors.forEach((id, index) => {
    const name =
      index === 0
        ? 'Commission for the Examination of Extraordinarily Long Institutional Designations'
        : `Actor ${index + 1}`;
    write(
      `actors/${id}.md`,
      `---\nname: ${name}\nkind: organisation\ngroup: ${index % 2 === 0 ? 'One' : 'Two'}\nrole: Does this and that\nnames: { ar: اسم ${index + 1} }\n---\n`,
    );
  });
  for (let index = 0; index < 12; index += 1)
    write(`sources/source-${index}.md`, `---\nname: Source ${index}\n---\n`);
  write('places/port.md', '---\nname: The port\n---\n');
  const section = (id: string, title: string, facts: string, text = 'It happened.') =>
    `\n## ${title}\n\n\`\`\`event\nid: ${id}\n${facts}\n\`\`\`\n\n${text}\n`;
  const long = `by: ${longWord}\nurl: ${longAddress}\ndateline: ${longWord}\nvia: { name: ${longWord}, url: "${longAddress}" }\n`;
  const head = (index: number) =>
    `---\ntitle: ${'A headline that does not end '.repeat(index === 0 ? 7 : 1).trim()}\nsource: source-${index % 12}\npublished: 2024-06-${String(index + 1).padStart(2, '0')}\nadded: 2024-07-01\n${index === 0 ? long : ''}---\n\nA lead${index === 0 ? ` of ${longWord} at ${longAddress}` : ''}.\n`;
  const busyDay = Array.from({ length: 95 }, (_, index) =>
    section(
      `busy-${index}`,
      `Event ${index + 1} of a busy day at the ${words[index % words.length] ?? ''}`,
      `date: 2024-05-10\nactors: ${actors[index % 40] ?? ''}, actor-1`,
    ),
  ).join('');
  for (let index = 0; index < 12; index += 1) {
    const shared =
      tellForThirty(index) +
      section(
        'told-by-twelve',
        index === 0
          ? `A headline of two hundred characters ${'that goes on and on '.repeat(8)}to its end`
          : 'Told by twelve',
        `date: 2024-05-1X\nactors: ${index === 0 ? actors.join(', ') : 'actor-1'}\nplace: port`,
      ) +
      `\n\`\`\`claim\nby: actor-${index + 1}\non: How many boats there were\nanswer: ${index} boats\nsays: There were ${index} boats, and ${'aVeryLongWordThatCannotBeBroken'.repeat(3)}.\n\`\`\`\n\n> “Said.”\n> — Actor ${index + 2}, on the quay\n`;
    const rest =
      index === 0
        ? busyDay
        : index === 1
          ? section('unknown-month', 'In an unknown month', 'date: 2024-XX\nactors: actor-40') +
            section('far-away', 'Long ago', 'date: -0043~') +
            section('doubtful', 'Perhaps', 'date: 2024-05-09?\ntime: night') +
            section('open', 'Still going on', 'date: 2024-05-09/..\ncertainty: reported') +
            section('ahead', 'Still ahead', 'date: [2024-07-01..]\ncertainty: threatened') +
            section(
              'elsewhere',
              'On another day elsewhere',
              'date: 2024-05-08\nzone: America/New_York',
            ) +
            section('said-twice', 'Said twice', 'date: 2024-05-08', sayTwice())
          : '';
    write(`articles/article-${index}.md`, head(index) + shared + rest);
  }
  writeLongWords(write);
  for (let index = 12; index < 30; index += 1)
    write(`articles/article-${index}.md`, head(index) + tellForThirty(index));
  return folder;
}

/** The same words of the same speaker, on two points and to two people. */
function sayTwice(): string {
  const claim = (on: string) =>
    `\`\`\`claim\nby: actor-3\non: ${on}\nsays: It was said twice.\n\`\`\``;
  const quotation = (where: string) => `> “Twice.”\n> — Actor 3, ${where}`;
  return [
    claim('What was said'),
    claim('How often it was said'),
    quotation('at first'),
    quotation('at last'),
  ].join('\n\n');
}

/** One of thirty accounts of one event, each with a quotation and two claims. */
function tellForThirty(index: number): string {
  const prose = Array.from(
    { length: 6 },
    (_, sentence) =>
      `The ${words[(index + sentence) % 12] ?? ''} by the ${words[(index * 5 + sentence * 7) % 12] ?? ''} was shut for ${index * 6 + sentence} hours, as ${words[(index * sentence) % 12] ?? ''} after ${words[(index + sentence * sentence) % 12] ?? ''} went past it.`,
  ).join(' ');
  const claims = [
    ['How long it was shut', `${(index % 4) + 2} hours`],
    ['Who shut it', `the ${words[index % 5] ?? ''} watch`],
  ].map(
    ([on = '', answer = '']) =>
      `\n\`\`\`claim\nby: actor-${index + 2}\non: ${on}\nanswer: ${answer}\nsays: As far as we know it was ${answer}, says number ${index}.\n\`\`\`\n`,
  );
  return `\n## The bridge is shut, as number ${index} tells it\n\n\`\`\`event\nid: told-by-thirty\ndate: 2024-05-20\nactors: actor-${index + 1}, actor-2\n\`\`\`\n\n${prose}\n\n> “Nobody passes, number ${index}.”\n> — Actor ${index + 2}, at the bridge\n${claims.join('')}`;
}

/** Writes one file of every kind whose every field holds a word that no line can hold. */
function writeLongWords(write: (path: string, text: string) => void): void {
  const reason = `{ date: 2024-07-02, reason: "${longWord} at ${longAddress}" }`;
  write(
    'actors/long-actor.md',
    `---\nname: ${longWord}\nkind: person\ngroup: One\nrole: ${longWord}\nof: actor-1\nspellings: [${longWord}s, ${longWord}es]\nnames: { ar: ${'كلمة'.repeat(20)} }\nreviewed: 2024-07-01\ncorrections: [${reason}]\n---\n\n${longWord} of ${longAddress}.\n`,
  );
  write(
    'sources/long-source.md',
    `---\nname: ${longWord}zeitung\nkind: newspaper\nabout: ${longWord}\nurl: ${longAddress}\ncorrections: [${reason}]\n---\n\n${longWord}.\n`,
  );
  write(
    'places/long-place.md',
    `---\nname: ${longWord}hafen\nwithin: port\nspellings: [${longWord}kai]\ncorrections: [${reason}]\n---\n\n${longWord}.\n`,
  );
  write(
    'events/long-event.md',
    `---\nsummary: ${longWord}.\nunknown: ${longWord}\ndate: 2024-05-11\ndate-why: ${longWord}\nreviewed: 2024-07-02\ncorrections: [${reason}]\n---\n`,
  );
  const event = (when: string) =>
    `\n## ${longWord}\n\n\`\`\`event\nid: long-event\ndate: ${when}\ntime: about 17:30\nwhen: ${longWord}\nbasis: record\nrecord: ${longAddress}\nwhy: ${longWord}\nactors: long-actor\nplace: long-place\n\`\`\`\n\n${longWord} at ${longAddress} and \`${longWord}\`.\n\n> “${longWord}.”\n> — ${longWord}, ${longWord}\n\n\`\`\`claim\nas: ${longWord}\non: ${longWord}\nanswer: ${when} ${longWord}\nsays: ${longWord} ${longAddress}\n\`\`\`\n`;
  for (const [index, day] of ['2024-05-11', '2024-05-12'].entries())
    write(
      `articles/long-article-${index}.md`,
      `---\ntitle: ${longWord}\nsource: ${index === 0 ? 'long-source' : 'source-1'}\npublished: 2024-06-0${index + 1}\nadded: 2024-07-01\nby: ${longWord}\nurl: ${longAddress}\narchived: ${longAddress}/archived\ndateline: ${longWord}\ndating: ${longWord}\nplace: long-place\ncorrections: [${reason}]\n---\n\n${longWord}.\n${event(day)}`,
    );
}
