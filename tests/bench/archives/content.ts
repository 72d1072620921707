// What archives of others become: a content folder, an event each, told by those they name as its sources.

/** An event of somebody else's archive, as a digest can tell it. */
export interface ForeignEvent {
  /** Words to make its id of; two alike get a letter more. */
  readonly name: string;
  readonly title: string;
  /** EDTF, as exact as the archive has it. */
  readonly date: string;
  readonly text: string;
  /** Names of those who took part. */
  readonly actors: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string | null }[];
  /** The day (YYYY-MM-DD) by which its sources told of it. */
  readonly told: string;
  readonly claims: readonly {
    readonly on: string;
    readonly answer: string;
    readonly says: string;
  }[];
}

/** Returns the content folder for the events of an archive: texts by path. */
export function printForeign(
  events: readonly ForeignEvent[],
  site: { readonly title: string; readonly read: string },
): Map<string, string> {
  const files = new Map<string, string>();
  files.set('site.md', `---\ntitle: ${quote(site.title)}\nlanguage: en\ntime-zone: UTC\n---\n`);
  const ids = nameAll(events);
  const digests = new Map<string, { head: string; sections: string[] }>();
  for (const event of events) {
    for (const name of event.actors)
      files.set(`actors/${slug(name)}.md`, `---\nname: ${quote(name)}\nkind: organisation\n---\n`);
    for (const source of event.sources) {
      files.set(`sources/${slug(source.name)}.md`, `---\nname: ${quote(source.name)}\n---\n`);
      const path = `articles/${slug(source.name)}-${event.told}-${slug(source.url ?? '').slice(-24)}.md`;
      const digest = digests.get(path) ?? {
        head: printHead(source, event, site.read),
        sections: [],
      };
      digest.sections.push(printSection(event, ids.get(event) ?? ''));
      digests.set(path, digest);
    }
  }
  for (const [path, { head, sections }] of digests)
    files.set(path, `${head}\n${sections.join('\n')}`);
  return files;
}

function printHead(
  source: ForeignEvent['sources'][number],
  { told }: ForeignEvent,
  read: string,
): string {
  const url = source.url === null ? '' : `url: ${quote(source.url)}\n`;
  return `---\ntitle: ${quote(`${source.name}, ${told}`)}\nsource: ${slug(source.name)}\npublished: ${told}\n${url}added: ${read}\n---\n`;
}

function printSection({ title, date, actors, text, claims }: ForeignEvent, id: string): string {
  const facts = [`id: ${id}`, `date: ${date}`];
  if (actors.length > 0) facts.push(`actors: ${[...new Set(actors.map(slug))].join(', ')}`);
  const said = claims.map(
    ({ on, answer, says }) =>
      `\n\`\`\`claim\non: ${on}\nanswer: ${answer}\nsays: ${says}\n\`\`\`\n`,
  );
  return `## ${escape(title)}\n\n\`\`\`event\n${facts.join('\n')}\n\`\`\`\n\n${escape(text)}\n${said.join('')}`;
}

/** Ids of words alone: digits might be read as a date, and dates are mended. */
function nameAll(events: readonly ForeignEvent[]): Map<ForeignEvent, string> {
  const taken = new Set<string>();
  return new Map(
    events.map((event) => {
      const words = slug(event.name).replace(/\d+/g, '').split('-').filter(Boolean).slice(0, 6);
      const base = words.join('-') || 'event';
      let id = base;
      for (let count = 1; taken.has(id); count += 1) id = `${base}-${letters(count)}`;
      taken.add(id);
      return [event, id];
    }),
  );
}

function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return count > 26 ? letters(Math.floor((count - 1) / 26)) + letter : letter;
}

/** Returns a name as an id: lower-case words of ASCII joined by hyphens. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id : `n-${id}`.replace(/-$/, '');
}

function quote(text: string): string {
  return JSON.stringify(oneLine(text));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text as Markdown has it: nothing in it is markup. */
function escape(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
