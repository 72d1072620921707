import { percentEncode } from './percentEncode.ts';

/**
 * Returns a Wikipedia template with its parameters; null omits one. Only editors see `comment`. Values are
 * escaped, so that none ends the template, starts another or is expanded on saving.
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
  // Signatures and substituted templates are expanded even in comments when a page is saved.
  const note = comment === null ? '' : ` <!-- ${escapeWikitext(comment.replaceAll('--', '–'))} -->`;
  return `{{${name}${printed.join('')}${note}}}`;
}

/** Signatures (`~~~~`), emphasis (`''`), switches (`__NOTOC__`), and character references. */
const wikitextRuns = /~{3,}|'{2,}|_{2,}|&(?=#?\w+;)/g;

/** Escapes wikitext syntax as character references; a bar as Wikipedia's template for it. */
function escapeWikitext(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(wikitextRuns, (run) => [...run].map(toReference).join(''))
    .replace(/[[\]{}<>]/g, toReference)
    .replaceAll('|', '{{!}}');
}

/** Percent-encodes what would end an address in wikitext, so that it still leads to the same page. */
function escapeUrl(url: string): string {
  return percentEncode(url, /[[\]{}|<>"\s]|~{3,}|'{2,}|_{2,}|(?<=&#?\w+);/g);
}

function toReference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
