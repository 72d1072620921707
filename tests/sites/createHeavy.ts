import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const claimsOfEach = 30;

/** How much of everything that the calendar cannot part. */
export interface HeavySizes {
  /** Events of one day, with one actor, at one place, in one article. */
  readonly events: number;
  /** Actors, places and sources. */
  readonly names: number;
  /** Accounts of one event, all published on one day; also the points, the corrections and the links of one event. */
  readonly many: number;
}

/** Writes the content of a small archive that is heavy in every way that a calendar does not part, and returns the folder. */
export function createHeavy(folder: string, { events, names, many }: HeavySizes): string {
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const list = <Item>(count: number, of: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => of(index));
  const actors = list(names, (index) => `${word(index)}-${index}`);
  const corrections = (count: number) =>
    `corrections:\n${list(count, (index) => `  - { date: 2024-08-01, reason: ${sentence(index)} }\n\n`).join('')}`;
  write(
    'site.md',
    `---\ntitle: A heavy harbour\ntagline: Too much of everything.\nlanguage: en\ntime-zone: Europe/Lisbon\ngroups: [Crews]\nprincipals: [${actors.slice(0, many).join(', ')}]\n---\n\nAbout it.\n`,
  );
  write('actors/watch.md', '---\nname: The harbour watch\nkind: organisation\n---\n');
  actors.forEach((id, index) => {
    const first =
      index === 0
        ? `spellings: [${list(many / 2, (other) => `Skipper ${word(other)} ${other}`).join(', ')}]\n${corrections(many)}`
        : '';
    const bonds =
      index === 1
        ? `of: [${actors.slice(2, many + 2).join(', ')}]\n`
        : index === 2
          ? `leads: [${actors.slice(3, many + 3).join(', ')}]\n`
          : '';
    write(
      `actors/${id}.md`,
      `---\nname: ${capital(word(index))} ${word(index * 7 + 3)} ${index}\nkind: person\ngroup: Crews\nrole: Keeps the ${word(index * 5)}\n${bonds}${first}---\n`,
    );
  });
  write('places/port.md', '---\nname: The port\n---\n');
  list(names, (index) => index).forEach((index) => {
    write(
      `places/${word(index)}-steps-${index}.md`,
      `---\nname: ${capital(word(index))} Steps ${index}\n${index % 2 === 0 ? 'within: port\n' : ''}---\n`,
    );
    write(
      `sources/${word(index)}-post-${index}.md`,
      `---\nname: The ${capital(word(index))} Post ${index}\nabout: A paper for the ${word(index * 3)}\n${index < many ? corrections(1) : ''}---\n`,
    );
  });
  write('sources/gazette.md', '---\nname: The Gazette\n---\n');

  const head = (title: string, source: string, published: string, more = '') =>
    `---\ntitle: ${title}\nsource: ${source}\npublished: ${published}\nadded: 2024-07-01\n${more}---\n\nA lead.\n`;
  const section = (id: string, title: string, facts: string, text: string) =>
    `\n## ${title}\n\n\`\`\`event\nid: ${id}\n${facts}\n\`\`\`\n\n${text}\n`;
  const claim = (on: string, answer: string, says: string, more = '') =>
    `\n\`\`\`claim\n${more}on: ${on}\nanswer: ${answer}\nsays: ${says}\n\`\`\`\n`;
  const roll = list(events, (index) =>
    section(
      `${word(index * 5)}-moved-${index}`,
      `The ${word(index * 5)} is moved for the ${index}th time`,
      `date: 2024-05-10\nactors: watch\nplace: port\npart-of: muster`,
      `${sentence(index)}\n\n> “${sentence(index + 1)}”\n> — The harbour watch, on the quay`,
    ),
  );
  write('articles/roll.md', head('A long roll', 'gazette', '2024-06-02') + roll.join(''));
  write(
    'articles/muster.md',
    head('The muster', 'gazette', '2024-06-03', corrections(many)) +
      section(
        'muster',
        'All hands muster',
        `date: 2024-05\nactors: ${actors.slice(0, many).join(', ')}\nafter: ${list(Math.min(events, many), (index) => `${word(index * 5)}-moved-${index}`).join(', ')}`,
        list(many / 2, (index) => name(many + index)).join(' and ') + ' looked on.',
      ),
  );
  // A section has so many claims at most: an inquiry is told by several articles.
  list(Math.ceil(many / claimsOfEach), (part) => part).forEach((part) => {
    const own = list(claimsOfEach, (index) => part * claimsOfEach + index);
    const claims = own.map((index) =>
      [
        claim(`Question ${index}`, `the ${word(index)}`, sentence(index), 'by: watch\n'),
        claim('Who kept the log', `the ${word(index)} ${index}`, sentence(index * 3)),
        claim(`Rank ${index}`, word(index), sentence(index), 'about: actor:watch\n'),
      ].join(''),
    );
    write(
      `articles/inquiry-${part}.md`,
      head(`The inquiry, day ${part}`, 'gazette', '2024-06-04') +
        section('inquiry', 'An inquiry opens', 'date: 2024-05-11', `It opens.\n${claims.join('')}`),
    );
  });
  list(many, (index) => index).forEach((index) => {
    write(
      `articles/${word(index)}-report-${index}.md`,
      head(`The bridge is shut, report ${index}`, `${word(index)}-post-${index}`, '2024-06-01') +
        section(
          'bridge-shut',
          `The bridge is shut, as ${word(index)} ${index} tells it`,
          'date: 2024-05-20\nactors: watch',
          `${sentence(index)} ${sentence(index + 7)} ${sentence(index * 3)}\n\n> “${sentence(index * 2)}”\n> — The harbour watch${claim('How long', `${index} hours`, sentence(index), 'by: watch\n')}`,
        ),
    );
    write(
      `articles/gazette-${word(index)}-${index}.md`,
      head(
        `The Gazette on the ${word(index)}, part ${index}`,
        'gazette',
        '2024-06-15',
        index === 0
          ? `draws-on: [${list(many, (other) => `${word(other)}-report-${other}`).join(', ')}]\n`
          : '',
      ),
    );
  });
  return folder;

  function name(index: number): string {
    return `${capital(word(index))} ${word(index * 7 + 3)} ${index}`;
  }
}

const words =
  'anchor barge crane dock eel ferry galley hatch ice jetty keel ladder mast net oar pier quay rope sail tide'.split(
    ' ',
  );

function word(index: number): string {
  return words[index % words.length] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentence(index: number): string {
  return `The ${word(index)} lay by the ${word(index * 3 + 1)} until ${index} boats had passed the ${word(index * 7 + 2)}`;
}
