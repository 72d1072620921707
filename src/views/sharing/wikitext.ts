import { percentEncode } from './percentEncode.ts';

/**
 * Returns a template of Wikipedia with its parameters; null leaves one out. `comment` is in it for editors alone.
 * Nothing in a value ends the template, begins another or is expanded when the page is saved.
 */
export function printTemplate(
  name: string,
  parameters: Readonly<Record<string, string | null>>,
  comment: string | null,
): string {
  const printed = Object.entries(parameters).flatMap(([key, value]) =>
    value === null
      ? []
      : [` |${key}=${key.endsWith('url') ? escapeUrl(value) : escapeWikitext(value)}`],
  );
  // What is saved is expanded in comments, too: signatures, and templates that are substituted.
  const said = comment === null ? '' : ` <!-- ${escapeWikitext(comment.replaceAll('--', '–'))} -->`;
  return `{{${name}${printed.join('')}${said}}}`;
}

/** Signatures (`~~~~`), emphasis (`''`), switches (`__NOTOC__`), and what would be read as a character's number. */
const wikitextRuns = /~{3,}|'{2,}|_{2,}|&(?=#?\w+;)/g;

/** What means something in wikitext is written as its number; a bar as the word that Wikipedia has for it. */
function escapeWikitext(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(wikitextRuns, (run) => [...run].map(toReference).join(''))
    .replace(/[[\]{}<>]/g, toReference)
    .replaceAll('|', '{{!}}');
}

/** An address keeps leading where it leads: what would end it in wikitext is encoded as addresses encode it. */
function escapeUrl(url: string): string {
  return percentEncode(url, /[[\]{}|<>"\s]|~{3,}|'{2,}|_{2,}|(?<=&#?\w+);/g);
}

function toReference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
