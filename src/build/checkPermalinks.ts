import type { Archive } from '../model/archive.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { listAddresses } from '../views/permalinks.ts';

/** What the list of published addresses says of an archive. */
export interface PermalinkCheck {
  /** Published addresses that nothing answers any more, each where the list has it. */
  readonly problems: readonly Problem[];
  /** Addresses that the list does not have yet, sorted by code point. */
  readonly fresh: readonly string[];
}

/** Holds an archive to every address that was ever published. */
export function checkPermalinks(archive: Archive): PermalinkCheck {
  const addresses = listAddresses(archive);
  const answered = new Set(addresses);
  const published = new Set(archive.permalinks.map(({ value }) => value));
  // A card is answered where its page is: with the page mended, the card is.
  const isSaidOfPage = (value: string) => {
    const page = getPage(value);
    return page !== value && published.has(page) && !answered.has(page);
  };
  return {
    problems: archive.permalinks
      .filter(({ value }) => !answered.has(value) && !isSaidOfPage(value))
      .map(({ value, at }) =>
        createProblem('permalink-lost', at, { found: value, repair: getRepair(value) }),
      ),
    fresh: addresses.filter((address) => !published.has(address)),
  };
}

/** Gives the problems of addresses that are built and not yet listed, each at the list's first line. */
export function reportFresh(fresh: readonly string[], file: string): Problem[] {
  const at = { file, line: 1, column: 1 };
  return fresh.map((found) => createProblem('permalink-new', at, { found }));
}

/** Takes the text of `permalinks.txt` and new addresses; gives the text with both, one a line, each once, sorted by code point. */
export function mergePermalinks(text: string, fresh: readonly string[]): string {
  const listed = text.split(/\r?\n/).map((line) => line.trim());
  const all = [...new Set([...listed, ...fresh])].filter((line) => line !== '');
  // Addresses are ASCII: the order of code units is that of code points.
  return all
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** Gives the page that a card for pages of others is of; any other address as it is. */
function getPage(address: string): string {
  return address.startsWith('/embed/') ? address.slice('/embed'.length) : address;
}

function getRepair(address: string): string {
  const [, folder = '', id = ''] = getPage(address).split('/');
  const files: Record<string, string> = {
    actors: `actors/${id}.md`,
    articles: `articles/${id}.md`,
    sources: `sources/${id}.md`,
    places: `places/${id}.md`,
  };
  if (id === '') return 'the address to be one of this site’s own';
  if (folder === 'events')
    return `\`formerly: [${id}]\` in the ruling of the event that it is now (events/NEW.md), or \`title\` and \`retracted: { date, reason }\` in events/${id}.md`;
  const file = files[folder];
  return file === undefined
    ? 'the address to be one of this site’s own'
    : `\`formerly: [${id}]\` in the file that it is now, or ${file} with \`retracted: { date, reason }\``;
}
